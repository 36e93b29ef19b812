"""How buttons are drawn: ground, frame and ring, and the words with air between icon and word."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton, QWidget

from styrdesk.ui.kit.look import colour, colours, px
from styrdesk.ui.kit.paint import ring, rrect
from styrdesk.ui.kit.tokens import RADIUS

_S: Final = QStyle.StateFlag
_INK: Final = {"primary": "onaccent", "quiet": "accent", "danger": "bad"}
_GAP: Final = 6  # pixels at zoom 1 between icon and words
_QT_GAP: Final = 4  # what Qt has counted between them
EDGE: Final = 3  # pixels of a flush button outside its words, where its ring is drawn


def told(widget: QWidget | None, name: str) -> Any:  # a Qt property is anything
    """What a widget says of itself to the style."""
    return widget.property(name) if widget is not None else None


def is_on(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Whether a state is on."""
    return bool(option.state & flag)


def button_size(option: QStyleOptionButton, inside: QSize, usual: QSize, *, flush: bool) -> QSize:
    """The size of a button.

    Args:
        option: The button.
        inside: Of icon and words, as Qt counts them.
        usual: What Qt would make of it.
        flush: Whether the words, not the box, stand at the edge.
    """
    more = 0 if option.icon.isNull() else px(_GAP) - _QT_GAP
    width = inside.width() + 2 * EDGE if flush else usual.width() + 8
    return QSize(width + more, usual.height())


def button(option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Ground and frame; the ring where it has the focus."""
    now, kind = colours(), told(widget, "kind") or "plain"
    on = is_on(option, _S.State_Enabled)
    lit = on and (is_on(option, _S.State_MouseOver) or is_on(option, _S.State_Sunken))
    if kind == "primary" and on:
        rrect(painter, option.rect, px(RADIUS), now.accent_hover if lit else now.accent)
    elif kind == "quiet":
        if lit and not told(widget, "flush"):
            rrect(painter, option.rect, px(RADIUS), now.hover)
    else:
        fill = now.hover if lit else now.surface
        rrect(painter, option.rect, px(RADIUS), fill, now.border if on else now.line)
    if is_on(option, _S.State_HasFocus):
        ring(painter, option.rect)
        if kind == "primary":
            inner = option.rect.adjusted(2, 2, -2, -2)
            rrect(painter, inner, px(RADIUS) - 2, None, now.onaccent, 1)


def button_label(
    style: QStyle, option: QStyleOptionButton, painter: QPainter, widget: QWidget | None
) -> None:
    """Icon and words, in the middle; Fusion would let them touch."""
    on, role = is_on(option, _S.State_Enabled), QPalette.ColorRole.ButtonText
    ink, pens = _INK.get(told(widget, "kind")), QPalette(option.palette)
    if ink and on:
        pens.setColor(role, colour(ink))
    if told(widget, "flush") and is_on(option, _S.State_MouseOver):
        line = QFont(painter.font())
        line.setUnderline(True)
        painter.setFont(line)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    flags |= int(Qt.TextFlag.TextShowMnemonic.value)
    words = option.fontMetrics.size(Qt.TextFlag.TextShowMnemonic.value, option.text)
    sign = QSize() if option.icon.isNull() else option.iconSize
    before = sign.width() + px(_GAP) if not option.icon.isNull() else 0
    room = option.rect
    left = room.left() + max(0, (room.width() - before - words.width()) // 2)
    if before:
        mode = QIcon.Mode.Normal if on else QIcon.Mode.Disabled
        corner = QPoint(left, room.top() + (room.height() - sign.height()) // 2)
        option.icon.paint(painter, QRect(corner, sign), Qt.AlignmentFlag.AlignCenter, mode)
    place = QRect(left + before, room.top(), room.right() - left - before + 1, room.height())
    style.drawItemText(painter, place, flags, pens, on, option.text, role)


def tool(option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """The ground of an icon alone, once it is pointed at, pressed or on."""
    lit = is_on(option, _S.State_MouseOver) or is_on(option, _S.State_Sunken)
    if is_on(option, _S.State_On):
        rrect(painter, option.rect, px(RADIUS), colours().tint, colours().accent)
    elif lit and is_on(option, _S.State_Enabled):
        rrect(painter, option.rect, px(RADIUS), colours().hover)
    if is_on(option, _S.State_HasFocus):
        ring(painter, option.rect)
