"""What the whole window can do by a key: one line each, with its words, its keys and its door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.shell.over import Over
from styrdesk.ui.shell.preferences import Preferences

# They mean nothing while no file is open.
OF_A_FILE: Final = (
    *("undo", "redo", "copy", "copy_to_send", "backups", "trash", "history"),
    *("search", "back", "area", "area_back", "menu"),
)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do.

    Attributes:
        title: In the menu, translated.
        keys: Shortcuts; the first is shown.
        run: A bound method.
    """

    key: str
    title: str
    keys: tuple[str, ...]
    run: Callable[[], object]


class Helps(Protocol):
    """What can be asked of the help."""

    def show(self) -> None: ...
    def show_guide(self) -> None: ...
    def show_keyboard(self) -> None: ...


class Able(Protocol):
    """What can be done to the window."""

    preferences: Preferences

    @property
    def help(self) -> Helps: ...
    @property
    def over(self) -> Over: ...
    def new_file(self) -> None: ...
    def ask_file(self) -> None: ...
    def save_copy(self, *, history: bool = True) -> None: ...
    def print_page(self) -> None: ...
    def save_pdf(self) -> None: ...
    def show_over(self, name: str) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def back(self) -> None: ...
    def next_area(self, step: int = 1) -> None: ...
    def show_menu(self) -> None: ...
    def show_tab(self, number: int) -> None: ...
    def close(self) -> bool: ...


def commands_of(window: Able, tabs: Sequence[str]) -> list[Command]:
    """Everything the window can do; `tabs` are the titles of its tabs."""
    return [
        Command("new", _("New file …"), (), window.new_file),
        Command("open", _("Open …"), ("Ctrl+O",), window.ask_file),
        Command("copy", _("Save a copy …"), ("Ctrl+Shift+S",), window.save_copy),
        Command("print", _("Print …"), ("Ctrl+P",), window.print_page),
        Command("pdf", _("Save as PDF …"), ("Ctrl+Shift+P",), window.save_pdf),
        Command(
            "copy_to_send",
            _("Save a copy without history …"),
            (),
            partial(window.save_copy, history=False),
        ),
        Command("backups", _("Backups …"), (), partial(window.show_over, "backups")),
        Command("trash", _("Trash …"), (), partial(window.show_over, "trash")),
        Command("history", _("History …"), ("Ctrl+H",), partial(window.show_over, "history")),
        Command("search", _("Search everywhere"), ("Ctrl+K",), partial(window.show_over, "search")),
        Command("undo", _("Undo"), ("Ctrl+Z",), window.undo),
        Command("redo", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), window.redo),
        Command("back", _("Page before"), ("Alt+Left",), window.back),
        Command("area", _("Next part of the window"), ("F6",), window.next_area),
        Command("area_back", _("Part before"), ("Shift+F6",), partial(window.next_area, -1)),
        Command("menu", _("Menu"), ("F10",), window.show_menu),
        Command("help", _("Help on this page"), ("F1",), window.help.show),
        Command("guide", _("User guide (in Swedish)"), (), window.help.show_guide),
        Command("keyboard", _("Keyboard"), ("Ctrl+F1", "Ctrl+/"), window.help.show_keyboard),
        Command("larger", _("Larger"), ("Ctrl++", "Ctrl+="), window.preferences.larger),
        Command("smaller", _("Smaller"), ("Ctrl+-",), window.preferences.smaller),
        Command("ordinary", _("Ordinary size"), ("Ctrl+0",), window.preferences.ordinary),
        Command("preferences", _("Preferences …"), ("Ctrl+,",), window.over.preferences),
        Command("about", _("About Styrdesk"), (), window.over.about),
        Command("quit", _("Quit"), ("Ctrl+Q",), window.close),
        *(
            Command(f"tab_{n + 1}", title, (f"Ctrl+{n + 1}",), partial(window.show_tab, n))
            for n, title in enumerate(tabs)
        ),
    ]


def bind(window: QWidget, commands: Iterable[Command]) -> dict[str, QAction]:
    """Put the commands on the window, in place of those of an earlier language."""
    for action in window.actions():
        window.removeAction(action)
        action.deleteLater()
    made = {}
    for command in commands:
        action = QAction(command.title, window)
        action.setObjectName(command.key)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(Quietly(command.run))
        window.addAction(action)
        made[command.key] = action
    return made


class Quietly:
    """Calls without Qt's `checked`."""

    def __init__(self, run: Callable[[], object]) -> None:
        self._run = run

    def __call__(self, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt
        self._run()
