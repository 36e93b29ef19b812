"""F1 from everywhere: the page of the place where one stands, also in a dialog; it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from styrdesk.ui.kit.helped import pages_for
from styrdesk.ui.kit.piece import PieceSpec

if TYPE_CHECKING:  # the window is painted before its help can be asked for
    from styrdesk.ui.shell.commands import Command
    from styrdesk.ui.shell.help_window import HelpWindow

_HAS_F1 = "has_f1"  # a dialog that answers the key already


class HelpDoor(QObject):
    """Opens the help beside the window that is on, turns its pages and closes it.

    Args:
        window: The main window.
        pieces: The tabs.
        commands: Tells what the window can do, in the language shown.
        place: Tells the keys of the page and the tab that are shown.
    """

    def __init__(
        self,
        window: QWidget,
        pieces: Sequence[PieceSpec],
        commands: Callable[[], Iterable[Command]],
        place: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(window)
        self._window, self._pieces, self._commands, self._place = window, pieces, commands, place
        self._shown: HelpWindow | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    @property
    def shown(self) -> HelpWindow | None:
        """The help, while it is open."""
        shown = self._shown
        return shown if shown is not None and isValid(shown) and shown.isVisible() else None

    def show(self) -> None:
        """The page on the place where the focus is."""
        from styrdesk.services.help import GENERAL

        here = pages_for(QApplication.focusWidget())
        self.show_page(*here, *self._place(), GENERAL)

    def show_keyboard(self) -> None:
        """Every key there is."""
        from styrdesk.services.help import KEYBOARD

        self.show_page(KEYBOARD)

    def show_guide(self) -> None:
        """The user guide."""
        from styrdesk.services.help import GUIDE

        self.show_page(GUIDE)

    def show_page(self, *keys: str) -> None:
        """The first of these pages that there is."""
        over = QApplication.activeModalWidget() or self._window
        if self.shown is None or self.shown.parentWidget() is not over:
            self._open(over)
        if self.shown is not None:
            self.shown.show_page(*keys)
            self.shown.raise_()
            self.shown.activateWindow()

    def _open(self, over: QWidget) -> None:
        from styrdesk.ui.shell.help_contents import contents, help_pages
        from styrdesk.ui.shell.help_window import HelpWindow

        self.close()
        held = help_pages(self._commands())
        self._shown = HelpWindow(held, contents(held, self._pieces), over)
        self._shown.setProperty(_HAS_F1, 1)
        self._shown.finished.connect(over.activateWindow)  # back to what one was doing
        self._shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown.show()

    def follow(self) -> None:
        """Another page of the program is shown: so is its help, where the help is open."""
        if self.shown is not None:
            self.shown.show_page(*self._place())

    def close(self) -> None:
        """Close the help."""
        if self.shown is not None:
            self.shown.close()

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give a dialog F1 of its own: while it is open, the window's keys are not heard."""
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QDialog) or dialog.property(_HAS_F1):
            return
        dialog.setProperty(_HAS_F1, 1)
        QShortcut(QKeySequence(Qt.Key.Key_F1), dialog).activated.connect(self.show)
