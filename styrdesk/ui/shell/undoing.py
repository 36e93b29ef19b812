"""Undo and redo from the window: what they would do, why they cannot, and who gets Ctrl+Z.

A field where one types keeps Ctrl+Z for as long as it has own typing to take back, word by word.
When it has none left, and everywhere else, Ctrl+Z takes back the program's latest step. What a
field takes back is saved like any other typing, so the two never disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
    QToolTip,
    QWidget,
)

from styrdesk.base.i18n import N_, _
from styrdesk.ui.shell.session import Session

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.services.work import Work

TextWidget = QLineEdit | QTextEdit | QPlainTextEdit
REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")


def _can_undo(widget: TextWidget) -> bool:
    if widget.isReadOnly():
        return False
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    return widget.document().isUndoAvailable()


def _can_redo(widget: TextWidget) -> bool:
    if widget.isReadOnly():
        return False
    if isinstance(widget, QLineEdit):
        return widget.isRedoAvailable()
    return widget.document().isRedoAvailable()


class KeyWatch(QObject):
    """Lets go of Ctrl+Z on behalf of a text widget that has nothing of its own to take back."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._gone)
            self._watched = None
        inside = now is not None and now.window() is self._window
        if inside and isinstance(now, TextWidget):
            now.installEventFilter(self)
            now.destroyed.connect(self._gone)
            self._watched = now

    def _gone(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and isinstance(watched, TextWidget):
            keys = QKeySequence(event.keyCombination()).toString()
            idle_undo = keys == "Ctrl+Z" and not _can_undo(watched)
            idle_redo = keys in REDO_KEYS and not _can_redo(watched)
            if idle_undo or idle_redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def undo_words(session: Session) -> tuple[str, str]:
    """What undo would take back, or else a sentence on why it stops."""
    if session.read_only:
        return "", _("Nothing can be undone: the file is open for reading only")
    step = session.services.work.undoable()
    if step is not None:
        return _(step.label), ""
    stop = session.services.work.stop()
    if stop is None:
        return "", _("Nothing has been done yet that can be undone")
    day = stop.at[:10]
    if stop.kind == "do":  # somebody else's act, not a line
        name = session.services.history.person(stop.person)
        said = _("Undo stops at what {name} did {day}: {step}")
        return "", said.format(name=name, day=day, step=_(stop.label))
    known = LINES.get(stop.label)
    if known is not None:
        return "", _(known).format(day=day)
    return "", _("Undo stops at “{step}” {day}").format(step=_(stop.label), day=day)


# What the lines are that undo does not pass, each as a sentence; another is told by its name.
LINES: Final = {
    "Decide the plan": N_("Undo stops at the decision {day}"),
    "New form of the file": N_("Undo stops at the file's new form {day}"),
    "New file": N_("Undo stops where the file began {day}"),
    "Make the demo": N_("Undo stops where the example began {day}"),
    "Empty the trash": N_("Undo stops where the trash was emptied {day}"),
    "Delete for good": N_("Undo stops where something was deleted for good {day}"),
    "Take what is old out of the trash": N_("Undo stops at what has left the trash {day}"),
}


def announce(button: QToolButton) -> None:
    """Say why Ctrl+Z does nothing: by the button, and to a screen reader."""
    words = button.accessibleName()
    QToolTip.showText(button.mapToGlobal(button.rect().bottomLeft()), words, button)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(button, words))


def redo_words(work: Work) -> str:
    """What redo would do again, or empty."""
    step = work.redoable()
    return _(step.label) if step is not None else ""
