"""The first column of a table that is scrolled sideways: it stays, and one sees whose row it is.

It is a picture over the table. One who presses on it comes to the cell itself.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from styrdesk.ui.kit.theme import colour


class FrozenColumn(QWidget):
    """The picture; shown while the table is scrolled sideways.

    Args:
        table: Whose first column it is.
        head: The table's head.
    """

    def __init__(self, table: QTableView, head: QHeaderView) -> None:
        super().__init__(table)
        self._table, self._head = table, head
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        table.horizontalScrollBar().valueChanged.connect(self.place)
        head.sectionResized.connect(self.place)
        model, chosen = table.model(), table.selectionModel()
        for signal in (model.dataChanged, model.modelReset, chosen.selectionChanged):
            signal.connect(self.repaint_soon)

    def repaint_soon(self) -> None:
        """Something else stands in the column."""
        self.update()

    def place(self) -> None:
        """Lie over the first column, or nowhere while it is seen itself."""
        view = self._table.viewport().geometry()
        tall = self._head.height() + view.height()
        self.setGeometry(view.left(), self._head.y(), self._table.columnWidth(0), tall)
        self.setVisible(self._table.horizontalScrollBar().value() > 0)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        table, head, wide = self._table, self._head.height(), self.width()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        model, chosen = table.model(), table.selectionModel()
        for row in range(model.rowCount()):
            index, tall = model.index(row, 0), table.rowHeight(row)
            option = QStyleOptionViewItem()
            table.initViewItemOption(option)
            option.rect = QRect(0, head + table.rowViewportPosition(row), wide, tall)
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            table.itemDelegateForIndex(index).paint(painter, option, index)
        self._head.paintSection(painter, QRect(0, 0, wide, head), 0)
        painter.fillRect(QRect(wide - 1, 0, 1, self.height()), colour("border"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # so that the release comes here too, and not to what lies under

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._table.rowAt(round(event.position().y()) - self._head.height())
        if row >= 0:
            self._table.setFocus(Qt.FocusReason.MouseFocusReason)
            self._table.setCurrentIndex(self._table.model().index(row, 0))
