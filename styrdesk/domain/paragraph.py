"""The paragraph of a decision in the minutes, written one way however it is typed."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from styrdesk.base.formats import EN_DASH, NBSP

_NUMBER: Final = r"[0-9]+(?: ?[a-zåäö])?"
_ONE: Final = re.compile(rf"§*\s*({_NUMBER})", re.IGNORECASE)
_SPAN: Final = re.compile(rf"§*\s*({_NUMBER})\s*[-–—]\s*({_NUMBER})", re.IGNORECASE)
_SIGN: Final = re.compile(r"(§+)\s*(?=[0-9])")


def paragraph(text: str) -> str:
    """«§ 112», «§§ 87–88»: with its sign, and the number on the sign's line.

    What is more than a number, such as «KS § 4, bilaga 2», is kept as it was written.
    """
    words = " ".join(text.split())
    if one := _ONE.fullmatch(words):
        return f"§{NBSP}{one[1]}"
    if span := _SPAN.fullmatch(words):
        return f"§§{NBSP}{span[1]}{EN_DASH}{span[2]}"
    return _SIGN.sub(rf"\1{NBSP}", words)


def decision(day: date | None, text: str) -> str:
    """«2025-12-10 § 112»: when and where it was decided, as far as that is known."""
    return " ".join(part for part in (day.isoformat() if day else "", paragraph(text)) if part)
