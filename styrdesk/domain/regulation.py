"""Laws and regulations that the work rests on, and how each is kept watch over.

Nothing is said of what a law demands until somebody here has read it: a law is to be checked
until it was, and again when a year has gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import link, maybe, named, owner, searched


@dataclass(frozen=True, slots=True)
class Regulation:
    """A law, an ordinance, a regulation of an authority, or anything else that binds us.

    Attributes:
        number: As it is cited ("SFS 2017:725"), or empty.
        demands: What it demands of us, in our own words.
        link: Where it can be read.
        responsible_id: Who keeps watch over it.
        checked_on: The day somebody last saw that what stands here is so; None for never.
        checked_by_id: Who that was.
        next_check: The day it is to be looked at again.
    """

    id: str
    title: str = named()
    number: str = searched()
    demands: str = searched()
    link: str = ""
    responsible_id: str | None = maybe("person")
    checked_on: date | None = None
    checked_by_id: str | None = maybe("person")
    next_check: date | None = None


@dataclass(frozen=True, slots=True)
class RegulationUnit:
    """A unit that a regulation concerns. One that concerns no unit in particular concerns all."""

    id: str
    regulation_id: str = owner("regulation")
    unit_id: str = link("unit")


class RegulationState(StrEnum):
    """Whether what stands of a regulation can be relied on."""

    UNCHECKED = "unchecked"
    DUE = "due"
    CHECKED = "checked"


REGULATION_STATES = {
    RegulationState.UNCHECKED: N_("To check"),
    RegulationState.DUE: N_("Check again"),
    RegulationState.CHECKED: N_("Checked"),
}


def state(regulation: Regulation, today: date) -> RegulationState:
    """Whether a regulation was checked, and not too long ago."""
    if regulation.checked_on is None:
        return RegulationState.UNCHECKED
    due = regulation.next_check is not None and regulation.next_check <= today
    return RegulationState.DUE if due else RegulationState.CHECKED


def checked(regulation: Regulation, today: date, person: str) -> Regulation:
    """The regulation as it is when somebody has looked at it: again in a year.

    Args:
        regulation: As it was.
        today: The day of the check.
        person: Who checked it, by id; empty where nobody is known.
    """
    return replace(
        regulation,
        checked_on=today,
        checked_by_id=person or None,
        next_check=a_year_on(today),
    )


def a_year_on(day: date) -> date:
    """The same day of the next year; the first of March for the twenty-ninth of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return (day + timedelta(days=1)).replace(year=day.year + 1)


def check_regulation(regulation: Regulation) -> None:
    """Rules of a regulation."""
    required(regulation.title, "title", _("Write what the law or regulation is called."))
    check_dates(regulation.checked_on, regulation.next_check, "next_check")


def check_regulation_unit(concerned: RegulationUnit) -> None:
    """Rules of a unit that is concerned."""
    required(concerned.unit_id, "unit_id", _("Choose a unit."))
