"""Where a word may be divided: Swedish and English patterns, never near a word's end."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import Final

import pyphen

from styrdesk.base.paths import resource

Parts = tuple[tuple[str, tuple[int, ...]], ...]  # letters, and places among them

_PATTERNS: Final = {"sv": "sv_SE", "en": "en_GB", "nb": "nb_NO", "da": "da_DK", "de": "de_DE"}
_SHORTEST: Final = 9
_LONGEST: Final = 200  # letters; what is longer is no word, and would take minutes to look through
_LEFT: Final = 3  # letters that stay before; with the default "må-len" is left
_RIGHT: Final = 4  # letters that go over; with the default "besöka-re" is left
_LETTERS = re.compile(rf"[^\W\d_]{{{_SHORTEST},}}")


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = _PATTERNS.get(language[:2].lower())
    return pyphen.Pyphen(lang=name, left=_LEFT, right=_RIGHT) if name else None


@cache
def _parts(language: str) -> Parts:
    """The parts of words whose places are known better, longest last so that it has the say."""
    path = resource("hyphens", f"{language}.txt")
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    parts = [line for line in lines if line and not line.startswith("#")]
    known = [(part.replace("-", ""), _marked(part)) for part in parts]
    return tuple(sorted(known, key=lambda each: len(each[0])))


def _marked(part: str) -> tuple[int, ...]:
    """Where the hyphens stand, counted in the part without them."""
    lengths = itertools.accumulate(len(piece) for piece in part.split("-"))
    return tuple(lengths)[:-1]


@lru_cache(maxsize=20_000)
def places(word: str, language: str) -> tuple[int, ...]:
    """The places in the word where it may be divided, counted in letters from its start."""
    patterns = _patterns(language)
    if patterns is None or len(word) > _LONGEST:
        return ()
    return tuple(
        match.start() + place
        for match in _LETTERS.finditer(word)
        for place in _divided(match.group(), patterns, _parts(language[:2].lower()))
    )


def _divided(word: str, patterns: pyphen.Pyphen, parts: Parts) -> list[int]:
    """As the patterns say, except inside the parts whose own places are known."""
    places, small = {int(place) for place in patterns.positions(word)}, word.lower()
    for part, own in parts:
        start = small.find(part)
        while start >= 0:
            places -= set(range(start + 1, start + len(part)))
            places |= {start + place for place in own}
            start = small.find(part, start + len(part))
    return sorted(place for place in places if _LEFT <= place <= len(word) - _RIGHT)


def softened(word: str, language: str, mark: str) -> str:
    """The word with a mark at each place where it may be divided."""
    cuts = (0, *places(word, language), len(word))
    return mark.join(word[start:end] for start, end in itertools.pairwise(cuts))
