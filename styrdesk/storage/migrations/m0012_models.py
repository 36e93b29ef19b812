"""Schema 12: models that the whole municipality shares, with their files."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE shared_model (
        id TEXT PRIMARY KEY NOT NULL,
        title TEXT NOT NULL,
        committee_id TEXT REFERENCES committee (id) ON DELETE SET NULL,
        unit_id TEXT REFERENCES unit (id) ON DELETE SET NULL,
        responsible_id TEXT REFERENCES person (id) ON DELETE SET NULL,
        version INTEGER NOT NULL,
        standing TEXT NOT NULL,
        replaces_id TEXT REFERENCES shared_model (id) ON DELETE SET NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT,
        valid_from TEXT,
        valid_to TEXT,
        review_due TEXT,
        kind TEXT NOT NULL,
        description TEXT NOT NULL,
        link TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        folded TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX shared_model_committee_id ON shared_model (committee_id)",
    "CREATE INDEX shared_model_unit_id ON shared_model (unit_id)",
    "CREATE INDEX shared_model_responsible_id ON shared_model (responsible_id)",
    "CREATE INDEX shared_model_replaces_id ON shared_model (replaces_id)",
    "CREATE INDEX shared_model_review_due ON shared_model (review_due)",
    """
    ALTER TABLE attachment ADD COLUMN
        shared_model_id TEXT REFERENCES shared_model (id) ON DELETE CASCADE
    """,
    "CREATE INDEX attachment_shared_model_id ON attachment (shared_model_id)",
)
