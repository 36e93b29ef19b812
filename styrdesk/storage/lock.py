"""One owner at a time: a lock beside the open file, which tells who has it.

Two things say that a file is taken. The operating system's lock ends with the program that holds
it, however that ends, so what a crash leaves is free at once. It may not reach another machine
over a network folder. There what stands in the lock counts, and the time it was last touched.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import Final

from styrdesk.base import atomic
from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.owner import InUse, Owner

BEAT: Final = 60  # seconds between signs of life
# A minute's sleep of a disk or a clock some minutes wrong is no silence; a lunch break is.
SILENT: Final = 10 * 60
_WORDS: Final = 1  # where they begin: Windows lets nobody read the first byte, which is locked
_SIZE: Final = 4000  # always as many bytes, so that nobody reads half of an earlier owner
_LONGEST: Final = 200  # letters of a name
_TRIES: Final = 12
_PAUSE: Final = 0.02  # seconds


def path_of(file: Path) -> Path:
    """Where the lock of a file lies."""
    return file.with_name(f".{file.name}.lock")


class Lock:
    """The right to write in a file, from `take` until `release`.

    Attributes:
        owner: What it tells of us.
    """

    def __init__(self, file: Path) -> None:
        from filelock import FileLock  # noqa: PLC0415  # commands take no lock

        self._file, self._path = file, path_of(file)
        # Our own file system without locks (ENOSYS) is told as an error, not by a second protocol.
        self._system = FileLock(
            self._path, thread_local=False, fallback_to_soft=False, preserve_lock_file=True
        )
        self.owner = Owner(new_id(), "", _user(), platform.node(), os.getpid(), SystemClock().now())
        self._released = Event()

    @classmethod
    def take(cls, file: Path, *, over: bool = False) -> Lock:
        """Become the owner of a file.

        Args:
            file: The file, with no link in its path.
            over: Take over from an owner who has been silent for long.

        Raises:
            InUse: It has an owner.
        """
        lock = cls(file)
        lock._claim(over=over)
        Thread(target=lock._live, name="lock", daemon=True).start()
        return lock

    def sign(self, person: str) -> None:
        """Tell who sits here."""
        self.owner = replace(self.owner, person=person[:_LONGEST])
        if self._is_ours():
            self._tell()

    def hold(self) -> None:
        """See before a write that nobody has taken over, and lock again what has been lost.

        Raises:
            FileProblem: Somebody has: this machine slept, or was out of reach, for too long.
        """
        there = read(self._path)
        if there is not None and there.id != self.owner.id:
            raise FileProblem(
                FileFault.LOCKED,
                _("{who} at {machine} has taken over the file.").format(
                    who=there.name, machine=there.machine
                ),
                _("Copy what you wrote last, and open the file again to see what it holds now."),
            )
        lost = there is None or not self._system.is_locked
        if lost and self._file.exists():  # without the file, or its disk, the write will tell
            self._system.release()
            self._claim()

    def moved(self, file: Path) -> Lock:
        """Let go, and become the owner of the file at its new place, or anew at its old one.

        Raises:
            InUse: It has another owner there.
        """
        self.release()
        lock = Lock.take(file)
        lock.sign(self.owner.person)
        return lock

    def release(self) -> None:
        """Let go. What lies there is taken away, unless it is another's by now."""
        self._released.set()
        ours = self._is_ours()
        if ours and os.name != "nt":  # while it is held: who waits for it sees that it is gone
            with suppress(OSError):
                self._path.unlink()
        with suppress(OSError):
            self._system.release()
        if ours and os.name == "nt":  # where a file that somebody has open stays
            with suppress(OSError):
                self._path.unlink()

    def _claim(self, *, over: bool = False) -> None:
        from filelock import Timeout  # noqa: PLC0415  # as above

        try:
            self._system.acquire(blocking=False)
        except Timeout:
            raise self._in_use(self._told()) from None
        except OSError:  # a share without locks: what stands there must do
            pass
        try:
            self._see_that_it_is_free(over=over)
            self._tell()
        except BaseException:
            self._system.release()
            raise

    def _see_that_it_is_free(self, *, over: bool) -> None:
        there = read(self._path)
        if there is None or there.id == self.owner.id:
            return
        if self._system.is_locked and there.machine == self.owner.machine:
            return  # left by a crash: a program that lives would hold the lock
        silent = self._silence()
        if silent < SILENT:
            raise self._in_use(there)
        if not over:
            raise self._in_use(there, silent)

    def _silence(self) -> float:
        """Seconds since the lock was touched, by the clock of the disk that it lies on."""
        with suppress(OSError), atomic.temporary(self._path) as probe:
            probe.touch()
            return abs(probe.stat().st_mtime - self._path.stat().st_mtime)
        return 0

    def _in_use(self, owner: Owner | None, silent: float = 0) -> InUse:
        us = (self.owner.user, self.owner.machine)
        return InUse(
            _("{name} is open for writing elsewhere.").format(name=self._file.name),
            _("Open it for reading only, or wait until it is closed there."),
            owner,
            mine=owner is not None and (owner.user, owner.machine) == us,
            silent=silent,
        )

    def _told(self) -> Owner | None:
        """Who has it. Whoever took it just now has not yet told: two starts in one double click."""
        for _time in range(_TRIES):
            if (there := read(self._path)) is not None:
                return there
            time.sleep(_PAUSE)
        return None

    def _is_ours(self) -> bool:
        there = read(self._path)
        return there is not None and there.id == self.owner.id

    def _tell(self) -> None:
        if read(self._path) == self.owner:
            return
        words = asdict(self.owner) | {"since": self.owner.since.isoformat()}
        content = json.dumps(words).encode().ljust(_SIZE)
        with suppress(OSError):  # a full disk costs the words, not the lock
            if self._system.is_locked:  # what is locked must stay the same file
                with self._path.open("r+b", buffering=0) as file:
                    file.seek(_WORDS)
                    file.write(content)
                    file.truncate()
            elif not self._path.is_symlink():  # never written where a link leads
                atomic.write(self._path, b" " + content)

    def _live(self) -> None:
        """On a thread, so that a share that hangs holds up nobody."""
        while not self._released.wait(BEAT):
            if self._is_ours():
                with suppress(OSError):
                    os.utime(self._path)


def read(path: Path) -> Owner | None:
    """What a lock tells; None when there is none, or none that can be read."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(_WORDS)
            data = json.loads(file.read(_SIZE) or b"")
        found = Owner(**data | {"since": datetime.fromisoformat(data["since"])})
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    words = (found.id, found.person, found.user, found.machine)
    whole = all(isinstance(word, str) for word in words) and isinstance(found.process, int)
    return found if whole and found.since.tzinfo is not None else None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a number without a name
        return ""
