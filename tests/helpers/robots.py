"""Robots do what a user does and read what a user sees; they never assert."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.register_page import RegisterPage
from tests.helpers.windows import present

W = TypeVar("W", bound=QWidget)


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
        self.bot.keyClicks(self._here(), words)

    def field(self, name: str) -> Field[Any]:
        """A field by its record's name of it."""
        return self.find(Field, name)

    def fill(self, name: str, words: str) -> None:
        """Go to a field, type over what is there, and stay."""
        field = self.field(name)
        field.setFocus()
        self.bot.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClicks(field.editor, words)

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
