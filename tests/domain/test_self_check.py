"""Self-checks: where each stands, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.self_check import (
    SOON,
    CheckResult,
    CheckState,
    SelfCheck,
    SelfCheckMeasure,
    check_self_check,
    check_self_check_measure,
    planned_again,
    state,
)

TODAY = date(2026, 11, 20)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("planned", "expected"),
    [
        (None, CheckState.PLANNED),
        (TODAY + SOON + DAY, CheckState.PLANNED),
        (TODAY + SOON, CheckState.DUE),
        (TODAY, CheckState.DUE),
        (TODAY - DAY, CheckState.LATE),
    ],
)
def test_one_that_is_not_made_goes_by_its_last_day(
    planned: date | None, expected: CheckState
) -> None:
    check = SelfCheck("s", title="Locks", planned_for=planned)
    assert state(check, TODAY, measures_left=False) is expected


@given(st.dates() | st.none(), st.booleans())
def test_one_that_is_made_goes_by_its_measures_alone(planned: date | None, left: bool) -> None:
    check = SelfCheck("s", title="Locks", planned_for=planned, done_on=TODAY)
    found = state(check, TODAY, measures_left=left)
    assert found is (CheckState.MEASURES if left else CheckState.DONE)


def test_what_has_deviations_is_not_as_required() -> None:
    check = SelfCheck("s", title="Locks", deviations=1, result=CheckResult.AS_REQUIRED)
    with pytest.raises(RuleBroken) as broken:
        check_self_check(check)
    assert broken.value.field == "result"
    check_self_check(replace(check, result=CheckResult.PARTLY))


def test_it_must_be_told_what_is_checked_and_what_is_done() -> None:
    with pytest.raises(RuleBroken):
        check_self_check(SelfCheck("s"))
    with pytest.raises(RuleBroken):
        check_self_check_measure(SelfCheckMeasure("m", "s"))


def test_a_copy_is_planned_and_has_no_outcome() -> None:
    planned = SelfCheck("s", title="Locks", method="Visit", sample="Six", requirement="Locked")
    done = replace(
        planned, done_on=TODAY, done_by_id="p", looked_at="Five", result=CheckResult.NOT,
        deviations=2, outcome="Open", planned_for=TODAY,
    )  # fmt: skip
    assert planned_again(done) == planned
