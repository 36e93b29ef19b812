"""What has a last day: by a nämnd's plan, and by its registers; and what the year holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from styrdesk.domain.assignment import OVER
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import CycleEvent

AHEAD: Final = timedelta(days=30)
BEHIND: Final = timedelta(days=14)
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Whose:
    """Who sits here, and the units that are theirs.

    Attributes:
        person: Id, or empty.
        units: Ids of their units and of all that lies under these.
        names: Their name and title and their units' names, for what says in words whose it is.
        only: Whether only what is theirs is asked for, not all that the nämnd has.
    """

    person: str = ""
    units: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    only: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a last day.

    Attributes:
        table: "activity", "assignment_answer", or "assignment" where the plan has no answer; of
            what a register tells, the register's own.
        record: Its id.
        who: Who is responsible, in words.
        note: What more is to be known of it, in words.
        year: Of the plan it is a part of, by which it is shown; 0 where it is shown whatever year.
    """

    day: date
    code: str
    title: str
    who: str
    table: str
    record: str
    note: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is due, by day.

    Attributes:
        beyond: How much more is due in the nämnd, that is not told because it is not theirs; of
            all that the nämnd has, the checklists that others are to fill in.
    """

    rows: tuple[Due, ...] = ()
    beyond: int = 0


def due(document: PlanDocument, today: date) -> tuple[Due, ...]:
    """What is not done and due within thirty days, or was in the last fourteen; by day."""
    found = (one for one in _with_last_day(document) if -BEHIND <= one.day - today <= AHEAD)
    return tuple(sorted(found, key=lambda one: (one.day, one.code)))


def _with_last_day(document: PlanDocument) -> Iterator[Due]:
    for row in document.activity:
        if row.end is not None and row.status not in OVER:
            yield Due(row.end, row.code, row.title, row.responsible, "activity", row.id)
    answers = {answer.assignment_id: answer for answer in document.assignment_answer}
    for asked in document.assignment:
        answer = answers.get(asked.id)
        if asked.deadline is not None and (answer is None or answer.status not in OVER):
            who = answer.responsible if answer is not None else ""
            at = ("assignment_answer", answer.id) if answer else ("assignment", asked.id)
            yield Due(asked.deadline, asked.code, asked.title, who, *at)


@dataclass(frozen=True, slots=True)
class Coming:
    """An event of the årshjul, and the year and month in which it comes."""

    year: int
    event: CycleEvent


def coming(years: Iterable[tuple[int, Iterable[CycleEvent]]], today: date) -> tuple[Coming, ...]:
    """The events from this month on, as they come. What goes on all year has no month."""
    found = [
        Coming(year, event)
        for year, events in years
        for event in events
        if event.month and (year, event.month) >= (today.year, today.month)
    ]
    return tuple(sorted(found, key=lambda one: (one.year, one.event.month, one.event.position)))


def months(events: Iterable[CycleEvent]) -> tuple[int, ...]:
    """How many events each month of the year has, January first."""
    held = [event.month for event in events]
    return tuple(held.count(month) for month in range(1, _MONTHS + 1))
