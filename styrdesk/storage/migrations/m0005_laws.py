"""Schema 5: laws and regulations, and processes."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE regulation (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        number TEXT NOT NULL,
        demands TEXT NOT NULL,
        link TEXT NOT NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        checked_on TEXT,
        checked_by_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        next_check TEXT,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX regulation_responsible_id ON regulation (responsible_id)",
    "CREATE INDEX regulation_checked_by_id ON regulation (checked_by_id)",
    """
    CREATE TABLE regulation_unit (
        id TEXT PRIMARY KEY NOT NULL,
        regulation_id TEXT NOT NULL REFERENCES regulation (id) ON DELETE CASCADE,
        unit_id TEXT NOT NULL REFERENCES unit (id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX regulation_unit_regulation_id ON regulation_unit (regulation_id)",
    "CREATE INDEX regulation_unit_unit_id ON regulation_unit (unit_id)",
    """
    CREATE TABLE process (
        id TEXT PRIMARY KEY NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        title TEXT NOT NULL,
        kind TEXT NOT NULL,
        purpose TEXT NOT NULL,
        owner_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        begins TEXT NOT NULL,
        ends TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX process_committee_id ON process (committee_id)",
    "CREATE INDEX process_owner_id ON process (owner_id)",
    """
    CREATE TABLE process_step (
        id TEXT PRIMARY KEY NOT NULL,
        process_id TEXT NOT NULL REFERENCES process (id) ON DELETE CASCADE,
        title TEXT NOT NULL,
        who TEXT NOT NULL,
        takes TEXT NOT NULL,
        gives TEXT NOT NULL,
        position INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX process_step_process_id ON process_step (process_id)",
    "CREATE INDEX regulation_next_check ON regulation (next_check)",
)
