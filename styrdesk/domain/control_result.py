"""What the controls of an internal control plan came to, reporting by reporting.

A decided plan is frozen, so its results stand beside it and may be written all year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import maybe, owner, within
from styrdesk.domain.risk import Control
from styrdesk.domain.self_check import CheckResult

_MANY: Final = 100_000
# The months at whose ends a control is reported, by the words of its frequency in a plan.
_MONTHS: Final = {
    "t1": (4,),
    "t2": (8,),
    "t3": (12,),
    "tertial": (4, 8, 12),
    "kvartal": (3, 6, 9, 12),
    "halvår": (6, 12),
    "delår": (8,),
    "månad": tuple(range(1, 13)),
    "januari": (1,),
    "februari": (2,),
    "mars": (3,),
    "april": (4,),
    "maj": (5,),
    "juni": (6,),
    "juli": (7,),
    "augusti": (8,),
    "september": (9,),
    "oktober": (10,),
    "november": (11,),
    "december": (12,),
}


@dataclass(frozen=True, slots=True)
class ControlResult:
    """The outcome of a control at a reporting.

    Attributes:
        occasion: Which reporting it is for ("T1").
        noted_on: The day the control was made.
        measure: What is done about what was found.
    """

    id: str
    control_id: str = owner("control")
    occasion: str = ""
    noted_on: date | None = None
    person_id: str | None = maybe("person")
    result: CheckResult = CheckResult.NONE
    deviations: int = within(0, _MANY, 0)
    comment: str = ""
    measure: str = ""
    position: int = 0


class ControlState(StrEnum):
    """Whether what should have been reported by now is noted."""

    WAITING = "waiting"
    LATE = "late"
    NOTED = "noted"


CONTROL_STATES = {
    ControlState.WAITING: N_("Waits"),
    ControlState.LATE: N_("Result is late"),
    ControlState.NOTED: N_("Noted"),
}


def reporting_days(control: Control, year: int) -> tuple[date, ...]:
    """The last days of a control's reportings in a year: the year's end where no words tell."""
    words = re.findall(r"\w+", control.frequency.lower())
    months = {
        month for word in words for start, found in _MONTHS.items()
        if word.startswith(start) for month in found
    }  # fmt: skip
    days = [date(year, month, monthrange(year, month)[1]) for month in sorted(months or {12})]
    return tuple(days)


def next_day(control: Control, year: int, results: Sequence[ControlResult]) -> date | None:
    """The last day of the first reporting that no result is noted for; None when all are."""
    noted = sum(one.result is not CheckResult.NONE for one in results)
    days = reporting_days(control, year)
    return days[noted] if noted < len(days) else None


def state(
    control: Control, year: int, results: Sequence[ControlResult], today: date
) -> ControlState:
    """Where a control stands: late when fewer results are noted than days have passed."""
    day = next_day(control, year, results)
    if day is None:
        return ControlState.NOTED
    return ControlState.LATE if day < today else ControlState.WAITING


def check_control_result(result: ControlResult) -> None:
    """Rules of a result."""
    required(result.occasion, "occasion", _("Write which reporting it is for."))
