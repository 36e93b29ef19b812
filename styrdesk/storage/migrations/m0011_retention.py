"""Schema 11: how long things are kept, and the record of what was taken away."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE retention_rule (
        id TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        matter TEXT NOT NULL,
        type_id TEXT REFERENCES case_type (id) ON DELETE CASCADE,
        kept INTEGER NOT NULL,
        years INTEGER NOT NULL,
        basis TEXT NOT NULL,
        position INTEGER NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX retention_rule_type_id ON retention_rule (type_id)",
    """
    CREATE TABLE disposal (
        id TEXT PRIMARY KEY NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        decision TEXT NOT NULL,
        decided_on TEXT,
        rule TEXT NOT NULL,
        kind TEXT NOT NULL,
        number INTEGER NOT NULL,
        until TEXT
    ) WITHOUT ROWID
    """,
)
