"""The indicator chart: outcome as bars, targets ahead as pale bars, comparison as a dashed line.

A value's number stands at its bar's foot, where no line crosses it; the comparison's in the legend.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil, floor, log10
from typing import Final

from styrdesk.base.formats import number
from styrdesk.base.i18n import _
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Look, shortened
from styrdesk.reports.kit.parts import IndicatorChart, Measure
from styrdesk.reports.kit.pictures import box_attributes
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.textblocks import TextBlock
from styrdesk.reports.kit.theme import WHITE, Theme, mix

_PLOT: Final = 86.0
_LEGEND: Final = 22.0
_LINE: Final = 12.0
_FOOT: Final = 18.0
_TOP: Final = 12.0
_BAR: Final = 40.0
_WIDE: Final = 28.0
"""Narrower places give more of themselves to the bar, so that it holds its number."""
_SLOT: Final = 76.0
_SIZE: Final = 8.5
_SIGN: Final = (13.0, 13.0, 18.0)
"""Room for the sign of outcome, target and comparison in the legend."""
_IN_BAR: Final = 13.0
"""A bar must be so tall to hold its number."""
_APART: Final = 3.0
"""Room between the numbers of two bars. Points."""
_GUTTER: Final = 16.0
_LEAST_SPAN: Final = 1e-9
"""What lies closer to nought is nought on paper."""
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_UNDER: Final = 10.0
_LEAST_LABEL: Final = 30.0
"""From line to line of a label, and what room one has however close the bars stand. Points."""


def names_of(chart: IndicatorChart) -> tuple[str, str, str]:
    """What outcome, target and comparison are called."""
    own = (_("Outcome"), _("Target value"), _("Comparison"))
    outcome, target, comparison = (
        one_line(name) or other for name, other in zip(chart.names, own, strict=True)
    )
    return outcome, target, comparison


def alt_of(chart: IndicatorChart) -> str:
    """The chart in words: every number it shows."""
    if chart.alt:
        return one_line(chart.alt)
    told = []
    for name, series in zip(names_of(chart), _series(chart), strict=True):
        values = ", ".join(
            f"{one.label}: {written(one)}" for one in series if one.value is not None
        )
        if values:
            told.append(f"{name} {values}.")
    return " ".join([_("Bar chart: {title}.").format(title=one_line(chart.caption)), *told])


def written(measure: Measure) -> str:
    """The value as it is written on the chart."""
    return one_line(measure.text) or _number(measure.value or 0.0)


def _number(value: float, decimals: int | None = None) -> str:
    exact = Decimal(f"{value:.9g}")
    return number(exact, _decimals(exact) if decimals is None else decimals)


def _decimals(exact: Decimal) -> int:
    return max(0, -int(exact.normalize().as_tuple().exponent))


def _series(chart: IndicatorChart) -> tuple[Sequence[Measure], ...]:
    return chart.outcomes, chart.targets, chart.comparison


def has_values(chart: IndicatorChart) -> bool:
    """Whether there is anything to draw."""
    return any(one.value is not None for series in _series(chart) for one in series)


def scale_of(values: Sequence[float]) -> tuple[float, float, float]:
    """Lower end, upper end and step of an axis that holds the values and zero.

    What is counted in whole numbers has only whole numbers on its axis.
    """
    low, high = min(0.0, *values), max(0.0, *values)
    span = high - low if high - low > _LEAST_SPAN else 1.0
    rough = span / 4
    power = 10.0 ** floor(log10(rough))
    counted = all(float(value).is_integer() for value in values)
    steps = (power * nice for nice in _STEPS if power * nice >= rough * 0.999)
    step = next(step for step in steps if not counted or step.is_integer())
    top = ceil(high / step - 1e-9) * step or step
    return floor(low / step + 1e-9) * step, top, step


class ChartBlock(Block):
    """The chart as one Figure whose Alt says all its numbers.

    Attributes:
        least_lines: Lines kept for the legend, so that neighbours' bars stand on one line.
    """

    least_lines = 1

    def __init__(self, chart: IndicatorChart, theme: Theme, owner: Element) -> None:
        self._chart = chart
        self._theme = theme
        self._owner = owner
        owner.alt = alt_of(chart)
        values = [one.value for series in _series(chart) for one in series if one.value is not None]
        self._low, self._high, self._step = scale_of(values or [0.0])
        known = (chart.outcomes, chart.targets) if chart.outcomes or chart.targets else ()
        shown = known or (chart.comparison,)
        self._labels = list(dict.fromkeys(one.label for series in shown for one in series))
        self._names = names_of(chart)
        self._y = self._x = self._width = self._slot = self._legend_width = 0.0
        self.before, self.after = 2, 14

    def height(self, width: float) -> float:
        """Legend, plot, labels."""
        lines = max(self.lines(width), self.least_lines)
        return _LEGEND + _LINE * (lines - 1) + _TOP + _PLOT + self._foot(width)

    def _foot(self, width: float) -> float:
        """Room for the labels under the bars."""
        most = max((len(each) for each in self._labelled(width).values()), default=1)
        return _FOOT + _UNDER * (most - 1)

    def _labelled(self, width: float) -> dict[str, list[str]]:
        """The lines of each label, as wide as its place."""
        room = max(self._slot_in(width) - 2, _LEAST_LABEL)
        return {label: _lines_in(one_line(label), room) for label in self._labels}

    def _slot_in(self, width: float) -> float:
        """Room for each year."""
        return min(_SLOT, (width - self._axis()) / max(len(self._labels), 1))

    def fits(self, width: float) -> bool:
        """Whether every number of a bar stands apart from its neighbour's."""
        bars = (*self._chart.outcomes, *self._chart.targets)
        bold = fonts.name_of(bold=True)
        texts = (fonts.width(bold, written(one)) for one in bars if one.value is not None)
        return max(texts, default=0.0) * _SIZE + _APART <= self._slot_in(width)

    def _look(self, color: str = "", *, bold: bool = False) -> Look:
        return Look(fonts.name_of(bold=bold), _SIZE, color or self._theme.ink)

    def _at(self, value: float) -> float:
        return self._y + _PLOT * (value - self._low) / (self._high - self._low)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Legend, grid, bars year by year, then what lies over them."""
        high = self.height(width)
        self._owner.attributes = box_attributes(x, top - high, width, high)
        self._y, self._legend_width = top - high + self._foot(width), width
        axis = self._axis()
        self._x = x + axis
        self._slot = self._slot_in(width)
        self._width = self._slot * max(len(self._labels), 1)
        with sheet.artifact("Background"):
            sheet.box(x, top - high, width, high, WHITE)
        with sheet.tagged(self._owner):
            self._legend(sheet, x, top - 10)
            self._grid(sheet)
            for place, (label, lines) in enumerate(self._labelled(width).items()):
                self._year(sheet, label, lines, self._x + self._slot * (place + 0.5))
            zero = self._at(0)
            sheet.line(self._x, zero, self._x + self._width, zero, self._theme.axis, 0.8)
            self._compare(sheet)

    # ---- legend and grid -------------------------------------------------------------------
    def _legend(self, sheet: Sheet, x: float, y: float) -> None:
        for kind, name, at, line in self._entries(self._legend_width):
            left, foot = x + at, y - _LINE * line
            if kind == 0:
                sheet.box(left, foot - 1, 9, 9, self._theme.primary)
            elif kind == 1:
                self._ahead(sheet, (left, foot - 1, 9, 9), upwards=True)
            else:
                sheet.line(left, foot + 3, left + 14, foot + 3, self._theme.ink, 1, "[3 2] 0")
            sheet.text(left + _SIGN[kind], foot, name, self._look())

    def _entries(self, width: float) -> Iterator[tuple[int, str, float, int]]:
        """Kind, name, place from the left and line of each name in the legend."""
        names = (*self._names[:2], self._compared())
        at, line = 0.0, 0
        for kind, (name, series) in enumerate(zip(names, _series(self._chart), strict=True)):
            if any(one.value is not None for one in series):
                wide = _SIGN[kind] + fonts.width(fonts.name_of(), name) * _SIZE
                if at and at + wide > width:
                    at, line = 0.0, line + 1
                yield kind, name, at, line
                at += wide + 14

    def lines(self, width: float) -> int:
        """How many lines the legend takes."""
        return max((line for _kind, _name, _at, line in self._entries(width)), default=0) + 1

    def _compared(self) -> str:
        """«Riket 2024: 85,0»: the comparison's numbers have no bar to stand in."""
        series = [one for one in self._chart.comparison if one.value is not None]
        told = ", ".join(f"{one_line(one.label)}: {written(one)}" for one in series)
        return f"{self._names[2]} {told}"

    def _grid(self, sheet: Sheet) -> None:
        pale = mix(self._theme.rule, 0.55)
        look = Look(fonts.name_of(), 8, self._theme.muted)
        for value in self._steps():
            y = self._at(value)
            sheet.line(self._x, y, self._x + self._width, y, pale, 0.5)
            sheet.text(self._x - 5, y - 3, self._mark(value), look, "right")

    def _steps(self) -> list[float]:
        count = round((self._high - self._low) / self._step)
        return [self._low + place * self._step for place in range(count + 1)]

    def _mark(self, value: float) -> str:
        """A number of the axis, with as many decimals as the others."""
        return _number(value, _decimals(Decimal(f"{self._step:.9g}")))

    def _axis(self) -> float:
        """Room for the axis' numbers."""
        marks = map(self._mark, self._steps())
        return max(fonts.width(fonts.name_of(), mark) for mark in marks) * 8 + 7

    # ---- values ----------------------------------------------------------------------------
    def _year(self, sheet: Sheet, label: str, lines: Sequence[str], middle: float) -> None:
        outcome, target = _find(self._chart.outcomes, label), _find(self._chart.targets, label)
        wide = min(_BAR, self._slot * (0.74 if self._slot > _WIDE else 0.86))
        for place, line in enumerate(lines):
            words = line if place + 1 == len(lines) else f"{line} "
            sheet.text(middle, self._y - 13 - _UNDER * place, words, self._look(), "center")
        if outcome is not None:
            foot, top = sorted((self._at(0), self._at(outcome.value or 0.0)))
            sheet.box(middle - wide / 2, foot, wide, top - foot, self._theme.primary)
            self._say(sheet, middle, wide, outcome, WHITE)
        elif target is not None:
            foot, top = sorted((self._at(0), self._at(target.value or 0.0)))
            box = (middle - wide / 2, foot, wide, top - foot)
            self._ahead(sheet, box, upwards=(target.value or 0.0) >= 0)
            self._say(sheet, middle, wide, target, self._theme.ink)
        if outcome is not None and target is not None:
            self._across(sheet, middle, wide, target)

    def _ahead(
        self, sheet: Sheet, box: tuple[float, float, float, float], *, upwards: bool
    ) -> None:
        """A pale bar with a strong edge where the target lies."""
        x, y, wide, high = box
        sheet.box(x, y, wide, high, self._theme.tint)
        edge = y + high - 1 if upwards else y - 1
        sheet.box(x, edge, wide, 2, self._theme.accent)

    def _say(self, sheet: Sheet, middle: float, wide: float, one: Measure, inside: str) -> None:
        """The number at the bar's foot, or beyond its end where the bar is too small for it."""
        value = one.value or 0.0
        text, look = written(one), self._look(inside, bold=True)
        zero, end = self._at(0), self._at(value)
        room = fonts.width(look.font, text) * look.size + 1
        if room <= wide and abs(end - zero) >= _IN_BAR:
            y = zero + 4 if value >= 0 else zero - 10
        else:
            y = max(zero, end) + 4
            look = self._look(bold=True)
            sheet.box(middle - room / 2, y - 1.5, room, 9, WHITE)
        sheet.text(middle, y, text, look, "center")

    def _across(self, sheet: Sheet, middle: float, wide: float, target: Measure) -> None:
        """A target in a year with an outcome: a mark over the bar, its number above it."""
        y = self._at(target.value or 0.0)
        half = wide / 2 + 4
        sheet.box(middle - half, y - 2, 2 * half, 4, WHITE)
        sheet.box(middle - half, y - 1, 2 * half, 2, self._theme.accent)
        text, look = written(target), self._look(self._theme.accent, bold=True)
        room = fonts.width(look.font, text) * look.size + 3
        sheet.box(middle - room / 2, y + 2.5, room, 9, WHITE)
        sheet.text(middle, y + 4, text, look, "center")

    def _compare(self, sheet: Sheet) -> None:
        """A dashed line: across the plot for one value, across its year for several."""
        series = [one for one in self._chart.comparison if one.value is not None]
        for one in series:
            y = self._at(one.value or 0.0)
            start, end = self._x, self._x + self._width
            if len(series) > 1 and one.label in self._labels:
                start += self._slot * self._labels.index(one.label)
                end = start + self._slot
            sheet.line(start, y, end, y, WHITE, 2.2)
            sheet.line(start, y, end, y, self._theme.ink, 1, "[3 2] 0")


