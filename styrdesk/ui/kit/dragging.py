"""Something of a column, a row or a block, is dragged by the mouse to another place in it.

It is the mouse's way alone: each such thing is moved by key or menu too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.theme import colour, colours, px

GRIP: Final = 20  # how wide
_TALL: Final = 28
_ICON: Final = 14
_LINE: Final = 2
_EDGE: Final = 24  # from where on it scrolls
_STEP: Final = 12  # how far, each time
_PAUSE: Final = 30  # milliseconds between
_NOWHERE: Final = -1


def draw_grip(painter: QPainter, rect: QRect, *, held: bool) -> None:
    """Draw what one takes hold of in the middle of a rectangle."""
    wide = px(_ICON)
    place = QRectF(rect.center().x() - wide / 2, rect.center().y() - wide / 2, wide, wide)
    draw_icon(painter, "grip-vertical", place, colours().ink("accent" if held else "muted"))


class Dragging(QObject):
    """What is dragged in one column, and the line where it would lie if it were let go.

    Near an edge of what the column is scrolled in, it scrolls. Escape gives it up.

    Args:
        ground: Whose the places are; it is the parent too.
        places: What can be dragged and dragged past, from the top down, as it lies now.
        move: Told the number of what was dragged, and the one it is to have.
    """

    def __init__(
        self,
        ground: QWidget,
        places: Callable[[], Sequence[QRect]],
        move: Callable[[int, int], object],
    ) -> None:
        super().__init__(ground)
        self._ground, self._places, self._move = ground, places, move
        self.held = self._to = _NOWHERE
        self._point = QPoint()
        self.line = _Line(ground)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._scroll)

    def take(self, held: int) -> None:
        """Take hold of one of them, by its number."""
        self.held = self._to = held
        self._listen(on=True)

    def follow(self, point: QPoint) -> None:
        """The mouse is at a point of the screen."""
        if self.held == _NOWHERE:
            return
        self._point = point
        places = self._places()
        here = self._ground.mapFromGlobal(point).y()
        above = sum(place.center().y() < here for place in places)
        self._to = above - (above > self.held)
        self.line.setVisible(self._to != self.held)
        if self._to != self.held:
            self.line.lie(places, above)
        if self._beyond():
            self._timer.start()

    def let_go(self) -> None:
        """Move it to where the line is."""
        held, to = self.held, self._to
        self.give_up()
        if to != held:
            self._move(held, to)

    def give_up(self) -> None:
        """Let it lie where it lay."""
        self.held = self._to = _NOWHERE
        self._timer.stop()
        self.line.hide()
        self._listen(on=False)

    # ---- scrolling ---------------------------------------------------------------------------

    def _scrolled(self) -> QAbstractScrollArea | None:
        """What the column is scrolled in; None while all of it is seen."""
        up = self._ground.parentWidget()
        while up is not None:
            if isinstance(up, QAbstractScrollArea) and _bar(up).maximum() > _bar(up).minimum():
                return up
            up = up.parentWidget()
        return None

    def _beyond(self) -> int:
        """-1 where the mouse is near the upper edge or over it, 1 at the lower, otherwise 0."""
        area = self._scrolled()
        if area is None:
            return 0
        seen, here = area.viewport(), area.viewport().mapFromGlobal(self._point).y()
        return (here > seen.height() - px(_EDGE)) - (here < px(_EDGE))

    def _scroll(self) -> None:
        way, area = self._beyond(), self._scrolled()
        if not way or area is None:
            self._timer.stop()
            return
        bar = _bar(area)
        bar.setValue(bar.value() + way * px(_STEP))
        self.follow(self._point)

    # ---- Escape ------------------------------------------------------------------------------

    def _listen(self, *, on: bool) -> None:
        app = QCoreApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Escape, wherever the focus is, is this drag's alone."""
        keys = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if (
            event.type() in keys
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.give_up()
            return True
        return False


class _Line(QWidget):
    """Where it would lie."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie(self, places: Sequence[QRect], before: int) -> None:
        """Midway between two of the places, or over the first or under the last."""
        tall = px(_LINE)
        over = places[before - 1].bottom() if before else places[0].top() - 2 * tall
        under = places[before].top() if before < len(places) else places[-1].bottom() + 2 * tall
        top = (over + under) // 2
        self.setGeometry(places[0].left(), max(0, top), places[0].width(), tall)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("accent"))


class Grip(QWidget):
    """What one takes hold of, before something that is a widget of its own.

    Args:
        words: What it does, and the way without a mouse.

    Attributes:
        taken: It was taken hold of.
        dragged: The mouse is at a point of the screen.
        let_go: It was let go.
    """

    taken = Signal()
    dragged = Signal(QPoint)
    let_go = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._held = False
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(px(GRIP), px(_TALL))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(on=True)
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(on=False)
            self.let_go.emit()

    def _hold(self, *, on: bool) -> None:
        self._held = on
        hand = Qt.CursorShape.ClosedHandCursor if on else Qt.CursorShape.OpenHandCursor
        self.setCursor(hand)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_grip(QPainter(self), self.rect(), held=self._held)


def _bar(area: QAbstractScrollArea) -> QScrollBar:
    return area.verticalScrollBar()
