"""Results of controls: when each is to be reported, and when it is late."""

from __future__ import annotations

from datetime import date

import pytest

from styrdesk.domain.control_result import (
    ControlResult,
    ControlState,
    check_control_result,
    reporting_days,
    state,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.risk import Control
from styrdesk.domain.self_check import CheckResult


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("T1, T2", [4, 8]),
        ("kvartal", [3, 6, 9, 12]),
        ("Kvartalsvis", [3, 6, 9, 12]),
        ("halvår", [6, 12]),
        ("Tertialvis", [4, 8, 12]),
        ("varje månad", list(range(1, 13))),
        ("maj och oktober", [5, 10]),
        ("år", [12]),
        ("", [12]),
    ],
)
def test_the_words_of_the_plan_tell_when_it_is_reported(words: str, months: list[int]) -> None:
    days = reporting_days(Control("c", frequency=words), 2026)
    assert [day.month for day in days] == months


def test_a_reporting_day_is_the_last_of_its_month() -> None:
    assert reporting_days(Control("c", frequency="februari"), 2028) == (date(2028, 2, 29),)


def test_it_is_late_when_a_day_has_passed_without_its_result() -> None:
    control = Control("c", frequency="T1, T2")
    first = ControlResult("r", "c", "T1", result=CheckResult.PARTLY)
    second = ControlResult("s", "c", "T2", result=CheckResult.NOT)
    begun = ControlResult("t", "c", "T2")  # a row with no result yet
    for results, day, expected in (
        ((), date(2026, 4, 30), ControlState.WAITING),
        ((), date(2026, 5, 1), ControlState.LATE),
        ((first,), date(2026, 5, 1), ControlState.WAITING),
        ((first, begun), date(2026, 9, 1), ControlState.LATE),
        ((first, second), date(2026, 9, 1), ControlState.NOTED),
    ):
        assert state(control, 2026, results, day) is expected


def test_a_result_tells_its_reporting() -> None:
    with pytest.raises(RuleBroken):
        check_control_result(ControlResult("r", "c"))
