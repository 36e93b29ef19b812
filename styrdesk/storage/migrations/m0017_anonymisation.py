"""Schema 17: the record of people who were made anonymous."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE anonymisation (
        id TEXT PRIMARY KEY NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        name TEXT NOT NULL,
        reason TEXT NOT NULL,
        number INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
)
