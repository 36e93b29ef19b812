"""A person who is looked for in running text, and putting something else where they stand.

Texts are as they are kept: plain, rich text with its marks, or a free table. A name may be broken
by a mark, a line or a soft hyphen, stand in the genitive, and with the surname first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from styrdesk.base.collation import fold
from styrdesk.base.i18n import LANGUAGES, N_, _, in_each
from styrdesk.domain import free_table
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.domain.search import Part, mapped, parted, words_of

Span = tuple[int, int]
LABEL: Final = N_("Anonymised person {number}")
MOST_WORDS: Final = 20
_LEAST: Final = 2  # letters of what is looked for
_FIGURES: Final = 5  # so many make a number of words
_SHOWN: Final = 400  # letters of a line in a passage
_TAG: Final = re.compile(r"<[^>]*>")
_GAP: Final = r"(?:[\W_]|<[^>]*>|&\w+;){1,12}"
_LOOSE: Final = "(?:[\\s()+./\u2010-\u2015\u2212-]|<[^>]*>){0,4}"
_NUMBER: Final = re.compile("[\\d\\s()+./\u2010-\u2015\u2212-]+")
_PERSONAL: Final = 10  # figures of a personnummer without its century


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is looked for: anyone of the words is a hit, and so is any of the ids.

    Attributes:
        words: Names, addresses, telephone numbers, personnummer, each whole.
        people: Ids of records of people.
    """

    words: tuple[str, ...]
    people: frozenset[str] = frozenset()

    def __contains__(self, text: str) -> bool:
        return any(self.spans(one) for one in _texts(text))

    def spans(self, text: str) -> list[Span]:
        """Where they stand in a text (NFC), first and after last; never in a mark but a link's."""
        pattern = _pattern(self.words)
        if pattern is None or not pattern.search(fold(text)):
            return []
        folded, at = mapped(text)
        found = [(at[m.start()], at[m.end() - 1] + 1) for m in pattern.finditer(folded)]
        return [span for span in found if not text.startswith("<") or _may(text, span[0])]

    def replaced(self, text: str, by: str) -> str:
        """The text with something else wherever they stand; its marks stay as they are."""
        table = _table(text)
        if table is None:
            return self._replaced(text, by)
        columns = tuple(replace(c, title=self._replaced(c.title, by)) for c in table.columns)
        rows = tuple(
            replace(r, cells=tuple(self._replaced(cell, by) for cell in r.cells))
            for r in table.rows
        )
        return free_table.write(replace(table, columns=columns, rows=rows))

    def _replaced(self, text: str, by: str) -> str:
        plain, last, made = unicodedata.normalize("NFC", text), 0, ""
        for start, end in self.spans(plain):
            put = by.replace(" ", "-") if _in_mark(plain, start) else by
            made += plain[last:start] + put + "".join(_TAG.findall(plain[start:end]))
            last = end
        return made + plain[last:] if last else text

    def passage(self, text: str) -> tuple[Part, ...]:
        """The lines of a text, as one reads it, in which they stand, each hit told apart."""
        plain = unicodedata.normalize("NFC", text)
        found: list[Part] = []
        for line in plain.split("\n"):
            spans = self.spans(line)
            if spans:
                found += [(" … ", False)] if found else []
                start = max(0, spans[0][0] - _SHOWN // 4) if len(line) > _SHOWN else 0
                end = min(len(line), start + _SHOWN)
                found += [("… ", False)] if start else []
                found += parted(line, spans, start, end)
                found += [(" …", False)] if end < len(line) else []
        if not found:  # broken over lines, or in the address of a link
            found = list(parted(plain, self.spans(plain), 0, min(len(plain), _SHOWN)))
        return tuple(found)


def asked_for(text: str, people: Iterable[str] = ()) -> Sought:
    """What is looked for, as it was written: a name, an address or a number on each line.

    Raises:
        RuleBroken: With the field "words".
    """
    words = tuple(
        dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip())
    )
    sought = Sought(words, frozenset(people))
    if not words and not sought.people:
        raise RuleBroken(_("Write a name, an address or a number, each on its own line."), "words")
    if len(words) > MOST_WORDS:
        message = _("Write at most {count} lines.")
        raise RuleBroken(message.format(count=MOST_WORDS), "words")
    for one in words:
        if len("".join(words_of(one))) < _LEAST:
            message = _("Write more than “{words}”: it stands almost everywhere.")
            raise RuleBroken(message.format(words=one), "words")
    return sought


