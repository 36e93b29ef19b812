"""Whether a file's tables, indexes and triggers are the ones our migrations make."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Final

from styrdesk.storage import migrate
from styrdesk.storage.connection import Database
from styrdesk.storage.migrations import MIGRATIONS, Statement

DIGEST: Final = "154a641603771ebe7844321e639b28f94a882760ebd611abb4f7caccaa8d5a7e"
"""Of what the migrations make, so that they need not be run at each opening to know it. One that
is not theirs costs time and nothing else; tests/storage/test_conformance.py tells the right one."""


def of(db: Database) -> frozenset[tuple[str, str]]:
    """What the file holds, by name and the SQL that made it.

    The tables that SQLite itself keeps for the index of words are its own to shape.
    """
    rows = db.asked(
        "SELECT name, COALESCE(sql, '') FROM sqlite_schema "
        "WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_words_%'"
    )
    return frozenset((str(name), str(sql)) for name, sql in rows)


def digest(held: frozenset[tuple[str, str]]) -> str:
    """SHA-256 of what a file holds."""
    return hashlib.sha256(repr(sorted(held)).encode()).hexdigest()


@cache
def expected(migrations: tuple[tuple[Statement, ...], ...]) -> frozenset[tuple[str, str]]:
    """What a new file holds."""
    db = Database(":memory:")
    try:
        migrate.up(db, migrations)
        return of(db)
    finally:
        db.close()


def strange(db: Database, migrations: tuple[tuple[Statement, ...], ...] = MIGRATIONS) -> str:
    """Name of something that is not as a new file has it, or empty.

    A changed trigger is damage like any other: without it nothing could be undone. A strange one
    may do what nobody asked for.
    """
    held = of(db)
    if migrations is MIGRATIONS and digest(held) == DIGEST:
        return ""
    return min((name for name, _sql in held ^ expected(migrations)), default="")
