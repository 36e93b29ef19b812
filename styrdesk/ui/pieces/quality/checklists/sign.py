"""The symbol of an answer."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import STATUS
from styrdesk.ui.kit.theme import colours, px


class Sign(QWidget):
    """The symbol of an answer; the same is said in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = "empty"
        self.setFixedSize(px(24), px(24))

    def show_kind(self, kind: str) -> None:
        """Change it."""
        self.kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        name, ink, _ground = STATUS[self.kind]
        painter = QPainter(self)
        draw_icon(painter, name, QRectF(self.rect()), colours().ink(ink), width=2)
