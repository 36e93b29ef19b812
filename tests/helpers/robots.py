"""Robots do what a user does and read what a user sees; they never assert."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.register_page import RegisterPage
from tests.helpers.windows import present

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def typed(widget: QWidget, words: str) -> None:
    """Press a key for each letter; QTest's own keyClicks aborts on å, ä and ö."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class Robot:
    """Presents a page and holds it; finds its parts by object name.

    Args:
        qtbot: pytest-qt's.
        page: The page; a robot keeps it alive.
    """

    def __init__(self, qtbot: QtBot, page: QWidget, width: int = 1280, height: int = 800) -> None:
        self.bot, self.page = qtbot, page
        present(qtbot, page, width, height)

    def find(self, kind: type[W], name: str) -> W:
        """The part with this object name."""
        found = self.page.findChild(kind, name)
        if found is None:
            message = f"no {kind.__name__} named {name!r}"
            raise LookupError(message)
        return found

    def press(self, name: str) -> None:
        """Press a button."""
        self.bot.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        self.bot.keyClick(self._here(), key, modifier or Qt.KeyboardModifier.NoModifier)

    def _here(self) -> QWidget:
        here: QWidget | None = self.page.focusWidget()
        return self.page if here is None else here

    def type(self, words: str) -> None:
        """Type where the focus is."""
        typed(self._here(), words)

    def field(self, name: str) -> Field[Any]:
        """A field by its record's name of it."""
        return self.find(Field, name)

    def fill(self, name: str, words: str) -> None:
        """Go to a field, type over what is there, and stay."""
        field = self.field(name)
        field.setFocus()
        self.bot.keyClick(field.editor, Qt.Key.Key_A, CTRL)
        typed(field.editor, words)

    @property
    def focus(self) -> str:
        """Object name of what has the focus."""
        here: QWidget | None = self.page.focusWidget()
        return "" if here is None else here.objectName()


class RegisterRobot(Robot):
    """Works a register page."""

    page: RegisterPage

    def rows(self, column: int = 0) -> list[str]:
        """What a column of the list says."""
        model = self.page.table.rows
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def search(self, words: str) -> None:
        """Filter, and go on to the list."""
        self.page.search.setFocus()
        self.page.search.setText(words)
        self.bot.keyClick(self.page.search, Qt.Key.Key_Return)

    def choose(self, key: str) -> None:
        """Stand on a row."""
        self.page.table.setFocus()
        self.page.table.choose(key)

    def open(self, key: str) -> None:
        """Open a row's form by Enter."""
        self.choose(key)
        self.key(Qt.Key.Key_Return)

    @property
    def form_title(self) -> str:
        """The head of the open form, or empty."""
        form = self.page.panel.form
        return form.title() if form is not None and self.page.panel.isVisible() else ""


class RecordsRobot(Robot):
    """Works a page of one register, and the grids in its forms."""

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
