"""Governing documents: their types to begin with, and the reviews that keep them up to date."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.governing_document import (
    DocumentLevel,
    DocumentRelation,
    DocumentReview,
    DocumentType,
    GoverningDocument,
    check_document_review,
    check_governing_document,
    next_review,
)
from styrdesk.services.changes import Changes
from styrdesk.services.edition import EditionService
from styrdesk.services.styrmodell import load
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

_TYPES: Final = ("quality", "document_types.toml")


@cache
def starting_types() -> tuple[DocumentType, ...]:
    """The types that most municipalities have; their ids are made anew when they are added.

    Raises:
        FileProblem: The file with them cannot be read.
    """
    path = resource(*_TYPES)
    try:
        rows: list[dict[str, Any]] = load(path)["types"]
        return tuple(
            DocumentType("", **(row | {"level": DocumentLevel(row["level"])}), position=n)
            for n, row in enumerate(rows)
        )
    except (KeyError, TypeError, ValueError) as error:
        words = _("{name} cannot be read: {error}").format(name=path.name, error=error)
        raise FileProblem(FileFault.UNREADABLE, words) from error


class DocumentService(EditionService[GoverningDocument]):
    """Use cases of governing documents, beside those of a register."""

    def __init__(self, store: Store, work: Work, clock: Clock) -> None:
        parts = (DocumentRelation, Attachment)
        super().__init__(store, work, clock, GoverningDocument, check_governing_document, parts)

    def begin(self) -> Changes:
        """Add the types to begin with, in one step; one whose name is there is left alone."""
        held = {row.name for row in self._store.rows(DocumentType)}
        with self._work.step(N_("Add the types of governing documents")):
            for kind in starting_types():
                if kind.name not in held:
                    self._store.save(replace(kind, id=new_id()))
        return self._work.last

    def review(self, review: DocumentReview) -> Changes:
        """Note a review, and when the next one is due: one step.

        Raises:
            RuleBroken: It has no day, or the document is in force no longer.
        """
        check_document_review(review)
        self.see_that_it_is_not_over(review.governing_document_id)
        document = self._store.get(GoverningDocument, review.governing_document_id)
        held = self._store.rows(DocumentReview, {"governing_document_id": document.id})
        last = max(one.done_on for one in (*held, review) if one.done_on is not None)
        due = next_review(last, yearly=self._yearly(document))
        with self._work.step(N_("Review governing document")):
            self._store.save(review)
            self._store.save(replace(document, review_due=due))
        return self._work.last

    def reviewed_first(self, record: GoverningDocument) -> GoverningDocument:
        """A version that takes effect is looked at as if it was looked at when it was adopted."""
        if record.review_due is not None or record.decided_on is None:
            return record
        due = next_review(record.decided_on, yearly=self._yearly(record))
        return replace(record, review_due=due)

    def adopted_by(self, draft: GoverningDocument) -> str:
        """Who adopted the version before, or who decides documents of its type."""
        kinds = self._store.rows(DocumentType, {"id": draft.document_type_id})
        return draft.decided_by or (kinds[0].decided_by if kinds else "")

    def _yearly(self, document: GoverningDocument) -> bool:
        kinds = self._store.rows(DocumentType, {"id": document.document_type_id})
        return kinds[0].yearly if kinds else True
