"""Documents and routines in versions: one step each way, and what was in force is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import (
    DocumentReview,
    DocumentType,
    GoverningDocument,
    ReviewKind,
)
from styrdesk.domain.organisation import Person
from styrdesk.domain.receipt import Receipt
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services

PDF = b"%PDF-1.7\n"


@pytest.fixture
def services() -> Iterator[Services]:
    with empty_services() as made:
        made.document_types.add(DocumentType("t", name="Policy"))
        made.people.add(Person("p", name="Åsa"))
        made.governing_documents.add(
            GoverningDocument(
                "d",
                title="Mat",
                document_type_id="t",
                standing=Standing.IN_FORCE,
                decided_on=date(2025, 2, 1),
                valid_from=date(2025, 2, 1),
            )
        )
        made.attachments.add("governing_document", "d", "mat.pdf", PDF)
        yield made


def test_a_new_version_has_the_files_of_the_last_and_replaces_it_when_it_takes_effect(
    services: Services,
) -> None:
    draft = services.documents.renew("d")
    (file,) = services.attachments.of("governing_document", draft.id)
    assert services.attachments.content(file) == PDF
    with pytest.raises(RuleBroken):
        services.documents.renew("d")
    with pytest.raises(RuleBroken):
        services.documents.take_effect(draft.id)
    with services.work.step("Decide"):
        services.file.store.save(_decided(draft))
    services.documents.take_effect(draft.id)
    old, new = services.documents.chain("d")
    assert (old.standing, new.standing) == (Standing.REPLACED, Standing.IN_FORCE)
    assert new.review_due == date(2027, 11, 1)
    with pytest.raises(RuleBroken):
        services.governing_documents.save(_named(old, "Annat"))
    services.work.undo()
    assert [one.standing for one in services.documents.chain("d")] == [
        Standing.IN_FORCE,
        Standing.DRAFT,
    ]


def _decided(document: GoverningDocument) -> GoverningDocument:
    return replace(document, decided_on=date(2026, 11, 1))


def _named(document: GoverningDocument, title: str) -> GoverningDocument:
    return replace(document, title=title)


def test_a_copy_is_a_draft_without_reviews_and_receipts(services: Services) -> None:
    services.documents.review(
        DocumentReview("r", governing_document_id="d", done_on=date(2026, 2, 1))
    )
    with services.work.step("Read"):
        services.file.store.save(Receipt("k", governing_document_id="d", person_id="p"))
    copy = services.governing_documents.duplicate("d")
    assert (copy.standing, copy.version, copy.decided_on) == (Standing.DRAFT, 1, None)
    where = {"governing_document_id": copy.id}
    assert services.document_reviews.count(where) == 0
    assert services.file.store.count(Receipt, where) == 0
    assert len(services.attachments.of("governing_document", copy.id)) == 1


def test_an_old_review_that_is_noted_late_moves_no_day_back(services: Services) -> None:
    for key, day in (("new", date(2026, 5, 1)), ("old", date(2025, 5, 1))):
        review = DocumentReview(key, governing_document_id="d", kind=ReviewKind.YEARLY, done_on=day)
        services.documents.review(review)
    assert services.governing_documents.get("d").review_due == date(2027, 5, 1)


def test_a_review_without_a_day_is_refused(services: Services) -> None:
    with pytest.raises(RuleBroken):
        services.documents.review(DocumentReview("r", governing_document_id="d"))
