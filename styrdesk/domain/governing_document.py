"""Governing documents (styrdokument): what is decided above the single unit, and kept up to date.

The types are data that a municipality may edit. A document is looked at once a year
(aktualitetsprövning), and gone through in each mandate period (översyn).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.edition import Edition
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import link, maybe, named, owner, searched
from styrdesk.domain.regulation import a_year_on

_TERM = 4
_ELECTION = 2022  # and every fourth year


class DocumentLevel(StrEnum):
    """What a type of document does: sets things going, or sets the frame for how they are done."""

    OVERALL = "overall"
    ACTIVATING = "activating"
    REGULATING = "regulating"
    WORKING = "working"


DOCUMENT_LEVELS = {
    DocumentLevel.OVERALL: N_("Overall"),
    DocumentLevel.ACTIVATING: N_("Activating"),
    DocumentLevel.REGULATING: N_("Regulating"),
    DocumentLevel.WORKING: N_("The operation's own"),
}


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of governing document.

    Attributes:
        decided_by: Who decides such documents, in words.
        yearly: Whether each is looked at every year; otherwise once in a mandate period.
    """

    id: str
    name: str = named()
    level: DocumentLevel = DocumentLevel.REGULATING
    decided_by: str = searched()
    yearly: bool = True
    position: int = 0


@dataclass(frozen=True, slots=True)
class GoverningDocument(Edition):
    """A version of a governing document.

    Attributes:
        paragraph: Of the minutes ("§ 112").
        applies_to: Whom it binds.
    """

    replaces_id: str | None = maybe("governing_document")
    document_type_id: str = link("document_type")
    registration_number: str = searched()
    paragraph: str = ""
    applies_to: str = ""
    summary: str = searched()


@dataclass(frozen=True, slots=True)
class DocumentRelation:
    """Something that a governing document rests on or belongs with: a law, or another document."""

    id: str
    governing_document_id: str = owner("governing_document")
    regulation_id: str | None = maybe("regulation")
    other_id: str | None = maybe("governing_document")
    comment: str = ""


class ReviewKind(StrEnum):
    """How thoroughly a document was looked at."""

    YEARLY = "yearly"
    OVERHAUL = "overhaul"


REVIEW_KINDS = {
    ReviewKind.YEARLY: N_("Yearly review"),
    ReviewKind.OVERHAUL: N_("Overhaul of the mandate period"),
}


class ReviewResult(StrEnum):
    """What a review came to."""

    STANDS = "stands"
    REVISE = "revise"
    WITHDRAW = "withdraw"


REVIEW_RESULTS = {
    ReviewResult.STANDS: N_("Stands as it is"),
    ReviewResult.REVISE: N_("To be revised"),
    ReviewResult.WITHDRAW: N_("To be withdrawn"),
}


@dataclass(frozen=True, slots=True)
class DocumentReview:
    """A look at a governing document.

    Attributes:
        person_id: Who looked.
    """

    id: str
    governing_document_id: str = owner("governing_document")
    kind: ReviewKind = ReviewKind.YEARLY
    done_on: date | None = None
    person_id: str | None = maybe("person")
    result: ReviewResult = ReviewResult.STANDS
    comment: str = searched()


def mandate_period(day: date) -> tuple[int, int]:
    """First and last year of the nämnders' mandate period that a day is in (2023–2026).

    Elections are in September 2022, 2026 and so on; a nämnd sits from the first of January after.
    """
    first = _ELECTION + 1 + (day.year - _ELECTION - 1) // _TERM * _TERM
    return first, first + _TERM - 1


def next_review(done: date, *, yearly: bool) -> date:
    """When a document that was looked at is to be looked at again.

    In a year, or by the end of the first year of the next mandate period, whichever comes first;
    a type that is not looked at each year waits for the latter.
    """
    overhaul = date(mandate_period(done)[1] + 1, 12, 31)
    return min(a_year_on(done), overhaul) if yearly else overhaul


def check_document_type(kind: DocumentType) -> None:
    """Rules of a type."""
    required(kind.name, "name", _("Write what the type is called."))


def check_governing_document(document: GoverningDocument) -> None:
    """Rules of a governing document."""
    required(document.title, "title", _("Write what the document is called."))
    required(document.document_type_id, "document_type_id", _("Choose a type."))
    check_dates(document.valid_from, document.valid_to)
    check_dates(document.decided_on, document.valid_to)


def check_document_relation(relation: DocumentRelation) -> None:
    """Rules of a relation: it leads to one thing, and not to itself."""
    if (relation.regulation_id is None) == (relation.other_id is None):
        raise RuleBroken(_("Choose a law or a document."), "regulation_id")
    if relation.other_id == relation.governing_document_id:
        raise RuleBroken(_("A document does not belong with itself."), "other_id")


def check_document_review(review: DocumentReview) -> None:
    """Rules of a review."""
    if review.done_on is None:
        raise RuleBroken(_("Write the day of the review."), "done_on")
