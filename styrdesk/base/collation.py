"""Swedish order and search folding, one definition for storage, reports and window."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"\d+")
_WIDTH = 12
# å ä ö stand last, in that order; { | } come after z in code points.
_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})
_KEEP = frozenset("åäö")


def fold(text: str) -> str:
    """Text as it is searched: NFC, no case, no accents but å ä ö kept apart."""
    folded = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in _KEEP:
            folded.append(letter)
        else:
            parts = unicodedata.normalize("NFKD", letter)
            folded.append("".join(p for p in parts if not unicodedata.combining(p)))
    return "".join(folded)


def sort_key(text: str) -> str:
    """Key that puts z before å, ä, ö and § 9 before § 10."""
    ordered = fold(text).translate(_ORDER)
    return _DIGITS.sub(lambda m: m.group().lstrip("0").rjust(_WIDTH, "0"), ordered)
