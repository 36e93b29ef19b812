"""A law is to be checked until somebody has read it, and again when a year has gone."""

from __future__ import annotations

from datetime import date

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.regulation import (
    Regulation,
    RegulationState,
    RegulationUnit,
    a_year_on,
    check_regulation,
    check_regulation_unit,
    checked,
    state,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("checked_on", "next_check", "found"),
    [
        (None, None, RegulationState.UNCHECKED),
        (None, date(2026, 1, 1), RegulationState.UNCHECKED),
        (date(2026, 1, 1), None, RegulationState.CHECKED),
        (date(2025, 11, 23), date(2026, 11, 24), RegulationState.CHECKED),
        (date(2025, 11, 23), date(2026, 11, 23), RegulationState.DUE),
    ],
)
def test_what_stands_of_a_law_can_be_relied_on_until_its_next_check(
    checked_on: date | None, next_check: date | None, found: RegulationState
) -> None:
    law = Regulation("l", title="Skollag", checked_on=checked_on, next_check=next_check)
    assert state(law, TODAY) is found


def test_a_check_is_noted_with_who_and_holds_a_year() -> None:
    law = checked(Regulation("l", title="Skollag"), TODAY, "p")
    assert (law.checked_on, law.checked_by_id, law.next_check) == (TODAY, "p", date(2027, 11, 23))
    assert state(law, TODAY) is RegulationState.CHECKED
    assert checked(law, TODAY, "").checked_by_id is None


def test_a_year_on_from_a_leap_day_is_a_day_that_exists() -> None:
    assert a_year_on(date(2028, 2, 29)) == date(2029, 3, 1)
    assert a_year_on(date(2027, 2, 28)) == date(2028, 2, 28)


@pytest.mark.parametrize(
    ("law", "field"),
    [
        (Regulation("l", title=" "), "title"),
        (Regulation("l", title="A", checked_on=TODAY, next_check=date(2026, 1, 1)), "next_check"),
    ],
)
def test_a_law_without_a_name_or_checked_before_it_was_is_refused(
    law: Regulation, field: str
) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_regulation(law)
    assert broken.value.field == field


def test_a_unit_concerned_must_be_chosen() -> None:
    with pytest.raises(RuleBroken):
        check_regulation_unit(RegulationUnit("u", "l"))
