"""Files used lately, painted as rows of two lines: the name, and the folder it lies in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from styrdesk.ui.kit.theme import px
from styrdesk.ui.shell.painted_rows import ground, line


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
        inner = ground(painter, option)
        path = Path(str(index.data(Qt.ItemDataRole.UserRole)))
        folder, middle = str(path.parent), Qt.TextElideMode.ElideMiddle
        line(painter, inner, path.stem, face="body", ink="text", left=12, top=6)
        line(painter, inner, folder, face="meta", ink="muted", left=12, top=28, cut=middle)
        painter.restore()
