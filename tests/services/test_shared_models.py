"""Shared models on a real file: versions with their files, and what is begun with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain import richtext
from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import DocumentType
from styrdesk.domain.organisation import Committee
from styrdesk.domain.shared_model import SharedModel, check_shared_model
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services
from tests.reports.namndplan.small import picture

ORIGIN = "Made from the shared model Mall för <rutin> & protokoll, version 1."


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def nobody() -> str:
    return ""


@pytest.fixture
def services() -> Iterator[Services]:
    """A model in force with two files; its title is one that markup would stumble over."""
    with empty_services(nobody) as made:
        made.committees.add(Committee("c", name="Miljönämnden"))
        made.document_types.add(DocumentType("t", name="Riktlinje"))
        made.shared_models.add(
            SharedModel("m", title="Mall för <rutin> & protokoll", decided_on=date(2026, 2, 1))
        )
        made.attachments.add("shared_model", "m", "mall.pdf", b"%PDF-1.7 template")
        made.attachments.add("shared_model", "m", "bild.png", picture())
        made.models.take_effect("m")
        yield made


def files(services: Services, table: str, key: str) -> set[tuple[str, bytes]]:
    held = services.attachments.of(table, key)
    return {(one.name, services.attachments.content(one)) for one in held}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)}, "valid_to"),
    ],
)
def test_a_model_has_a_title_and_its_days_in_order(facts: dict[str, object], field: str) -> None:
    with pytest.raises(RuleBroken) as told:
        check_shared_model(replace(SharedModel("m", title="Mall"), **facts))  # type: ignore[arg-type]  # any field
    assert told.value.field == field


def test_the_next_version_begins_with_the_files_and_replaces_the_last(services: Services) -> None:
    draft = services.models.renew("m")
    assert files(services, "shared_model", draft.id) == files(services, "shared_model", "m")
    services.shared_models.save(replace(draft, decided_on=date(2026, 11, 3)))
    services.models.take_effect(draft.id)
    assert services.shared_models.get("m").standing is Standing.REPLACED
    assert [one.version for one in services.models.chain("m")] == [1, 2]


def test_a_document_begins_as_a_draft_with_the_models_files(services: Services) -> None:
    held = files(services, "shared_model", "m")
    made = services.models.begin_document("m", "Riktlinje för protokoll", "c", "t")
    record = services.governing_documents.get(made)
    assert (record.title, record.standing, record.summary) == (
        "Riktlinje för protokoll", Standing.DRAFT, ORIGIN,
    )  # fmt: skip
    assert (record.committee_id, record.document_type_id) == ("c", "t")
    assert files(services, "governing_document", made) == held
    # its copy is its own: what is done with it does not touch the model
    (first, *_rest) = services.attachments.of("governing_document", made)
    services.attachments.remove(first.id)
    assert files(services, "shared_model", "m") == held


def test_a_routine_begins_with_the_files_and_says_where_it_came_from(services: Services) -> None:
    made = services.models.begin_routine("m", "Skriva protokoll", None)
    record = services.routines.get(made)
    assert richtext.plain(richtext.parse(record.related)) == ORIGIN
    assert files(services, "routine", made) == files(services, "shared_model", "m")


def test_a_template_of_checklists_begins_without_files(services: Services) -> None:
    count = services.attachments.of("shared_model", "m")
    made = services.models.begin_checklist("m", "Protokoll", "c")
    assert services.checklist_templates.get(made).purpose == ORIGIN
    assert services.attachments.of("shared_model", "m") == count


def test_what_is_begun_is_one_step_back_and_forth(services: Services) -> None:
    made = services.models.begin_routine("m", "Skriva protokoll", "c")
    services.work.undo()
    assert services.routines.count() == 0
    assert services.attachments.of("routine", made) == ()
    services.work.redo()
    assert len(services.attachments.of("routine", made)) == 2


def test_nothing_begins_without_a_title_or_a_type(services: Services) -> None:
    for act, field in (
        (lambda: services.models.begin_document("m", "", None, "t"), "title"),
        (lambda: services.models.begin_document("m", "Policy", None, ""), "document_type_id"),
        (lambda: services.models.begin_routine("m", "", None), "title"),
        (lambda: services.models.begin_checklist("m", "", None), "title"),
    ):
        with pytest.raises(RuleBroken) as told:
            act()
        assert told.value.field == field
    assert services.routines.count() == services.governing_documents.count() == 0


def test_nothing_begins_with_what_is_no_longer_in_force(services: Services) -> None:
    services.models.withdraw("m")
    with pytest.raises(RuleBroken, match="no longer in force"):
        services.models.begin_routine("m", "Skriva protokoll", None)


def test_a_model_and_its_files_go_and_come_back_together(services: Services) -> None:
    held = files(services, "shared_model", "m")
    services.shared_models.delete("m")
    assert services.attachments.of("shared_model", "m") == ()
    services.trash.restore(services.trash.rows().rows(0, 1)[0].id)
    assert files(services, "shared_model", "m") == held


def test_the_agenda_tells_when_one_is_to_be_reviewed(services: Services) -> None:
    model = replace(services.shared_models.get("m"), review_due=services.clock.today())
    services.shared_models.save(model)
    (told,) = services.agenda.due("c", "")
    assert (told.table, told.record, told.title) == ("shared_model", "m", model.title)


def test_the_search_finds_what_a_model_is_for(services: Services) -> None:
    draft = services.models.renew("m")
    services.shared_models.save(replace(draft, description="Vid sammanträden"))
    assert [hit.record for hit in services.search.find("sammanträd").hits] == [draft.id]
