"""Files used lately, painted as rows of two lines: the name, and the folder it lies in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from styrdesk.base.i18n import _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, RIGHT, ring, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

PATH: Final = Qt.ItemDataRole.UserRole
MISSING: Final = Qt.ItemDataRole.UserRole + 1
_State = QStyle.StateFlag


class FileRows(QStyledItemDelegate):
    """PATH is the file's path; a file that is MISSING has a sign and a word."""

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
        path, missing = Path(str(index.data(PATH))), bool(index.data(MISSING))
        taken = self._paint_missing(painter, inner) if missing else 0
        for role, words, top, ink, way in (
            ("body", path.stem, 6, "muted" if missing else "text", Qt.TextElideMode.ElideRight),
            ("meta", str(path.parent), 28, "muted", Qt.TextElideMode.ElideMiddle),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(ink))
            face, width = QFontMetrics(painter.font()), inner.width() - px(24) - taken
            room = QRect(inner.left() + px(12), inner.top() + px(top), width, face.height())
            painter.drawText(room, LEFT, face.elidedText(words, way, width))
        painter.restore()

    @staticmethod
    def _paint_missing(painter: QPainter, inner: QRect) -> int:
        """Say at the right that the file is not there; gives the width that it takes."""
        words = _("Cannot be found")
        painter.setFont(font("meta_strong"))
        painter.setPen(colour("warn"))
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 2
        room = QRect(inner.right() - px(12) - width, inner.top(), width, inner.height())
        painter.drawText(room, RIGHT, words)
        sign = QRectF(room.left() - px(20), inner.center().y() - px(7), px(14), px(14))
        draw_icon(painter, "triangle-alert", sign, colours().warn, width=2.4)
        return width + px(32)
