"""The indicator chart: outcome as bars, target as a mark across them, comparison as open bars."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.clean import one_line
from styrdesk.reports.kit.flow import Block
from styrdesk.reports.kit.lines import Look
from styrdesk.reports.kit.parts import IndicatorChart, Measure
from styrdesk.reports.kit.pictures import box_attributes
from styrdesk.reports.kit.sheet import Sheet
from styrdesk.reports.kit.structure import Element
from styrdesk.reports.kit.theme import WHITE, Theme, mix

_PLOT: Final = 104.0
_LEGEND: Final = 24.0
_FOOT: Final = 20.0
_BAR: Final = 30.0
_SLOT: Final = 92.0
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


def names_of(chart: IndicatorChart) -> tuple[str, str, str]:
    """What outcome, target and comparison are called."""
    own = (_("Outcome"), _("Target"), _("Comparison"))
    outcome, target, comparison = (
        one_line(name) or other for name, other in zip(chart.names, own, strict=True)
    )
    return outcome, target, comparison


def alt_of(chart: IndicatorChart) -> str:
    """The chart in words: every number it shows."""
    if chart.alt:
        return chart.alt
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
    return one_line(measure.text) or f"{measure.value:g}".replace(".", ",")


def _series(chart: IndicatorChart) -> tuple[Sequence[Measure], ...]:
    return chart.outcomes, chart.targets, chart.comparison


def has_values(chart: IndicatorChart) -> bool:
    """Whether there is anything to draw."""
    return any(one.value is not None for series in _series(chart) for one in series)


def scale_of(values: Sequence[float]) -> tuple[float, float, float]:
    """Lower end, upper end and step of an axis that holds the values and zero."""
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    rough = span / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * nice for nice in _STEPS if power * nice >= rough * 0.999)
    top = ceil(high / step - 1e-9) * step or step
    return floor(low / step + 1e-9) * step, top, step


class ChartBlock(Block):
    """The chart as one Figure whose Alt says all its numbers."""

    def __init__(self, chart: IndicatorChart, theme: Theme, owner: Element) -> None:
        self._chart = chart
        self._theme = theme
        self._owner = owner
        owner.alt = alt_of(chart)
        values = [one.value for series in _series(chart) for one in series if one.value is not None]
        self._low, self._high, self._step = scale_of(values or [0.0])
        self._labels = list(dict.fromkeys(one.label for series in _series(chart) for one in series))
        self._names = names_of(chart)
        self._y = self._x = self._width = 0.0
        self.before, self.after = 2, 14

    def height(self, width: float) -> float:  # noqa: ARG002
        """Legend, plot, labels."""
        return _LEGEND + _PLOT + 14 + _FOOT

    def _look(self, size: float = 8.5, *, bold: bool = False, color: str = "") -> Look:
        return Look(fonts.name_of(bold=bold), size, color or self._theme.ink)

    def _at(self, value: float) -> float:
        return self._y + _PLOT * (value - self._low) / (self._high - self._low)

    def draw(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Legend, grid, then year by year."""
        high = self.height(width)
        self._owner.attributes = box_attributes(x, top - high, width, high)
        self._y = top - high + _FOOT
        self._x = x + 34
        self._width = min(width - 34, _SLOT * max(len(self._labels), 1))
        with sheet.tagged(self._owner):
            self._legend(sheet, x, top - 10)
            self._grid(sheet)
            slot = self._width / max(len(self._labels), 1)
            for number, label in enumerate(self._labels):
                self._slot(sheet, label, self._x + slot * (number + 0.5), slot)
            zero = self._at(0)
            sheet.line(self._x, zero, self._x + self._width, zero, self._theme.axis, 0.8)

    def _legend(self, sheet: Sheet, x: float, y: float) -> None:
        for kind, (name, series) in enumerate(zip(self._names, _series(self._chart), strict=True)):
            if not series:
                continue
            if kind == 0:
                sheet.box(x, y - 1, 9, 9, self._theme.primary)
            elif kind == 1:
                self._mark(sheet, x + 7, y + 3.5, 14)
            else:
                self._open_bar(sheet, x, y - 1, 9, 9)
            start = x + (23 if kind == 1 else 13)
            look = self._look(9)
            sheet.text(start, y, name, look)
            x = start + fonts.width(look.font, name) * look.size + 22

    def _grid(self, sheet: Sheet) -> None:
        pale = mix(self._theme.rule, 0.55)
        steps = round((self._high - self._low) / self._step)
        for number in range(steps + 1):
            value = self._low + number * self._step
            y = self._at(value)
            sheet.line(self._x, y, self._x + self._width, y, pale, 0.5)
            text = f"{value:g}".replace(".", ",").replace("-", "\u2212")
            sheet.text(self._x - 6, y - 3, text, self._look(8, color=self._theme.muted), "right")

    def _slot(self, sheet: Sheet, label: str, middle: float, slot: float) -> None:
        outcome, target, other = (_find(series, label) for series in _series(self._chart))
        bar = min(_BAR, slot * (0.27 if self._chart.comparison else 0.5))
        paired = other is not None and other.value is not None
        at = middle - (bar / 2 + 1 if paired else 0)
        name = one_line(label)
        sheet.text(middle, self._y - 13, name, self._look(), "center")
        if outcome is not None and outcome.value is not None:
            self._bar(sheet, at, bar, outcome)
        if other is not None and other.value is not None:
            self._bar(sheet, at + bar + 2, bar, other, filled=False)
        if target is not None and target.value is not None:
            self._target(sheet, at, bar, target, outcome)

    def _bar(
        self, sheet: Sheet, middle: float, wide: float, measure: Measure, *, filled: bool = True
    ) -> None:
        value = measure.value or 0.0
        foot, top = sorted((self._at(0), self._at(value)))
        if filled:
            sheet.box(middle - wide / 2, foot, wide, top - foot, self._theme.primary)
        else:
            self._open_bar(sheet, middle - wide / 2, foot, wide, top - foot)
        y = top + 3.5 if value >= 0 else foot - 9.5
        sheet.text(middle, y, written(measure), self._look(8.5, bold=filled), "center")

    def _open_bar(self, sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
        sheet.box(x, y, wide, high, WHITE)
        sheet.frame(x + 0.5, y, wide - 1, max(high - 0.5, 0.1), self._theme.axis, 1)

    def _target(
        self, sheet: Sheet, middle: float, wide: float, target: Measure, outcome: Measure | None
    ) -> None:
        """A mark over the bar's width; its number beside it, where no bar's own number stands."""
        y = self._at(target.value or 0.0)
        self._mark(sheet, middle - 4, y, wide + 8)
        alone = outcome is None or outcome.value is None
        look = self._look(8.5, color=self._theme.accent)
        if alone:
            sheet.text(middle, y + 4, written(target), look, "center")
        else:
            sheet.text(middle - wide / 2 - 14, y - 3, written(target), look, "right")

    def _mark(self, sheet: Sheet, middle: float, y: float, wide: float) -> None:
        """A line with a white edge and a point at its left end: seen on a dark bar too."""
        half = wide / 2
        sheet.box(middle - half, y - 2, wide, 4, WHITE)
        sheet.box(middle - half, y - 1, wide, 2, self._theme.accent)
        tip = middle - half
        sheet.shape(((tip + 2, y), (tip - 3, y + 3.5), (tip - 3, y - 3.5)), self._theme.accent)


def _find(series: Sequence[Measure], label: str) -> Measure | None:
    return next((one for one in series if one.label == label), None)
