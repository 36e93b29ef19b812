"""What the search over everything finds a record by, and where in its words it was found.

A word is a run of letters and figures in folded form (`collation.fold`). A word that is typed is
found where a word begins with it, and from three letters also inside one: "redovis" finds
"årsredovisning".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.domain.telling import NAMED_BY, NOT_NAMED_BY, PICTURES, SILENT, UNTOLD, told

INSIDE: Final = 3  # letters from which a word is also looked for inside others
MOST_WORDS, LONGEST_WORD = 8, 60
_LONG: Final = 9  # letters of a word that is looked for by fewer of its runs
_WORD: Final = re.compile(r"[^\W_]+")
_AROUND: Final = 36  # letters shown before a hit
_SHOWN: Final = 160  # of a snippet
_INSTRUCTION: Final = ("chapter", "instruction")  # the template's words, the same in every plan

FOUND: Final = tuple(table for table in RECORDS if table not in {*UNTOLD, "saved_filter"})

Part = tuple[str, bool]
"""A piece of a snippet, and whether it is a hit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The folded words of a record, two spaces before each and at the end.

    Attributes:
        head: Of what it is called.
        body: Of all else.
    """

    head: str
    body: str


def is_masked(record: object) -> bool:
    """Whether a record, with all that belongs to it, is left out: one whose `secret` is set."""
    return bool(getattr(record, "secret", False))


def masks(kind: type) -> bool:
    """Whether records of the kind can be masked."""
    return any(spec.name == "secret" and spec.kind is bool for spec in specs(kind))


def words_of(text: str) -> list[str]:
    """The words of a text, in folded form."""
    return _WORD.findall(fold(text))


def asked(text: str) -> tuple[str, ...]:
    """The words that somebody typed to search for, each once and within bounds."""
    found = dict.fromkeys(word[:LONGEST_WORD] for word in words_of(text))
    return tuple(found)[:MOST_WORDS]


def padded(words: Sequence[str]) -> str:
    """Words as the index holds them."""
    return "".join(f"  {word}" for word in words) + "  "


def needle(word: str) -> str:
    """What stands in an entry where a word is found: a short one only where a word begins."""
    return word if len(word) >= INSIDE else f"  {word}"


def grams(word: str) -> tuple[str, ...]:
    """Runs of three that stand in an entry where a word is found: all, or all side by side.

    Each costs a search among all entries, and those of a long word are enough without the ones
    that overlap; what fits them is looked into.
    """
    text = word if len(word) >= INSIDE else f"  {word}"[-INSIDE:]
    last = len(text) - INSIDE
    places = range(last + 1) if len(text) < _LONG else (*range(0, last, INSIDE), last)
    return tuple(text[n : n + INSIDE] for n in places)


def entry(record: Record, inside: str = "") -> Entry | None:
    """What a record is found by; None where nothing is written in it, or it is masked.

    Args:
        record: The record.
        inside: What is written in the file that it keeps.
    """
    if is_masked(record):
        return None
    head: list[str] = []
    body: list[str] = []
    for spec, text in texts(record):
        (head if _names(record, spec) else body).extend(words_of(text))
    body += words_of(inside)
    return Entry(padded(head), padded(body)) if head or body else None


def texts(record: Record) -> Iterator[tuple[FieldSpec, str]]:
    """The texts of a record as one reads them, with their fields; what is secret left out."""
    table = TABLE_OF[type(record)]
    for spec in specs(type(record)):
        if _is_told(table, spec):
            value: Any = getattr(record, spec.name)
            text = told(table, spec, value, _nobody, secret=False) if value else ""
            if text:
                yield spec, text


def _is_told(table: str, spec: FieldSpec) -> bool:
    at = (table, spec.name)
    plain = spec.kind is str and not (spec.link or spec.private or spec.kept)
    return plain and spec.name not in SILENT and at not in PICTURES and at != _INSTRUCTION


def _names(record: Record, spec: FieldSpec) -> bool:
    return spec.name in NAMED_BY and (TABLE_OF[type(record)], spec.name) != NOT_NAMED_BY


def is_named(record: Record) -> bool:
    """Whether a record has a name of its own."""
    return any(_names(record, spec) for spec, _text in texts(record))


def _nobody(_table: str, _record: str) -> str:
    return ""


def snippet(record: Record, words: Sequence[str]) -> tuple[FieldSpec | None, tuple[Part, ...]]:
    """The words around the hit that tells most, and their field; empty where the name is the hit.

    Of the fields that do not name the record, the one in which most of the words are found.
    """
    best: tuple[int, FieldSpec, str, list[tuple[int, int]]] | None = None
    for spec, text in texts(record):
        if not _names(record, spec):
            plain = unicodedata.normalize("NFC", " ".join(text.split()))
            hits, count = _hits(plain, words)
            if hits and (best is None or count > best[0]):
                best = count, spec, plain, hits
    if best is None:
        return None, ()
    _count, spec, plain, hits = best
    return spec, _cut(plain, hits)


def around(text: str, words: Sequence[str]) -> tuple[Part, ...]:
    """The words around the first hit in a text that stands in no field; empty without a hit."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    hits, _count = _hits(plain, words)
    return _cut(plain, hits) if hits else ()


def marked(text: str, words: Sequence[str]) -> tuple[Part, ...]:
    """A text with its hits told apart."""
    plain = unicodedata.normalize("NFC", text)
    return tuple(parted(plain, _hits(plain, words)[0], 0, len(plain)))


def _hits(text: str, words: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
    """Where in a text (NFC) the words stand, first and after last, and how many of them do."""
    folded, at = mapped(text)
    spans: list[tuple[int, int]] = []
    found = 0
    for word in words:
        begins = r"(?<![^\W_])" if len(word) < INSIDE else ""
        here = [m.span() for m in re.finditer(begins + re.escape(word), folded)]
        spans += [(at[start], at[end - 1] + 1) for start, end in here]
        found += bool(here)
    return _joined(spans), found


def mapped(text: str) -> tuple[str, list[int]]:
    """A text (NFC) in folded form, and for each letter of that the place it comes from."""
    pieces = [fold(letter) for letter in text]
    places = [n for n, piece in enumerate(pieces) for _letter in piece]
    return "".join(pieces), places


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, hits: list[tuple[int, int]]) -> tuple[Part, ...]:
    start = max(0, hits[0][0] - _AROUND)
    if start:
        space = text.find(" ", start, hits[0][0])
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + _SHOWN)
    parts = list(parted(text, hits, start, end))
    before = [("… ", False)] if start else []
    after = [(" …", False)] if end < len(text) else []
    return (*before, *parts, *after)


def parted(text: str, hits: list[tuple[int, int]], start: int, end: int) -> Iterator[Part]:
    """What stands between two places of a text, with its hits told apart."""
    at = start
    for first, last in hits:
        if first >= end or last <= start:
            continue
        if first > at:
            yield text[at:first], False
        yield text[max(first, start) : min(last, end)], True
        at = min(last, end)
    if at < end:
        yield text[at:end], False
