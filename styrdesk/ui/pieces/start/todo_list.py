"""The list of what is to be done: two lines a row, heads between, Enter leads to the place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from styrdesk.base.i18n import N_, _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.moments import away, weekday
from styrdesk.ui.kit.paint import LEFT, elide, ring, rrect
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.pieces.start.todo import Todo

_DATA = Qt.ItemDataRole.UserRole
_State = QStyle.StateFlag
HEADS: Final = {
    "first": N_("The way to the first plan"),
    "error": N_("Must be mended before the decision"),
    "case": N_("Cases that are late or due within a week"),
    "due": N_("Late or due in the next 30 days"),
    "read": N_("For you to read and understand"),
    "mine": N_("Your chapters"),
    "review": N_("To be reviewed, checked or to take effect"),
    "chapter": N_("Chapters that are not ready"),
}
Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """Paints heads and rows."""

    today: date

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(100), px(36 if isinstance(index.data(_DATA), str) else 52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(_DATA)
        if isinstance(row, Todo):
            self._row(painter, option, row)
        else:
            self._head(painter, option.rect, str(row), str(index.data()))
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, kind: str, words: str) -> None:
        left, middle = rect.left() + px(16), rect.center().y() + px(4)
        name, _gap, count = words.rpartition("  ")
        if kind == "error":
            place = QRectF(left, middle - px(8), px(16), px(16))
            draw_icon(painter, "octagon-alert", place, colours().bad, width=2.2)
            left += px(22)
        painter.setFont(font("strong"))
        painter.setPen(colour("bad" if kind == "error" else "text"))
        shown = elide(QFontMetrics(painter.font()), name, rect.right() - left - px(40))
        room = rect.adjusted(0, px(8), 0, 0)
        room.setLeft(left)
        painter.drawText(room, LEFT, shown)
        room.setLeft(left + QFontMetrics(painter.font()).horizontalAdvance(shown) + px(8))
        painter.setFont(font("dense"))
        painter.setPen(colour("muted"))
        painter.drawText(room, LEFT, count)

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: Todo) -> None:
        now, inner = colours(), option.rect.adjusted(px(8), 1, -px(8), -1)
        on = bool(option.state & _State.State_Selected)
        focused = bool(option.state & _State.State_HasFocus)
        if on:
            rrect(painter, inner, fill=now.tint)
        elif option.state & _State.State_MouseOver:
            rrect(painter, inner, fill=now.hover)
        if focused:
            ring(painter, inner)
        middle = inner.center().y()
        ink = now.bad if row.kind == "error" else now.ink(row.target.piece)
        draw_icon(
            painter, row.icon, QRectF(inner.left() + px(10), middle - px(9), px(18), px(18)), ink
        )
        chevron = QRectF(inner.right() - px(26), middle - px(8), px(16), px(16))
        draw_icon(painter, "chevron-right", chevron, now.muted)
        left, width = inner.left() + px(42), inner.width() - px(76)
        if row.day is not None:
            width -= self._day(painter, inner, row.day)
        for role, words, top, pen in (
            ("body", row.title, px(6), "text"),
            ("meta", row.second, px(28), "muted"),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(pen))
            face = QFontMetrics(painter.font())
            room = QRect(left, inner.top() + top, width, face.height())
            painter.drawText(room, LEFT, elide(face, words, width))

    def _day(self, painter: QPainter, inner: QRect, day: date) -> int:
        """A day and how far off it is, at the right; the room it takes."""
        late = day < self.today
        right, taken = inner.right() - px(36), 0
        lines = (("body", weekday(day), px(6), "text"), ("meta", away(day, self.today), px(28), ""))
        for role, words, top, pen in lines:
            painter.setFont(font("meta_strong" if late and not pen else role))
            painter.setPen(colour(pen or ("bad" if late else "muted")))
            face = QFontMetrics(painter.font())
            wide = face.horizontalAdvance(words)
            painter.drawText(
                QRect(right - wide, inner.top() + top, wide, face.height()), LEFT, words
            )
            taken = max(taken, wide)
        return taken + px(12)


class TodoList(QListWidget):
    """Rows that lead to their places.

    Attributes:
        wanted: A row was pressed, or Enter on it (the Todo).
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("To do"))
        self.setObjectName("todos")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._delegate = _Rows()
        self.setItemDelegate(self._delegate)
        self.itemClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Todo], today: date) -> None:
        """Show other rows; the one that was current stays so when it is still there."""
        self._delegate.today = today
        before = self.current()
        self.clear()
        kinds = [row.kind for row in rows]
        for n, row in enumerate(rows):
            if n == 0 or kinds[n - 1] != row.kind:
                head = QListWidgetItem(f"{_(HEADS[row.kind])}  {kinds.count(row.kind)}", self)
                head.setData(_DATA, row.kind)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(row.title, self)
            item.setData(_DATA, row)
            when = f"{weekday(row.day)}, {away(row.day, today)}" if row.day is not None else ""
            said = [part for part in (row.title, row.second, when) if part]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))
            item.setToolTip(tip("\n".join(said)))
            if before is not None and row.target == before.target:
                self.setCurrentItem(item)

    def current(self) -> Todo | None:
        """The row one stands on."""
        at = self.currentRow()
        row = self.item(at).data(_DATA) if at >= 0 else None
        return row if isinstance(row, Todo) else None

    def rows(self) -> list[Todo]:
        """The rows shown, without heads."""
        data = [self.item(n).data(_DATA) for n in range(self.count())]
        return [row for row in data if isinstance(row, Todo)]

    def choose_first(self) -> None:
        """Stand on the first row when one stands on none."""
        if self.current() is None:
            for n in range(self.count()):
                if isinstance(self.item(n).data(_DATA), Todo):
                    self.setCurrentRow(n)
                    return

    def _open(self, item: QListWidgetItem) -> None:
        row = item.data(_DATA)
        if isinstance(row, Todo):
            self.wanted.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentRow()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and at >= 0:
            self._open(self.item(at))
        else:
            super().keyPressEvent(event)
