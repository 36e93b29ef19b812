"""What is due soon by the plan, and what the year holds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from styrdesk.domain.agenda import AHEAD, BEHIND, coming, due, months
from styrdesk.domain.assignment import AssignmentAnswer, WorkStatus
from styrdesk.domain.plan import CycleEvent
from tests.helpers.builders import ASSIGNMENT, PLAN, a_document, an_activity, an_assignment, uid

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def event(n: int, month: int) -> CycleEvent:
    return CycleEvent(uid(n), PLAN, month, f"Händelse {n}", position=n)


@pytest.mark.parametrize(
    ("end", "told"),
    [
        (None, False),
        (TODAY, True),
        (TODAY + AHEAD, True),
        (TODAY + AHEAD + DAY, False),
        (TODAY - BEHIND, True),
        (TODAY - BEHIND - DAY, False),
    ],
)
def test_an_activity_is_told_of_near_its_last_day(end: date | None, told: bool) -> None:
    found = due(a_document(activity=(an_activity(end=end),)), TODAY)
    assert [one.table for one in found] == (["activity"] if told else [])


@pytest.mark.parametrize("status", [WorkStatus.DONE, WorkStatus.DROPPED])
def test_what_is_done_is_not_told_of(status: WorkStatus) -> None:
    document = a_document(
        activity=(an_activity(end=TODAY, status=status),),
        assignment=(an_assignment(deadline=TODAY),),
        assignment_answer=(AssignmentAnswer(uid(43), PLAN, ASSIGNMENT, "Klart", status=status),),
    )
    assert due(document, TODAY) == ()


def test_an_assignment_leads_to_its_answer_or_to_itself() -> None:
    document = a_document(activity=(), assignment=(an_assignment(deadline=TODAY),))
    assert [(one.table, one.record) for one in due(document, TODAY)] == [
        ("assignment_answer", uid(43))
    ]
    unanswered = a_document(
        activity=(), assignment=(an_assignment(deadline=TODAY),), assignment_answer=()
    )
    assert [(one.table, one.record) for one in due(unanswered, TODAY)] == [
        ("assignment", ASSIGNMENT)
    ]


def test_the_nearest_day_comes_first() -> None:
    document = a_document(
        activity=(
            an_activity(id=uid(1), code="A2", end=TODAY + DAY),
            an_activity(id=uid(2), code="A1", end=TODAY + DAY),
            an_activity(id=uid(3), code="A3", end=TODAY),
        )
    )
    assert [one.code for one in due(document, TODAY)] == ["A3", "A1", "A2"]


def test_what_comes_is_from_this_month_into_the_next_year() -> None:
    this = [event(1, 12), event(2, 10), event(3, 11), event(4, 0)]
    found = coming([(2027, [event(5, 1)]), (2026, this)], TODAY)
    assert [(one.year, one.event.month) for one in found] == [(2026, 11), (2026, 12), (2027, 1)]


def test_events_are_counted_by_month_and_those_of_all_year_by_none() -> None:
    counts = months([event(1, 1), event(2, 1), event(3, 12), event(4, 0)])
    assert counts == (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
