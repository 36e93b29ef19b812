"""Where an open file lies on its disk, seen without opening it.

Only looked at, never opened: on Linux and macOS a program that closes a handle of a file loses
every lock it holds on that file (sqlite.org/howtocorrupt.html §2.2).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

_HANDLES: Final = Path("/proc/self/fd")  # Linux: each open file under the name it has now


class Place(StrEnum):
    """How it stands with the place of an open file.

    HERE: it is as it was. BACK: a file lies there that goes on from all we have saved. GONE: the
    folder is there and the file is not. AWAY: the folder or the disk cannot be reached. OTHER:
    another file lies there. LOCKED: it may no longer be written to. NEWER: a newer program has
    given it another form. DAMAGED: it is the file, and was found not to be whole.
    """

    HERE = "here"
    BACK = "back"
    GONE = "gone"
    AWAY = "away"
    OTHER = "other"
    LOCKED = "locked"
    NEWER = "newer"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file it is, whatever it is called: the disk's number and the file's on it."""

    disk: int
    number: int


def identity(path: Path) -> Identity:
    """Which file lies at a path."""
    found = path.stat()
    return Identity(found.st_dev, found.st_ino)


def left_as(path: Path) -> str:
    """A mark that is another as soon as a file is written, or another lies there."""
    found = path.stat()
    return f"{found.st_dev}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"


def seen(path: Path, known: Identity, *, writable: bool) -> Place:
    """How it stands with a file's place; what cannot be reached may keep one waiting.

    Args:
        path: Where it was opened, links followed.
        known: Which file it was then.
        writable: Whether it could be written then.
    """
    try:
        found = identity(path)
    except (FileNotFoundError, NotADirectoryError):
        return Place.GONE if path.parent.is_dir() else Place.AWAY
    except OSError:
        return Place.AWAY
    if found != known:
        return Place.OTHER
    return Place.LOCKED if writable and not may_write(path) else Place.HERE


def may_write(path: Path) -> bool:
    """Whether a file can be written, and a journal be made beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def moved_to(path: Path, known: Identity) -> Path | None:
    """Where a file that was moved lies now; None where that cannot be said for sure."""
    for found in (*_handles(), *_beside(path)):
        with suppress(OSError):
            if found != path and identity(found) == known:
                return found
    return None


def _handles() -> Iterator[Path]:
    with suppress(OSError):
        for handle in _HANDLES.iterdir():
            with suppress(OSError):
                yield handle.readlink()


def _beside(path: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from path.parent.glob(f"*{path.suffix}")
