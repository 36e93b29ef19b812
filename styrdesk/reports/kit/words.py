"""Whose words stand on paper: the writer's, as they are, or the program's, in its own language.

A plain `str` is always the writer's. What the program says goes through `own`, so that a screen
reader can be told to read the two in a voice for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from string import Formatter
from typing import Final

from styrdesk.base.i18n import language
from styrdesk.domain.richtext import Runs, Text
from styrdesk.reports.kit.clean import one_line

Words = str | Runs
"""A cell, line or label: the writer's words as text, or runs where some are the program's."""

_TAGS: Final = {"sv": "sv-SE", "en": "en-GB", "fi": "fi-FI"}


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of a print, as PDF tells them ("sv-SE").

    Attributes:
        frame: Of the document: the program's own words.
        content: Of what the writer wrote without saying another language.
    """

    frame: str
    content: str

    @classmethod
    def of(cls, frame: str, content: str = "") -> Tongues:
        """From codes ("sv", "en"); without a code the content is in the frame's language."""
        frame, content = (_TAGS.get(code, code) for code in (frame, content or frame))
        return cls(frame, content)

    @property
    def foreign(self) -> str:
        """What an element of the writer's words alone must say of its language, if anything."""
        return "" if self.content == self.frame else self.content

    def tag(self, code: str) -> str:
        """How a run's language is told: as the print's own where it is one of them."""
        if not code:
            return self.content
        same = (tag for tag in (self.content, self.frame) if tag[:2].lower() == code[:2].lower())
        return next(same, code)


def own(text: str, /, **values: Words) -> Runs:
    """The program's words, with the writer's put in at their names ("Cause: {text}")."""
    if not values:
        return _own(text)
    made: list[Text] = []
    for before, name, _form, _conversion in Formatter().parse(text):
        made.extend(_own(before))
        if name is not None:
            made.extend(runs(values[name]))
    return tuple(made)


def _own(text: str) -> Runs:
    return (Text(text, lang=language()),) if text else ()


@dataclass(frozen=True, slots=True)
class Short(Text):
    """An abbreviation, and what a reader hears instead of it."""

    whole: str = ""


def short(text: str, whole: str) -> Runs:
    """An abbreviation of the program's, with the words it stands for."""
    return (Short(text, lang=language(), whole=whole),)


def runs(words: Words) -> Runs:
    """Runs of a cell or line: a plain text is one run."""
    return (Text(words),) if isinstance(words, str) else words


def plain(words: Words) -> str:
    """The text alone."""
    return words if isinstance(words, str) else "".join(run.text for run in words)


def joined(parts: Iterable[Words], between: str = "\n") -> Runs:
    """The parts that say something, one after another."""
    made: list[Text] = []
    for part in parts:
        if plain(part).strip():
            made += [Text(between), *runs(part)] if made else runs(part)
    return tuple(made)


def line_of(words: Words) -> Runs:
    """Words for a place with room for one line; no runs where they say nothing."""
    if isinstance(words, str):
        return runs(one_line(words)) if one_line(words) else ()
    if not one_line(plain(words)):
        return ()
    return tuple(replace(run, text=run.text.replace("\n", " ")) for run in words)