def lines_of(person: Person) -> str:
    """What somebody in the register is looked for by, a line each."""
    return "\n".join(part for part in (person.name, person.email) if part.strip())


def label(number: int) -> str:
    """What a person who was made anonymous is called, in the language of what is written."""
    return in_each(LABEL)[LANGUAGES.index(WRITTEN_IN)].format(number=number)


def number_in(text: str) -> int:
    """The highest number of such a person in a text; 0 where there is none."""
    return max(map(int, _numbered().findall(text)), default=0)


@cache
def _numbered() -> re.Pattern[str]:
    before, _blank, after = label(0).partition("0")
    return re.compile(re.escape(before) + r"(\d{1,9})" + re.escape(after))


def strings(data: object) -> Iterator[str]:
    """Every text in values read from JSON; keys are left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


# ---- how ---------------------------------------------------------------------------------------


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    found = [form for one in words for form in _forms(fold(one))]
    found.sort(key=len, reverse=True)  # a name with its surname before the name alone
    return re.compile("|".join(found)) if found else None


def _forms(folded: str) -> Iterator[str]:
    """How one of the words may be written, as patterns of folded text."""
    figures = re.sub(r"\D", "", folded)
    if "@" in folded:
        yield rf"(?<![\w.+-]){re.escape(folded)}(?![\w-])"
    elif len(figures) >= _FIGURES and _NUMBER.fullmatch(folded):
        yield rf"(?<!\d){_figures(figures, abroad='+' in folded)}(?!\d)"
    else:
        words = words_of(folded)
        orders = [words, [words[-1], *words[:-1]]] if len(words) > 1 else [words]
        for order in orders:
            yield rf"(?<!\w){_GAP.join(map(re.escape, order))}(?=s?(?!\w))"


def _figures(figures: str, *, abroad: bool) -> str:
    """A number, with or without its century or the number of its country, grouped in any way."""
    if abroad or figures.startswith("0"):
        own = re.sub(r"^(0046|46|0)0?", "", figures)
        before = rf"(?:(?:\+|00)46{_LOOSE}(?:0{_LOOSE})?|(?:19|20)?0)"
    else:
        own = figures[2:] if len(figures) == _PERSONAL + 2 else figures
        before = "(?:19|20)?" if len(own) == _PERSONAL else ""
    return before + _LOOSE + _LOOSE.join(own)


def _texts(text: str) -> Iterator[str]:
    """The running texts in what is kept in a field."""
    table = _table(text)
    if table is None:
        yield unicodedata.normalize("NFC", text)
        return
    yield from (unicodedata.normalize("NFC", c.title) for c in table.columns)
    yield from (unicodedata.normalize("NFC", cell) for row in table.rows for cell in row.cells)


def _table(text: str) -> free_table.FreeTable | None:
    if text.startswith("{"):
        try:
            return free_table.read(text)
        except RuleBroken:  # a writer's own bracket
            return None
    return None


def _in_mark(text: str, at: int) -> bool:
    """Whether a place of a rich text lies within a mark."""
    return text.startswith("<") and text.rfind("<", 0, at) > text.rfind(">", 0, at)


def _may(text: str, at: int) -> bool:
    """Whether something may be put there: a word, or the address of a link."""
    return not _in_mark(text, at) or 'href="' in text[text.rfind("<", 0, at) : at]
