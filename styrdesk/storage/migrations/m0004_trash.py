"""Schema 4: an index of deletions, for the trash and former parts; settings of the file."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX change_gone ON change (tbl, record, step) WHERE col = 'id'",
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY NOT NULL,
        value INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
)
