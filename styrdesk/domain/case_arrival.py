"""A case that comes from a spreadsheet: what is said of it there, and no history that is not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _, in_each
from styrdesk.domain.case import MASK, Case, check_case, code_of
from styrdesk.domain.case_flow import Way, reckoned
from styrdesk.domain.case_type import STAGE_KINDS, CaseStage, StageKind
from styrdesk.domain.errors import RuleBroken

RECKONED: Final = frozenset(
    {
        *("stage_id", "year", "number", "escalated", "entered", "due", "answer_by", "answer"),
        *("reopened", "duplicate_of"),
    }
)
"""What follows from the way of a case or is reckoned, and so is never taken from a spreadsheet."""

_CODE: Final = re.compile(r"([12][0-9]{3})-([0-9]{3,5})")
_DAYS: Final = ("acknowledged_on", "answered_on", "closed_on")


def arriving(case: Case, way: Way, step: str, today: date) -> Case:
    """What a row of a spreadsheet says, as a new case.

    It begins in the first step of its kind, for nobody here has seen to what the later ones ask
    for. One with the day it was closed stands closed since then, and has no way behind it.

    Args:
        case: With what the row says.
        way: Its kind's.
        step: The step in the sheet's words; empty where it tells none.
        today: The day.

    Returns:
        The case; `number` is 0 where the sheet brings none.

    Raises:
        RuleBroken: With the field that has to be mended.
    """
    if fold(case.title).strip() in map(fold, in_each(MASK)):
        message = _("The row is of a secret case that is not shown. Write what it is about.")
        raise RuleBroken(message, "title")
    check_case(case, today)
    arrived = case.arrived or today  # there, or it has been told
    if not way.stages:
        raise RuleBroken(_("The kind of case has no steps."), "type_id")
    if case.anonymous and (case.reporter or case.contact):
        field = "reporter" if case.reporter else "contact"
        raise RuleBroken(_("Who is anonymous is not named. Empty the cell."), field)
    _check_days(case, arrived, today)
    last = way.of_kind(StageKind.CLOSED) or way.stages[-1]
    if case.is_open and _says_closed(step, last):
        raise RuleBroken(_("Write the day it was closed too."), "closed_on")
    year, number = _number(case, arrived)
    begun = replace(
        case,
        year=year,
        number=number,
        code=code_of(year, number) if number else "",
        stage_id=(way.stages[0] if case.is_open else last).id,
        entered=case.closed_on or arrived,
    )
    return reckoned(begun, way)


def _says_closed(step: str, last: CaseStage) -> bool:
    """Whether the words of a step mean the last one: "Avslutad" says what "Avslut" does."""
    said = fold(step).strip()
    names = (last.name, *in_each(STAGE_KINDS[StageKind.CLOSED]))
    return any(name and said.startswith(fold(name)) for name in names)


def number_in(code: str) -> tuple[int, int]:
    """The year and number that are written so ("2026-017"); 0 and 0 for any other words."""
    match = _CODE.fullmatch(code.strip())
    found = (int(match[1]), int(match[2])) if match else (0, 0)
    return found if code_of(*found) == code.strip() else (0, 0)


def _check_days(case: Case, arrived: date, today: date) -> None:
    for name in _DAYS:
        day: date | None = getattr(case, name)
        if day is not None and not arrived <= day <= today:
            raise RuleBroken(_("It cannot have been before it arrived, or after today."), name)


def _number(case: Case, arrived: date) -> tuple[int, int]:
    """The year and number that it brings; the year of its arrival and 0 where it brings none."""
    if not case.code.strip():
        return arrived.year, 0
    year, number = number_in(case.code)
    if not number:
        message = _("Write the number as {code}, or nothing: then it is given one.")
        raise RuleBroken(message.format(code=code_of(arrived.year, 17)), "code")
    return year, number
