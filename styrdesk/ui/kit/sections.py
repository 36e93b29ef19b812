"""The left column of a tab: its places, with counts and warnings; and the chapters of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from styrdesk.base.i18n import ngettext
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, RIGHT, STATUS, elide, ring, rrect
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.kit.wrapping import wrapped

SECTION = Qt.ItemDataRole.UserRole
_SAID = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Section:
    """One row of the list.

    Attributes:
        key: What is chosen; empty for a head that cannot be chosen.
        title: Shown words, translated.
        icon: Icon before the words.
        status: A status kind instead of the icon (chapters).
        count: At the right ("8", "4/6").
        alerts: Number of warnings, shown with a triangle.
        level: Indentation, 0 or 1.
    """

    key: str
    title: str
    icon: str = ""
    status: str = ""
    count: str = ""
    alerts: int = 0
    level: int = 0

    def spoken(self) -> str:
        """What a screen reader says of the row."""
        parts = [self.title, self.count]
        if self.alerts:
            words = ngettext("{count} warning", "{count} warnings", self.alerts)
            parts.append(words.format(count=self.alerts))
        return ", ".join(part for part in parts if part)


def _longest(face: QFontMetrics, title: str) -> int:
    return max((face.horizontalAdvance(word) for word in title.split()), default=0)


class _SectionDelegate(QStyledItemDelegate):
    """Chosen = tint + bar in the piece's hue; focused = ring."""

    def __init__(self, hue: str, lines: int) -> None:
        super().__init__()
        self._hue, self._lines = hue, lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        section: Section = index.data(SECTION)
        if not section.key or self._lines == 1:
            return QSize(px(100), px(36 if not section.key else 34))
        shown = option.widget
        inside = shown.viewport() if isinstance(shown, QListWidget) else shown  # no scroll bar
        section = self._fitting(section, inside.width() - px(16))
        room = inside.width() - px(16) - self._room(section)
        on = isinstance(shown, QListWidget) and shown.currentIndex() == index
        face = font("dense_strong" if on else "dense")
        lines = wrapped(section.title, face, max(px(60), room), self._lines)
        return QSize(px(100), px(16) + len(lines) * QFontMetrics(face).lineSpacing())

    def _fitting(self, section: Section, width: int) -> Section:
        """The row without the word beside its symbol, where a word of the title needs the room."""
        face = QFontMetrics(font("dense_strong"))
        tight = _longest(face, section.title) > width - self._room(section)
        return replace(section, count="") if tight and section.status else section

    def _room(self, section: Section) -> int:
        taken = px(24) + px(16) * section.level  # no less than what is left of it when painted
        if section.status or section.icon:
            taken += px(26)
        face = QFontMetrics(font("meta_strong"))
        taken += (face.horizontalAdvance(section.count) + px(8)) if section.count else 0
        return taken + (
            (face.horizontalAdvance(str(section.alerts)) + px(26)) * bool(section.alerts)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        section: Section = index.data(SECTION)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if section.key:
            self._paint_row(painter, option, section)
        else:
            painter.setFont(font("meta_strong"))
            painter.setPen(colour("muted"))
            rect = option.rect.adjusted(px(20), px(8), -px(8), 0)
            shown = elide(QFontMetrics(painter.font()), section.title, rect.width())
            painter.drawText(rect, LEFT, shown)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, section: Section) -> None:
        now, on = colours(), bool(option.state & QStyle.StateFlag.State_Selected)
        inner = option.rect.adjusted(px(8), 1, -px(8), -1)
        if on:
            rrect(painter, inner, fill=now.tint)
            bar = QRectF(inner.left(), inner.top() + px(6), px(3), inner.height() - px(12))
            rrect(painter, bar, 1.5, now.ink(self._hue))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rrect(painter, inner, fill=now.hover)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, inner)
        section = self._fitting(section, inner.width()) if self._lines > 1 else section
        right = self._paint_right(painter, inner, section)
        left = self._paint_sign(painter, inner, section, on=on)
        painter.setFont(font("dense_strong" if on else "dense"))
        painter.setPen(colour("text"))
        room = QRect(left, inner.top(), right - left, inner.height())
        if self._lines > 1:
            lines = wrapped(section.title, painter.font(), room.width(), self._lines)
            painter.drawText(room, LEFT, "\n".join(lines))
        else:
            shown = elide(QFontMetrics(painter.font()), section.title, room.width())
            painter.drawText(room, LEFT, shown)

    def _paint_sign(self, painter: QPainter, inner: QRect, section: Section, *, on: bool) -> int:
        left = inner.left() + px(12) + px(16) * section.level
        middle = inner.center().y() + 1
        if section.status:
            name, ink, _ground = STATUS[section.status]
            place = QRectF(left, middle - px(8), px(15), px(15))
            draw_icon(painter, name, place, colours().ink(ink), width=2.2)
            return left + px(24)
        if section.icon:
            place = QRectF(left, middle - px(8), px(16), px(16))
            draw_icon(painter, section.icon, place, colours().ink(self._hue if on else "muted"))
            return left + px(26)
        return left

    def _paint_right(self, painter: QPainter, inner: QRect, section: Section) -> int:
        right = inner.right() - px(8)
        if section.count:
            painter.setFont(font("meta"))
            painter.setPen(colour("muted"))
            width = QFontMetrics(painter.font()).horizontalAdvance(section.count) + 2
            place = QRect(right - width, inner.top(), width, inner.height())
            painter.drawText(place, RIGHT, section.count)
            right -= width + px(8)
        if section.alerts:
            painter.setFont(font("meta_strong"))
            painter.setPen(colour("warn"))
            width = QFontMetrics(painter.font()).horizontalAdvance(str(section.alerts)) + 2
            place = QRect(right - width, inner.top(), width, inner.height())
            painter.drawText(place, RIGHT, str(section.alerts))
            sign = QRectF(right - width - px(18), inner.center().y() - px(6), px(13), px(13))
            draw_icon(painter, "triangle-alert", sign, colours().warn, width=2.4)
            right -= width + px(26)
        return right


