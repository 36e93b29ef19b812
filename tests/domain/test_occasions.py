"""When a checklist is to be filled in."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.workdays import is_workday
from styrdesk.domain.checklist import Frequency
from styrdesk.domain.occasions import (
    Occasion,
    Standing,
    around,
    between,
    latest,
    standing,
    upcoming,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
PERIODIC = st.sampled_from([f for f in Frequency if f not in (Frequency.ONCE, Frequency.EVENT)])


@given(PERIODIC, DAYS, st.integers(0, 120))
def test_an_occasion_ends_on_a_working_day_and_no_two_share_one(
    frequency: Frequency, first: date, days: int
) -> None:
    found = list(between(frequency, first, first + DAY * days, date.min))
    assert all(is_workday(at.last) and at.first <= at.last for at in found)
    assert [at.last for at in found] == sorted({at.last for at in found})
    assert all(one.last < other.first for one, other in pairwise(found))
    assert all(first <= at.last <= first + DAY * days for at in found)


@given(PERIODIC, DAYS)
def test_the_latest_and_the_upcoming_are_neighbours(frequency: Frequency, day: date) -> None:
    before, after = latest(frequency, day), upcoming(frequency, day)
    assert before is not None
    assert after is not None
    assert before.last < day <= after.last
    assert list(between(frequency, before.last, after.last, date.min)) == [before, after]


@given(PERIODIC, DAYS, st.integers(0, 60), st.integers(0, 60))
def test_occasions_of_two_spans_are_those_of_the_whole(
    frequency: Frequency, first: date, one: int, two: int
) -> None:
    middle, last = first + DAY * one, first + DAY * (one + two)
    parts = [
        *between(frequency, first, middle, date.min),
        *between(frequency, middle + DAY, last, date.min),
    ]
    assert parts == list(between(frequency, first, last, date.min))


@given(PERIODIC, DAYS, st.integers(0, 400), DAYS, st.one_of(st.none(), DAYS))
def test_occasions_lie_within_the_validity(
    frequency: Frequency, first: date, days: int, start: date, end: date | None
) -> None:
    last = first + DAY * days
    found = list(between(frequency, first, last, start, end))
    everything = between(frequency, first, last, date.min)
    assert found == [at for at in everything if start <= at.last <= (end or date.max)]


@pytest.mark.parametrize(
    ("frequency", "first", "last"),
    [
        (Frequency.WEEKDAY, date(2026, 6, 18), date(2026, 6, 18)),
        (Frequency.WEEKLY, date(2026, 6, 15), date(2026, 6, 18)),  # midsommarafton is the Friday
        (Frequency.MONTHLY, date(2026, 6, 1), date(2026, 6, 30)),
        (Frequency.QUARTERLY, date(2026, 4, 1), date(2026, 6, 30)),
        (Frequency.YEARLY, date(2026, 1, 1), date(2026, 12, 30)),  # nyårsafton is no working day
    ],
)
def test_a_period_ends_on_its_last_working_day(
    frequency: Frequency, first: date, last: date
) -> None:
    assert around(frequency, date(2026, 6, 18)) == Occasion(first, last)


def test_no_list_is_filled_in_on_a_day_the_offices_are_closed() -> None:
    assert around(Frequency.WEEKDAY, date(2026, 12, 24)) is None
    days = [at.last for at in between(Frequency.WEEKDAY, date(2026, 12, 23), date(2026, 12, 28))]
    assert days == []  # never asked for before the template says from when
    days = [
        at.last
        for at in between(
            Frequency.WEEKDAY, date(2026, 12, 23), date(2026, 12, 28), date(2026, 1, 1)
        )
    ]
    assert days == [date(2026, 12, 23), date(2026, 12, 28)]


def test_what_is_done_once_is_done_by_the_end_of_its_validity() -> None:
    year = (date(2026, 1, 1), date(2026, 12, 31))
    span = (date(2026, 3, 1), date(2026, 4, 15))
    assert list(between(Frequency.ONCE, *year, *span)) == [Occasion(*span)]
    assert list(between(Frequency.ONCE, *year, span[0])) == [Occasion(span[0], span[0])]
    assert list(between(Frequency.ONCE, date(2026, 5, 1), date(2026, 12, 31), *span)) == []
    assert list(between(Frequency.EVENT, *year, *span)) == []


@given(DAYS, st.integers(0, 30), DAYS)
def test_an_occasion_stands_in_one_way_each_day(first: date, days: int, today: date) -> None:
    at = Occasion(first, first + DAY * days)
    assert standing(at, today, signed=True) is Standing.FILLED
    found = standing(at, today, signed=False)
    assert (found is Standing.LATE) == (today > at.last)
    assert (found is Standing.COMING) == (today < at.first)
