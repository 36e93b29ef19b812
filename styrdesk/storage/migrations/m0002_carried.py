"""Schema 2: marks on what was carried over from an earlier plan."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE carried (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE
    ) WITHOUT ROWID
    """,
    "CREATE INDEX carried_plan_id ON carried (plan_id)",
)
