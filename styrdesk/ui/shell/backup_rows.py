"""The backups as a line of time: each row asks what it holds when it is first seen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from styrdesk.base.formats import number
from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.backup import MOST, REASONS, Backup, Contents, Reason
from styrdesk.services.backups import BackupService
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.moments import moment
from styrdesk.ui.kit.theme import colour, colours, px
from styrdesk.ui.shell.painted_rows import ground, line

Index = QModelIndex | QPersistentModelIndex
_ICONS: Final = {
    Reason.START: "folder-open",
    Reason.REGULAR: "clock",
    Reason.ASKED: "save",
    Reason.MIGRATION: "layers",
    Reason.IMPORT: "download",
    Reason.DECISION: "gavel",
}
HEAD: Final = Qt.ItemDataRole.UserRole
SECOND: Final = Qt.ItemDataRole.UserRole + 1
GLYPH: Final = Qt.ItemDataRole.UserRole + 2
_SPOKEN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def held(contents: Contents | None, size: int) -> str:
    """What a backup holds, in a line."""
    if contents is None:
        return _("It cannot be read.")
    plans = [
        title or _("Committee plan {year}").format(year=year) for title, year in contents.plans
    ]
    records = ngettext("{count} record", "{count} records", contents.records)
    parts = [
        _("{size} MB").format(size=number(Decimal(size) / 1_000_000, 1)),
        records.format(count=number(contents.records)),
        ", ".join(plans) or _("No plan"),
    ]
    return " · ".join(parts)


def taken(kept: Sequence[Backup]) -> str:
    """How many there are, and how much room they take of what they may."""
    words = ngettext(
        "{count} backup takes {size} MB. At most {most} MB are kept of a file.",
        "{count} backups take {size} MB. At most {most} MB are kept of a file.",
        len(kept),
    )
    size = number(Decimal(sum(one.size for one in kept)) / 1_000_000, 1)
    return words.format(count=len(kept), size=size, most=number(MOST // 1_000_000))


class BackupRows(QAbstractListModel):
    """A file's backups, newest first."""

    def __init__(self, backups: BackupService) -> None:
        super().__init__()
        self._backups = backups
        self._rows: Sequence[Backup] = ()
        self._now: datetime | None = None
        self._read: dict[Backup, Contents | None] = {}

    def show_rows(self, rows: Sequence[Backup], now: datetime) -> None:
        """Show these; what was read of them before is not read again."""
        self.beginResetModel()
        self._rows, self._now = rows, now
        self.endResetModel()

    def backup(self, row: int) -> Backup | None:
        """The backup of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.backup(index.row())
        if one is None or self._now is None:
            return None
        if role == GLYPH:
            return _ICONS[one.reason]
        if role == HEAD:
            return self._head(one, self._now)
        if role == SECOND:
            return self._second(one)
        if role in _SPOKEN:
            return f"{self._head(one, self._now)}. {self._second(one)}"
        return None

    @staticmethod
    def _head(one: Backup, now: datetime) -> str:
        when = moment(one.at, now)
        return f"{when[:1].upper()}{when[1:]} · {_(REASONS[one.reason])}"

    def _second(self, one: Backup) -> str:
        if one not in self._read:
            self._read[one] = self._backups.contents(one)
        return held(self._read[one], one.size)


class BackupLines(QStyledItemDelegate):
    """Paints a row: its sign, with the line down to the next, and its two lines of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(100), px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = ground(painter, option)
        sign = QRectF(inner.left() + px(12), inner.top() + px(10), px(16), px(16))
        draw_icon(painter, str(index.data(GLYPH)), sign, colours().muted)
        if index.row() < index.model().rowCount() - 1:
            top = sign.bottom() + px(5)
            down = QRectF(sign.center().x(), top, 1, option.rect.bottom() + px(6) - top)
            painter.fillRect(down, colour("border"))
        head, second = str(index.data(HEAD)), str(index.data(SECOND))
        line(painter, inner, head, face="body", ink="text", left=40, top=7)
        line(painter, inner, second, face="meta", ink="muted", left=40, top=30)
        painter.restore()
