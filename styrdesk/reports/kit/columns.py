"""How wide a table's columns become, and whether the table needs smaller type or a broad page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from styrdesk.reports.kit.lines import Piece, full_width, longest_word, pieces_of
from styrdesk.reports.kit.parts import Cell, RowKind, TableSpec, runs
from styrdesk.reports.kit.sheet import A4
from styrdesk.reports.kit.theme import MM, TextStyle, Theme

PAD = 5.0
"""Points left and right in a cell."""
_WORD_LIMIT = 26 * MM
_FIGURE_LIMIT = 45 * MM
_COMFORT = 60 * MM
_TIGHT = 13 * MM
_SMALLER = (8.5, 11.5)


@dataclass(frozen=True, slots=True)
class Grid:
    """The decided measures: column widths and type. Points."""

    widths: tuple[float, ...]
    cell: TextStyle
    head: TextStyle
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class _Want:
    """What a column asks for, padding included."""

    least: float
    full: float
    weight: float


def decide(spec: TableSpec, theme: Theme) -> Grid:
    """The first of five settings in which the widest words fit.

    Ordinary type, type of 8.5 points, the same two on a broad page, then narrow text columns
    around whole figures. Where not even that is enough, all words are divided; nothing is ever
    clipped.
    """
    upright = A4[0] - theme.left - theme.right
    broad = A4[1] - theme.left - theme.right
    wants: list[_Want] = []
    settings = [(upright, False), (upright, True), (broad, False), (broad, True), (broad, True)]
    for number, (room, small) in enumerate(settings, 1):
        cell, head = _styles(theme, small=small)
        limit = _TIGHT if number == len(settings) else _WORD_LIMIT
        wants = [
            _want(spec, place, (cell, head), theme, limit) for place in range(len(spec.columns))
        ]
        if sum(want.least for want in wants) <= room:
            return Grid(_shared(wants, room), cell, head, room == broad)
    cell, head = _styles(theme, small=True)
    least = sum(want.least for want in wants)
    return Grid(tuple(want.least * broad / least for want in wants), cell, head, landscape=True)


def _styles(theme: Theme, *, small: bool) -> tuple[TextStyle, TextStyle]:
    if not small:
        return theme.cell, theme.cell_head
    size, leading = _SMALLER
    return (
        replace(theme.cell, size=size, leading=leading),
        replace(theme.cell_head, size=size, leading=leading),
    )


def _want(
    spec: TableSpec,
    place: int,
    styles: tuple[TextStyle, TextStyle],
    theme: Theme,
    word_limit: float,
) -> _Want:
    cell, head = styles
    column = spec.columns[place]
    strong = replace(cell, bold=True)
    limit = _FIGURE_LIMIT if column.align == "right" else word_limit
    title = pieces_of(runs(column.title), head, theme.primary)
    texts = [title]
    for row in spec.rows:
        if row.kind is not RowKind.GROUP and row.cells[place]:
            style = strong if row.kind is RowKind.SUM else cell
            texts.append(_pieces(row.cells[place], style, theme))
    least = max(min(longest_word(pieces), limit) for pieces in [*texts[1:], []])
    least = max(least, min(longest_word(title), word_limit)) + 2 * PAD
    full = max(min(full_width(pieces), _COMFORT * max(column.weight, 0.5)) for pieces in texts)
    return _Want(least, max(full + 2 * PAD, least), column.weight)


def _pieces(cell: Cell, style: TextStyle, theme: Theme) -> list[Piece]:
    return pieces_of(runs(cell), style, theme.primary)


def _shared(wants: Sequence[_Want], room: float) -> tuple[float, ...]:
    """Every column its least; what is left first to those who want little, the rest by weight."""
    widths = [want.least for want in wants]
    left = room - sum(widths)
    waiting = sorted(range(len(wants)), key=lambda i: wants[i].full - wants[i].least)
    for count, i in enumerate(waiting):
        given = min(wants[i].full - wants[i].least, left / (len(waiting) - count))
        widths[i] += given
        left -= given
    weights = [want.weight for want in wants]
    if not sum(weights):
        weights = [1.0] * len(wants)
    return tuple(
        width + left * weight / sum(weights) for width, weight in zip(widths, weights, strict=True)
    )
