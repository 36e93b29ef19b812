"""What is typed in a cell, as the record's own value; broken words say what to write instead."""

from __future__ import annotations

from datetime import date

from styrdesk.base.formats import NotADate, NotANumber, amount, parse_amount, parse_date
from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken


def kronor(words: str) -> int:
    """An amount typed in tkr, in kronor; nothing is zero.

    Raises:
        RuleBroken: It is no amount.
    """
    if not words.strip():
        return 0
    try:
        return parse_amount(words, "tkr")
    except NotANumber:
        example = amount(1_450_100_000)
        message = _("Write an amount in tkr, such as {example}.").format(example=example)
        raise RuleBroken(message) from None


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
