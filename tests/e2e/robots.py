"""Someone who works in the program: clicks, presses keys, pastes, and reads what is seen.

A robot never asserts and never asks a service. It finds things by object name or by the words on
them, and only what is seen and can be hit; it uses Qt's own test tools, so that a script in a
process of its own can drive the program too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.shell.main_window import MainWindow

W = TypeVar("W", bound=QWidget)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
_BEAT = 10  # milliseconds of events between two looks
_LIMIT = 45_000  # milliseconds after which what is waited for will never come


class NeverCameError(AssertionError):
    """What was waited for did not come."""


def turn() -> None:
    """Let the program go once round its loop, as it does between two acts of a user."""
    loop = QEventLoop()
    QTimer.singleShot(_BEAT, loop.quit)
    loop.exec()


def until(met: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    clock = QElapsedTimer()
    clock.start()
    while not met():
        if clock.hasExpired(_LIMIT):
            raise NeverCameError(what)
        turn()


def _offered(words: str) -> QAction | None:
    """What an open menu calls so, or names so; a menu that opens from it may be on its way."""
    menu = QApplication.activePopupWidget()
    for action in menu.actions() if isinstance(menu, QMenu) else ():
        if words in (plain(action.text()).split("\t")[0], action.objectName()):
            return action
    return None


def plain(words: str) -> str:
    """Words with no-break spaces as spaces and no accelerator marks."""
    return words.replace("\u00a0", " ").replace("&&", "&")


class Secretary:
    """Sits at the window.

    Args:
        window: Shown already, and the active one.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    # ---- finding -----------------------------------------------------------------------------

    def seen(self, kind: type[W]) -> Iterator[W]:
        """Everything of a kind that is shown."""
        return (one for one in self.window.findChildren(kind) if one.isVisible())

    def find(self, kind: type[W], name: str) -> W:
        """The one thing shown that is called so."""
        found = [one for one in self.seen(kind) if name in self._names(one)]
        if len(found) != 1:
            message = f"{len(found)} {kind.__name__} named {name!r} are shown"
            raise LookupError(message)
        return found[0]

    def shows(self, kind: type[W], name: str) -> bool:
        """Whether something that is called so is shown."""
        return any(name in self._names(one) for one in self.seen(kind))

    def _names(self, widget: QWidget) -> tuple[str, ...]:
        """What a thing is called: its object name, or the words it is read out with."""
        return (widget.objectName(), widget.accessibleName())

    def _bring(self, widget: QWidget) -> None:
        """Scroll to it, as one does to see it."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        turn()

    def _hits(self, widget: QWidget, point: QPoint) -> bool:
        top = widget.window()  # the window, or a dialog that lies over it
        hit = top.childAt(widget.mapTo(top, point))
        return hit is not None and (hit is widget or widget.isAncestorOf(hit))

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on it, once a mouse can hit it."""
        whole = widget
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()

        def point() -> QPoint:
            return widget.rect().center() if at is None else at

        def reached() -> bool:
            if at is None:  # what stands above it may have been laid out since
                self._bring(whole)
            return self._hits(widget, point())

        until(reached, f"{widget.objectName()} under the mouse")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, point())
        turn()

    def _click_line(self, listed: QListWidget, row: int) -> None:
        """Scroll to a line and click on it, once the list has come to rest."""

        def middle() -> QPoint:
            listed.scrollToItem(listed.item(row))
            return listed.visualItemRect(listed.item(row)).center()

        turn()
        until(lambda: self._hits(listed.viewport(), middle()), f"line {row} under the mouse")
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, NONE, middle())
        turn()

    def come_forward(self) -> None:
        """Turn to the window when what lay over it is closed; here no window manager does it."""
        self.window.activateWindow()
        until(self.window.isActiveWindow, "the window in front again")

    # ---- keys --------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        here = QApplication.focusWidget()
        return self.window if here is None else here

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus, key, modifier)
        turn()

    def type(self, words: str) -> None:
        """Type where the focus is. QTest itself cannot type å, ä and ö."""
        for letter in words:
            if letter == "\n":
                QTest.keyClick(self.focus, Qt.Key.Key_Return)
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, letter))

    def tab_to(self, *names: str, back: bool = False) -> None:
        """Press Tab until the focus stands on something of one of these names."""
        key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
        for _step in range(120):
            if set(self._names(self.focus)) & set(names):
                return
            self.key(key, SHIFT if back else NONE)
        message = f"Tab never came to {names}"
        raise LookupError(message)

    def area_to(self, *names: str) -> None:
        """Press F6 until the focus stands in a part of the window of one of these names."""
        for _step in range(12):
            self.key(Qt.Key.Key_F6)
            here: QWidget | None = self.focus
            while here is not None:
                if set(self._names(here)) & set(names):
                    return
                here = here.parentWidget()
        message = f"F6 never came to {names}"
        raise LookupError(message)

    def walk_to(self, words: str) -> None:
        """Press Down in the list one stands in until its line says this."""
        listed = self.focus
        assert isinstance(listed, QListWidget), listed
        self.key(Qt.Key.Key_Home)
        for _step in range(listed.count()):
            if plain(listed.currentItem().text()).endswith(words):
                return
            self.key(Qt.Key.Key_Down)
        raise LookupError(words)

    def undo(self) -> None:
        self.key(Qt.Key.Key_Z, CTRL)

    def redo(self) -> None:
        self.key(Qt.Key.Key_Y, CTRL)

    # ---- buttons, fields, drop-downs, menus --------------------------------------------------

    def press(self, name: str) -> None:
        """Press a button with the mouse."""
        self.click(self.find(QAbstractButton, name))

    def fill(self, name: str, words: str) -> None:
        """Click in a field and type over what is there."""
        editor = self.find(Field, name).editor
        self.click(editor)
        self.key(Qt.Key.Key_A, CTRL)
        self.type(words)

    def value(self, name: str) -> str:
        """What a field shows."""
        editor = self.find(Field, name).editor
        if isinstance(editor, QComboBox):
            return plain(editor.currentText())
        if isinstance(editor, QLineEdit):
            return plain(editor.text())
        assert isinstance(editor, QTextEdit | QPlainTextEdit), name
        return plain(editor.toPlainText())

    def pick(self, name: str, words: str) -> None:
        """Open a drop-down and choose in it."""
        field = next((one for one in self.seen(Field) if name in self._names(one)), None)
        combo = self.find(QComboBox, name) if field is None else field.findChild(QComboBox)
        assert combo is not None, name
        self._bring(combo)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(Qt.Key.Key_F4)
        view = combo.view()
        row = next(n for n in range(combo.count()) if plain(combo.itemText(n)).startswith(words))
        QTest.keyClick(view, Qt.Key.Key_Home)
        for _step in range(combo.count()):
            if view.currentIndex().row() == row:
                break
            QTest.keyClick(view, Qt.Key.Key_Down)
        QTest.keyClick(view, Qt.Key.Key_Return)
        turn()

    def choose_in_menu(self, *path: str) -> None:
        """Choose in the menu that is open, and in the menus that open from it."""
        for words in path:
            until(partial(_offered, words), f"a menu with {words!r}")
            menu, action = QApplication.activePopupWidget(), _offered(words)
            assert isinstance(menu, QMenu)
            assert action is not None
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Return)
            turn()

    # ---- places ------------------------------------------------------------------------------

    def tab(self, words: str) -> None:
        """Click on a tab by its words, in the window's strip or a panel's."""
        for strip in self.seen(QTabBar):
            for n in range(strip.count()):
                if plain(strip.tabText(n)).startswith(words):
                    self.click(strip, strip.tabRect(n).center())
                    return
        raise LookupError(words)

    def lines(self, listed: QListWidget) -> list[str]:
        """What the lines of a list say."""
        return [plain(listed.item(n).text()) for n in range(listed.count())]

    def choose(self, words: str) -> None:
        """Click on a line of a list: a page of the tab, a chapter, a finding."""
        for listed in self.seen(QListWidget):
            for n, said in enumerate(self.lines(listed)):
                head = said.partition(" ")[2] if said[:1].isdigit() else said
                if words in (said, head):
                    self._click_line(listed, n)
                    return
        raise LookupError(words)

    def visit(self, name: str, line: str) -> None:
        """Click on a line of one list; a head that cannot be chosen is passed over."""
        listed = self.find(QListWidget, name)
        row = self.lines(listed).index(line)
        if listed.item(row).flags() & Qt.ItemFlag.ItemIsEnabled:
            self._click_line(listed, row)

    def standing_on(self, name: str) -> str:
        """The chosen line of a list."""
        listed = self.find(QListWidget, name)
        item = listed.currentItem()
        return plain(item.text()) if listed.currentRow() >= 0 else ""

    # ---- registers and grids -----------------------------------------------------------------

    def rows(self, column: int = 0) -> list[str]:
        """What a column of the register says."""
        model = self.find(RegisterTable, "table").model()
        return [plain(str(model.index(n, column).data())) for n in range(model.rowCount())]

    def cells(self, name: str) -> list[tuple[str, ...]]:
        """What a grid shows."""
        grid = self.find(GridTable, name).grid
        return [
            tuple(plain(grid.words(r, c)) for c in range(grid.columnCount()))
            for r in range(grid.rowCount())
        ]

    def stand(self, name: str, row: int, column: int) -> GridTable:
        """Click in a cell."""
        grid = self.find(GridTable, name)
        self._bring(grid)
        index = grid.grid.index(row, column)
        grid.scrollTo(index)
        turn()
        self.click(grid.viewport(), grid.visualRect(index).center())
        return grid

    def paste(self, words: str) -> None:
        """Paste what another program laid on the clipboard."""
        QGuiApplication.clipboard().setText(words)
        until(lambda: QGuiApplication.clipboard().text() == words, "the clipboard")
        self.key(Qt.Key.Key_V, CTRL)

    def write_cell(self, name: str, row: int, column: int, words: str) -> None:
        """Click in a cell, type over it, and press Enter."""
        self.stand(name, row, column)
        self.type(words)
        self.key(Qt.Key.Key_Return)

    # ---- reading -----------------------------------------------------------------------------

    def words(self) -> list[str]:
        """All words that are seen, save those in grids and long texts."""
        said = [one.text() for one in self.seen(QLabel)]
        said += [one.text() for one in self.seen(QAbstractButton)]
        said += [one.currentText() for one in self.seen(QComboBox)]
        for listed in self.seen(QListWidget):
            said += self.lines(listed)
        for strip in self.seen(QTabBar):
            said += [strip.tabText(n) for n in range(strip.count())]
        return [plain(one) for one in said if one]

    def reads(self, words: str) -> bool:
        """Whether some words are seen somewhere."""
        return any(words in said for said in self.words())

    @property
    def saved(self) -> str:
        """What the window's head says of saving."""
        desk = self.window.desk
        return plain(desk.header.saved.text()) if desk is not None else ""

    def wait_saved(self) -> None:
        """Wait until the head says that what was typed is saved."""
        turn()
        until(lambda: self.saved.startswith(("Sparat ", "Saved ")), f"saved; it says {self.saved}")

    def tip(self, name: str) -> str:
        """What a button tells of itself when one points at it."""
        return plain(self.find(QAbstractButton, name).toolTip())

    @property
    def findings(self) -> list[str]:
        """What the check says, when it is shown."""
        if not self.shows(QListWidget, "findings"):
            return []
        return self.lines(self.find(QListWidget, "findings"))

    @property
    def text(self) -> str:
        """What stands in the first text of the chapter."""
        return plain(next(self.seen(QTextEdit)).toPlainText())
