"""Swedish working days, reckoned without a network.

No working day is a Saturday, a Sunday, a public holiday, or an eve on which the offices are
closed though the law does not say so (`resources/workdays.toml`).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from styrdesk.base.paths import resource

if TYPE_CHECKING:  # heavy: a tenth of a second where lists of each weekday are looked for
    from holidays import HolidayBase

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_workday(day: date) -> bool:
    """Whether the offices are open that day."""
    if day.weekday() >= _SATURDAY:
        return False
    holidays = _holidays()
    return day not in holidays and holidays.get(day + _DAY) not in _closed_before()


def add_workdays(day: date, count: int) -> date:
    """The day so many working days later; earlier, when the count is below nought.

    The day itself is not counted, so from any day of a weekend one working day leads to Monday.
    Nought leads to the day itself, working day or not.
    """
    step = _DAY if count > 0 else -_DAY
    for _each in range(abs(count)):
        day += step
        while not is_workday(day):
            day += step
    return day


def workdays_between(first: date, last: date) -> int:
    """How many working days come after the first day, up to and with the last.

    What `add_workdays` added; below nought where the last day is the earlier one.
    """
    if last < first:
        return -sum(is_workday(last + _DAY * n) for n in range((first - last).days))
    return sum(is_workday(first + _DAY * n) for n in range(1, (last - first).days + 1))


@cache
def _holidays() -> HolidayBase:
    """The public holidays by day; a year is reckoned when a day of it is first asked for."""
    from holidays import country_holidays  # noqa: PLC0415  # as above

    return country_holidays("SE", language="sv")


@cache
def _closed_before() -> frozenset[str]:
    import tomllib  # noqa: PLC0415  # as above

    told = tomllib.loads(resource("workdays.toml").read_text(encoding="utf-8"))
    return frozenset(told["closed_before"])
