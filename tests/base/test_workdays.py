"""Working days: the whole of a year, and what always holds of counting them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from styrdesk.base.workdays import add_workdays, is_workday, workdays_between

DAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
COUNTS = st.integers(-60, 60)

# The weekdays of 2026 on which a Swedish office is closed, read from an almanac.
CLOSED_2026 = {
    date(2026, 1, 1): "nyårsdagen",
    date(2026, 1, 6): "trettondedag jul",
    date(2026, 4, 3): "långfredagen",
    date(2026, 4, 6): "annandag påsk",
    date(2026, 5, 1): "första maj",
    date(2026, 5, 14): "Kristi himmelsfärdsdag",
    date(2026, 6, 19): "midsommarafton",
    date(2026, 12, 24): "julafton",
    date(2026, 12, 25): "juldagen",
    date(2026, 12, 31): "nyårsafton",
}


def _each_day(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def test_a_whole_year_is_as_in_the_almanac():
    closed = {day for day in _each_day(2026) if day.weekday() < 5 and not is_workday(day)}

    assert closed == set(CLOSED_2026)


def test_the_national_day_is_a_holiday_from_2005():
    assert is_workday(date(2003, 6, 6))  # a Friday
    assert not is_workday(date(2025, 6, 6))


def test_the_eves_are_closed_in_every_year():
    for year in range(1995, 2060):
        (midsummer,) = (date(year, 6, n) for n in range(19, 26) if date(year, 6, n).weekday() == 4)
        for eve in (midsummer, date(year, 12, 24), date(year, 12, 31)):
            assert not is_workday(eve), eve


def test_a_weekend_is_no_working_day():
    assert not is_workday(date(2026, 11, 28))
    assert not is_workday(date(2026, 11, 29))
    assert is_workday(date(2026, 11, 30))


def test_two_working_days_over_christmas():
    assert add_workdays(date(2026, 12, 23), 2) == date(2026, 12, 29)


def test_ten_working_days_over_easter():
    assert add_workdays(date(2026, 3, 31), 10) == date(2026, 4, 16)


@given(DAYS)
def test_nought_is_the_day_itself(day: date):
    assert add_workdays(day, 0) == day


@given(DAYS, COUNTS)
def test_it_ends_on_a_working_day_on_the_right_side(day: date, count: int):
    assume(count)
    end = add_workdays(day, count)

    assert is_workday(end)
    assert (end > day) == (count > 0)


@given(DAYS, COUNTS)
def test_what_was_added_is_what_lies_between(day: date, count: int):
    assert workdays_between(day, add_workdays(day, count)) == count


@given(DAYS, st.integers(0, 40), st.integers(0, 40))
def test_to_add_twice_is_to_add_the_sum(day: date, first: int, then: int):
    assert add_workdays(add_workdays(day, first), then) == add_workdays(day, first + then)


@given(DAYS, st.integers(1, 40))
def test_there_and_back_again(day: date, count: int):
    assume(is_workday(day))

    assert add_workdays(add_workdays(day, count), -count) == day


@given(DAYS, st.integers(0, 90), st.integers(0, 90))
def test_a_later_day_never_ends_earlier(day: date, later: int, count: int):
    assert add_workdays(day, count) <= add_workdays(day + timedelta(days=later), count)


def test_nothing_is_paid_until_a_day_is_asked_for():
    """The window imports this module; the almanac behind it takes longer than a start may."""
    code = (
        "import sys; import styrdesk.base.workdays as w; from datetime import date;"
        "assert not {'holidays', 'tomllib', 'dateutil'} & set(sys.modules);"
        "w.is_workday(date(2026, 1, 7)); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
