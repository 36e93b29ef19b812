"""Grounds for things: the card, and what is said where nothing is yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QWidget

from styrdesk.ui.kit.layout import FlowLayout, box, col, hide_unless, row
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import RADIUS_CARD, S4, S5


class Card(QFrame):
    """A surface with a hairline and no shadow. Cards never stand inside cards."""

    def __init__(self, layout: QLayout | None = None, pad: int = S4) -> None:
        super().__init__()
        if layout is not None:
            layout.setContentsMargins(px(pad), px(pad), px(pad), px(pad))
            self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        rrect(QPainter(self), self.rect(), px(RADIUS_CARD), colours().surface, colours().line)


def framed(widget: QWidget) -> Card:
    """A table or list on a card, out to its line but not over its round corners."""
    card = Card(col((widget, 1), gap=0))
    card.setContentsMargins(0, 0, 0, 0)
    lay = card.layout()
    if lay is not None:
        lay.setContentsMargins(px(1), px(4), px(1), px(4))
    return card


class EmptyState(QWidget):
    """What belongs in an empty place, and the first thing to do there. No drawings."""

    def __init__(self, head: str, body: str = "", *actions: QPushButton, pad: int = S5) -> None:
        super().__init__()
        self._head, self._body = text(head, "h3", wrap=True), quiet(body, "dense", wrap=True)
        hide_unless(self._body, shown=bool(body))
        words = col(self._head, self._body, gap=4)
        if actions:
            words.addSpacing(px(8))
            words.addWidget(box(FlowLayout(*actions)))
        inner = box(words)
        inner.setMaximumWidth(px(440))
        lay = row((inner, 100), None, pad=(pad, pad, pad, pad))
        lay.setAlignment(inner, Qt.AlignmentFlag.AlignTop)
        self.setLayout(lay)

    def say(self, head: str, body: str = "") -> None:
        """Change the words."""
        self._head.setText(head)
        self._body.setText(body)
        self._body.setVisible(bool(body))

    def words(self) -> str:
        """What it says."""
        return f"{self._head.text()} {self._body.text()}".strip()
