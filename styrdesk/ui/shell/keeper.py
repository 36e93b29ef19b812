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
from styrdesk.ui.kit.backup_words import TOPIC
from styrdesk.ui.kit.operations import Operations

FIRST: Final = 1_500  # milliseconds: the window comes first
EVERY: Final = 30 * 60 * 1000
_PATIENCE: Final = 5.0  # seconds to wait for a backup when the file is closed


class Keeper(QObject):
    """A thread makes each backup over a connection of its own; the window never waits for it.

    Attributes:
        looked: A backup was made, was not needed, or failed; `free` is known anew.
        free: Bytes free on the disk when they are too few, otherwise None.
    """

    looked = Signal()
    _through = Signal(object)
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
        self._through.connect(self._looked_through)
        self._ended.connect(self._end)

    def start(self) -> None:
        """Begin to keep the file. One that is open for reading only is let be."""
        if not self._services.file.read_only:
            self._first.start(FIRST)
            self._timer.start(EVERY)

    def _begin(self) -> None:
        """See that the file is whole before anything in it is taken away, or any backup of it."""
        if self._services.file.is_whole:
            self._keep()
        elif self._thread is None:
            self._thread = Thread(target=self._look_through, name="whole", daemon=True)
            self._thread.start()

    def _look_through(self) -> None:
        """On the thread."""
        failure: Exception | None = None
        try:
            self._services.whereabouts.look_through()
        except Exception as error:  # noqa: BLE001  # a bug is told on the window's thread
            failure = error
        with suppress(RuntimeError):  # the window is gone
            self._through.emit(failure)

    def _looked_through(self, failure: Exception | None) -> None:
        self._thread = None
        if failure is not None:
            raise failure
        if self._services.file.is_whole:  # a damaged one is told of by the watch
            self._keep()

    def _keep(self) -> None:
        """First goes what the trash has kept long enough, so that no new backup holds it."""
        work = self._services.work
        before = work.last
        with suppress(FileProblem):  # it is told when something is written; this waits a day
            self._services.trash.empty_old()
        if work.last is not before:
            self._operations.tell(work.last)
        self._run(Reason.START)

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
            broken_off = False
            with suppress(FileProblem):
                broken_off = self._services.retention.is_waiting()
            act = partial(self._work, reason, broken_off=broken_off)
            self._thread = Thread(target=act, name="backup", daemon=True)
            self._thread.start()

    def _work(self, reason: Reason, *, broken_off: bool) -> None:
        """On the thread."""
        failure: Exception | None = None
        backups = self._services.backups
        try:
            if broken_off:  # an erasure, by a kill
                with suppress(FileProblem), aside(self._services, str) as own:
                    own.retention.finish()
            if reason is Reason.ASKED:
                backups.secure(reason)
            else:
                backups.secure_changes(reason)
            self.free = backups.cramped()
        except Exception as error:  # noqa: BLE001  # a bug is told on the window's thread
            failure = error
        with suppress(RuntimeError):  # the window is gone
            self._ended.emit(failure)

    def _end(self, failure: Exception | None) -> None:
        self._thread = None
        self.looked.emit()
        self._operations.refresh(TOPIC)
        if failure is not None:
            raise failure

    def close(self) -> None:
        """Let the backup under way end, for a moment; a share that hangs is not waited for."""
        self._first.stop()
        self._timer.stop()
        self._services.whereabouts.give_up()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
