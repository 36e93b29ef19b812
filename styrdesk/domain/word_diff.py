"""What of a text has gone and what is new, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_WORDS: Final = re.compile(r"\s+|[^\s]+")
_MOST: Final = 1_500  # words between what is alike at both ends; more than so is told as a whole


class Fate(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one fate, with the spaces among them."""

    fate: Fate
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one: without what is new it is the first, without what is gone the second.

    Where more than 1 500 words stand between what is alike at both ends, all of them are told as
    gone and new: a comparison takes time that grows as their square.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    pieces = [(Fate.SAME, old[:start])]
    if max(len(left), len(right)) > _MOST:
        pieces += [(Fate.GONE, left), (Fate.NEW, right)]
    else:
        for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if kind == "equal":
                pieces.append((Fate.SAME, left[a:b]))
            else:
                pieces += [(Fate.GONE, left[a:b]), (Fate.NEW, right[c:d])]
    pieces.append((Fate.SAME, old[len(old) - end :]))
    return tuple(Piece(fate, "".join(words)) for fate, words in pieces if words)


def _alike(one: list[str], other: list[str]) -> int:
    """How many words from the start are the same."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
