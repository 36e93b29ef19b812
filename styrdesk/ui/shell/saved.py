"""Whether what was typed is saved. "Saved" is only said of what the disk has acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from styrdesk.base.formats import hour
from styrdesk.base.i18n import _
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.autosave import AutoSave
from styrdesk.ui.kit.piece import Page
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.shell.session import Session

_LOOK_AGAIN = 200  # milliseconds, only while something waits or is wrong


class SavedState(QObject):
    """Keeps the mark in the window's head true.

    Args:
        mark: The mark.
        page: Gives the page that is shown.
    """

    def __init__(self, mark: StatusMark, session: Session, page: Callable[[], Page | None]) -> None:
        super().__init__(mark)
        self._mark, self._session, self._page = mark, session, page
        self._at = session.services.work.last.at  # the mark is built anew on another language
        self._refused = False
        self._heard: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        session.operations.changed.connect(self._saved)
        session.operations.failed.connect(self._failed)
        session.operations.tried.connect(self.look)
        session.watch.changed.connect(self.look)
        session.operations.writable.connect(self._mended)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
        self.look()

    def _failed(self) -> None:
        """What could not be written is not told as saved."""
        self._refused = True
        self.look()

    def _mended(self) -> None:
        """The file can be written again; what cannot be saved even so is told anew."""
        self._refused = False
        self.look()

    def _saved(self, changes: Changes) -> None:
        self._refused = self._session.operations.unwritten  # what others wrote mends nothing
        if changes.at:
            self._at = changes.at
        self.look()

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._heard is not None:
            self._heard.textChanged.disconnect(self._typed)  # type: ignore[attr-defined]
            self._heard.destroyed.disconnect(self._gone)
            self._heard = None
        inside = now is not None and now.window() is self._mark.window()
        if inside and isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit):
            now.textChanged.connect(self._typed)
            now.destroyed.connect(self._gone)
            self._heard = now
        self._timer.start(0)  # a field that was left has been checked

    def _gone(self) -> None:
        self._heard = None

    def _typed(self) -> None:
        self._timer.start(0)  # the page's autosave hears of it first

    def waits(self) -> bool:
        """Whether the page holds something that is not saved yet."""
        page = self._page()
        return page is not None and any(a.is_dirty() for a in page.findChildren(AutoSave))

    def is_wrong(self) -> bool:
        """Whether the page holds something that cannot be saved as it is."""
        page = self._page()
        return page is not None and page.is_wrong()

    def look(self) -> None:
        """Say how things are now."""
        if self._session.read_only:
            self._mark.show_status("locked", _("Reading only"))
        elif self._refused:
            self._mark.show_status("warn", _("Latest change not saved"))
        elif self._session.watch.lost is not None:
            self._mark.show_status("warn", _("Nothing is saved now"))
        elif self.waits():
            self._mark.show_status("doing", _("Saving …"))
            self._timer.start(_LOOK_AGAIN)
        elif self.is_wrong():
            self._mark.show_status("warn", _("Something is not saved"))
            self._timer.start(_LOOK_AGAIN)  # it may also be given up, which nobody tells
        elif self._at:
            clock = hour(datetime.fromisoformat(self._at))
            self._mark.show_status("ok", _("Saved {time}").format(time=clock))
        else:
            self._mark.show_status("ok", _("Saved"))
        self._mark.setAccessibleName(self._mark.text())
