"""Numbers, money and dates as a Swedish reader writes and reads them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from styrdesk.base.i18n import language

NBSP = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"
UNITS = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}

_SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f'\u2019]+")
_MINUSES = str.maketrans(dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d", "-"))
_GROUPED = re.compile(r"[+-]?\d{1,3}( \d{3})+([.,]\d+)?")
_PLAIN = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
_DOT_THOUSANDS = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")  # 1.450: a thousand or a decimal?
_DAY_MONTH = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[/.\-]?\s*(\d{4}))?")
_AHEAD = re.compile(r"([+-])\s*(\d{1,4})")
MAX_DIGITS = 15


class NotANumber(ValueError):  # noqa: N818
    """The text cannot be read as a number."""


class NotADate(ValueError):  # noqa: N818
    """The text cannot be read as a date."""


def number(value: Decimal | int, decimals: int = 0, *, sign: bool = False) -> str:
    """A number with grouped thousands and a true minus: 1 450 100, 83,0, −14 100."""
    point, group = (",", NBSP) if language() != "en" else (".", ",")
    exact = round(Decimal(value), decimals)
    digits = f"{abs(exact):,.{decimals}f}".replace(",", "\0").replace(".", point)
    mark = MINUS if exact < 0 else "+" if sign and exact > 0 else ""
    return mark + digits.replace("\0", group)


def amount(kronor: int, unit: str = "tkr", *, sign: bool = False) -> str:
    """Money in the unit (kr, tkr, mnkr); decimals are shown only where they say something."""
    exact = Decimal(kronor) / UNITS[unit]
    decimals = 1 if unit == "mnkr" else 0
    while decimals < 3 and exact != round(exact, decimals):  # noqa: PLR2004  # never hide a krona
        decimals += 1
    return number(exact, decimals, sign=sign)


def parse_number(text: str) -> Decimal:
    """Read a typed or pasted number: 1 450 100; 1450,1; 1234.5; −3; (300); NBSP and U+2212.

    Raises:
        NotANumber: The text is no number, its grouping is off ("12 34"), or it could be
            read in two ways ("1.450").
    """
    plain = _SPACES.sub(" ", text.translate(_MINUSES)).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1].strip()
    plain = re.sub(r"^([+-]) ", r"\1", plain)
    plain = plain.removesuffix("%").strip()
    if _DOT_THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    elif _GROUPED.fullmatch(plain):
        plain = plain.replace(" ", "")
    if _AMBIGUOUS.fullmatch(plain) or not _PLAIN.fullmatch(plain):
        raise NotANumber(text)
    if sum(c.isdigit() for c in plain) > MAX_DIGITS:
        raise NotANumber(text)
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation as error:
        raise NotANumber(text) from error


def parse_amount(text: str, unit: str = "tkr") -> int:
    """Read money typed in the unit into whole kronor.

    Raises:
        NotANumber: No number, or finer than a krona.
    """
    exact = parse_number(text) * UNITS[unit]
    if exact != exact.to_integral_value():
        raise NotANumber(text)
    return int(exact)


def date_long(day: date) -> str:
    """3 november 2026."""
    from babel.dates import format_date  # noqa: PLC0415  # heavy: never at start-up

    return format_date(day, format="long", locale="sv_SE" if language() != "en" else "en_GB")


def month_name(month: int) -> str:
    """The month's name: januari."""
    from babel.dates import get_month_names  # noqa: PLC0415

    return get_month_names("wide", locale="sv_SE" if language() != "en" else "en_GB")[month]


def parse_date(text: str, today: date) -> date:
    """Read 2026-12-10, 20261210, 10/12, 10/12 2026, idag, i morgon, +14.

    Raises:
        NotADate: The text is no date.
    """
    plain = _SPACES.sub(" ", text.translate(_MINUSES)).strip().lower()
    words = {"idag": 0, "i dag": 0, "today": 0, "imorgon": 1, "i morgon": 1, "tomorrow": 1}
    if plain in words:
        return today + timedelta(days=words[plain])
    try:
        if match := _AHEAD.fullmatch(plain):
            return today + timedelta(days=int(match[1] + match[2]))
        if match := _DAY_MONTH.fullmatch(plain):
            return date(int(match[3] or today.year), int(match[2]), int(match[1]))
        return date.fromisoformat(plain)
    except (ValueError, OverflowError) as error:
        raise NotADate(text) from error
