"""Watches the open file: what others write in it, and what becomes of it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication

from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.catalogue import Services
from styrdesk.services.whereabouts import Place, Sighting
from styrdesk.ui.kit.beside import beside
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.shell.lost_words import lost_words

EVERY: Final = 1_000  # milliseconds
PATIENCE: Final = 3.0  # seconds a disk may be silent before that is told
_WELL: Final = frozenset({Place.HERE, Place.BACK})
# What may be the sign of a file that is not where it was.
_SUSPECT: Final = frozenset({FileFault.MOVED, FileFault.UNREADABLE, FileFault.NEWER})
# What is said of a file that is not the one we know. All else may pass: it goes on by itself.
_NOT_OURS: Final = frozenset({FileFault.MOVED, FileFault.FOREIGN, FileFault.DAMAGED})


class Watch(QObject):
    """Looks each second, and when one comes back to the window.

    The place is looked at on a thread: a share that is gone may not answer for minutes. Only when
    it has answered is the file asked for news.

    Attributes:
        changed: It stands in another way with the file's place.
        lost: What is wrong with the file's place; None while nothing is.
        answers: Whether its disk answers.
    """

    changed = Signal()
    _seen = Signal(object)

    def __init__(self, services: Services, operations: Operations) -> None:
        super().__init__()
        self._services, self._operations = services, operations
        self._thread: Thread | None = None
        self._since = 0.0
        self._suspect: FileProblem | None = None
        self._stale = False  # the look under way began before what is suspected
        self.lost: Sighting | None = None
        self.answers = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._seen.connect(self._end)
        operations.takes = self.takes

    def start(self) -> None:
        """Begin to watch."""
        self._timer.start(EVERY)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._activated)

    def close(self) -> None:
        """Watch no more; a look that hangs is not waited for."""
        self._timer.stop()
        self._operations.takes = lambda _problem: False
        with suppress(RuntimeError):
            self._seen.disconnect(self._end)

    def _activated(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._timer.isActive():
            self.look()

    # ---- looking -----------------------------------------------------------------------------

    def look(self) -> None:
        """See how it is now."""
        if self._thread is None:
            self._since = time.monotonic()
            self._thread = beside("watch", self._services.whereabouts.look, self._seen.emit)
        elif self.answers and time.monotonic() - self._since > PATIENCE:
            self.answers = False
            self._say(Sighting(Place.AWAY))

    def _end(self, seen: Sighting | Exception) -> None:
        self._thread, self.answers = None, True
        if isinstance(seen, Exception):
            raise seen
        if self._stale:
            self._stale = False
            self.look()
        elif seen.place not in _WELL:
            self._say(seen)
        elif self.lost is not None or seen.place is Place.BACK:
            self._come_back()
        else:
            self._notice()

    # ---- what others write -------------------------------------------------------------------

    def _notice(self) -> None:
        """Tell the pages what others have written, once nothing is pulled away from under hands."""
        suspect, self._suspect = self._suspect, None
        if suspect is None and _hands_full():
            return
        try:
            changes = self._services.work.notice()
        except FileProblem as problem:
            self._say(Sighting(_place(problem)))
            return
        if changes is not None:
            self._operations.tell(changes)
        if suspect is not None:  # the file is where it was: it is the disk that said no
            self._operations.show_problem(suspect)

    # ---- lost and found ----------------------------------------------------------------------

    def takes(self, problem: FileProblem) -> bool:
        """Whether a problem is told by how it stands with the file's place; see `Operations`."""
        if problem is self._services.work.stopped:
            return True
        if problem.fault not in _SUSPECT:
            return False
        self._suspect, self._stale = problem, self._thread is not None
        self.look()
        return True

    def _say(self, lost: Sighting) -> None:
        """Stop all writing, and say why."""
        self._suspect = None
        if lost != self.lost:
            self.lost = lost
            path = self._services.file.path
            self._services.work.stopped = FileProblem(FileFault.MOVED, *lost_words(lost, path))
            self._operations.stopped = True
            self.changed.emit()

    def _come_back(self) -> None:
        try:
            self.go_on()
        except FileProblem as problem:
            if problem.fault is not FileFault.LOCKED:  # others write in it now: at the next look
                self._say(Sighting(_place(problem)))

    def go_on(self, path: Path | None = None, *, from_backup: bool = False) -> None:
        """Open the file anew, where it lay or at a path; what waits is saved there.

        Raises:
            FileProblem: It cannot be opened, or is not the file we know.
        """
        self._services.whereabouts.go_on(path, from_backup=from_backup)
        self.lost, self._suspect, self._operations.stopped = None, None, False
        self.changed.emit()
        self._operations.writable.emit()
        self._notice()


def _place(problem: FileProblem) -> Place:
    """How it stands with the place of a file that could not be read or gone on in."""
    if problem.fault is FileFault.NEWER:
        return Place.NEWER
    return Place.OTHER if problem.fault in _NOT_OURS else Place.AWAY


def _hands_full() -> bool:
    """Whether one writes in a cell of a table, or has a dialog or a menu open."""
    if QApplication.activeModalWidget() or QApplication.activePopupWidget():
        return True
    here = QApplication.focusWidget()
    over = here.parentWidget() if here is not None else None
    while over is not None and not isinstance(over, QAbstractItemView):
        over = over.parentWidget()
    return over is not None
