"""Laying blocks on pages: what fits stays, what may be divided is, headings follow their text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from styrdesk.reports.kit.sheet import A4, Sheet
from styrdesk.reports.kit.theme import Theme

Furniture = Callable[[Sheet, bool], None]
"""Draws header, footer and watermark on a new page; told whether the page is a cover."""


_WASTE = 0.15
"""So much of a page may stay empty to keep a table whole."""
_LED: Final = 24.0
"""A heading is not left on a page with less of its text than this: more than one line. Points."""


class Block(ABC):
    """Something with a height that is drawn in a column. Measures in points.

    Attributes:
        before: Room wanted above, not at the top of a page.
        after: Room wanted below; of two neighbours' wishes the larger counts.
        keep_next: Whether it must not be last on a page.
        room: Share of the page that must be free for it to start there.
        landscape: Whether it needs the broad page.
        cover: Whether it takes a page of its own, without header and footer.
        new_page: Whether it begins a page.
    """

    before: float = 0
    after: float = 0
    keep_next: bool = False
    room: float = 0
    landscape: bool = False
    cover: bool = False
    new_page: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Its height in a column of the width."""

    def least(self, width: float) -> float:
        """The height below which it should not begin."""
        return self.height(width)

    def whole(self, width: float) -> float:
        """The height it should have before it is rather put on the next page."""
        return self.least(width)

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """What fits in the room, and the rest; None where it cannot be divided so."""
        return None

    @abstractmethod
    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at x, top."""


class Flow:
    """Places blocks in order on the pages of a sheet."""

    def __init__(self, sheet: Sheet, theme: Theme, furniture: Furniture) -> None:
        self._sheet = sheet
        self._theme = theme
        self._furniture = furniture
        self._y = 0.0
        self._used = False  # whether anything stands on the page
        self._after = 0.0
        self._begun = False
        self._cover = False

    @property
    def _width(self) -> float:
        return self._sheet.size[0] - self._theme.left - self._theme.right

    @property
    def _full(self) -> float:
        return self._sheet.size[1] - self._theme.top - self._theme.bottom

    def run(self, blocks: Sequence[Block]) -> None:
        """Place all. What must stand with a broad block is broad too."""
        for one, following in reversed(list(pairwise(blocks))):
            if one.keep_next and following.landscape:
                one.landscape = True
        for number, block in enumerate(blocks):
            if self._needs_page(blocks, number):
                self._turn(block)
            self._place(block)

    def _needs_page(self, blocks: Sequence[Block], number: int) -> bool:
        block = blocks[number]
        turned = (self._sheet.size[0] > self._sheet.size[1]) != block.landscape
        if not self._begun or turned or self._cover or block.cover:
            return True
        if not self._used:
            return False
        free = self._y - self._theme.bottom
        short = block.room and free < block.room * self._full
        begun = number > 0 and blocks[number - 1].keep_next  # weighed when what leads to it was
        whole = free < _WASTE * self._full and not begun
        return bool(block.new_page or short or self._wanted(blocks, number, whole=whole) > free)

    def _wanted(self, blocks: Sequence[Block], number: int, *, whole: bool) -> float:
        """The room that the block needs to begin, with all that must stand with it."""
        wanted, after = 0.0, self._after
        for at, block in enumerate(blocks[number:], number):
            wanted += max(after, block.before)
            if not block.keep_next and not self._is_little(blocks, number, at):
                return wanted + (block.whole if whole else block.least)(self._width)
            wanted += block.height(self._width)
            after = block.after
        return wanted

    def _is_little(self, blocks: Sequence[Block], number: int, at: int) -> bool:
        """Whether a block is too little to stand alone under the heading that leads to it."""
        led, following = at > number and blocks[at - 1].keep_next, blocks[at + 1 : at + 2]
        if not led or blocks[at].height(self._width) >= _LED:
            return False
        return any(not (b.keep_next or b.new_page or b.cover or b.landscape) for b in following)

    def _turn(self, block: Block) -> None:
        size = A4[::-1] if block.landscape else A4
        if self._begun:
            self._sheet.next_page(size)
        else:
            self._sheet.resize(size)
        self._begun, self._used, self._cover = True, False, block.cover
        self._y, self._after = size[1] - self._theme.top, 0.0
        self._furniture(self._sheet, block.cover)

    def _place(self, block: Block) -> None:
        rest: Block | None = block
        while rest is not None:
            if self._used:
                self._y -= max(self._after, rest.before)
            rest = self._fit(rest)
            if rest is not None:
                self._turn(rest)

    def _fit(self, block: Block) -> Block | None:
        """Draw what fits; what is left for the next page."""
        free = self._y - self._theme.bottom
        if block.cover or block.height(self._width) <= free + 0.1:
            self._draw(block)
            return None
        parts = block.split(self._width, free)
        if parts is None:
            if self._used:
                return block
            self._draw(block)  # nothing is ever left out, even if a page cannot hold it
            return None
        self._draw(parts[0])
        return parts[1]

    def _draw(self, block: Block) -> None:
        block.draw(self._sheet, self._theme.left, self._y, self._width)
        height = block.height(self._width)
        self._y -= height
        self._after = block.after
        self._used = self._used or height > 0
