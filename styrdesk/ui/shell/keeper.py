"""Backs the open file up beside the work once it is whole, and looks at the room on the disk."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileProblem
from styrdesk.services.aside import aside
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.backup_words import TOPIC
from styrdesk.ui.kit.beside import beside
from styrdesk.ui.kit.operations import Operations

FIRST: Final = 1_500  # milliseconds: the window comes first
EVERY: Final = 30 * 60 * 1000
_FILES: Final = frozenset({"attachment"})
_PATIENCE: Final = 5.0  # seconds to wait for a backup when the file is closed


class Keeper(QObject):
    """A thread makes each backup over a connection of its own; the window never waits for it.

    Attributes:
        looked: A backup was made, was not needed, or failed; `free` is known anew.
        free: Bytes free on the disk when they are too few, otherwise None.
    """

    looked = Signal()
    _through = Signal(object)
    _gathered = Signal(object)
    _ended = Signal(object)

    def __init__(self, services: Services, operations: Operations) -> None:
        super().__init__()
        self._services, self._operations = services, operations
        self._thread: Thread | None = None
        self.free: int | None = None
        self._first, self._timer = QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self._begin)
        self._timer.timeout.connect(self._again)
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self._gather)
        operations.changed.connect(self._heard)
        self._through.connect(self._looked_through)
        self._gathered.connect(self._end_gathering)
        self._ended.connect(self._end)

    def start(self) -> None:
        """Begin to keep the file. One that is open for reading only is let be."""
        if not self._services.file.read_only:
            self._first.start(FIRST)
            self._timer.start(EVERY)

    def _begin(self) -> None:
        """See that the file is whole before anything in it is taken away, or any backup of it."""
        words_wait = self._services.search.is_waiting()  # those that cannot be found yet
        if self._services.file.is_whole and not words_wait:
            self._run(Reason.START)
        elif self._thread is None:
            act = partial(_look_through, self._services, words_wait=words_wait)
            self._thread = beside("whole", act, self._through.emit)

    def _heard(self, changes: Changes) -> None:
        """A file was attached: what is written in it is to be found."""
        if _FILES & changes.topics and not self._services.file.read_only:
            self._gathering.start(FIRST)

    def _gather(self) -> None:
        if self._thread is not None:
            self._gathering.start(FIRST)
        elif self._services.work.stopped is None and self._services.search.is_waiting():
            act = partial(_gather, self._services)
            self._thread = beside("words", act, self._gathered.emit)

    def _end_gathering(self, failure: Exception | None) -> None:
        self._thread = None
        if failure is not None:
            raise failure

    def _looked_through(self, failure: Exception | None) -> None:
        self._thread = None
        if self._services.file.is_whole:  # a damaged one is told of by the watch
            self._run(Reason.START)
        if failure is not None:
            raise failure

    def _again(self) -> None:
        if self._services.file.is_whole:
            self._run(Reason.REGULAR)
        else:
            self._begin()

    def back_up_now(self) -> None:
        """Make a backup because somebody asks for one."""
        self._run(Reason.ASKED)

    @property
    def is_busy(self) -> bool:
        """Whether one is being made, or the file is looked through before."""
        return self._thread is not None

    def _run(self, reason: Reason) -> None:
        if self._services.work.stopped is not None:  # what lies there may be another file
            return
        if self._thread is None:  # the one under way holds the same
            broken_off = old = False
            with suppress(FileProblem):
                broken_off = self._services.retention.is_waiting()
                old = reason is Reason.START and self._services.trash.has_old()
            act = partial(_back_up, self._services, reason, broken_off=broken_off, old=old)
            self._thread = beside("backup", act, self._ended.emit)

    def _end(self, told: int | Exception | None) -> None:
        """Told are the bytes free on the disk, when they are too few."""
        self._thread = None
        if not isinstance(told, Exception):
            self.free = told
        self.looked.emit()
        self._operations.refresh(TOPIC)
        if isinstance(told, Exception):
            raise told

    def close(self) -> None:
        """Let the backup under way end, for a moment; a share that hangs is not waited for.

        What is looked through or gathered is given up, and nothing follows from it.
        """
        for timer in (self._first, self._timer, self._gathering):
            timer.stop()
        self._through.disconnect(self._looked_through)
        self._gathered.disconnect(self._end_gathering)
        self._services.whereabouts.give_up()
        self._services.search.give_up()
        if self._thread is not None:
            self._thread.join(_PATIENCE)


# ---- on a thread -----------------------------------------------------------------------------


def _look_through(services: Services, *, words_wait: bool) -> None:
    services.whereabouts.look_through()
    if services.file.is_whole and words_wait:
        _gather(services)


def _gather(services: Services) -> None:
    with suppress(FileProblem):  # it is told when something is written
        services.search.make_ready()


def _back_up(services: Services, reason: Reason, *, broken_off: bool, old: bool) -> int | None:
    """First goes what is to be gone, so that no new backup holds it."""
    if broken_off or old:
        # What stops it is told when something is written; this can wait.
        with suppress(FileProblem), aside(services, str) as own:
            if old:
                own.trash.empty_old()
            if broken_off:  # an erasure, by a kill
                own.retention.finish()
    if reason is Reason.ASKED:
        services.backups.secure(reason)
    else:
        services.backups.secure_changes(reason)
    return services.backups.cramped()
