"""Grounds for things: card, banner, and what is said where nothing is yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QPushButton, QWidget

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import FlowLayout, box, col, hide_unless, row
from styrdesk.ui.kit.paint import STATUS, rrect
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import colours, px
from styrdesk.ui.kit.tokens import RADIUS, RADIUS_CARD, S4, S5

_WORDS = 320  # pixels at zoom 1 that a banner's words keep beside its buttons


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


class Banner(QFrame):
    """One message in a place: what happened, what is safe, what to do. Never a floating toast.

    Args:
        kind: info, warn, bad, ok or locked.
        head: What happened.
        body: What is safe and what to do.
        actions: Buttons; they go under the words where the banner is narrow.
    """

    def __init__(
        self, kind: str, head: str, body: str = "", actions: Sequence[QPushButton] = ()
    ) -> None:
        super().__init__()
        self._kind = kind
        self._head = text(head, "strong", wrap=True)
        self._body = text(body, "dense", wrap=True)
        hide_unless(self._body, shown=bool(body))
        words = box(col(None, self._head, self._body, None, gap=2))
        self._buttons = box(FlowLayout(*actions))
        hide_unless(self._buttons, shown=bool(actions))
        self._layout = row((words, 1), self._buttons, pad=(40, 10, 10, 10))
        self.setLayout(self._layout)

    def say(self, kind: str, head: str, body: str = "") -> None:
        """Change what it says, and show it."""
        self._kind = kind
        self._head.setText(head)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self.setAccessibleName(f"{head} {body}".strip())
        self.show()
        self.update()

    def words(self) -> str:
        """What it says, for tests and screen readers."""
        return f"{self._head.text()} {self._body.text()}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = 0 if self._buttons.isHidden() else self._buttons.sizeHint().width()
        narrow = self.width() - beside < px(_WORDS)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != way:
            self._layout.setDirection(way)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name, ink, ground = STATUS[self._kind]
        rrect(painter, self.rect(), px(RADIUS), colours().ink(ground))
        place = QRectF(px(12), px(12), px(18), px(18))
        draw_icon(painter, name, place, colours().ink(ink), width=2.2)


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
