"""Before each row of a table that can be moved: what one takes hold of, to drag it by the mouse.

It is the mouse's way alone; Alt and an arrow move the row one stands in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QTableView

from styrdesk.base.i18n import _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.theme import colour, colours, px

_WIDTH: Final = 20
_ICON: Final = 14
_LINE: Final = 2  # where the row would lie, if it were let go
_NOWHERE: Final = -1
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
        self._may, self._move = may, move
        self._from = self._to = _NOWHERE
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
        return QSize(px(_WIDTH), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.fillRect(rect, colour("surface"))
        if self._may(logicalIndex):
            wide = px(_ICON)
            place = QRectF(rect.center().x() - wide / 2, rect.center().y() - wide / 2, wide, wide)
            ink = "accent" if logicalIndex == self._from else "muted"
            draw_icon(painter, "grip-vertical", place, colours().ink(ink))
        if logicalIndex == self._to and self._to != self._from:
            under = self._to > self._from
            top = rect.bottom() + 1 - px(_LINE) if under else rect.top()
            painter.fillRect(QRect(rect.left(), top, rect.width(), px(_LINE)), colour("accent"))

    # ---- dragging ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and self._may(row):
            self._hold(row, row)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.logicalIndexAt(event.position().toPoint())
        if self._from >= 0 and over >= 0 and self._may(over):
            self._hold(self._from, over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, to = self._from, self._to
        self._hold(_NOWHERE, _NOWHERE)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        if held >= 0 and to != held:
            self._move(held, to)

    def _hold(self, row: int, to: int) -> None:
        self._from, self._to = row, to
        self.viewport().update()
