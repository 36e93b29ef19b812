"""Swedish order and search folding, one definition for storage, reports and window."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile("[0-9]+")
_LONGEST = 999
# å ä ö stand last, in that order; { | } come after z in code points. ü stands as y.
_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
_KEEP = frozenset("åäö")


def fold(text: str) -> str:
    """Text as it is searched: no case, no accents but å ä ö kept apart, nothing unseen.

    Soft hyphens and other marks that only steer the layout are left out; a no-break space is a
    space, and a letter is the same in whichever form of Unicode it was typed.
    """
    return _folded(text, _KEEP)


def _folded(text: str, keep: frozenset[str]) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c if c in keep or c.isascii() else _bare(c) for c in plain)


def _bare(letter: str) -> str:
    if unicodedata.category(letter) == "Cf":
        return ""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(p for p in parts if not unicodedata.combining(p))


def sort_key(text: str) -> str:
    """Key that puts z before å, ä, ö and § 9 before § 10."""
    ordered = _folded(text, _KEEP | {"ü"}).translate(_ORDER)
    return _DIGITS.sub(_by_size, ordered)


def _by_size(match: re.Match[str]) -> str:
    """Digits behind their count, so that a longer number is a larger one."""
    digits = match.group().lstrip("0")
    return f"{min(len(digits), _LONGEST):03}{digits}"
