"""The årshjul: twelve months in a ring from the top, this month in accent, events as dots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.moments import locale
from styrdesk.ui.kit.theme import colour, font, px

_STEP: Final = 30  # degrees of a month
_GAP: Final = 1.1  # degrees between two
_MOST: Final = 3  # dots of a month
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


def short_month(month: int) -> str:
    """A month (1–12) in three letters."""
    return locale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)[:3]


class YearRing(QWidget):
    """A picture of the year; the list beside it says the same in words.

    Args:
        side: Pixels at zoom 1.
    """

    def __init__(self, side: int = 188) -> None:
        super().__init__()
        self.setFixedSize(px(side), px(side))
        self._counts: tuple[int, ...] = (0,) * 12
        self._year, self._now, self._under = "", 0, ""

    def show_year(self, year: int, counts: Sequence[int], now: int, under: str, words: str) -> None:
        """Show a year.

        Args:
            year: In the middle.
            counts: How many events each month has.
            now: This month (1–12); 0 where it is another year.
            under: Words under the year, such as the week.
            words: What it shows, for those who hear it.
        """
        self._year, self._counts, self._now, self._under = str(year), tuple(counts), now, under
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = min(self.width(), self.height()) / 2 - 1
        for month in range(1, 13):
            self._sector(painter, radius, month)
            self._dots(painter, radius, month)
        middle = self._point(0, 0)
        painter.setPen(colour("text"))
        painter.setFont(font("h2"))
        painter.drawText(self._room(middle, px(50), px(12), -px(10)), _CENTRE, self._year)
        painter.setPen(colour("muted"))
        painter.setFont(font("meta"))
        painter.drawText(self._room(middle, px(50), px(9), px(10)), _CENTRE, self._under)

    def _sector(self, painter: QPainter, radius: float, month: int) -> None:
        hole, start = radius * 0.52, 90 - (month - 1) * _STEP - _GAP / 2
        path, sweep, middle = QPainterPath(), _STEP - _GAP, self._point(0, 0)
        outer, inner = (
            QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r) for r in (radius, hole)
        )
        path.arcMoveTo(outer, start)
        path.arcTo(outer, start, -sweep)
        path.arcTo(inner, start - sweep, sweep)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        here, gone = month == self._now, month < self._now
        painter.setBrush(colour("accent" if here else "hover" if gone else "tint"))
        painter.drawPath(path)
        painter.setFont(font("meta_strong" if here else "meta"))
        painter.setPen(colour("onaccent" if here else "muted" if gone else "text"))
        at = self._point(radius * 0.66, (month - 0.5) * _STEP)
        painter.drawText(self._room(at, px(22), px(9)), _CENTRE, short_month(month))

    def _dots(self, painter: QPainter, radius: float, month: int) -> None:
        count = min(self._counts[month - 1], _MOST)
        painter.setPen(QPen(colour("surface"), 1.5))
        painter.setBrush(colour("onaccent" if month == self._now else "planning"))
        for n in range(count):
            turn = (month - 0.5) * _STEP + (n - (count - 1) / 2) * 8
            painter.drawEllipse(self._point(radius * 0.87, turn), px(4), px(4))

    def _point(self, away: float, degrees: float) -> QPointF:
        """A point from the middle, so many degrees clockwise from the top."""
        turn = math.radians(degrees - 90)
        return QPointF(
            self.width() / 2 + math.cos(turn) * away, self.height() / 2 + math.sin(turn) * away
        )

    @staticmethod
    def _room(middle: QPointF, half: float, tall: float, down: float = 0) -> QRectF:
        return QRectF(middle.x() - half, middle.y() - tall + down, 2 * half, 2 * tall)
