"""Self-checks (egenkontroller): what is checked against which requirement, and what it led to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import maybe, named, owner, searched, within

SOON: Final = timedelta(days=14)
_MANY: Final = 100_000


class CheckResult(StrEnum):
    """What a check came to."""

    NONE = "none"
    AS_REQUIRED = "as_required"
    PARTLY = "partly"
    NOT = "not"


CHECK_RESULTS = {
    CheckResult.NONE: N_("No result yet"),
    CheckResult.AS_REQUIRED: N_("As required"),
    CheckResult.PARTLY: N_("Partly as required"),
    CheckResult.NOT: N_("Not as required"),
}


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """A self-check, as it is planned and as it was carried out.

    Attributes:
        committee_id: The nämnd it is made for; None for the whole municipality.
        title: What is checked.
        requirement: What is required, in words; the links tell where it stands.
        unit_id: The unit that is checked.
        period: The time that is looked at ("January to June"), not when it is done.
        method: How it is done.
        sample: How much is looked at, as planned.
        planned_for: The last day it is to be done by.
        done_on: The day it was carried out; None for not yet.
        looked_at: How much was looked at.
        deviations: How many were not as required.
        outcome: What was found, in words.
    """

    id: str
    committee_id: str | None = maybe("committee")
    title: str = named()
    requirement: str = searched()
    regulation_id: str | None = maybe("regulation")
    governing_document_id: str | None = maybe("governing_document")
    routine_id: str | None = maybe("routine")
    unit_id: str | None = maybe("unit")
    period: str = ""
    method: str = searched()
    sample: str = ""
    responsible_id: str | None = maybe("person")
    planned_for: date | None = None
    done_on: date | None = None
    done_by_id: str | None = maybe("person")
    looked_at: str = ""
    result: CheckResult = CheckResult.NONE
    deviations: int = within(0, _MANY, 0)
    outcome: str = searched()


@dataclass(frozen=True, slots=True)
class SelfCheckMeasure:
    """What is done about a deviation that a self-check found.

    Attributes:
        deviation: What was not as required.
        title: What is done about it.
        person_id: Who does it.
        done_on: The day it was done; None for not yet.
        effect: What it led to.
    """

    id: str
    self_check_id: str = owner("self_check")
    deviation: str = ""
    title: str = ""
    person_id: str | None = maybe("person")
    due: date | None = None
    done_on: date | None = None
    effect: str = ""
    position: int = 0


class CheckState(StrEnum):
    """Where a self-check stands."""

    PLANNED = "planned"
    DUE = "due"
    LATE = "late"
    MEASURES = "measures"
    DONE = "done"


CHECK_STATES = {
    CheckState.PLANNED: N_("Planned"),
    CheckState.DUE: N_("Soon due"),
    CheckState.LATE: N_("Late"),
    CheckState.MEASURES: N_("Measures left"),
    CheckState.DONE: N_("Done"),
}


def state(check: SelfCheck, today: date, *, measures_left: bool) -> CheckState:
    """Where a self-check stands.

    Args:
        check: The self-check.
        today: The day.
        measures_left: Whether a measure of it is not done.
    """
    if check.done_on is not None:
        return CheckState.MEASURES if measures_left else CheckState.DONE
    if check.planned_for is None or check.planned_for > today + SOON:
        return CheckState.PLANNED
    return CheckState.LATE if check.planned_for < today else CheckState.DUE


def planned_again(check: SelfCheck) -> SelfCheck:
    """The same self-check to be made anew: as it is planned, with no day and no outcome."""
    return replace(
        check,
        planned_for=None,
        done_on=None,
        done_by_id=None,
        looked_at="",
        result=CheckResult.NONE,
        deviations=0,
        outcome="",
    )


def check_self_check(check: SelfCheck) -> None:
    """Rules of a self-check: deviations are of one that was carried out and fell short."""
    required(check.title, "title", _("Write what is checked."))
    if check.result is CheckResult.AS_REQUIRED and check.deviations:
        raise RuleBroken(
            _("With deviations it is not as required: choose another result."), "result"
        )


def check_self_check_measure(measure: SelfCheckMeasure) -> None:
    """Rules of a measure."""
    required(measure.title, "title", _("Write what is done about it."))