class SectionList(QListWidget):
    """Places of a tab. The current row is the chosen one, always.

    Args:
        sections: Rows and heads, in order.
        hue: The piece's colour token.
        name: What the list is, spoken.
        lines: Lines a title may take.

    Attributes:
        chosen: The key of the row now chosen.
    """

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section], hue: str, name: str, lines: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._delegate = _SectionDelegate(hue, lines)  # the view does not keep it alive
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(px(34))
        self.verticalScrollBar().setProperty("on_canvas", 1)
        self.setViewportMargins(0, px(8), 0, px(8))
        self._pressed = QPersistentModelIndex()
        self.selectionModel().currentChanged.connect(self._select_current)
        self.selectionModel().selectionChanged.connect(self._select_current)
        self.show_sections(sections)
        self.currentItemChanged.connect(self._tell)

    def show_sections(
        self, sections: Sequence[Section], spoken: Mapping[str, str] | None = None
    ) -> None:
        """Show other rows or counts; the choice stays, and nothing moves that need not.

        Args:
            sections: Rows and heads, in order.
            spoken: What a screen reader says of a row, by its key, where it is not the usual.
        """
        blocked = self.blockSignals(True)  # noqa: FBT003  # Qt
        if [section.key for section in sections] != [row.key for row in self.sections()]:
            self._lay_anew(sections)
        for n, section in enumerate(sections):
            item = self.item(n)
            said = (spoken or {}).get(section.key, section.spoken())
            if (item.data(SECTION), item.data(_SAID)) != (section, said):
                item.setText(section.title)
                item.setData(SECTION, section)
                item.setData(_SAID, said)
                item.setToolTip(tip(section.title))
        self.blockSignals(blocked)
        self.scheduleDelayedItemsLayout()  # a title may take more lines now

    def _lay_anew(self, sections: Sequence[Section]) -> None:
        """Other rows: the chosen one stays where it is seen, or the first that is seen does."""
        chosen = self.key()
        held = {section.key for section in sections if section.key}
        kept = [self.item(n) for n in range(self.count()) if self.sections()[n].key in held]
        seen = [
            item for item in kept if self.visualItemRect(item).intersects(self.viewport().rect())
        ]
        here = self.currentItem()
        mark = here if here in seen else seen[0] if seen else None
        key = mark.data(SECTION).key if mark is not None else ""
        top = self.visualItemRect(mark).top() if mark is not None else 0
        bar = self.verticalScrollBar().value()
        self.clear()
        for section in sections:
            item = QListWidgetItem(section.title, self)
            item.setData(SECTION, section)
            if not section.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        auto = self.hasAutoScroll()
        self.setAutoScroll(False)
        self.choose(chosen)
        self.setAutoScroll(auto)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(bar)
        again = next((n for n, section in enumerate(sections) if key and section.key == key), -1)
        if again >= 0:
            moved = self.visualItemRect(self.item(again)).top() - top
            self.verticalScrollBar().setValue(bar + moved)

    def choose_near(self, row: int) -> None:
        """Choose the row that has come in the place of one that is gone."""
        keys = [(abs(n - row), section.key) for n, section in enumerate(self.sections())]
        near = sorted((far, n) for n, (far, key) in enumerate(keys) if key)
        if near:
            self.setCurrentRow(near[0][1])

    def sections(self) -> list[Section]:
        """The rows, heads and all."""
        return [self.item(n).data(SECTION) for n in range(self.count())]

    def key(self) -> str:
        """The chosen row's key, or empty."""
        row = self.currentRow()
        section: Section | None = self.item(row).data(SECTION) if row >= 0 else None
        return section.key if section is not None else ""

    def choose(self, key: str) -> None:
        """Choose the row with this key; with none such nothing changes."""
        for n, section in enumerate(self.sections()):
            if key and section.key == key:
                self.setCurrentRow(n)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go past the heads."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        keys = [section.key for section in self.sections() if section.key]
        if keys and event.key() in ends:
            self.choose(keys[ends[Qt.Key(event.key())]])
        else:
            super().keyPressEvent(event)

    def _select_current(self) -> None:
        """Hold the selection at the current row, whatever Qt selects by itself.

        A press that opens a page may give the list other rows before Qt is done with the press:
        it would then select what has come to lie under the mouse.
        """
        current = self.currentIndex()
        if current.isValid() and self.selectionModel().selectedIndexes() != [current]:
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(current, choose)
        self.scheduleDelayedItemsLayout()  # a chosen title is bolder, and may take more lines

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        """A row may be dragged where that is allowed, but dragging never chooses another."""
        drags = self.dragEnabled() and self._pressed.isValid()
        if drags or e.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(e)

    def _tell(self) -> None:
        if self.key():
            self.chosen.emit(self.key())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chosen row is still seen, if it was."""
        current = self.currentIndex()
        tall = event.oldSize().height()
        seen = tall < 0 or 0 <= self.visualRect(current).center().y() < tall
        super().resizeEvent(event)
        if current.isValid() and seen:
            self.doItemsLayout()  # a title may take more lines now
            self.scrollTo(current)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("canvas"))
        painter.end()
        super().paintEvent(event)
