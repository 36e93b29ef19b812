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
from styrdesk.storage import faults

# DELETE and EXTRA: a copy of an open file is whole, and an acknowledged commit survives a power
# cut (measured, see docs/decisions). secure_delete: what is deleted is gone from the file.
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
COPY_PAGES: Final = 1024
COPY_SECONDS: Final = 20
# peewee tells every statement with its values, which are what people have written of people.
logging.getLogger("peewee").setLevel(logging.WARNING)


class Database(peewee.SqliteDatabase):
    """A handle whose every statement tells the faults of file and disk as `FileProblem`."""

    def execute_sql(self, sql: str, params: Any = None) -> Any:  # noqa: ANN401  # as in peewee
        """Run a statement."""
        with faults.explained():
            return super().execute_sql(sql, params)

    def asked(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of an answer; a cursor left open would block a commit."""
        with faults.explained():
            found: list[tuple[Any, ...]] = super().execute_sql(sql, values).fetchall()
        return found


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> Database:
    """A handle on the file. Without `create` a missing file is an error, never a new database."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    db = Database(None, thread_safe=False)
    _aim(db, path, mode)
    db.register_function(sort_key, "swedish", 1, deterministic=True)
    db.register_function(fold, "folded", 1, deterministic=True)
    with faults.explained():
        db.connect()
    return db


def _aim(db: Database, path: Path, mode: str) -> None:
    db.init(
        f"file:{quote(os.fsencode(path.resolve()))}?mode={mode}",
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
def transaction(db: peewee.SqliteDatabase, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All statements of the block or none.

    Not peewee's own: after a full disk SQLite may have rolled back by itself, and peewee's
    ROLLBACK then fails and hides what happened; after a failed COMMIT it stays open when what
    came was no `Exception`.
    """
    db.execute_sql(f"BEGIN {kind}")
    try:
        yield
        db.execute_sql("COMMIT")
    except BaseException:
        connection = db.connection()
        if connection.in_transaction:
            # What SQLite could not put back now, it puts back from its journal at the next read.
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
        raise


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
