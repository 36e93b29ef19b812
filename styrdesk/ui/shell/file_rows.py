"""Files used lately, painted as rows of two lines: the name, and the folder it lies in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from styrdesk.ui.kit.paint import LEFT, ring, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

_State = QStyle.StateFlag


class FileRows(QStyledItemDelegate):
    """The file's path is the item's user data."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(px(100), px(52))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        inner, state = option.rect.adjusted(px(4), 1, -px(4), -1), option.state
        if state & _State.State_Selected:
            rrect(painter, inner, fill=colours().tint)
        elif state & _State.State_MouseOver:
            rrect(painter, inner, fill=colours().hover)
        if state & _State.State_HasFocus:
            ring(painter, inner)
        path = Path(str(index.data(Qt.ItemDataRole.UserRole)))
        for role, words, top, ink, way in (
            ("body", path.stem, 6, "text", Qt.TextElideMode.ElideRight),
            ("meta", str(path.parent), 28, "muted", Qt.TextElideMode.ElideMiddle),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(ink))
            face, width = QFontMetrics(painter.font()), inner.width() - px(24)
            room = QRect(inner.left() + px(12), inner.top() + px(top), width, face.height())
            painter.drawText(room, LEFT, face.elidedText(words, way, width))
        painter.restore()
