"""The hits of a search as rows of a list: a head for each kind, and two lines for each hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from styrdesk.base.i18n import _
from styrdesk.domain.search import Part
from styrdesk.services.search import Found, Hit
from styrdesk.ui.kit.paint import LEFT, elide
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colour, font, px
from styrdesk.ui.shell.painted_rows import ground, line

Index = QModelIndex | QPersistentModelIndex
HIT: Final = Qt.ItemDataRole.UserRole
_SAID: Final = Qt.ItemDataRole.AccessibleTextRole
_HEAD, _ONE, _MORE = 32, 34, 18  # heights at zoom 1: of a head, of a hit, of each line more


class HitRows(QListWidget):
    """Walked by the arrows; Enter or a click goes to a hit.

    Attributes:
        chosen: Enter was pressed on a hit, or it was clicked.
        left: Up was pressed on the first hit, or Esc: the focus should go back to the field.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hits")
        self.setAccessibleName(_("Hits of the search"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = _HitLines()  # the view does not keep it alive
        self.setItemDelegate(self._lines)
        self.itemClicked.connect(self._choose)

    def show_found(self, found: Found) -> None:
        """Show these hits; the first of them is the current one."""
        self.clear()
        kind = ""
        for hit in found.hits:
            if hit.kind != kind:
                kind = hit.kind
                head = QListWidgetItem(kind)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(head)
            self._add(hit)
        if found.hits:
            self.setCurrentRow(1)

    def _add(self, hit: Hit) -> None:
        item = QListWidgetItem(_plain(hit.name))
        item.setData(HIT, hit)
        said = _spoken(hit)
        item.setData(_SAID, said)
        item.setToolTip(tip(said))
        self.addItem(item)

    def hits(self) -> list[Hit]:
        """Those that are shown, from the top."""
        found = (self.item(row).data(HIT) for row in range(self.count()))
        return [hit for hit in found if hit is not None]

    def room(self) -> int:
        """Pixels that all rows take."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))

    def open_current(self) -> None:
        """Go to the hit that is marked."""
        self._choose(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Up and self.currentRow() <= 1
        ):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Home and self.count():
            self.setCurrentRow(1)
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(HIT) is not None:
            self.chosen.emit(item.data(HIT))


def _plain(parts: Sequence[Part]) -> str:
    return "".join(words for words, _hit in parts)


def _spoken(hit: Hit) -> str:
    """What a screen reader says of a hit."""
    snippet = f"{hit.field}: {_plain(hit.snippet)}" if hit.snippet else ""
    parts = (f"{hit.kind}: {_plain(hit.name)}", hit.inside, snippet)
    return ". ".join(part for part in parts if part)


class _HitLines(QStyledItemDelegate):
    """What was looked for is bold with a line under it, so that it is told by more than colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hit: Hit | None = index.data(HIT)
        more = len(_under(hit)) if hit is not None else 0
        return QSize(px(100), px(_HEAD if hit is None else _ONE + _MORE * more))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hit: Hit | None = index.data(HIT)
        if hit is None:
            room = option.rect
            line(painter, room, str(index.data()), face="meta_strong", ink="muted", left=16, top=11)
        else:
            inner = ground(painter, option)
            _draw(painter, inner, hit.name, ("body", "strong"), 7)
            for n, parts in enumerate(_under(hit)):
                _draw(painter, inner, parts, ("meta", "meta_strong"), 28 + _MORE * n)
        painter.restore()


def _under(hit: Hit) -> list[tuple[Part, ...]]:
    """The lines under the name: the words around the hit, and what it is a part of."""
    said = ((f"{hit.field}: ", False), *hit.snippet) if hit.snippet else ()
    where = ((hit.inside, False),) if hit.inside else ()
    return [parts for parts in (said, where) if parts]


def _draw(
    painter: QPainter, inner: QRect, parts: Sequence[Part], faces: tuple[str, str], top: int
) -> None:
    """A line of words with its hits, cut where it does not fit. Faces: of words, and of hits."""
    left, end = inner.left() + px(12), inner.right() - px(12)
    for words, is_hit in parts:
        face = QFont(font(faces[is_hit]))
        face.setUnderline(is_hit)
        metrics = QFontMetrics(face)
        shown = elide(metrics, words, end - left)
        painter.setFont(face)
        painter.setPen(colour("text" if is_hit or faces[0] == "body" else "muted"))
        room = QRect(left, inner.top() + px(top), max(0, end - left), metrics.height())
        painter.drawText(room, LEFT, shown)
        left += metrics.horizontalAdvance(shown)
        if shown != words:
            return
