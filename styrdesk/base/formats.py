"""Numbers, money and dates as a Swedish reader writes and reads them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal

from styrdesk.base.i18n import _, language

NBSP = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"
UNITS = {"kr": 1, "tkr": 1_000, "mnkr": 1_000_000}
_SAID_UNITS = dict(zip(UNITS, UNITS, strict=True)) | {"kronor": "kr", ":-": "kr", "mkr": "mnkr"}
DECIMALS = {"kr": 0, "tkr": 0, "mnkr": 1}

# What may stand between thousands. A line end or a tab parts two cells of a pasted sheet.
_SPACES = re.compile("[ \u00a0\u2000-\u200a\u202f\u205f'\u2019]+")
_MINUSES = str.maketrans(dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d", "-"))
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?")
_PLAIN = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_THOUSANDS = {
    mark: re.compile(
        rf"[+-]?[0-9]{{1,3}}(\{mark}[0-9]{{3}})+\{point}[0-9]+|"
        rf"[+-]?[0-9]{{1,3}}(\{mark}[0-9]{{3}}){{2,}}"
    )
    for mark, point in (".,", ",.")
}
# 1.450 is a thousand to some and a decimal to others; 1,450 is a thousand in English.
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_ENGLISH_THOUSAND = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_UNIT = "|".join(sorted(map(re.escape, _SAID_UNITS), key=len, reverse=True))
_WITH_UNIT = re.compile(rf"(?:({_UNIT})\s*)?(.*?)(?:\s*({_UNIT})\.?)?", re.IGNORECASE | re.DOTALL)
_DAY_MONTH = re.compile(r"([0-9]{1,2}) ?[/.] ?([0-9]{1,2})(?: ?[/.\-]? ?([0-9]{4}))?")
_AHEAD = re.compile(r"([+-]) ?([0-9]{1,4})")
MAX_DIGITS = 15
_MAX_LENGTH = 100
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)


class NotANumber(ValueError):  # it names what happened
    """The text cannot be read as a number."""


class NotADate(ValueError):  # it names what happened
    """The text cannot be read as a date."""


def on_one_line(text: str) -> str:
    """The text with spaces at which no line is broken."""
    return text.replace(" ", NBSP)


def number(value: Decimal | int, decimals: int = 0, *, sign: bool = False) -> str:
    """A number with grouped thousands and a true minus: 1 450 100, 83,0, −14 100.

    Halves are rounded away from zero, as in the sums of a budget.
    """
    point, group = (",", NBSP) if language() != "en" else (".", ",")
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    digits = f"{exact.copy_abs():,.{decimals}f}".replace(",", "\0").replace(".", point)
    mark = MINUS if exact < 0 else "+" if sign and exact > 0 else ""
    return mark + digits.replace("\0", group)


def number_as_written(value: Decimal | int, decimals: int = 0) -> str:
    """A number with at least so many decimals, and never with fewer than it was written with."""
    exponent = Decimal(value).normalize(_WIDE).as_tuple().exponent
    return number(value, max(decimals, -exponent if isinstance(exponent, int) else 0))


def amount(kronor: int, unit: str = "tkr", *, sign: bool = False) -> str:
    """Money in the unit (kr, tkr, mnkr), to the krona: what `parse_amount` reads back."""
    exact = (Decimal(kronor) / UNITS[unit]).normalize()
    return number(exact, max(DECIMALS[unit], -int(exact.as_tuple().exponent)), sign=sign)


def amount_rounded(kronor: int, unit: str = "tkr", *, sign: bool = False) -> str:
    """Money in the unit as a table shows it, with the unit's decimals and no more."""
    return number(Decimal(kronor) / UNITS[unit], DECIMALS[unit], sign=sign)


def file_size(count: int) -> str:
    """Bytes as one reads them: "840 kB", "2,4 MB"."""
    if count < 1_000_000:  # noqa: PLR2004  # a million bytes
        return f"{number(-(-count // 1000))}{NBSP}kB"
    return f"{number(Decimal(count) / 1_000_000, 1)}{NBSP}MB"


def unit_in_words(unit: str) -> str:
    """What a unit of money is read as; empty for one that is no abbreviation of ours."""
    words = {"kr": _("kronor"), "tkr": _("thousand kronor"), "mnkr": _("million kronor")}
    return words.get(unit, "")


