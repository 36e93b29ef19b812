"""What the painted lists of the shell share: the ground of a row, and a line of words on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from styrdesk.ui.kit.paint import LEFT, ring, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

_State = QStyle.StateFlag


def ground(painter: QPainter, option: QStyleOptionViewItem) -> QRect:
    """Show that a row is chosen, under the mouse or has the focus; where its content lies."""
    inner, state = option.rect.adjusted(px(4), 1, -px(4), -1), option.state
    if state & _State.State_Selected:
        rrect(painter, inner, fill=colours().tint)
    elif state & _State.State_MouseOver:
        rrect(painter, inner, fill=colours().hover)
    if state & _State.State_HasFocus:
        ring(painter, inner)
    return inner


def line(
    painter: QPainter,
    inner: QRect,
    words: str,
    *,
    face: str,
    ink: str,
    left: int,
    top: int,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """A line of words, cut where it does not fit. Left and top are pixels at zoom 1."""
    painter.setFont(font(face))
    painter.setPen(colour(ink))
    metrics = QFontMetrics(painter.font())
    width = max(0, inner.width() - px(left) - px(12))
    room = QRect(inner.left() + px(left), inner.top() + px(top), width, metrics.height())
    painter.drawText(room, LEFT, metrics.elidedText(words, cut, width))
