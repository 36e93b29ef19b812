"""The program's mark: the four pusselbitar."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.theme import colours, px


class Mark(QWidget):
    """Each piece in the hue of its tab."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(px(46), px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, size = QPainter(self), px(21)
        for n, hue in enumerate(("quality", "planning", "leadership", "values")):
            place = QRectF((n % 2) * px(24), (n // 2) * px(24), size, size)
            draw_icon(painter, "puzzle", place, colours().ink(hue), filled=True)