def step(unit: str) -> int:
    """Kronor in the last figure `amount_rounded` shows."""
    return int(UNITS[unit] // 10 ** DECIMALS[unit])


def parse_number(text: str) -> Decimal:
    """Read a typed or pasted number: 1 450 100; 1450,1; 1234.5; −3; (300); NBSP and U+2212.

    In Swedish 1,450 is a decimal and 1.450 is refused; in English 1,450 is a thousand, and
    1.450 a decimal.

    Raises:
        NotANumber: The text is no number, its grouping is off ("12 34"), or it could be
            read in two ways ("1.450").
    """
    if len(text) > _MAX_LENGTH:
        raise NotANumber(text[:_MAX_LENGTH])
    plain = _SPACES.sub(" ", text.translate(_MINUSES).strip()).strip()
    if plain.startswith("(") and plain.endswith(")"):
        plain = "-" + plain[1:-1].strip()
    plain = re.sub(r"^([+-]) ", r"\1", plain)
    plain = plain.removesuffix("%").strip()
    plain = _without_thousands(plain)
    if not _PLAIN.fullmatch(plain) or sum(c.isdigit() for c in plain) > MAX_DIGITS:
        raise NotANumber(text)
    if language() != "en" and _AMBIGUOUS.fullmatch(plain):
        raise NotANumber(text)
    return Decimal(plain.replace(",", "."))


def is_dash(text: str) -> bool:
    """Whether a cell holds a lone dash of any length: a zero in Excel's accounting format."""
    return text.translate(_MINUSES).strip() == "-"


def _without_thousands(plain: str) -> str:
    for mark, pattern in _THOUSANDS.items():
        if pattern.fullmatch(plain):
            return plain.replace(mark, "")
    if language() == "en" and _ENGLISH_THOUSAND.fullmatch(plain):
        return plain.replace(",", "")
    return plain.replace(" ", "") if _GROUPED.fullmatch(plain) else plain


def parse_amount(text: str, unit: str = "tkr") -> int:
    """Read money typed in the unit into whole kronor. A unit that is written counts: 457 400 kr.

    Raises:
        NotANumber: No number, finer than a krona, of more than 15 digits, or one with two units.
    """
    figures, written = _without_unit(text)
    exact = parse_number(figures) * UNITS[written or unit]
    if exact != exact.to_integral_value() or abs(exact) >= 10**MAX_DIGITS:
        raise NotANumber(text)
    return int(exact)


def _without_unit(text: str) -> tuple[str, str]:
    """The figures, and the unit written before or after them; empty where there is none."""
    said = _WITH_UNIT.fullmatch(text.strip()) if len(text) <= _MAX_LENGTH else None
    if said is None or (said[1] and said[3]):
        return text, ""
    return said[2], _SAID_UNITS.get((said[1] or said[3] or "").lower(), "")


def date_long(day: date) -> str:
    """3 november 2026."""
    from babel.dates import format_date  # noqa: PLC0415  # heavy: never at start-up

    return format_date(day, format="long", locale="sv_SE" if language() != "en" else "en_GB")


def month_name(month: int) -> str:
    """The month's name: januari."""
    from babel.dates import get_month_names  # noqa: PLC0415  # as above

    names = get_month_names("wide", locale="sv_SE" if language() != "en" else "en_GB")
    return str(names[month])


def hour(at: datetime) -> str:
    """The time of day."""
    return at.strftime("%H:%M" if language() == "en" else "%H.%M")


def stamp(at: datetime) -> str:
    """The date and the time of day."""
    return f"{at.date().isoformat()} {hour(at)}"


def parse_date(text: str, today: date, year: int = 0) -> date:
    """Read 2026-12-10, 20261210, 10/12, 10/12 2026, idag, i morgon, +14.

    Args:
        text: What was typed.
        today: The day that words and steps count from.
        year: The year of a day and month without one: a plan's own; 0 for that of today.

    Raises:
        NotADate: The text is no date.
    """
    if len(text) > _MAX_LENGTH:
        raise NotADate(text[:_MAX_LENGTH])
    plain = _SPACES.sub(" ", text.translate(_MINUSES).strip()).lower()
    words = {"idag": 0, "i dag": 0, "today": 0, "imorgon": 1, "i morgon": 1, "tomorrow": 1}
    if plain in words:
        return today + timedelta(days=words[plain])
    try:
        if match := _AHEAD.fullmatch(plain):
            return today + timedelta(days=int(match[1] + match[2]))
        if match := _DAY_MONTH.fullmatch(plain):
            return date(int(match[3] or year or today.year), int(match[2]), int(match[1]))
        return date.fromisoformat(plain)
    except (ValueError, OverflowError) as error:
        raise NotADate(text) from error
