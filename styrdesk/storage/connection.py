"""The one place that opens databases: pragmas, functions, transactions, and asking in one go."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import peewee

from styrdesk.base.collation import fold, sort_key
from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import faults

# DELETE and EXTRA: a copy of an open file is whole, and an acknowledged commit survives a power
# cut (measured, decisions/0018). secure_delete: what is deleted is gone from the file.
PRAGMAS: Final = {
    "journal_mode": "delete",
    "synchronous": "extra",
    "locking_mode": "normal",
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
}
READ_PRAGMAS: Final = {"foreign_keys": 1, "trusted_schema": 0, "query_only": 1}
BUSY_SECONDS: Final = 2
# What a disk and SQLite take, in bytes, less the "-journal" at a journal's end.
_LONGEST_NAME: Final = 255 - 8
_LONGEST_PATH: Final = 512 - 8 if os.name != "nt" else 260 - 8
_SHOWN: Final = 60
COPY_PAGES: Final = 1024
COPY_SECONDS: Final = 20
# peewee tells every statement with its values, which are what people have written of people.
logging.getLogger("peewee").setLevel(logging.WARNING)


class Database(peewee.SqliteDatabase):
    """A handle whose every statement tells the faults of file and disk as `FileProblem`.

    Attributes:
        left_open: A transaction failed, and there was no memory to take it back in.
    """

    left_open = False

    def execute_sql(self, sql: str, params: Any = None) -> Any:  # noqa: ANN401  # as in peewee
        """Run a statement."""
        with faults.explained():
            return super().execute_sql(sql, params)

    def asked(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of an answer; a cursor left open would block a commit."""
        with faults.explained():
            found: list[tuple[Any, ...]] = super().execute_sql(sql, values).fetchall()
        return found


def see_that_it_fits(path: Path) -> None:
    """Raises FileProblem where a path has no room for SQLite's journal beside the file."""
    real = path.resolve()
    if len(os.fsencode(real.name)) > _LONGEST_NAME or len(os.fsencode(real)) > _LONGEST_PATH:
        raise FileProblem(
            FileFault.UNREADABLE,
            _("The name and the folder's path are too long together: {name}").format(
                name=path.name[:_SHOWN] + "…"
            ),
            _("Choose a shorter name, or a folder nearer to the top."),
        )


def connect(
    path: Path, *, read_only: bool = False, create: bool = False, unlocked: bool = False
) -> Database:
    """A handle on the file. Without `create` a missing file is an error, never a new database.

    Args:
        path: The file.
        read_only: For reading alone.
        create: Make it.
        unlocked: Take no lock, and see none: what is read while others write may not fit together.
    """
    see_that_it_fits(path)
    mode = "ro" if read_only else "rwc" if create else "rw"
    db = Database(None, thread_safe=False)
    _aim(db, path, mode, unlocked=unlocked)
    db.register_function(sort_key, "swedish", 1, deterministic=True)
    db.register_function(fold, "folded", 1, deterministic=True)
    with faults.explained():
        db.connect()
    return db


def _aim(db: Database, path: Path, mode: str, *, unlocked: bool = False) -> None:
    more = "&immutable=1" if unlocked else ""
    db.init(
        f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}{more}",
        uri=True,
        timeout=BUSY_SECONDS,
        pragmas=READ_PRAGMAS if mode == "ro" else PRAGMAS,
    )


def reconnect(db: Database, path: Path, *, read_only: bool = False) -> None:
    """Let go of the file and open the one at a path, on the same handle."""
    db.close()
    _aim(db, path, "ro" if read_only else "rw")
    with faults.explained():
        db.connect()


@contextlib.contextmanager
def at_once(db: Database) -> Iterator[None]:
    """Reads that all see the same, and that are refused at once while another program writes."""
    db.execute_sql("PRAGMA busy_timeout = 0")
    try:
        with transaction(db, "DEFERRED"):
            yield
    finally:
        db.execute_sql(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


@contextlib.contextmanager
def transaction(db: Database, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All statements of the block or none.

    Not peewee's own: after a full disk SQLite may have rolled back by itself, and peewee's
    ROLLBACK then fails and hides what happened; after a failed COMMIT it stays open when what
    came was no `Exception`.
    """
    if db.left_open:
        _take_back(db)
    db.execute_sql(f"BEGIN {kind}")
    try:
        yield
        db.execute_sql("COMMIT")
    except BaseException:
        # What SQLite cannot put back now, it puts back from its journal at the next read.
        with contextlib.suppress(sqlite3.Error, MemoryError):
            _take_back(db)
        raise


def _take_back(db: Database) -> None:
    connection = db.connection()
    db.left_open = connection.in_transaction
    if db.left_open:
        connection.execute("ROLLBACK")
        db.left_open = False


def copy(source: peewee.SqliteDatabase, target: Path) -> None:
    """A consistent copy of an open file by SQLite's backup interface.

    In pieces, so that a save waits for a moment at most; a save in between begins the copy anew.
    The caller syncs the copy.

    Raises:
        FileProblem: Others kept writing, or held the file, for longer than we wait.
    """
    until = time.monotonic() + COPY_SECONDS

    def look(_status: int, _left: int, _all: int) -> None:
        if time.monotonic() > until:
            raise faults.problem(sqlite3.SQLITE_BUSY)

    with faults.explained():
        with_target = sqlite3.connect(target)
        try:
            with_target.execute("PRAGMA synchronous = OFF")
            source.connection().backup(with_target, pages=COPY_PAGES, progress=look, sleep=0.01)
        finally:
            with_target.close()


def sound(db: Database) -> str:
    """Empty when the file is whole, otherwise what SQLite says of the first damage."""
    ((verdict,),) = db.asked("PRAGMA integrity_check(1)")
    if verdict != "ok":
        return str(verdict)
    orphans = db.asked("PRAGMA foreign_key_check")
    return f"foreign key: {orphans[0]}" if orphans else ""
