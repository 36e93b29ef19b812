"""What the whole window can do by a key: one line each, with its words, its keys and its door."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


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
