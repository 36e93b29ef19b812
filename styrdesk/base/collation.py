"""Swedish order and search folding, one definition for storage, reports and window."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile("[0-9]+")
_LONGEST = 999
# å ä ö stand last, in that order; { | } come after z in code points. ü stands as y.
_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
_OTHERS = re.compile("[^\x00-\x7fåäö]")
_OTHERS_BUT_Y = re.compile("[^\x00-\x7fåäöü]")


def fold(text: str) -> str:
    """Text as it is searched: no case, no accents but å ä ö kept apart, nothing unseen.

    Soft hyphens and other marks that only steer the layout are left out; a no-break space is a
    space, and a letter is the same in whichever form of Unicode it was typed.
    """
    return _folded(text, _OTHERS)


def _folded(text: str, others: re.Pattern[str]) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return others.sub(_bare, plain)


def _bare(match: re.Match[str]) -> str:
    letter = match.group()
    if unicodedata.category(letter) == "Cf":
        return ""
    parts = unicodedata.normalize("NFKD", letter)
    return "".join(p for p in parts if not unicodedata.combining(p))


def sort_key(text: str) -> str:
    """Key that puts z before å, ä, ö and § 9 before § 10."""
    ordered = _folded(text, _OTHERS_BUT_Y).translate(_ORDER)
    return _DIGITS.sub(_by_size, ordered)


def _by_size(match: re.Match[str]) -> str:
    """Digits behind their count, so that a longer number is a larger one."""
    digits = match.group().lstrip("0")
    return f"{min(len(digits), _LONGEST):03}{digits}"
