"""Rows of tables: cells laid in a grid, tagged, and drawn on their grounds with their rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from styrdesk.base.formats import unit_in_words
from styrdesk.base.i18n import _
from styrdesk.domain.richtext import Text
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.columns import Grid
from styrdesk.reports.kit.lines import (
    Line,
    Look,
    break_lines,
    filled_lines,
    measured,
    pieces_of,
    shortened,
)
from styrdesk.reports.kit.parts import Row, RowKind, TableSpec
from styrdesk.reports.kit.sheet import Placed, Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import foot_line
from styrdesk.reports.kit.theme import WHITE, Align, TextStyle, Theme, mix
from styrdesk.reports.kit.words import Words, own, plain, runs, short

FOOT: Final = (RowKind.SUM, RowKind.AFTER)
_OVER, _UNDER = 2.5, 3.5
_KEPT = 2
_BY_PEN = 28.0
"""A row is at least so tall where it is filled in by pen. Points."""


@dataclass(slots=True)
class Cell:
    """A laid cell: lines at a place in its row."""

    lines: Sequence[Line]
    x: float
    width: float
    style: TextStyle
    align: Align
    owner: Element
    inline: dict[Any, Element] = field(default_factory=dict)

    def height(self) -> float:
        """Of its lines. Points."""
        return len(self.lines) * self.style.leading


@dataclass(slots=True)
class Laid:
    """A laid row."""

    kind: RowKind
    cells: list[Cell]
    tinted: bool = False
    shades: tuple[float, ...] = ()
    whole: bool = True  # whether its last line is here
    least: float = 0
    named: Cell | None = None  # what names the row, where only its end is here

    def height(self) -> float:
        """Of its tallest cell, with padding. Points."""
        return max(self.least, max(cell.height() for cell in self.cells) + _OVER + _UNDER)

    def cut(self, room: float) -> tuple[Laid, Laid] | None:
        """The lines that fit and the rest, in the same cells of the tree."""
        fits = [int((room - _OVER - _UNDER) / cell.style.leading) for cell in self.cells]
        if min(fits) < _KEPT or room >= self.height():
            return None
        first = [replace(c, lines=c.lines[:n]) for c, n in zip(self.cells, fits, strict=True)]
        rest = [replace(c, lines=c.lines[n:]) for c, n in zip(self.cells, fits, strict=True)]
        return (
            replace(self, cells=first, whole=False),
            replace(self, cells=rest, named=self.named or self.cells[0]),
        )

    def name(self) -> Cell | None:
        """The name once more, as much of it as has room beside what is left of the row."""
        if self.named is None or self.cells[0].lines:
            return None
        room = self.height() - _OVER - _UNDER
        count = int((room + 0.1) / self.named.style.leading)
        return replace(self.named, lines=self.named.lines[:count])


class Layer:
    """Lays rows in a grid and draws them."""

    def __init__(self, spec: TableSpec, grid: Grid, theme: Theme, language: str) -> None:
        self._spec = spec
        self.grid = grid
        self._theme = theme
        self._language = language
        self._width = sum(grid.widths)
        self._strong = replace(grid.cell, bold=True)
        self._group = replace(grid.cell, bold=True, color=theme.primary)

    # ---- laying ----------------------------------------------------------------------------
    def heads(self, table: Element) -> list[Laid]:
        """The head rows."""
        section = table.child("THead")
        made = []
        if self._spec.over_heads:
            cells, at = [], 0
            row = section.child("TR")
            for text, span in self._spec.over_heads:
                owner = _head(row, text, span)
                cells.append(self._cell(text, (at, span), self.grid.head, "left", owner))
                at += span
            made.append(Laid(RowKind.BODY, cells))
        row = section.child("TR")
        cells = [
            self._cell(
                column.title,
                (number, 1),
                self.grid.head,
                column.align,
                _head(row, column.title, 1),
            )
            for number, column in enumerate(self._spec.columns)
        ]
        self._level(cells)
        made.append(Laid(RowKind.BODY, cells))
        return made

    def _level(self, cells: Sequence[Cell]) -> None:
        """Break all heads of figures alike: where one needs two lines, «Plan 2027» takes two."""
        figures = [
            (cell, column)
            for cell, column in zip(cells, self._spec.columns, strict=True)
            if column.align == "right"
        ]
        most = max((len(cell.lines) for cell, _column in figures), default=1)
        for cell, column in figures:
            if len(cell.lines) < most:
                pieces = pieces_of(runs(column.title), cell.style, self._theme.primary)
                lines = break_lines(pieces, measured(pieces)[0] + 0.1, self._language)
                if len(lines) == most:
                    cell.lines = lines

    def body(self, table: Element) -> list[Laid]:
        """The rows; sums at the end are the table's foot."""
        rows = self._spec.rows
        ending = len(rows)
        while ending and rows[ending - 1].kind in FOOT:
            ending -= 1
        sections = (table.child("TBody"), table.child("TFoot"))
        made, tinted = [], False
        for number, row in enumerate(rows):
            tinted = not tinted if row.kind is RowKind.BODY else False
            laid = self._row(row, sections[number >= ending].child("TR"))
            laid.least = _BY_PEN if self._spec.by_pen and row.kind is RowKind.BODY else 0
            laid.shades = row.shades
            laid.tinted = self._spec.zebra and row.kind is RowKind.BODY and not tinted
            made.append(laid)
        return made

    def _row(self, row: Row, parent: Element) -> Laid:
        if row.kind is RowKind.GROUP:
            span = len(self.grid.widths)
            owner = parent.child("TH", attributes=_attributes("Row", span))
            return Laid(row.kind, [self._cell(row.cells[0], (0, span), self._group, "left", owner)])
        style = self._strong if row.kind is RowKind.SUM else self.grid.cell
        cells = []
        for number, text in enumerate(row.cells):
            named = number == 0 and self._spec.row_heads
            attributes = _attributes("Row", 1) if named else ""
            owner = parent.child("TH" if named else "TD", attributes=attributes)
            align = self._spec.columns[number].align
            cells.append(self._cell(text, (number, 1), style, align, owner))
        return Laid(row.kind, cells)

    def _cell(
        self, text: Words, place: tuple[int, int], style: TextStyle, align: Align, owner: Element
    ) -> Cell:
        first, span = place
        x = sum(self.grid.widths[:first])
        width = sum(self.grid.widths[first : first + span])
        pieces = pieces_of(runs(text), style, self._theme.primary)
        room = width - 2 * self.grid.pad
        if style is self.grid.head:
            lines = break_lines(pieces, room, self._language, hyphenate=True)
        else:
            broken = filled_lines if align == "left" else break_lines
            lines = broken(pieces, room, self._language)
        return Cell(lines, x, width, style, align, owner)

    # ---- drawing ---------------------------------------------------------------------------
    def again_height(self) -> float:
        """Height of the caption said once more. Points."""
        return self._theme.caption.leading + self._theme.caption.after

    def draw_again(self, sheet: Sheet, x: float, top: float) -> float:
        """The caption on one line over a table that goes on; where its heads begin."""
        style = self._theme.caption
        look = Look(fonts.name_of(bold=True), style.size, style.color)
        caption = one_line(plain(captioned(self._spec))) or "\u2013"
        end = _("{caption}, continued").format(caption="")
        room = self._width - fonts.width(look.font, end) * look.size
        said = _("{caption}, continued").format(caption=shortened(caption, look, room))
        with sheet.artifact("Page"):
            sheet.text(x, top - foot_line(style), said, look)
        return top - self.again_height()

    def draw_grounds(
        self, sheet: Sheet, sections: tuple[Sequence[Laid], Sequence[Laid]], x: float, top: float
    ) -> None:
        """The tint of heads and every other row, before any rule; white, so no watermark shows."""
        with sheet.artifact("Background"):
            for section, color in zip(sections, (self._theme.tint, WHITE), strict=True):
                height = sum(row.height() for row in section)
                sheet.box(x, top - height, self._width, height, color)
                for row in section:
                    top -= row.height()
                    if row.tinted:
                        sheet.box(x, top, self._width, row.height(), self._theme.zebra)
                    for cell, shade in zip(row.cells, row.shades, strict=False):
                        ground = mix(self._theme.primary, shade)
                        sheet.box(x + cell.x, top, cell.width, row.height(), ground)

    def draw_heads(self, sheet: Sheet, rows: Sequence[Laid], x: float, top: float) -> float:
        """The heads with their rule; where the body begins."""
        foot = top - sum(row.height() for row in rows)
        with sheet.artifact("Background"):
            sheet.line(x, foot, x + self._width, foot, self._theme.primary, 1)
            if len(rows) > 1:
                self._rules_under(sheet, rows[0], x, top)
        for row in rows:
            self._cells(sheet, row, x, top, at_foot=True)
            top -= row.height()
        return foot

    def _rules_under(self, sheet: Sheet, row: Laid, x: float, top: float) -> None:
        y = top - row.height()
        for cell in row.cells:
            if any(line.pieces for line in cell.lines):
                pad = self.grid.pad
                start, end = x + cell.x + pad, x + cell.x + cell.width - pad
                sheet.line(start, y, end, y, self._theme.axis, 0.5)

    def draw_row(self, sheet: Sheet, row: Laid, corner: tuple[float, float], *, last: bool) -> None:
        """A row with its rule."""
        x, top = corner
        foot = top - row.height()
        with sheet.artifact("Background"):
            if row.kind is RowKind.SUM:
                sheet.line(x, top, x + self._width, top, self._theme.primary, 1)
            if row.whole:
                color = self._theme.axis if last else self._theme.rule
                sheet.line(x, foot, x + self._width, foot, color, 0.6 if last else 0.4)
        self._cells(sheet, row, x, top)
        name = row.name()
        if name is not None:
            with sheet.artifact("Page"):
                self._cells(sheet, replace(row, cells=[name]), x, top)

    def _cells(
        self, sheet: Sheet, row: Laid, x: float, top: float, *, at_foot: bool = False
    ) -> None:
        for cell in row.cells:
            start = top - _OVER
            if at_foot:
                start = top - row.height() + _UNDER + cell.height()
            placed = []
            for number, line in enumerate(cell.lines):
                y = start - number * cell.style.leading - foot_line(cell.style)
                placed.append(Placed(x + cell.x + _offset(cell, line, self.grid.pad), y, line))
            if any(line.pieces for line in cell.lines):
                sheet.lines(placed, cell.owner, cell.inline)


def captioned(spec: TableSpec) -> Words:
    """The caption, with the unit where it does not tell it itself."""
    if not spec.unit:
        return spec.caption
    whole = unit_in_words(spec.unit)
    unit = short(spec.unit, whole) if whole else runs(spec.unit)
    before, told, after = plain(spec.caption).partition(f"({spec.unit})")
    if not told:
        return (*runs(spec.caption), *own(" ("), *unit, *own(")"))
    if isinstance(spec.caption, str):
        return (Text(f"{before}("), *unit, Text(f"){after}"))
    return spec.caption


def _offset(cell: Cell, line: Line, pad: float) -> float:
    if cell.align == "right":
        return cell.width - pad - line.width
    if cell.align == "center":
        return (cell.width - line.width) / 2
    return pad


def _head(row: Element, text: Words, span: int) -> Element:
    """A head cell; one that says nothing heads nothing."""
    if plain(text).strip():
        return row.child("TH", attributes=_attributes("Column", span))
    return row.child("TD", attributes=f"<</O/Table/ColSpan {span}>>" if span > 1 else "")


def _attributes(scope: str, span: int) -> str:
    across = f"/ColSpan {span}" if span > 1 else ""
    return f"<</O/Table/Scope/{scope}{across}>>"
