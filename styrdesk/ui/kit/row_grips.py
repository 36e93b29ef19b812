"""Before each row of a table that can be moved: what one takes hold of, to drag it by the mouse.

It is the mouse's way alone; Alt and an arrow move the row one stands in.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QTableView

from styrdesk.base.i18n import _
from styrdesk.ui.kit.dragging import GRIP, Dragging, draw_grip
from styrdesk.ui.kit.theme import colour, px

_UNSEEN: Final = QRegion(-1, -1, 1, 1)


class RowGrips(QHeaderView):
    """The head down the side of a table.

    Args:
        table: Whose rows are moved.
        may: Whether a row can be moved, by its number.
        move: Told a row and the one it is to become.
    """

    def __init__(
        self,
        table: QTableView,
        may: Callable[[int], bool],
        move: Callable[[int, int], object],
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table, self._may = table, may
        self.dragging = Dragging(table.viewport(), self._places, move)
        was = table.verticalHeader()
        self.setMinimumSectionSize(was.minimumSectionSize())
        self.setDefaultSectionSize(was.defaultSectionSize())
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to move the row, or press Alt and an arrow in it"))
        for corner in table.findChildren(QAbstractButton):
            corner.setMask(_UNSEEN)  # over the grips, where it could choose every cell
        table.setVerticalHeader(self)
        self.show()

    def sizeHint(self) -> QSize:
        return QSize(px(GRIP), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.fillRect(rect, colour("surface"))
        if self._may(logicalIndex):
            draw_grip(painter, rect, held=logicalIndex == self.dragging.held)

    # ---- dragging ----------------------------------------------------------------------------

    def _places(self) -> list[QRect]:
        """Where the rows lie that can be moved: all but the empty ones, which come last."""
        wide = self._table.viewport().width()
        return [
            QRect(0, self.sectionViewportPosition(row), wide, self.sectionSize(row))
            for row in itertools.takewhile(self._may, range(self.count()))
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and self._may(row):
            self.dragging.take(row)
            self._show_hand(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragging.follow(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.dragging.let_go()
        self._show_hand(Qt.CursorShape.OpenHandCursor)

    def _show_hand(self, hand: Qt.CursorShape) -> None:
        self.viewport().setCursor(hand)
        self.viewport().update()
