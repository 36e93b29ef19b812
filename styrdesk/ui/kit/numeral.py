"""A large numeral before something that is counted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.theme import colour, font, px


class Numeral(QWidget):
    """A numeral in a tab's own ink.

    Args:
        number: What it says.
        hue: The piece's colour token.
    """

    def __init__(self, number: int, hue: str) -> None:
        super().__init__()
        self._number, self._hue = number, hue
        self.setFixedWidth(px(40))
        self.setMinimumHeight(px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("display"))
        painter.setPen(colour(self._hue))
        place = QRectF(0, -px(4), self.width(), px(36))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), str(self._number))
