"""The sender at the head of a print's first page: logo or name, nämnd, and what is told by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from styrdesk.base.formats import NBSP
from styrdesk.domain.richtext import Runs
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Line, break_lines, pieces_of
from styrdesk.reports.kit.parts import Title
from styrdesk.reports.kit.pictures import box_attributes, opened
from styrdesk.reports.kit.sheet import Placed, Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import foot_line
from styrdesk.reports.kit.theme import MM, TextStyle, Theme
from styrdesk.reports.kit.words import Words, joined, line_of

_LOGO: Final = (62 * MM, 16 * MM)
_UP: Final = 8 * MM
"""So far above the text it stands, where the running head is on other pages."""
_RIGHT: Final = 82 * MM
"""Where what stands beside the logo or name begins, from the text's left edge."""


class SenderBlock(Block):
    """The sender: what it is at the left, the nämnd and facts at the right."""

    def __init__(self, title: Title, theme: Theme, parent: Element, language: str) -> None:
        self._theme, self._language = theme, language
        self.keep_next, self.after = True, 16
        sender, self._picture = title.sender, None
        self._left: list[tuple[list[Line], TextStyle, Element]] = []
        self._right = []
        name = replace(theme.cell, size=10.5, leading=theme.sender.leading, bold=True)
        room = theme.measure - _RIGHT
        if sender.logo is not None:
            self._picture = opened(sender.logo.data, *_LOGO)
            self._figure = parent.child("Figure", alt=one_line(sender.logo.alt))
        elif one_line(sender.municipality):
            words = one_line(sender.municipality)
            self._left = [self._laid(words, theme.sender, _RIGHT - 12, parent)]
        if one_line(sender.committee):
            self._right.append(self._laid(one_line(sender.committee), name, room, parent))
        for label, value in title.facts:
            told = joined((_bold(label), line_of(value)), NBSP * 2)
            self._right.append(self._laid(told, theme.cell, room, parent))

    def _laid(
        self, words: Words, style: TextStyle, room: float, parent: Element
    ) -> tuple[list[Line], TextStyle, Element]:
        pieces = pieces_of(line_of(words), style, style.color)
        return break_lines(pieces, room, self._language), style, parent.child("P")

    def height(self, width: float) -> float:
        """The taller side, and the rule."""
        sides = (
            sum(len(lines) * style.leading for lines, style, _owner in side)
            for side in (self._left, self._right)
        )
        logo = self._picture[1][1] if self._picture else 0.0
        return max(0.0, max(logo, *sides) + 8 - _UP)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Both sides, and a rule under them."""
        foot = top - self.height(width)
        top += _UP
        if self._picture is not None:
            image, (wide, high) = self._picture
            self._figure.attributes = box_attributes(x, top - high, wide, high)
            with sheet.tagged(self._figure):
                sheet.image(image, x, top - high, wide, high)
        for at, side in ((x, self._left), (x + _RIGHT, self._right)):
            y = top
            for lines, style, owner in side:
                feet = (y - foot_line(style) - n * style.leading for n in range(len(lines)))
                placed = [Placed(at, foot, line) for foot, line in zip(feet, lines, strict=True)]
                sheet.lines(placed, owner, {})
                y -= len(lines) * style.leading
        with sheet.artifact():
            sheet.line(x, foot, x + width, foot, self._theme.rule, 0.6)


def _bold(words: Words) -> Runs:
    return tuple(replace(run, bold=True) for run in line_of(words))
