"""F1 from everywhere: the page of the place where one stands, also in a dialog; and the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _, language
from styrdesk.services.help import GENERAL, GUIDE, KEYBOARD, HelpPage, pages
from styrdesk.ui.kit.helped import pages_for
from styrdesk.ui.kit.piece import PieceSpec

if TYPE_CHECKING:
    from styrdesk.ui.shell.commands import Command
    from styrdesk.ui.shell.help_window import HelpWindow

_HAS_F1 = "has_f1"  # a dialog that answers the key already
_FIRST = (GENERAL, GUIDE, KEYBOARD)


def help_pages(commands: Iterable[Command]) -> dict[str, HelpPage]:
    """Every page in the language shown; that of the keys with the keys there are."""
    held = pages(language())
    page = held[KEYBOARD]
    title, _end, rest = page.text.partition("\n")
    head = _("Everywhere")
    words = "\n".join([title, "", f"## {head}", "", *_keys(commands), "", rest.strip()])
    return held | {KEYBOARD: replace(page, text=words)}


def _keys(commands: Iterable[Command]) -> Iterable[str]:
    native = QKeySequence.SequenceFormat.NativeText
    for command in commands:
        keys = [QKeySequence(key).toString(native) for key in command.keys]
        if keys:
            said = _(" or ").join(f"**{key}**" for key in keys)
            yield f"- {said} {command.title.removesuffix(' …')}"


def contents(held: Iterable[str], pieces: Iterable[PieceSpec]) -> list[tuple[str, Sequence[str]]]:
    """The order of the help: the program as a whole, then each tab with its pages."""
    of_tabs = {
        spec.key: list(dict.fromkeys([spec.key, *(p.key for p in spec.pages())])) for spec in pieces
    }
    taken = {key for keys in of_tabs.values() for key in keys} | set(_FIRST)
    whole = [*_FIRST, *(key for key in held if key not in taken)]
    groups = [(_("The program"), whole)]
    groups += [(_(spec.title), of_tabs[spec.key]) for spec in pieces]
    there = set(held)
    kept = [(head, [key for key in keys if key in there]) for head, keys in groups]
    return [(head, keys) for head, keys in kept if keys]


class Helping(QObject):
    """Opens the help beside the window that is on, and lets it follow.

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
        here = pages_for(QApplication.focusWidget())
        self.show_page(*here, *self._place(), GENERAL)

    def show_keyboard(self) -> None:
        """Every key there is."""
        self.show_page(KEYBOARD)

    def show_guide(self) -> None:
        """The user guide."""
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
        from styrdesk.ui.shell.help_window import HelpWindow  # noqa: PLC0415  # only when asked for

        self.close()
        held = help_pages(self._commands())
        self._shown = HelpWindow(held, contents(held, self._pieces), over)
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
