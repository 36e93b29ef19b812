"""How wide a table's columns become, and whether the table needs smaller type or a broad page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from styrdesk.reports.kit.lines import Piece, longest_word, paragraph_widths, pieces_of
from styrdesk.reports.kit.parts import RowKind, TableSpec, runs
from styrdesk.reports.kit.sheet import A4
from styrdesk.reports.kit.theme import MM, TextStyle, Theme

_WORD_LIMIT: Final = 26 * MM
_FIGURE_LIMIT: Final = 45 * MM
_TIGHT: Final = 13 * MM
_SMALLER: Final = (8.5, 11.5)
_PADS: Final = (5.0, 4.0)
"""Points left and right in a cell, in ordinary and in smaller type."""
_GAIN: Final = 0.8
"""Smaller type is taken when the table's height falls below this share: more than it shrinks."""
_MEASURED: Final = 24
"""So many rows, those with most text, decide the widths."""
_STEPS: Final = 32
_SHARP: Final = 6
"""A row is as tall as its tallest cell; a power mean of this degree is nearly that, and smooth."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The decided measures: column widths, type and padding. Points."""

    widths: tuple[float, ...]
    cell: TextStyle
    head: TextStyle
    pad: float
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class _Want:
    """What a column asks for, without padding.

    Attributes:
        least: The widest word it must hold.
        texts: For each measured row the widths of its cell's paragraphs on one line each.
    """

    least: float
    weight: float
    texts: tuple[tuple[float, ...], ...]

    def lines(self, row: int, width: float) -> float:
        """About how many lines the row's cell takes, in parts of lines."""
        return sum(max(1.0, text / width) for text in self.texts[row])


def decide(spec: TableSpec, theme: Theme) -> Grid:
    """The first of five settings in which the widest words fit.

    Ordinary type, type of 8.5 points, the same two on a broad page, then narrow text columns
    around whole figures. Where not even that is enough, all words are divided; nothing is ever
    clipped. Smaller type is also taken where it makes the table much lower.
    """
    upright = A4[0] - theme.left - theme.right
    broad = A4[1] - theme.left - theme.right
    settings = [(upright, False), (upright, True), (broad, False), (broad, True), (broad, True)]
    for number, (room, small) in enumerate(settings):
        limit = _TIGHT if number == len(settings) - 1 else _WORD_LIMIT
        grid = _fitted(spec, theme, (room, limit), small=small)
        if grid is None:
            continue
        smaller = None if small else _fitted(spec, theme, (room, limit), small=True)
        if smaller is not None and _height(spec, theme, smaller) < _GAIN * _height(
            spec, theme, grid
        ):
            grid = smaller
        return replace(grid, landscape=room == broad)
    return _squeezed(spec, theme, broad)


def _squeezed(spec: TableSpec, theme: Theme, room: float) -> Grid:
    cell, head = _styles(theme, small=True)
    wants = _wants(spec, theme, (cell, head), _TIGHT)
    asked = [want.least + 2 * _PADS[1] for want in wants]
    return Grid(tuple(a * room / sum(asked) for a in asked), cell, head, _PADS[1], landscape=True)


def _styles(theme: Theme, *, small: bool) -> tuple[TextStyle, TextStyle]:
    if not small:
        return theme.cell, theme.cell_head
    size, leading = _SMALLER
    return (
        replace(theme.cell, size=size, leading=leading),
        replace(theme.cell_head, size=size, leading=leading),
    )


def _fitted(
    spec: TableSpec, theme: Theme, bounds: tuple[float, float], *, small: bool
) -> Grid | None:
    room, limit = bounds
    cell, head = _styles(theme, small=small)
    wants = _wants(spec, theme, (cell, head), limit)
    pad = _PADS[small]
    left = room - sum(want.least + 2 * pad for want in wants)
    if left < 0:
        return None
    widths = _shared(wants, left)
    return Grid(tuple(width + 2 * pad for width in widths), cell, head, pad)


def _wants(
    spec: TableSpec, theme: Theme, styles: tuple[TextStyle, TextStyle], limit: float
) -> list[_Want]:
    rows = _measured(spec)
    return [
        _want(spec, place, rows, (*styles, limit, theme.primary))
        for place in range(len(spec.columns))
    ]


def _measured(spec: TableSpec) -> list[int]:
    """The rows that decide, in order; sums and groups do not."""
    rows = [n for n, row in enumerate(spec.rows) if row.kind is RowKind.BODY]
    rows.sort(key=lambda n: -sum(len(str(cell)) for cell in spec.rows[n].cells))
    return sorted(rows[:_MEASURED])


def _want(
    spec: TableSpec,
    place: int,
    rows: Sequence[int],
    look: tuple[TextStyle, TextStyle, float, str],
) -> _Want:
    cell, head, word_limit, link = look
    column = spec.columns[place]
    strong = replace(cell, bold=True)
    limit = _FIGURE_LIMIT if column.align == "right" else word_limit
    title = pieces_of(runs(column.title), head, link)
    made: dict[int, list[Piece]] = {}
    least = 0.0
    for number, row in enumerate(spec.rows):
        if row.kind is not RowKind.GROUP and row.cells[place]:
            style = cell if row.kind is RowKind.BODY else strong
            made[number] = pieces_of(runs(row.cells[place]), style, link)
            least = max(least, min(longest_word(made[number]), limit))
    least = max(least, min(longest_word(title), word_limit))
    texts = [title, *(made.get(number, []) for number in rows)]
    return _Want(max(least, 1.0), column.weight, tuple(map(paragraph_widths, texts)))


def _shared(wants: Sequence[_Want], left: float) -> list[float]:
    """Room dealt out step by step to the column in which it makes the rows lowest."""
    widths = [want.least for want in wants]
    step = left / _STEPS
    rows = range(len(wants[0].texts))
    powers = [[want.lines(r, want.least) ** _SHARP for want in wants] for r in rows]
    for _step in range(_STEPS if left > 1 else 0):
        gains = [_gain(want, widths[i] + step, i, powers) for i, want in enumerate(wants)]
        best = max(range(len(wants)), key=gains.__getitem__)
        if gains[best] < 1e-4:  # noqa: PLR2004  # nothing becomes lower any more
            break
        widths[best] += step
        left -= step
        for row in rows:
            powers[row][best] = wants[best].lines(row, widths[best]) ** _SHARP
    weights = [want.weight for want in wants]
    if not sum(weights):
        weights = [1.0] * len(wants)
    return [w + left * weight / sum(weights) for w, weight in zip(widths, weights, strict=True)]


def _gain(want: _Want, width: float, place: int, powers: Sequence[Sequence[float]]) -> float:
    gain = 0.0
    for row, each in enumerate(powers):
        whole = sum(each)
        less = whole - each[place] + want.lines(row, width) ** _SHARP
        gain += whole ** (1 / _SHARP) - less ** (1 / _SHARP)
    return gain


def _height(spec: TableSpec, theme: Theme, grid: Grid) -> float:
    """About how tall the measured rows become. Points."""
    wants = _wants(spec, theme, (grid.cell, grid.head), _WORD_LIMIT)
    tall = 0.0
    for row in range(len(wants[0].texts)):
        lines = (
            sum(max(1, ceil(text / (width - 2 * grid.pad))) for text in want.texts[row])
            for want, width in zip(wants, grid.widths, strict=True)
        )
        tall += max(lines) * grid.cell.leading + grid.cell.leading / 2
    return tall
