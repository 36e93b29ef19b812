"""Where a word may be divided: Swedish and English patterns, never near a word's end."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import Final

import pyphen

_PATTERNS: Final = {"sv": "sv_SE", "en": "en_GB", "nb": "nb_NO", "da": "da_DK", "de": "de_DE"}
_SHORTEST: Final = 9
_LONGEST: Final = 200  # letters; what is longer is no word, and would take minutes to look through
_LETTERS = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = _PATTERNS.get(language[:2].lower())
    # Three letters before and four after: the default leaves "besöka-re" and "må-len".
    return pyphen.Pyphen(lang=name, left=3, right=4) if name else None


@lru_cache(maxsize=20_000)
def places(word: str, language: str) -> tuple[int, ...]:
    """The places in the word where it may be divided, counted in letters from its start."""
    patterns = _patterns(language)
    if patterns is None or len(word) > _LONGEST:
        return ()
    return tuple(
        match.start() + int(place)
        for match in _LETTERS.finditer(word)
        for place in patterns.positions(match.group())
    )


def softened(word: str, language: str, mark: str) -> str:
    """The word with a mark at each place where it may be divided."""
    cuts = (0, *places(word, language), len(word))
    return mark.join(word[start:end] for start, end in itertools.pairwise(cuts))
