"""Kontrollkod: the short code of a decided version that stands on each of its printed pages.

It is made of the SHA-256 of the version's content, so it cannot stand on a page before its words
are decided, and needs no register of its own. 55 bits tell versions apart; a last character tells
a slip of the finger from a code that nobody has given (Luhn's sum over the alphabet: every single
wrong character, and all but one of the swaps of two neighbours).
"""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another: 0 O 1 I
_BITS: Final = 5
_LENGTH: Final = 12
_GROUP: Final = 4


def code_of(digest: str) -> str:
    """The code of a content, in groups: "K7QM-2XRT-9BFH".

    Args:
        digest: SHA-256 in hexadecimal.
    """
    value = int(digest, 16) >> (256 - _BITS * (_LENGTH - 1))
    letters = ""
    for _place in range(_LENGTH - 1):
        value, at = divmod(value, len(ALPHABET))
        letters = ALPHABET[at] + letters
    return _grouped(letters + ALPHABET[-_sum(letters + ALPHABET[0]) % len(ALPHABET)])


def read_code(typed: str) -> str:
    """A code as it was typed, in its own form: lower case, spaces and dashes do not matter.

    Raises:
        RuleBroken: It is no code; the message says what is wrong.
    """
    letters = "".join(typed.replace("\N{EN DASH}", "-").split()).replace("-", "").upper()
    strange = next((letter for letter in letters if letter not in ALPHABET), "")
    if strange:
        message = _("A control code never has the character {letter}.")
        raise RuleBroken(message.format(letter=strange), "code")
    if len(letters) != _LENGTH:
        message = _("A control code has {count} characters, not {found}.")
        raise RuleBroken(message.format(count=_LENGTH, found=len(letters)), "code")
    if _sum(letters) % len(ALPHABET):
        raise RuleBroken(_("A character is wrong, or two have changed places."), "code")
    return _grouped(letters)


def _sum(letters: str) -> int:
    """Luhn's sum: every second value from the end is doubled, and its digits are added."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter) * (1 + place % 2)
        total += value // len(ALPHABET) + value % len(ALPHABET)
    return total


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))
