"""The outcome of a checklist month by month: lists as bars, those with failures hatched in them.

The same is said in words to a screen reader, and stands in the table under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.formats import month_name
from styrdesk.base.i18n import _
from styrdesk.domain.checklist_lines import Outcome
from styrdesk.reports.checklist.outcome import MOST, told
from styrdesk.ui.kit.theme import colour, colours, font, px


class OutcomeChart(QWidget):
    """The bars."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Outcome, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Outcome]) -> None:
        """Draw these months, the oldest first."""
        self.rows = tuple(rows)[-MOST:]
        self.setAccessibleName(_("Outcome over time"))
        self.setAccessibleDescription(told(self.rows))
        self.setVisible(bool(self.rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(168))

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
        now = colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("meta"))
        line = QFontMetrics(painter.font()).height()
        foot, head = self.height() - line - px(6), line + px(4)
        most = max((row.lists for row in self.rows), default=1)
        step = self.width() / max(MOST, len(self.rows))
        painter.setPen(colour("line"))
        painter.drawLine(0, foot, self.width(), foot)
        for n, row in enumerate(self.rows):
            wide = min(step * 0.6, px(40))
            left = n * step + (step - wide) / 2
            tall = (foot - head) * row.lists / most
            bar = QRectF(left, foot - tall, wide, tall)
            painter.fillRect(bar, QColor(now.tint))
            flawed = QRectF(bar)
            flawed.setTop(foot - (foot - head) * row.flawed / most)
            painter.fillRect(flawed, QBrush(QColor(now.bad), Qt.BrushStyle.BDiagPattern))
            painter.setPen(colour("accent"))
            painter.drawRect(bar)
            painter.setPen(colour("text"))
            words = str(row.lists) if not row.flawed else f"{row.flawed}/{row.lists}"
            above = QRectF(n * step, bar.top() - line, step, line)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), words)
            painter.setPen(colour("muted"))
            below = QRectF(n * step, foot + px(4), step, line)
            short = month_name(int(row.month[5:]))[:3]
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), short)
