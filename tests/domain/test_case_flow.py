"""A case's way through its steps: order, last days, the answer, and when it may be closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.case import AnswerState, Case, CaseEvent, Happened, Measure, masked
from styrdesk.domain.case_flow import (
    Way,
    check_leaves,
    check_settled,
    escalates,
    passed,
    reckoned,
)
from styrdesk.domain.case_type import CaseStage, CaseType, Counting, Since, StageKind
from styrdesk.domain.errors import RuleBroken

FRIDAY = date(2026, 12, 18)
STEPS = (
    (StageKind.ARRIVED, 0, Counting.CALENDAR, Since.STEP),
    (StageKind.ASSIGNED, 2, Counting.WORKING, Since.ARRIVAL),
    (StageKind.ASSESSED, 5, Counting.CALENDAR, Since.ARRIVAL),
    (StageKind.CONTACT, 0, Counting.CALENDAR, Since.STEP),
    (StageKind.INVESTIGATION, 3, Counting.WORKING, Since.STEP),
    (StageKind.MEASURES, 0, Counting.CALENDAR, Since.STEP),
    (StageKind.ANSWER, 14, Counting.CALENDAR, Since.ARRIVAL),
    (StageKind.FOLLOW_UP, 0, Counting.CALENDAR, Since.STEP),
    (StageKind.CLOSED, 0, Counting.CALENDAR, Since.STEP),
)
WAY = Way(
    CaseType("t", "Klagomål"),
    tuple(
        CaseStage(
            kind.value, "t", kind.value, kind, days=days, counting=counting, since=since, position=n
        )
        for n, (kind, days, counting, since) in enumerate(STEPS)
    ),
)


def a_case(stage: StageKind = StageKind.ARRIVED, **changes: object) -> Case:
    case = Case("c", "n", "t", stage.value, arrived=FRIDAY, entered=FRIDAY, title="Maten")
    return replace(case, **changes)  # type: ignore[arg-type]


def kinds(case: Case) -> list[StageKind]:
    return [stage.kind for stage in WAY.of(case)]


def test_a_case_goes_through_all_steps_in_order() -> None:
    assert kinds(a_case()) == [kind for kind, *_rest in STEPS]


def test_nobody_speaks_to_who_is_anonymous() -> None:
    left = set(kinds(a_case())) - set(kinds(a_case(anonymous=True)))
    assert left == {StageKind.CONTACT, StageKind.ANSWER}


def test_a_kind_that_nobody_waits_for_is_not_answered() -> None:
    way = replace(WAY, kind=replace(WAY.kind, answered=False))
    assert StageKind.ANSWER not in {stage.kind for stage in way.of(a_case())}
    assert reckoned(a_case(), way).answer is AnswerState.NONE


def test_the_step_after_is_the_next_that_is_not_left_out() -> None:
    case = a_case(StageKind.ASSESSED, anonymous=True)
    following = WAY.next(case)
    assert following is not None
    assert following.kind is StageKind.INVESTIGATION
    assert WAY.next(a_case(StageKind.CLOSED)) is None
    assert WAY.before(a_case()) is None


def test_the_nearest_of_the_days_that_are_left_is_the_last_day() -> None:
    # Two working days after Friday the 18th: Tuesday the 22nd.
    assert reckoned(a_case(), WAY).due == date(2026, 12, 22)
    assert reckoned(a_case(StageKind.ASSESSED), WAY).due == date(2026, 12, 23)


def test_a_step_that_counts_from_its_beginning_counts_working_days_over_christmas() -> None:
    case = a_case(StageKind.INVESTIGATION, entered=date(2026, 12, 22))
    assert reckoned(case, WAY).due == date(2026, 12, 29)  # 23, 28 and 29


def test_an_answer_that_is_given_is_waited_for_no_more() -> None:
    case = a_case(StageKind.MEASURES, answered_on=date(2026, 12, 30))
    assert reckoned(case, WAY).due is None
    assert reckoned(case, WAY).answer is AnswerState.IN_TIME


@given(st.integers(0, 40))
def test_an_answer_is_in_time_up_to_and_with_its_last_day(days: int) -> None:
    answered = date.fromordinal(FRIDAY.toordinal() + days)
    case = reckoned(a_case(StageKind.ANSWER, answered_on=answered), WAY)
    assert case.answer_by == date(2027, 1, 1)
    assert (case.answer is AnswerState.IN_TIME) == (days <= 14)


def test_a_closed_case_has_no_last_day() -> None:
    case = reckoned(a_case(StageKind.CLOSED, closed_on=FRIDAY), WAY)
    assert case.due is None
    assert case.answer is AnswerState.NONE


@pytest.mark.parametrize(
    ("severity", "likelihood", "both", "either"),
    [
        (2, 4, False, True),  # 8 points, but not considerable
        (3, 2, False, True),  # considerable, but 6 points
        (3, 3, True, True),
        (4, 2, True, True),
        (4, 1, False, True),
        (2, 3, False, False),
        (0, 4, False, False),
        (4, 0, False, False),
    ],
)
def test_the_limits_are_and_or_or_as_the_kind_says(
    severity: int, likelihood: int, both: bool, either: bool
) -> None:
    assert escalates(WAY.kind, severity, likelihood) is both
    assert escalates(replace(WAY.kind, escalate_both=False), severity, likelihood) is either


def test_a_limit_of_nought_is_none() -> None:
    only_points = replace(WAY.kind, escalate_severity=0)
    assert escalates(only_points, 2, 4)
    assert not escalates(replace(only_points, escalate_points=0), 4, 4)


@pytest.mark.parametrize(
    ("stage", "field", "mended"),
    [
        (StageKind.ARRIVED, "body", {"body": "Kall mat"}),
        (StageKind.ASSIGNED, "handler_id", {"handler_id": "p"}),
        (StageKind.ASSESSED, "severity", {"severity": 2, "likelihood": 1}),
        (StageKind.INVESTIGATION, "investigation", {"investigation": "Ugnen"}),
        (StageKind.ANSWER, "answered_on", {"answered_on": FRIDAY}),
    ],
)
def test_a_step_is_left_when_what_belongs_there_is_there(
    stage: StageKind, field: str, mended: dict[str, object]
) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_leaves(a_case(stage), WAY, (), ())
    assert broken.value.field == field
    check_leaves(a_case(stage, **mended), WAY, (), ())


DONE = Measure("m", "c", "Ny ugn", done_on=FRIDAY, effect="Varmt", followed_up_on=FRIDAY)


@pytest.mark.parametrize(
    "left",
    [
        {"done_on": None},
        {"followed_up_on": None},
        {"effect": " "},
    ],
)
def test_a_case_is_closed_when_its_measures_are_followed_up_or_there_is_a_reason(
    left: dict[str, object],
) -> None:
    lacking = replace(DONE, **left)  # type: ignore[arg-type]
    with pytest.raises(RuleBroken):
        check_settled((DONE, lacking))
    check_settled((DONE, replace(lacking, not_done="Köket byggs om i stället")))


def test_when_each_step_was_left_is_read_from_what_happened() -> None:
    events = [
        CaseEvent(str(n), "c", f"2026-12-{day}T10:00:00+01:00", "", kind, stage, "", n)
        for n, (day, kind, stage) in enumerate(
            [
                (18, Happened.REGISTERED, "arrived"),
                (19, Happened.MOVED, "assigned"),
                (20, Happened.MOVED, "assessed"),
                (21, Happened.MOVED_BACK, "assigned"),
                (22, Happened.ASSIGNED, None),
                (23, Happened.MOVED, "assessed"),
            ]
        )
    ]
    left = passed(events, a_case(StageKind.ASSESSED))
    assert {key: day.day for key, day in left.items()} == {"arrived": 19, "assigned": 23}


def test_a_secret_case_tells_nothing_that_was_written() -> None:
    secret = a_case(
        secret=True, body="Brev", reporter="Åsa", contact="070", investigation="Hon", unit_id="u"
    )
    seen = masked(secret)
    assert not {"Maten", "Brev", "Åsa", "070", "Hon", "u"} & {
        getattr(seen, name) for name in Case.__dataclass_fields__
    }
    assert (seen.id, seen.arrived, seen.secret) == ("c", FRIDAY, True)
    assert masked(a_case()) == a_case()
