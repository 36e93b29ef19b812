"""A Styrdesk file: made whole or not at all, opened only when it is what it says."""

from __future__ import annotations

import os
from pathlib import Path

import peewee

from styrdesk.base.atomic import publish_new, temporary
from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import connection, faults, header, migrate
from styrdesk.storage.blobs import Blobs
from styrdesk.storage.journal import Journal
from styrdesk.storage.migrations import NEWEST
from styrdesk.storage.store import Store

SUFFIX = ".styrdesk"


class File:
    """An open file: its store, journal and kept files on one connection.

    Attributes:
        path: Where it lies.
        read_only: Whether it may only be read, because of the file's or its folder's rights.
    """

    def __init__(self, path: Path, db: peewee.SqliteDatabase, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.db = db
        self.store = Store(db)
        self.journal = Journal(db)
        self.blobs = Blobs(db)

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()


def create(path: Path) -> File:
    """Make a new, empty file and open it. A file that lies there is never touched.

    Raises:
        FileProblem: Something lies there, or the folder cannot be written.
    """
    if path.exists():
        raise _exists(path)
    with faults.explained(), temporary(path) as partial:
        db = connection.connect(partial, create=True)
        try:
            migrate.up(db)
        finally:
            db.close()
        try:
            publish_new(partial, path)
        except FileExistsError as error:
            raise _exists(path) from error
    return open_file(path)


def _exists(path: Path) -> FileProblem:
    return FileProblem(
        FileFault.EXISTS,
        _("{name} is there already.").format(name=path.name),
        _("Choose another name. The file has not been touched."),
    )


def open_file(path: Path, backups: Path | None = None, *, read_only: bool = False) -> File:
    """Open a file, after seeing what it is; take it to the newest schema when it is older.

    Args:
        path: The file.
        backups: Folder for the copy made before a migration; beside the file when not given.
        read_only: Ask for reading only.

    Raises:
        FileProblem: The file is not one we can open. It has not been touched.
    """
    found = header.read(path, NEWEST)
    read_only = read_only or not _writable(path)
    with faults.explained():
        db = connection.connect(path, read_only=read_only)
        try:
            _see_that_it_is_sound(db, path)
            if found.version < NEWEST:
                _migrate(db, path, backups, found.version, read_only=read_only)
        except BaseException:
            db.close()
            raise
    return File(path, db, read_only=read_only)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _see_that_it_is_sound(db: peewee.SqliteDatabase, path: Path) -> None:
    verdict = connection.sound(db)
    if verdict:
        raise FileProblem(
            FileFault.DAMAGED,
            _("{name} is damaged: {verdict}").format(name=path.name, verdict=verdict),
            _("The file has not been touched. Open another file, or a backup of this one."),
        )


def _migrate(
    db: peewee.SqliteDatabase, path: Path, backups: Path | None, version: int, *, read_only: bool
) -> None:
    if read_only:
        raise FileProblem(
            FileFault.READ_ONLY,
            _("{name} is of an older form and may not be written to.").format(name=path.name),
            _("Copy it to a folder of your own and open the copy."),
        )
    name = f"{path.stem}-schema{version}{SUFFIX}"
    migrate.backup(db, backups or path.parent, name)
    migrate.up(db)
