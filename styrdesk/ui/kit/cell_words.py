"""What is typed in a cell, as the record's own value; broken words say what to write instead."""

from __future__ import annotations

from datetime import date

from styrdesk.base.formats import (
    NotADate,
    NotANumber,
    amount,
    is_dash,
    parse_amount,
    parse_date,
)
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken


def kronor(words: str, unit: str = "tkr") -> int:
    """An amount typed in the unit, in kronor; nothing is zero, and so is a lone dash.

    Raises:
        RuleBroken: It is no amount.
    """
    if not words.strip() or is_dash(words):
        return 0
    try:
        return parse_amount(words, unit)
    except NotANumber:
        message = _("Write an amount in {unit}, such as {example}.")
        example = amount(1_450_100_000, unit)
        raise RuleBroken(message.format(unit=unit, example=example)) from None


def day(words: str, today: date) -> date | None:
    """A typed day; nothing is no day.

    Raises:
        RuleBroken: It is no day.
    """
    if not words.strip():
        return None
    try:
        return parse_date(words, today)
    except NotADate:
        message = _("Write a date, such as {example}.").format(example=f"{today.year}-12-10")
        raise RuleBroken(message) from None


def shown_day(value: date | None) -> str:
    """A day as it stands in a cell."""
    return value.isoformat() if value else ""
