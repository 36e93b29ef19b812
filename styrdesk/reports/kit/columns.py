"""How wide a table's columns become, and whether the table needs smaller type or a broad page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from styrdesk.reports.kit.lines import measured, pieces_of
from styrdesk.reports.kit.parts import RowKind, TableSpec
from styrdesk.reports.kit.sheet import A4
from styrdesk.reports.kit.theme import MM, TextStyle, Theme
from styrdesk.reports.kit.words import plain, runs

_WORD_LIMIT: Final = 30 * MM
_NARROW: Final = 22 * MM
"""What a word may ask for at most, and what it must be content with before the page is turned."""
_FIGURE_LIMIT: Final = 45 * MM
_TIGHT: Final = 13 * MM
_SMALLER: Final = (8.5, 11.5)
_PADS: Final = (5.0, 4.0)
"""Points left and right in a cell, in ordinary and in smaller type."""
_GAIN: Final = 0.8
"""Smaller type is taken when the table's height falls below this share: more than it shrinks."""
_SAVED: Final = 60.0
"""So many points it must save too: a low table is set in the type of its neighbours."""
_AIR: Final = 16.0
"""So much wider than the widest of them all columns of figures may become. Points."""
_PART: Final = 2 / 3
"""A table that needs no more than this share of the width takes this share: less to look across."""
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
class _Column:
    """What a column holds, measured in ordinary type. Points, without padding.

    Attributes:
        word: The widest word of its cells.
        title: The widest word of its title.
        figures: Whether it holds figures, which stand right and may ask for more room.
        texts: For each measured row the widths of its cell's paragraphs on one line each.
        room: What it is to have at least, whatever it holds.
    """

    word: float
    title: float
    figures: bool
    weight: float
    texts: tuple[tuple[float, ...], ...]
    room: float = 0

    def least(self, scale: float, limit: float) -> float:
        """The width it must have in type of the scale."""
        word = min(self.word * scale, max(limit, _FIGURE_LIMIT) if self.figures else limit)
        return max(word, min(self.title * scale, limit), self.room, 1.0)

    def whole(self, scale: float) -> float:
        """The width in which no cell of it needs a second line."""
        words = max(self.word, *(max(text) for text in self.texts)) * scale
        return max(words, self.room)


def decide(spec: TableSpec, theme: Theme) -> Grid:
    """The first of the settings in which the widest words fit.

    A part of the width where no cell needs a second line there. Then ordinary type, type of 8.5
    points, the same with the longest words divided, a broad page in both types, then narrow text
    columns around whole figures. Where not even that is enough, all words are divided; nothing
    is ever clipped. Smaller type is also taken where it makes the table much lower.
    """
    upright = A4[0] - theme.left - theme.right
    broad = A4[1] - theme.left - theme.right
    columns = _measured(spec, theme)
    sizes = (True,) if spec.dense else (False, True)
    if spec.by_pen:
        sizes = (False,)
    attempts = [(upright, small, _WORD_LIMIT) for small in sizes]
    attempts += [(upright, True, _NARROW)]
    attempts += [(broad, small, _WORD_LIMIT) for small in sizes]
    attempts += [(broad, True, _TIGHT)]
    part = _PART * upright
    needed = _Fit(columns, theme, _WORD_LIMIT, small=spec.dense).whole()
    if max(needed, _longest_group(spec, theme)) <= part:
        attempts.insert(0, (part, spec.dense, _WORD_LIMIT))
    for room, small, limit in attempts:
        fit, tight = (_Fit(columns, theme, limit, small=size) for size in (small, True))
        found, smaller = fit.widths(room), tight.widths(room)
        if found is None:
            continue
        if smaller and not spec.by_pen and _pays(tight.height(smaller), fit.height(found)):
            return _grid(smaller, theme, small=True, landscape=room == broad)
        return _grid(found, theme, small=small, landscape=room == broad)
    scale = _SMALLER[0] / theme.cell.size
    asked = [column.least(scale, _TIGHT) + 2 * _PADS[1] for column in columns]
    squeezed = [a * broad / sum(asked) for a in asked]
    return _grid(squeezed, theme, small=True, landscape=True)


