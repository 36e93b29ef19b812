"""Paragraphs, headings, list points, notes: text as blocks of lines that may be divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

from styrdesk.base.i18n import language as frame_language
from styrdesk.domain.richtext import Runs
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import (
    Line,
    Look,
    Piece,
    balanced_lines,
    break_lines,
    filled_lines,
    pieces_of,
)
from styrdesk.reports.kit.sheet import Placed, Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import TextStyle, Theme

_LONELY = 2
"""Fewest lines of a paragraph alone at a page's foot or top."""


def foot_line(style: TextStyle) -> float:
    """How far below a line's upper edge its letters stand."""
    return (style.leading - style.size) / 2 + style.size * 0.79


class TextBlock(Block):
    """A paragraph in a style, owned by an element."""

    def __init__(
        self, runs: Runs, style: TextStyle, theme: Theme, owner: Element, language: str
    ) -> None:
        self.style = style
        self.before, self.after = style.before, style.after
        self.keep_next, self.room = style.keep_next, style.room
        self.indent = 0.0
        self.owner = owner
        self._measure = theme.measure
        self._language = language
        self._pieces = pieces_of(runs, style, theme.primary)
        self._inline: dict[Any, Element] = {}
        self._lines: Sequence[Line] | None = None
        self._part = False

    def lines(self, width: float) -> Sequence[Line]:
        """The lines, broken once: text keeps the reading measure on every page."""
        if self._lines is None:
            room = min(width, self._measure) - self.indent
            if self.style.balanced:
                broken = balanced_lines
            else:
                broken = filled_lines if self.style.hyphenate else break_lines
            self._lines = broken(self._pieces, room, self._language)
        return self._lines

    def height(self, width: float) -> float:
        """Its lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Two lines, or all of three."""
        count = len(self.lines(width))
        return (count if count <= _LONELY + 1 else _LONELY) * self.style.leading

    def split(self, width: float, room: float) -> tuple[Self, Self] | None:
        """Between lines, never one alone."""
        lines = self.lines(width)
        fit = min(int((room + 0.1) / self.style.leading), len(lines) - _LONELY)
        if fit < _LONELY:
            return None
        first, rest = self._piece(lines[:fit]), self._piece(lines[fit:])
        first.after, rest.before, rest.room, rest._part = 0, 0, 0, True  # noqa: SLF001  # its own kind
        return first, rest

    def _piece(self, lines: Sequence[Line]) -> Self:
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._lines = lines
        return made

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Its lines."""
        y = top - foot_line(self.style)
        placed = []
        for line in self.lines(width):
            placed.append(Placed(x + self.indent, y, line))
            y -= self.style.leading
        sheet.lines(placed, self.owner, self._inline)


class HeadingBlock(TextBlock):
    """A heading: a place to lead to and a bookmark."""

    key = ""
    bookmark = ""
    depth = 0

    def set_number(self, number: str) -> None:
        """Put the number before the words: one space to the ear, a wide one to the eye.

        «Appendix A» is the program's word; a bare number is read with the heading.
        """
        if number:
            look = self._pieces[0].look
            if number[0].isalpha():
                look = replace(look, language=frame_language())
            space = Piece(" ", replace(look, size=look.size * 2.2))
            self._pieces = [Piece(number, look), space, *self._pieces]

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The heading, and its bookmark."""
        if self.key and not self._part:
            sheet.mark_place(self.key, top + 12, self.bookmark, self.depth)
        super().draw(sheet, x, top, width)


class ItemBlock(TextBlock):
    """A point of a list with its label in the margin."""

    label: Element
    mark = ""
    mark_look: Look
    hang = 14.0

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The label and the text."""
        if not self._part:
            y = top - foot_line(self.style)
            edge = x + self.indent
            with sheet.tagged(self.label):
                if self.mark.endswith("."):
                    sheet.text(edge - 5, y, self.mark, self.mark_look, "right")
                else:
                    sheet.text(edge - self.hang + 2, y, self.mark, self.mark_look)
        super().draw(sheet, x, top, width)


class BoxedBlock(TextBlock):
    """A paragraph of a note: on a tinted ground with a bar at its left, neighbours join."""

    pad = 9.0
    first = True
    last = True
    ground = ""
    bar = ""

    def _over(self) -> float:
        return self.pad if self.first else 0.0

    def _under(self) -> float:
        return self.pad if self.last else 4.0

    def height(self, width: float) -> float:
        """Lines and padding."""
        return super().height(width) + self._over() + self._under()

    def least(self, width: float) -> float:
        """Two lines and padding."""
        return super().least(width) + self._over() + self._under()

    def split(self, width: float, room: float) -> tuple[Self, Self] | None:
        """Between lines; both halves get their padding."""
        parts = super().split(width, room - self._over() - self.pad)
        if parts is not None:
            parts[0].last, parts[1].first = True, True
        return parts

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """The ground, then the text."""
        height = self.height(width)
        with sheet.artifact("Background"):
            sheet.box(x, top - height, self._measure, height, self.ground)
            sheet.box(x, top - height, 2.5, height, self.bar)
        super().draw(sheet, x, top - self._over(), width)


class GapBlock(Block):
    """Air, or the beginning of a page."""

    def __init__(self, height: float, *, new_page: bool = False, landscape: bool = False) -> None:
        self._height = height
        self.new_page, self.landscape = new_page, landscape

    def height(self, width: float) -> float:
        """As told."""
        return self._height

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Nothing."""
