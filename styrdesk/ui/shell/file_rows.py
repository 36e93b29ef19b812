"""Files used lately, painted as rows of two lines: the name, and the folder it lies in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from styrdesk.base.i18n import _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import RIGHT
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.shell.painted_rows import ground, line

PATH: Final = Qt.ItemDataRole.UserRole
MISSING: Final = Qt.ItemDataRole.UserRole + 1


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
        inner = ground(painter, option)
        path, missing = Path(str(index.data(PATH))), bool(index.data(MISSING))
        taken = self._paint_missing(painter, inner) if missing else 0
        room, ink = inner.adjusted(0, 0, -taken, 0), "muted" if missing else "text"
        folder, middle = str(path.parent), Qt.TextElideMode.ElideMiddle
        line(painter, room, path.stem, face="body", ink=ink, left=12, top=6)
        line(painter, room, folder, face="meta", ink="muted", left=12, top=28, cut=middle)
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
