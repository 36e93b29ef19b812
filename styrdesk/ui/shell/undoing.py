"""Undo and redo from the window: what they would do, why they cannot, and who gets Ctrl+Z.

A field where one types keeps Ctrl+Z for as long as it has own typing to take back, word by word.
When it has none left, and everywhere else, Ctrl+Z takes back the program's latest step. What a
field takes back is saved like any other typing, so the two never disagree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from styrdesk.base.i18n import _
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
    """What undo would take back, or else why it cannot."""
    if session.read_only:
        return "", _("The file is open for reading only")
    step = session.services.work.undoable()
    if step is not None:
        return _(step.label), ""
    return "", _why_not(session)


def _why_not(session: Session) -> str:
    journal = session.services.file.journal
    latest, line = journal.latest(), journal.barrier()
    if latest is None:
        return _("Nothing has been done yet")
    if latest.person != session.person() and (line is None or latest.seq > line.seq):
        return _("undo stops at a step by somebody else: {step}").format(step=_(latest.label))
    if line is not None:
        return _("undo stops at: {step}").format(step=_(line.label))
    return _("there is nothing more to take back")


def redo_words(work: Work) -> str:
    """What redo would do again, or empty."""
    step = work.redoable()
    return _(step.label) if step is not None else ""
