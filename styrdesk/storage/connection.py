"""The one place that opens databases: pragmas, functions, and what a peewee handle is made of."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

import peewee

from styrdesk.base.collation import fold, sort_key

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


def connect(path: Path, *, read_only: bool = False, create: bool = False) -> peewee.SqliteDatabase:
    """A handle on the file. Without `create` a missing file is an error, never a new database."""
    mode = "ro" if read_only else "rwc" if create else "rw"
    uri = f"file:{quote(str(path.resolve()))}?mode={mode}"
    db = peewee.SqliteDatabase(
        uri,
        uri=True,
        timeout=BUSY_SECONDS,
        pragmas=READ_PRAGMAS if read_only else PRAGMAS,
        thread_safe=False,
    )
    db.register_function(sort_key, "swedish", 1, deterministic=True)
    db.register_function(fold, "folded", 1, deterministic=True)
    db.connect()
    return db


def copy(source: peewee.SqliteDatabase, target: Path) -> None:
    """A consistent copy of an open file by SQLite's backup interface."""
    with_target = sqlite3.connect(target)
    try:
        source.connection().backup(with_target)
    finally:
        with_target.close()


def sound(db: peewee.Database) -> str:
    """Empty when the file is whole, otherwise what SQLite says of the first damage."""
    (verdict,) = db.execute_sql("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        return str(verdict)
    orphan = db.execute_sql("PRAGMA foreign_key_check").fetchone()
    return "" if orphan is None else f"foreign key: {orphan}"
