"""A robot for the register pages of this tab and the grids in their forms."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.register_page import RegisterPage
from tests.helpers.robots import Robot

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def typed(widget: QWidget, words: str) -> None:
    """Press a key for each letter."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class TabRobot(Robot):
    """Works a page of the tab."""

    page: RecordsPage[Any]

    def __init__(self, qtbot: QtBot, page: RecordsPage[Any]) -> None:
        super().__init__(qtbot, page)

    @property
    def shown(self) -> RegisterPage:
        return self.page.page

    @property
    def form(self) -> Any:
        """The open form."""
        form = self.shown.panel.form
        if form is None:
            raise LookupError("no form is open")
        return form

    def rows(self, column: int = 0) -> list[str]:
        """What a column of the list says."""
        model = self.shown.table.rows
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def open(self, key: str) -> None:
        """Open a row's form by Enter."""
        self.shown.table.setFocus()
        self.shown.table.choose(key)
        self.key(Qt.Key.Key_Return)

    def type(self, words: str) -> None:
        """Type where the focus is; QTest itself cannot type å, ä and ö."""
        typed(self._here(), words)

    def fill(self, name: str, words: str) -> None:
        field = self.field(name)
        field.setFocus()
        self.bot.keyClick(field.editor, Qt.Key.Key_A, CTRL)
        typed(field.editor, words)

    def write(self, name: str, words: str) -> None:
        """Type over a field and leave it, which saves it."""
        self.fill(name, words)
        self.form.flush()

    def delete(self, key: str) -> None:
        """Stand on a row and press Delete."""
        self.shown.table.setFocus()
        self.shown.table.choose(key)
        self.key(Qt.Key.Key_Delete)

    def grid(self, name: str) -> GridTable:
        return self.find(GridTable, name)

    def stand(self, name: str, row: int, column: int) -> GridTable:
        """Stand in a cell."""
        grid = self.grid(name)
        grid.setFocus()
        grid.setCurrentIndex(grid.grid.index(row, column))
        return grid

    def paste(self, name: str, row: int, column: int, block: str) -> None:
        """Paste a block as it comes from a spreadsheet."""
        QGuiApplication.clipboard().setText(block)
        grid = self.stand(name, row, column)
        self.bot.keyClick(grid, Qt.Key.Key_V, CTRL)
        self.form.flush()

    def cell(self, name: str, row: int, column: int, words: str) -> None:
        """Type in a cell and press Enter."""
        grid = self.stand(name, row, column)
        self.bot.keyClick(grid, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        if editor is None or editor is grid:
            raise LookupError("the cell cannot be typed in")
        self.bot.keyClick(editor, Qt.Key.Key_A, CTRL)
        typed(editor, words)
        self.bot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()  # Qt takes the cell in when the key has been dealt with
        self.form.flush()

    def cells(self, name: str) -> list[tuple[str, ...]]:
        """What a grid shows, no-break spaces as spaces."""
        grid = self.grid(name).grid
        return [
            tuple(grid.words(r, c).replace("\u00a0", " ") for c in range(len(grid.columns)))
            for r in range(len(grid.rows))
        ]
