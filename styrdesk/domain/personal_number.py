"""Finding personnummer and samordningsnummer in running text (folkbokföringslagen 18–18 a §§)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from styrdesk.domain.organisation import luhn

_CANDIDATE = re.compile(
    r"(?<!\w)((?:19|20)?)([0-9]{2})([0-9]{2})([0-9]{2})"
    "[-+\u2212\u2010\u2011\u2013\u00ad \u00a0]?"
    r"([0-9]{4})(?!\w)"
)
_COORDINATION = 60


def find(text: str) -> Iterator[str]:
    """Texts that are a real date with a right check digit: a person's number, most likely."""
    for match in _CANDIDATE.finditer(text):
        _century, year, month, day, last = match.groups()
        if _is_date(year, month, day) and luhn(year + month + day + last):
            yield match.group()


def _is_date(year: str, month: str, day: str) -> bool:
    number = int(day)
    if number > _COORDINATION:
        number -= _COORDINATION
    try:
        date(2000 + int(year), int(month), number)
    except ValueError:
        # 29 February of a year that was a leap year in another century is too rare to miss here.
        return False
    return True
