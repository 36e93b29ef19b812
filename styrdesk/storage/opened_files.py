"""Kept files that are looked at in other programs: copies in a folder that only we can read.

They are for reading: what another program writes in them does not come back. The folder goes when
the program ends; what a kill left goes at the next start.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # locks are for the window: no command waits for them to be read
    from filelock import FileLock

_PREFIX: Final = "styrdesk-opened-"
_HELD: Final = ".lock"
_MINE: Final = stat.S_IRUSR | stat.S_IWUSR | stat.S_IXUSR


class OpenedFiles:
    """A private folder with copies; made when the first is asked for.

    Args:
        parent: Where the folder is to lie; the system's own place for temporary files if None.
    """

    def __init__(self, parent: Path | None = None) -> None:
        self._given = parent
        self._folder: Path | None = None
        self._lock: FileLock | None = None

    @property
    def _parent(self) -> Path:
        """Not asked for before it is needed: on a full disk the system has no such place.

        Raises:
            OSError: There is none.
        """
        return self._given if self._given is not None else Path(tempfile.gettempdir())

    def take_away_left(self) -> None:
        """Take away what a killed program of ours left; what another one has open stays."""
        with suppress(OSError):  # no place for temporary files: nothing is left there
            take_away_left(self._parent)

    def put(self, name: str, content: bytes) -> Path:
        """A copy that can be read and not written, under its own name.

        Raises:
            OSError: The disk says no.
        """
        place = Path(tempfile.mkdtemp(dir=self._made()))  # two files may have one name
        path = place / name
        try:
            path.write_bytes(content)
            path.chmod(stat.S_IRUSR)
        except OSError:
            shutil.rmtree(place, ignore_errors=True)
            raise
        return path

    def _made(self) -> Path:
        if self._folder is None:
            from filelock import FileLock  # noqa: PLC0415  # only where a file is opened

            take_away_left(self._parent)
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=self._parent))  # 0700
            self._lock = FileLock(self._folder / _HELD)
            self._lock.acquire(blocking=False)
        return self._folder

    def close(self) -> None:
        """Take all of it away."""
        if self._lock is not None:
            self._lock.release()
        if self._folder is not None:
            _take_away(self._folder)
        self._folder = self._lock = None


def take_away_left(parent: Path) -> None:
    """Take away what a killed program of ours left; what another one has open stays."""
    from filelock import FileLock, Timeout  # noqa: PLC0415  # as above

    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError, Timeout):
            told = folder.lstat()  # a link that another has laid there leads to what is not ours
            mine = not hasattr(os, "getuid") or told.st_uid == os.getuid()
            if not (stat.S_ISDIR(told.st_mode) and mine and (folder / _HELD).is_file()):
                continue  # also one that is only just made
            with FileLock(folder / _HELD, blocking=False):
                pass
            _take_away(folder)


def _take_away(folder: Path) -> None:
    for path in [*folder.rglob("*")]:
        with suppress(OSError):
            if path.is_symlink():
                continue
            path.chmod(_MINE)  # Windows takes away nothing that is for reading only
    for path in folder.iterdir():
        if path.name != _HELD:
            shutil.rmtree(path, ignore_errors=True)
    if not any(path.name != _HELD for path in folder.iterdir()):  # else at a later start
        shutil.rmtree(folder, ignore_errors=True)
