"""When a checklist is to be filled in: its occasions, each with a first and a last day.

The last day is a Swedish working day. An occasion belongs to a template when its last day lies
within the template's validity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from styrdesk.base.i18n import N_
from styrdesk.base.workdays import add_workdays, is_workday
from styrdesk.domain.checklist import Frequency
from styrdesk.domain.organisation import in_force

_DAY = timedelta(days=1)
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.YEARLY: 12}
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Occasion:
    """A time a list is to be filled in, from one day to another; the last one names it."""

    first: date
    last: date


class Standing(StrEnum):
    """How an occasion stands on a day."""

    FILLED = "filled"
    LATE = "late"
    NOW = "now"
    COMING = "coming"


STANDINGS = {
    Standing.FILLED: N_("Filled in"),
    Standing.LATE: N_("Late"),
    Standing.NOW: N_("To be filled in"),
    Standing.COMING: N_("Coming"),
}


def standing(occasion: Occasion, today: date, *, signed: bool) -> Standing:
    """How an occasion stands; late from the day after its last."""
    if signed:
        return Standing.FILLED
    if today > occasion.last:
        return Standing.LATE
    return Standing.NOW if today >= occasion.first else Standing.COMING


def around(frequency: Frequency, day: date) -> Occasion | None:
    """The occasion of the period a day lies in; None where it lies in none."""
    if frequency is Frequency.WEEKDAY:
        return Occasion(day, day) if is_workday(day) else None
    if frequency is Frequency.WEEKLY:
        first = day - _DAY * day.weekday()
        return _until(first, first + _DAY * _WEEK)
    if frequency not in _MONTHS:
        return None
    first = _begins(_MONTHS[frequency], day)
    return _until(first, _month_on(first, _MONTHS[frequency]))


def latest(frequency: Frequency, day: date) -> Occasion | None:
    """The newest occasion whose last day is before the day."""
    if frequency is Frequency.WEEKDAY:
        before = add_workdays(day, -1)
        return Occasion(before, before)
    found = around(frequency, day)
    while found is not None and found.last >= day:
        found = around(frequency, found.first - _DAY)
    return found


def upcoming(frequency: Frequency, day: date) -> Occasion | None:
    """The first occasion whose last day is the day or later."""
    if frequency is Frequency.WEEKDAY:
        at = day if is_workday(day) else add_workdays(day, 1)
        return Occasion(at, at)
    found = around(frequency, day)
    while found is not None and found.last < day:
        found = around(frequency, _after(frequency, found.first))
    return found


def between(
    frequency: Frequency,
    first: date,
    last: date,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Iterator[Occasion]:
    """The occasions whose last day lies between two days, both counted, in order.

    Args:
        frequency: How often. What is done once has its occasion on the last day it is valid, or
            on the first where it has no end; at an event there are none.
        first: The first day looked at.
        last: The last.
        valid_from: The template's first day; None gives no occasions.
        valid_to: Its last day; None for no limit.
    """
    if valid_from is None:
        return
    if frequency is Frequency.ONCE:
        at = once(valid_from, valid_to)
        if at is not None and first <= at.last <= last:
            yield at
        return
    at = upcoming(frequency, first)
    while at is not None and at.last <= last:
        if in_force(valid_from, valid_to, at.last):
            yield at
        at = upcoming(frequency, at.last + _DAY)


def once(valid_from: date | None, valid_to: date | None) -> Occasion | None:
    """The one occasion of what is done once; None while it has no day."""
    return None if valid_from is None else Occasion(valid_from, valid_to or valid_from)


def _until(first: date, after: date) -> Occasion:
    """From the first day to the last working day before another."""
    return Occasion(first, add_workdays(after, -1))


def _begins(months: int, day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % months, 1)


def _month_on(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _after(frequency: Frequency, first: date) -> date:
    if frequency is Frequency.WEEKLY:
        return first + _DAY * _WEEK
    return _month_on(first, _MONTHS[frequency])
