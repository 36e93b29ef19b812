"""Backups of a file that was moved or renamed: found by what they hold, and gone on from.

Each folder of backups notes where its file lies. A file without backups takes after those whose
file is no longer there, when it goes on from the newest of them. They are linked and not moved: a
drive that only is away finds its own again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from styrdesk.base import atomic
from styrdesk.domain.errors import FileProblem
from styrdesk.storage import connection, header
from styrdesk.storage.backup import listed
from styrdesk.storage.journal import NOTHING, Journal, Mark
from styrdesk.storage.migrations import MIGRATIONS

NOTE: Final = "file.txt"  # the path of the file whose backups a folder holds


def note(folder: Path, file: Path) -> None:
    """Note in a folder of backups where their file lies, unless that stands there."""
    said, here = folder / NOTE, os.fsencode(file.resolve())
    with suppress(OSError):  # without it nothing is lost: the backups are not found after a move
        if not said.exists() or said.read_bytes() != here:
            atomic.write(said, here)


def take_after(root: Path, folder: Path, file: Path) -> None:
    """Give a file that has no backups yet those that were made before it was moved.

    Args:
        root: Where each file has its folder.
        folder: The file's own.
        file: Where it lies now.
    """
    with suppress(OSError, FileProblem):  # it then begins anew, as a new file does
        if listed(folder):
            return
        left = max(_left_behind(root, file), default=None)
        if left is None:
            return
        atomic.make_folder(folder)
        for one in listed(left[1]):
            os.link(left[1] / one.name, folder / one.name)
        atomic.sync_folder(folder)


def left_behind(root: Path, file: Path) -> tuple[Path, ...]:
    """The folders of backups that were made before the file was moved here."""
    with suppress(OSError, FileProblem):
        return tuple(folder for _step, folder in _left_behind(root, file))
    return ()


def _left_behind(root: Path, file: Path) -> Iterator[tuple[int, Path]]:
    """How far the newest backup had come, and its folder, of each that the file goes on from."""
    candidates = list(_without_file(root))
    if not candidates:
        return
    db = connection.connect(file, read_only=True)
    try:
        for folder in candidates:
            mark = _mark(folder)
            if mark.step and Journal(db).goes_on_from(mark):
                yield mark.step, folder
    finally:
        db.close()


def _without_file(root: Path) -> Iterator[Path]:
    """The folders whose file is not where it was."""
    for folder in root.iterdir():
        with suppress(OSError):
            if not os.path.lexists(os.fsdecode((folder / NOTE).read_bytes())):
                yield folder


def _mark(folder: Path) -> Mark:
    """How far the newest backup in a folder had come; nowhere when it cannot be read."""
    kept = listed(folder)
    if not kept:
        return NOTHING
    newest = folder / kept[0].name
    try:
        header.read(newest, len(MIGRATIONS))
        db = connection.connect(newest, read_only=True)
        try:
            return Journal(db).mark()
        finally:
            db.close()
    except FileProblem:
        return NOTHING
