"""Indicators: what is measured, which way it should go, and its values year by year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrdesk.base.formats import EN_DASH, number_as_written
from styrdesk.base.i18n import N_, _
from styrdesk.domain.organisation import required
from styrdesk.domain.record import link, maybe, named, owner, searched, within


class Direction(StrEnum):
    """Which way the value should go."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"


DIRECTIONS = {
    Direction.UP: N_("Should rise"),
    Direction.DOWN: N_("Should fall"),
    Direction.KEEP: N_("Should hold"),
}
ARROWS = {Direction.UP: "\u2191", Direction.DOWN: "\u2193", Direction.KEEP: "\u2192"}


class Gender(StrEnum):
    """Whom a value speaks of, by Kolada's letters."""

    ALL = "T"
    WOMEN = "K"
    MEN = "M"


GENDERS = {Gender.ALL: N_("All"), Gender.WOMEN: N_("Women/girls"), Gender.MEN: N_("Men/boys")}


class ValueKind(StrEnum):
    """What a value is: measured, aimed at, or what one compares with."""

    OUTCOME = "outcome"
    TARGET = "target"
    COMPARISON = "comparison"


class Missing(StrEnum):
    """Why a value has no figure."""

    NO = ""
    NO_DATA = "iu"
    NOT_USED = "na"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number by which a goal is judged.

    Attributes:
        unit: What the values count, such as "%", "index", "tkr".
        decimals: How many decimals values are shown with.
        by_gender: Whether rows for women and men are shown.
        committee_id: The nämnd it belongs to; None for the whole municipality.
        compared_with: Name of the comparison, such as "Riket".
    """

    id: str
    committee_id: str | None = maybe("committee")
    goal_id: str | None = maybe("goal")
    code: str = named()
    title: str = named()
    source: str = searched()
    unit: str = "%"
    decimals: int = within(0, 4, 1)
    direction: Direction = Direction.UP
    by_gender: bool = False
    compared_with: str = ""
    frequency: str = ""
    responsible: str = searched()
    position: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value. `value` is None where `missing` says why, or where nothing is known yet."""

    id: str
    indicator_id: str = owner("indicator")
    year: int = 0
    kind: ValueKind = ValueKind.OUTCOME
    gender: Gender = Gender.ALL
    value: Decimal | None = None
    missing: Missing = Missing.NO


@dataclass(frozen=True, slots=True)
class PlanIndicator:
    """An indicator that a nämndplan follows, and the nämndmål it belongs to."""

    id: str
    plan_id: str = owner("plan")
    indicator_id: str = link("indicator")
    committee_goal_id: str | None = maybe("committee_goal")
    position: int = 0


def shown(value: IndicatorValue | None, decimals: int) -> str:
    """A value as it stands in a table: 83,0, i.u., or a dash. None of its decimals is lost."""
    if value is None or value.missing is Missing.NOT_USED:
        return EN_DASH
    if value.missing is Missing.NO_DATA:
        return _("n/a")
    return EN_DASH if value.value is None else number_as_written(value.value, decimals)


def table_of(
    values: Iterable[IndicatorValue],
) -> dict[tuple[str, ValueKind, Gender, int], IndicatorValue]:
    """Values by indicator id, kind, gender and year."""
    return {(v.indicator_id, v.kind, v.gender, v.year): v for v in values}


def check_indicator(indicator: Indicator) -> None:
    """Rules of an indicator."""
    required(indicator.code, "code", _("Write the indicator's number, such as I1."))
    required(indicator.title, "title", _("Write what is measured."))
    required(indicator.unit, "unit", _("Write the unit, such as % or tkr."))
