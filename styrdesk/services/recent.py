"""Where somebody worked last, so that they can go on there: read from the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from styrdesk.domain.catalogue import PLAN_TABLES
from styrdesk.domain.checks.places import at
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import heading
from styrdesk.services.names import when
from styrdesk.storage.file import File


@dataclass(frozen=True, slots=True)
class Place:
    """A chapter that was worked in.

    Attributes:
        year: The plan's year.
        title: Its number and title.
    """

    year: int
    chapter_id: str
    title: str
    at: datetime


def worked_in(
    file: File, documents: Sequence[PlanDocument], person: str, most: int
) -> tuple[Place, ...]:
    """The chapters of plans that somebody changed last, the latest first.

    Args:
        file: The open file.
        documents: The plans.
        person: Id of who it is; what nobody signed is asked for with an empty one.
        most: At most so many.
    """
    found: dict[str, Place] = {}
    for touch in file.history.touched(person):
        for document in documents:
            chapter = _chapter_of(document, touch.table, touch.record)
            if chapter and chapter not in found:
                found[chapter] = _place(document, chapter, when(touch.at))
        if len(found) >= most:
            break
    return tuple(found.values())[:most]


def _chapter_of(document: PlanDocument, table: str, record: str) -> str:
    """The chapter in which a record of the plan is written; empty for what is not of it."""
    if table not in PLAN_TABLES or all(row.id != record for row in document.rows(table)):
        return ""
    return at(document, table, record).chapter


def _place(document: PlanDocument, chapter_id: str, moment: datetime) -> Place:
    chapter = next(c for c in document.chapter if c.id == chapter_id)
    title = heading(chapter, document.numbers[chapter_id])
    return Place(document.the_plan.year, chapter_id, title, moment)
