"""A flow: boxes below one another with arrows between, as one figure over as many pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Self

from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.parts import FlowBox
from styrdesk.reports.kit.pictures import box_attributes
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import TextBlock
from styrdesk.reports.kit.theme import Theme
from styrdesk.reports.kit.words import runs

_WIDE: Final = 380.0
_PAD: Final = 8.0
_NUMBER: Final = 26.0
_ARROW: Final = 20.0
_HEAD: Final = 3.5
_BESIDE: Final = 0.32


class _Box:
    """One box and its words."""

    def __init__(self, box: FlowBox, theme: Theme, owner: Element, language: str) -> None:
        self.is_step = bool(box.number)

        def block(words: str, *, bold: bool, color: str) -> TextBlock:
            style = replace(theme.cell, bold=bold, color=color)
            return TextBlock(runs(words), style, theme, owner, language)

        self.number = block(box.number, bold=True, color=theme.primary)
        self.title = block(box.title, bold=self.is_step, color=theme.ink)
        self.beside = block(box.beside, bold=False, color=theme.ink) if box.beside else None
        self.under = block(box.under, bold=False, color=theme.muted) if box.under else None

    def _top(self, width: float) -> float:
        title, beside = self._rooms(width)
        second = self.beside.height(beside) if self.beside else 0.0
        return max(self.title.height(title), second)

    def height(self, width: float) -> float:
        under = self.under.height(self._room(width)) if self.under else 0.0
        return self._top(width) + under + 2 * _PAD

    def _room(self, width: float) -> float:
        return width - 2 * _PAD - _NUMBER

    def _rooms(self, width: float) -> tuple[float, float]:
        """Of the title and of what stands beside it."""
        room = self._room(width)
        beside = _BESIDE * room if self.beside else 0.0
        return room - beside - (_PAD if self.beside else 0.0), beside

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        if self.is_step:
            self.number.draw(sheet, x + _PAD, top - _PAD, _NUMBER)
        left, at = x + _PAD + _NUMBER, top - _PAD
        title, beside = self._rooms(width)
        self.title.draw(sheet, left, at, title)
        if self.beside:
            self.beside.draw(sheet, left + title + _PAD, at, beside)
        if self.under:
            self.under.draw(sheet, left, at - self._top(width), self._room(width))


class FlowBlock(Block):
    """Is divided between its boxes; all of it is the same figure, told once."""

    def __init__(
        self, boxes: Sequence[FlowBox], theme: Theme, owner: Element, language: str
    ) -> None:
        self._boxes = [_Box(box, theme, owner, language) for box in boxes]
        self._theme, self._owner = theme, owner
        self._goes_on = False  # a page before it ended with an arrow's box
        self.before, self.after = 4, 12

    def height(self, width: float) -> float:
        """Boxes, and the arrows between them."""
        wide = min(width, _WIDE)
        arrows = len(self._boxes) - 1 + self._goes_on
        return sum(box.height(wide) for box in self._boxes) + _ARROW * arrows

    def least(self, width: float) -> float:
        """The first two boxes."""
        return self._piece(self._boxes[:2]).height(width)

    def split(self, width: float, room: float) -> tuple[Self, Self] | None:
        """Between boxes; at least one stays."""
        fit = len(self._boxes) - 1
        while fit and self._piece(self._boxes[:fit]).height(width) > room + 0.1:
            fit -= 1
        if not fit:
            return None
        first, rest = self._piece(self._boxes[:fit]), self._piece(self._boxes[fit:])
        first.after, rest.before, rest._goes_on = 0, 0, True  # noqa: SLF001  # its own kind
        return first, rest

    def _piece(self, boxes: list[_Box]) -> Self:
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._boxes = boxes
        return made

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Each box, with the arrow that leads to it."""
        wide, high = min(width, _WIDE), self.height(width)
        if not self._owner.attributes:
            self._owner.attributes = box_attributes(x, top - high, wide, high)
        at = top
        for number, box in enumerate(self._boxes):
            if number or self._goes_on:
                with sheet.tagged(self._owner):
                    self._arrow(sheet, x + wide / 2, at)
                at -= _ARROW
            tall = box.height(wide)
            with sheet.tagged(self._owner):
                if not box.is_step:
                    sheet.box(x, at - tall, wide, tall, self._theme.tint)
                sheet.frame(x, at - tall, wide, tall, self._theme.axis, 0.8)
            box.draw(sheet, x, at, wide)
            at -= tall

    def _arrow(self, sheet: Sheet, middle: float, top: float) -> None:
        foot = top - _ARROW + 1
        sheet.line(middle, top - 2, middle, foot + 2 * _HEAD, self._theme.muted, 1)
        head = (
            (middle - _HEAD, foot + 2 * _HEAD),
            (middle + _HEAD, foot + 2 * _HEAD),
            (middle, foot),
        )
        sheet.shape(head, self._theme.muted)
