"""Tables over pages: repeated heads, rows divided where they must be, sums never alone."""

from __future__ import annotations

from styrdesk.reports.kit.columns import decide
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.parts import RowKind, TableSpec
from styrdesk.reports.kit.rows import FOOT, Laid, Layer
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import Theme

_TALL = 0.45
"""A row taller than this share of a page may be divided where it stands."""
_WHOLE = 0.34
"""A table lower than this share of a page is kept whole where that wastes little."""
_FIRST = 2


class TableBlock(Block):
    """A table's rows under their heads. Caption and notes are blocks beside it."""

    def __init__(self, spec: TableSpec, theme: Theme, owner: Element, language: str) -> None:
        self._theme = theme
        self._layer = Layer(spec, decide(spec, theme), theme, language)
        self.landscape = self._layer.grid.landscape
        self._heads = self._layer.heads(owner)
        self._rows = self._layer.body(owner)
        self._continued = False
        self._whole = spec.whole
        self.after = 12

    def height(self, width: float) -> float:  # the columns decide
        """Heads and rows."""
        return self._head_height() + sum(row.height() for row in self._rows)

    def _head_height(self) -> float:
        """Of the heads, and of what tells on a later page which table goes on."""
        again = self._layer.again_height() if self._continued else 0.0
        return again + sum(row.height() for row in self._heads)

    def whole(self, width: float) -> float:
        """All of a low table, otherwise what it needs to begin."""
        height = self.height(width)
        low = height <= _WHOLE * self._page() and not self._continued
        return height if low else self.least(width)

    def least(self, width: float) -> float:
        """Heads and the first rows that belong together."""
        heads = sum(row.height() for row in self._heads)
        page = self._page()
        if self._whole and self.height(width) <= _WHOLE * page:
            return self.height(width)
        count = self._together(min(_FIRST, len(self._rows)))
        return heads + min(sum(row.height() for row in self._rows[:count]), _TALL * page)

    def _page(self) -> float:
        broad = self.landscape
        full = 595.0 if broad else 842.0
        return full - self._theme.top - self._theme.bottom

    def _together(self, count: int) -> int:
        """The nearest number of rows from count on after which a page may end."""
        while count < len(self._rows) and not self._may_end(count):
            count += 1
        return count

    def _may_end(self, count: int) -> bool:
        """Whether a page may end after so many rows.

        No group head stands last, and neither a sum nor a single row, with its sums, alone.
        """
        left = sum(row.kind not in FOOT for row in self._rows[count:])
        if left == 1:
            return False
        ends_well = self._rows[count - 1].kind is not RowKind.GROUP
        return ends_well and self._rows[count].kind not in FOOT

    def split(self, width: float, room: float) -> tuple[Block, Block] | None:
        """Between rows, or inside a row that is too tall."""
        room -= self._head_height()
        fit = 0
        while fit < len(self._rows) and self._rows[fit].height() <= room:
            room -= self._rows[fit].height()
            fit += 1
        if fit < len(self._rows) and self._rows[fit].height() > _TALL * self._page():
            halves = self._rows[fit].cut(room)
            if halves is not None:
                head, rest = halves
                return self._half([*self._rows[:fit], head]), self._half(
                    [rest, *self._rows[fit + 1 :]], continued=True
                )
        best = fit
        while best > 0 and not self._may_end(best):
            best -= 1
        best = best or fit
        if best == 0:
            return None
        return self._half(self._rows[:best]), self._half(self._rows[best:], continued=True)

    def _half(self, rows: list[Laid], *, continued: bool = False) -> TableBlock:
        made = object.__new__(TableBlock)
        made.__dict__.update(self.__dict__)
        made._rows = rows
        made._continued = self._continued or continued
        if not continued:
            made.after = 0
        return made

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Grounds, heads (decoration when repeated) and rows."""
        if self._continued:
            top = self._layer.draw_again(sheet, x, top)
        self._layer.draw_grounds(sheet, (self._heads, self._rows), x, top)
        if self._continued:
            with sheet.artifact("Page"):
                top = self._layer.draw_heads(sheet, self._heads, x, top)
        else:
            top = self._layer.draw_heads(sheet, self._heads, x, top)
        for number, row in enumerate(self._rows):
            last = number + 1 == len(self._rows)
            self._layer.draw_row(sheet, row, (x, top), last=last)
            top -= row.height()
