"""Bars of this year against the year before, lying down; the table under them says the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case_numbers import Breakdown, Line
from styrdesk.ui.kit.paint import elide, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

_ROW: Final = 34
_BAR: Final = 14
_THIN: Final = 6
_NAMES: Final = 0.34  # of the width, at most 220 pixels
_NUMBER: Final = 44  # of each of the two columns of numbers
_LEGEND: Final = 26
_MIDDLE: Final = 29  # both bars and what is over and under them: name and numbers stand across it
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Bars(QWidget):
    """A line for each part: a thick bar for this year, a thin one under it for the year before."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._table, self._years = Breakdown((), 0, 0), ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_table(self, table: Breakdown, years: tuple[str, str], words: str) -> None:
        """Show a table.

        Args:
            table: Its lines.
            years: This and the one before.
            words: What it shows, for those who hear it.
        """
        self._table, self._years = table, years
        self.setAccessibleDescription(words)
        self.setFixedHeight(px(_LEGEND) + px(_ROW) * max(1, len(table.lines)))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def picture(self) -> QImage:
        """The chart as an image, twice as fine, for a document."""
        image = QImage(self.size() * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(2)
        image.fill(QColor(colours().surface))
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(QPainter(self))

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._legend(painter)
        if not self._table.lines:
            painter.setPen(colour("muted"))
            painter.setFont(font("dense"))
            room = QRect(0, px(_LEGEND), self.width(), px(_ROW))
            painter.drawText(room, int(_LEFT), _("No cases"))
        most = max(
            (value for line in self._table.lines for value in (line.now, line.before) if value),
            default=1,
        )
        for n, line in enumerate(self._table.lines):
            self._line(painter, line, px(_LEGEND) + n * px(_ROW), most)

    def _legend(self, painter: QPainter) -> None:
        now, left = colours(), 0
        painter.setFont(font("meta"))
        face = QFontMetrics(painter.font())
        for year, ink, tall in zip(
            self._years, (now.accent, now.border), (_BAR, _THIN), strict=True
        ):
            middle = px(_LEGEND) / 2 - 2
            box = QRectF(left, middle - px(tall) / 2, px(16), px(tall))
            rrect(painter, box, px(2), ink)
            left += px(22)
            painter.setPen(colour("text"))
            wide = face.horizontalAdvance(year)
            painter.drawText(QRect(left, 0, wide + 2, px(_LEGEND) - 4), int(_LEFT), year)
            left += wide + px(20)
        painter.setPen(colour("muted"))
        for n, year in enumerate(self._years):
            painter.drawText(self._number(n, 0, px(_LEGEND) - 4), int(_RIGHT), year)

    def _line(self, painter: QPainter, line: Line, top: int, most: int) -> None:
        names = min(px(220), int(self.width() * _NAMES))
        painter.setFont(font("dense"))
        face = QFontMetrics(painter.font())
        painter.setPen(colour("text"))
        room = QRect(0, top, names, px(_MIDDLE))
        painter.drawText(room, int(_LEFT), elide(face, line.name, names - px(8)))
        wide = self.width() - names - 2 * px(_NUMBER)
        for value, ink, place, tall in (
            (line.now, colours().accent, px(3), px(_BAR)),
            (line.before, colours().border, px(_BAR + 6), px(_THIN)),
        ):
            if value:
                bar = QRectF(names, top + place, max(px(2), wide * value / most), tall)
                rrect(painter, bar, px(2), ink)
        for n, (value, role, pen) in enumerate(
            ((line.now, "dense_strong", "text"), (line.before, "dense", "muted"))
        ):
            painter.setFont(font(role))
            painter.setPen(colour(pen))
            told = "–" if value is None else str(value)
            painter.drawText(self._number(n, top, px(_MIDDLE)), int(_RIGHT), told)

    def _number(self, column: int, top: int, tall: int) -> QRect:
        """The place of a number of this year (0) or the one before (1)."""
        left = self.width() - (2 - column) * px(_NUMBER)
        return QRect(left, top, px(_NUMBER) - 1, tall)