def is_legible(spec: TableSpec, theme: Theme | None = None) -> bool:
    """Whether a broad page holds the table without dividing words that are not long."""
    theme = theme or Theme()
    broad = A4[1] - theme.left - theme.right
    return _Fit(_measured(spec, theme), theme, _NARROW, small=True).widths(broad) is not None


def _pays(lower: float, height: float) -> bool:
    """Whether smaller type makes the table so much lower that it is worth it."""
    return lower < _GAIN * height and height - lower > _SAVED


def _longest_group(spec: TableSpec, theme: Theme) -> float:
    """The width that the longest head of a group of rows asks for on one line."""
    style = replace(theme.cell, bold=True)
    heads = (row.cells[0] for row in spec.rows if row.kind is RowKind.GROUP)
    lines = (measured(pieces_of(runs(head), style, theme.primary))[1] for head in heads)
    return max((max(line) + 2 * _PADS[0] for line in lines), default=0.0)


def _grid(widths: Sequence[float], theme: Theme, *, small: bool, landscape: bool) -> Grid:
    cell, head = theme.cell, theme.cell_head
    if small:
        size, leading = _SMALLER
        cell = replace(cell, size=size, leading=leading)
        head = replace(head, size=size, leading=leading)
    return Grid(tuple(widths), cell, head, _PADS[small], landscape)


def _measured(spec: TableSpec, theme: Theme) -> list[_Column]:
    rows = [n for n, row in enumerate(spec.rows) if row.kind is RowKind.BODY]
    rows.sort(key=lambda n: -sum(len(plain(cell)) for cell in spec.rows[n].cells))
    most = frozenset(rows[:_MEASURED])
    return [_column(spec, place, most, theme) for place in range(len(spec.columns))]


def _column(spec: TableSpec, place: int, rows: frozenset[int], theme: Theme) -> _Column:
    column = spec.columns[place]
    strong = replace(theme.cell, bold=True)
    title, of_title = measured(pieces_of(runs(column.title), theme.cell_head, theme.primary))
    widest, texts = 0.0, [of_title]
    for number, row in enumerate(spec.rows):
        if row.kind is RowKind.GROUP:
            continue
        style = theme.cell if row.kind is RowKind.BODY else strong
        word, paragraphs = measured(pieces_of(runs(row.cells[place]), style, theme.primary))
        widest = max(widest, word)
        if number in rows:
            texts.append(paragraphs)
    figures = column.align == "right"
    return _Column(widest, title, figures, column.weight, tuple(texts), column.least)


