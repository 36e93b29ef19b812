"""Backups of a file in a folder of their own: made whole and verified, listed, thinned, copied."""

from __future__ import annotations

import filecmp
import hashlib
import io
import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from styrdesk.base.atomic import (
    is_temporary,
    make_folder,
    publish_new,
    sync_folder,
    temporary,
)
from styrdesk.base.i18n import _
from styrdesk.domain.backup import Backup, Reason, named, surplus, too_much
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import connection, faults, header, schema
from styrdesk.storage.connection import Database
from styrdesk.storage.migrations import MIGRATIONS

_LONGEST: Final = 40
_PIECE: Final = 1 << 20
# Of the header, what SQLite writes anew in a copy: count of changes, schema cookie, valid-for
# number and library version. All other bytes of a backup are the file's.
_OWN: Final = (slice(24, 28), slice(40, 44), slice(92, 100))


def folder_of(root: Path, file: Path) -> Path:
    """The folder of a file's backups: a name one knows it by, and a hash of where it lies."""
    real = file.resolve()
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:8]
    kept = "".join(c if c.isalnum() or c in " -_" else "" for c in real.stem)
    return root / f"{kept[:_LONGEST].strip()} {digest}".strip()


def listed(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, newest first. What is not ours is left out."""
    with faults.disk_explained():
        found = list(_backups_in(folder)) if folder.is_dir() else []
    return tuple(sorted(found, key=lambda one: one.number, reverse=True))


def _backups_in(folder: Path) -> Iterator[Backup]:
    for path in folder.iterdir():
        found = named(path.name)
        if found is not None:
            with suppress(FileNotFoundError):  # another program has thinned it meanwhile
                yield replace(found, size=path.stat().st_size)


def keep(db: Database, folder: Path, at: datetime, reason: Reason) -> Backup:
    """Make a backup of an open file: written beside, opened and checked, then put in place.

    Raises:
        FileProblem: The disk says no, or the copy is not sound: the file itself is damaged.
    """
    with faults.disk_explained():
        make_folder(folder)
        with temporary(folder / "new") as partial:
            connection.copy(db, partial)
            see_that_it_is_sound(partial)
            while True:  # another program may take the next number first
                number = max((one.number for one in listed(folder)), default=0) + 1
                made = Backup(number, at, reason, partial.stat().st_size)
                with suppress(FileExistsError):
                    publish_new(partial, folder / made.name)
                    return made


def keep_file(path: Path, folder: Path, at: datetime, reason: Reason) -> Backup:
    """Make a backup over a connection of its own, which may be on another thread."""
    db = connection.connect(path, read_only=True)
    try:
        return keep(db, folder, at, reason)
    finally:
        db.close()


def see_that_it_is_sound(copy: Path) -> None:
    """Open a copy for reading and check all of it.

    Raises:
        FileProblem: It is damaged, or not one of ours.
    """
    version = header.read(copy, len(MIGRATIONS)).version
    db = connection.connect(copy, read_only=True)
    try:
        verdict = connection.sound(db)
        if not verdict and version == len(MIGRATIONS):
            verdict = schema.strange(db)
    finally:
        db.close()
    if verdict:
        raise FileProblem(
            FileFault.DAMAGED,
            _("The backup is not sound: {verdict}").format(verdict=verdict),
            _("Nothing has been changed. Save a copy of the file in another place."),
        )


def thin(folder: Path, now: datetime) -> None:
    """Take away the backups that may go, once a new one is in place."""
    with faults.disk_explained():
        kept = listed(folder)
        aged = surplus(kept, now)
        for gone in aged | too_much(one for one in kept if one not in aged):
            (folder / gone.name).unlink(missing_ok=True)


def keep_only(folder: Path, kept: str) -> None:
    """Take away every backup in a folder but one, which must lie there and be sound.

    What a kill left half written goes too: it may hold what is to be gone.

    Raises:
        FileProblem: It is not sound, or the disk says no. None has been taken away.
    """
    with faults.disk_explained():
        see_that_it_is_sound(folder / kept)
        _clear(folder, kept)


def _clear(folder: Path, kept: str = "") -> None:
    for path in folder.iterdir():
        ours = named(path.name) is not None or is_temporary(path)
        if ours and path.name != kept:
            path.unlink(missing_ok=True)
    sync_folder(folder)


def clear(folder: Path) -> None:
    """Take all backups in a folder away: they are of a file that has others by now."""
    with faults.disk_explained():
        _clear(folder)


def copy_open(db: Database, target: Path) -> Path:
    """A verified copy of an open file. Where something lies the copy gets a number, as below.

    Raises:
        FileProblem: The disk says no, or the copy is not sound.
    """
    with faults.disk_explained(), temporary(target) as partial:
        connection.copy(db, partial)
        see_that_it_is_sound(partial)
        return published(partial, target)


def copy_to(path: Path, target: Path) -> Path:
    """A copy of a file that is not open, every byte compared."""
    with faults.disk_explained(), temporary(target) as partial:
        shutil.copyfile(path, partial)
        if not filecmp.cmp(path, partial, shallow=False):
            raise OSError(path)
        return published(partial, target)


def published(written: Path, target: Path) -> Path:
    """Put a written file where nothing lies: at the target, or beside it with a number."""
    connection.see_that_it_fits(target)
    later = (target.with_stem(f"{target.stem} {number}") for number in itertools.count(2))
    for free in itertools.chain((target,), later):
        with suppress(FileExistsError):
            publish_new(written, free)
            return free
    raise AssertionError  # there is always a next number


def mirror(path: Path, folder: Path) -> None:
    """Put a backup in a second folder too, unless it lies there."""
    with faults.disk_explained():
        make_folder(folder)
        if not (folder / path.name).exists():
            copy_to(path, folder / path.name)


def is_same(path: Path, copy: Path) -> bool:
    """Whether a file is still as its backup has it, byte for byte.

    The file is read by SQLite: closing a handle of our own would on Linux and macOS let go of the
    lock of a save that is under way (sqlite.org/howtocorrupt.html §2.2).
    """
    db = connection.connect(path, read_only=True)
    try:
        with faults.disk_explained(), copy.open("rb") as other:
            one = io.BytesIO(db.connection().serialize())
            return all(a == b for a, b in itertools.zip_longest(_pieces(one), _pieces(other)))
    finally:
        db.close()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    first = bytearray(file.read(_PIECE))
    for own in _OWN:
        first[own] = bytes(len(first[own]))
    yield bytes(first)
    while piece := file.read(_PIECE):
        yield piece
