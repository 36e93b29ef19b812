"""Rows, columns, hairlines, and a layout that wraps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from styrdesk.ui.kit.theme import colour, px
from styrdesk.ui.kit.tokens import S2

Item = QWidget | QLayout | int | None | tuple[QWidget, int]
_Box = TypeVar("_Box", bound=QBoxLayout)
_NO_PAD = (0, 0, 0, 0)


def _fill(layout: _Box, items: Iterable[Item]) -> _Box:
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(px(item))
        elif isinstance(item, tuple):
            layout.addWidget(item[0], item[1])
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def _made(layout: _Box, items: Iterable[Item], gap: int, pad: tuple[int, int, int, int]) -> _Box:
    layout.setSpacing(px(gap))
    left, top, right, bottom = pad
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
    return _fill(layout, items)


def row(*items: Item, gap: int = S2, pad: tuple[int, int, int, int] = _NO_PAD) -> QHBoxLayout:
    """Side by side. None stretches, a number is space, (widget, n) stretches by n. Zoomed."""
    return _made(QHBoxLayout(), items, gap, pad)


def col(*items: Item, gap: int = S2, pad: tuple[int, int, int, int] = _NO_PAD) -> QVBoxLayout:
    """One under the other; items as in `row`."""
    return _made(QVBoxLayout(), items, gap, pad)


def box(layout: QLayout, ground: QPalette.ColorRole | None = None) -> QWidget:
    """A widget that carries a layout, on its own ground when one is given."""
    made = QWidget()
    made.setLayout(layout)
    if ground is not None:
        made.setBackgroundRole(ground)
        made.setAutoFillBackground(True)
    return made


def empty(layout: QBoxLayout) -> None:
    """Take everything out of a layout, and let its widgets go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def hide_unless(widget: QWidget, *, shown: bool) -> None:
    """Hide a new widget that is not wanted. To show one without a parent would open a window."""
    if not shown:
        widget.hide()


def as_field(area: QAbstractScrollArea) -> None:
    """Draw an area's frame as a field's, with its words on the same ground, also read only."""
    area.setProperty("field", 1)
    area.viewport().setAutoFillBackground(False)


def scroller(
    widget: QWidget, ground: QPalette.ColorRole = QPalette.ColorRole.Window
) -> QScrollArea:
    """The widget with a scroll bar when it is taller than its place; never sideways."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setBackgroundRole(ground)
    area.setBackgroundRole(ground)
    area.setAutoFillBackground(True)  # under the scroll bar too
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class Rule(QWidget):
    """A hairline, horizontal or vertical; the only divider there is."""

    def __init__(self, *, vertical: bool = False) -> None:
        super().__init__()
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("line"))


class Folding(QWidget):
    """Parts side by side; under each other where it is narrow.

    Args:
        parts: As for `row`.
        narrow: Pixels at zoom 1 under which they stand under each other.
        gap: Pixels at zoom 1 between them.
    """

    def __init__(self, *parts: Item, narrow: int, gap: int = S2) -> None:
        super().__init__()
        self._narrow, self._parts = narrow, row(*parts, gap=gap)
        self.setLayout(self._parts)

    def minimumSizeHint(self) -> QSize:
        """What the widest of them needs."""
        items = [self._parts.itemAt(n) for n in range(self._parts.count())]
        widest = max((item.minimumSize().width() for item in items if item), default=0)
        return QSize(widest, self._parts.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        under = self.width() < px(self._narrow)
        way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        if self._parts.direction() != way:
            self._parts.setDirection(way)
        super().resizeEvent(event)


class Beside(Folding):
    """Words at the left and what belongs to them at the right, both from the top.

    Args:
        words: Take the width that is left over.
        rest: As wide as they are.
        narrow: As for `Folding`.
    """

    def __init__(self, words: QWidget, *rest: QWidget, narrow: int) -> None:
        held = box(row(*rest, None))
        super().__init__((words, 1), held, narrow=narrow)
        for part in (words, held):
            self._parts.setAlignment(part, Qt.AlignmentFlag.AlignTop)


class FlowLayout(QLayout):
    """Left to right, and on to the next line when the width is out: chips under zoom."""

    def __init__(self, *widgets: QWidget, gap: int = S2, top: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._top = top  # items hang from the line's top instead of standing in its middle
        self.setSpacing(px(gap))
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [i.sizeHint() for i in self._items if not i.isEmpty()]
        width = sum(h.width() + self.spacing() for h in hints)
        return QSize(max(0, width - self.spacing()), max((h.height() for h in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out line by line, each centred on its line. Returns the height used."""
        top, line, used = rect.top(), list[tuple[QLayoutItem, int, QSize]](), 0
        left = rect.left()
        for item in [i for i in self._items if not i.isEmpty()]:
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 1 << 20))
            if line and left + size.width() > rect.left() + rect.width():
                top += used + self.spacing()
                self._settle(line, top - used - self.spacing(), used, move=move)
                line, left, used = [], rect.left(), 0
            line.append((item, left, size))
            left += size.width() + self.spacing()
            used = max(used, size.height())
        self._settle(line, top, used, move=move)
        return top + used - rect.top()

    def _settle(
        self, line: list[tuple[QLayoutItem, int, QSize]], top: int, height: int, *, move: bool
    ) -> None:
        for item, left, size in line if move else ():
            down = 0 if self._top else (height - size.height()) // 2
            item.setGeometry(QRect(QPoint(left, top + down), size))