class _Fit:
    """The columns in one size of type."""

    def __init__(
        self, columns: Sequence[_Column], theme: Theme, limit: float, *, small: bool
    ) -> None:
        self._columns = columns
        self._scale = _SMALLER[0] / theme.cell.size if small else 1.0
        self._leading = _SMALLER[1] if small else theme.cell.leading
        self._pad = _PADS[small]
        self._limit = limit
        self._rows = range(len(columns[0].texts))

    def whole(self) -> float:
        """The width in which no cell needs a second line, with air around the figures."""
        texts = [c.whole(self._scale) for c in self._columns if not c.figures]
        figures = [c.whole(self._scale) for c in self._columns if c.figures]
        broadest = (max(figures) + _AIR) * len(figures) if figures else 0.0
        return sum(texts) + broadest + 2 * self._pad * len(self._columns)

    def widths(self, room: float) -> list[float] | None:
        """The columns' widths in the room, None where the widest words do not fit.

        Columns of figures are equally wide where that makes the table a line higher at most.
        """
        least = [column.least(self._scale, self._limit) for column in self._columns]
        found = self._filled(list(least), room, range(len(least)))
        figures = [n for n, column in enumerate(self._columns) if column.figures]
        if found is None or not figures:
            return found
        even = [made for level in self._levels(least) if (made := self._even(least, level, room))]
        best = min(even, key=self.height, default=found)
        return best if self.height(best) <= self.height(found) + self._leading else found

    def _levels(self, least: Sequence[float]) -> tuple[float, float]:
        """Widths for all columns of figures: with their heads on one line, and broken."""
        pairs = [(n, column) for n, column in enumerate(self._columns) if column.figures]
        broken = max(least[n] for n, _column in pairs)
        heads = max(max(column.texts[0]) for _n, column in pairs)
        return max(broken, heads * self._scale), broken

    def _even(self, least: Sequence[float], level: float, room: float) -> list[float] | None:
        """The widths with the columns of figures at the level, and the rest of the room dealt."""
        pairs = list(zip(least, self._columns, strict=True))
        texts = [n for n, (_width, column) in enumerate(pairs) if not column.figures]
        return self._filled([level if c.figures else width for width, c in pairs], room, texts)

    def _filled(self, widths: list[float], room: float, dealt: Sequence[int]) -> list[float] | None:
        """The widths and what is left of the room, None where there is not room enough."""
        left = room - sum(widths) - 2 * self._pad * len(widths)
        if left < 0:
            return None
        left = self._air(widths, self._deal(widths, left, dealt))
        weights = [column.weight for column in self._columns]
        if not sum(weights):
            weights = [1.0] * len(widths)
        share = left / sum(weights)
        pairs = zip(widths, weights, strict=True)
        return [width + share * weight + 2 * self._pad for width, weight in pairs]

    def _air(self, widths: list[float], left: float) -> float:
        """Make all columns of figures as wide as the widest, then give them air."""
        places = [i for i, column in enumerate(self._columns) if column.figures]
        if not places or left <= 0:
            return left
        level = max(widths[i] for i in places)
        lacking = sum(level - widths[i] for i in places)
        share = min(1.0, left / lacking) if lacking else 0.0
        air = min(_AIR, max(0.0, left - lacking) / 2 / len(places))
        for i in places:
            widths[i] += share * (level - widths[i]) + air
        return max(0.0, left - share * lacking - air * len(places))

    def _deal(self, widths: list[float], left: float, dealt: Sequence[int]) -> float:
        """Deal room out step by step to the one of the columns in which it makes rows lowest."""
        step = left / _STEPS
        powers = [[self._power(i, row, w) for i, w in enumerate(widths)] for row in self._rows]
        gains = [0.0] * len(widths)
        for _step in range(_STEPS if left > 1 else 0):
            for i in dealt:
                gains[i] = self._gain(i, widths[i] + step, powers)
            best = max(range(len(widths)), key=gains.__getitem__)
            if gains[best] < 1e-4:  # noqa: PLR2004  # nothing becomes lower any more
                break
            widths[best] += step
            left -= step
            for row in self._rows:
                powers[row][best] = self._power(best, row, widths[best])
        return left

    def _power(self, place: int, row: int, width: float) -> float:
        """About how many lines the cell takes, in parts of lines, raised to be compared."""
        room = width / self._scale
        texts = self._columns[place].texts[row]
        if len(texts) == 1:
            return max(1.0, texts[0] / room) ** _SHARP
        return sum(max(1.0, text / room) for text in texts) ** _SHARP

    def _gain(self, place: int, width: float, powers: Sequence[Sequence[float]]) -> float:
        gain = 0.0
        for row, each in enumerate(powers):
            if each[place] > 1.0:  # a cell of one line becomes no lower
                whole = sum(each)
                less = whole - each[place] + self._power(place, row, width)
                gain += whole ** (1 / _SHARP) - less ** (1 / _SHARP)
        return gain

    def height(self, widths: Sequence[float]) -> float:
        """About how tall the measured rows become. Points."""
        tall = 0.0
        rooms = [(width - 2 * self._pad) / self._scale for width in widths]
        for row in self._rows:
            lines = (
                sum(max(1, ceil(text / room)) for text in column.texts[row])
                for column, room in zip(self._columns, rooms, strict=True)
            )
            tall += (max(lines) + 0.5) * self._leading
        return tall