def _lines_in(label: str, room: float) -> list[str]:
    """The words of a label in lines; a word that no line can hold is cut, its number is not."""
    look, lines = Look(fonts.name_of(), _SIZE, ""), list[str]()
    for word in label.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _wide(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(shortened(word, look, room))
    return lines or [""]


def _wide(text: str) -> float:
    return fonts.width(fonts.name_of(), text) * _SIZE


def _find(series: Sequence[Measure], label: str) -> Measure | None:
    found = (one for one in series if one.label == label and one.value is not None)
    return next(found, None)


def rows_of(
    charts: Sequence[IndicatorChart], theme: Theme, width: float
) -> Iterator[tuple[Sequence[IndicatorChart], int]]:
    """The charts in rows, each with how many have room: fewer where their numbers need it."""

    def fit(some: Sequence[IndicatorChart], count: int) -> bool:
        blocks = (ChartBlock(chart, theme, Element("Figure")) for chart in some)
        return all(block.fits(_each(width, count)) for block in blocks)

    rest = charts
    while rest:
        three = len(charts) == 3 and len(rest) == 3 and fit(rest, 3)  # noqa: PLR2004  # three charts
        count = 3 if three else 2 if fit(rest[:2], 2) else 1
        if count == 1 and fit(rest[:1], 2):
            yield rest[:1], 2
        else:
            yield rest[:count], count
        rest = rest[count:]


def _each(width: float, count: int) -> float:
    return (width - _GUTTER * (count - 1)) / count


class ChartsBlock(Block):
    """Charts side by side, each under its caption."""

    def __init__(self, pairs: Sequence[tuple[TextBlock, ChartBlock]], across: int) -> None:
        """Args: across: how many have room beside each other."""
        self._pairs = pairs
        self._across = across
        self.before, self.after = 8, 12

    def _captions(self, width: float) -> float:
        return max(caption.height(width) for caption, _chart in self._pairs) + 4

    def height(self, width: float) -> float:
        """The taller caption and a chart."""
        each = _each(width, self._across)
        lines = max(chart.lines(each) for _caption, chart in self._pairs)
        for _caption, chart in self._pairs:
            chart.least_lines = lines
        return self._captions(each) + max(chart.height(each) for _caption, chart in self._pairs)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Each caption stands on its chart."""
        each = _each(width, self._across)
        high = self.height(width)
        with sheet.artifact("Background"):  # no watermark behind pale bars, nor between them
            sheet.box(x, top - high, width, high, WHITE)
        tall = self._captions(each)
        for caption, chart in self._pairs:
            caption.draw(sheet, x, top - tall + 4 + caption.height(each), each)
            chart.draw(sheet, x, top - tall, each)
            x += each + _GUTTER
