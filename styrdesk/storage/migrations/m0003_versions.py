"""Schema 3: decided versions of a plan, what their minutes say, and who did what when.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE plan_version (
        id TEXT PRIMARY KEY NOT NULL, plan_id TEXT NOT NULL REFERENCES plan (id),
        number INTEGER NOT NULL, origin TEXT NOT NULL, made_at TEXT NOT NULL,
        made_by TEXT NOT NULL, content TEXT NOT NULL, pdf TEXT NOT NULL, language TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX plan_version_plan_id ON plan_version (plan_id, number)",
    """
    CREATE TABLE version_minutes (
        id TEXT PRIMARY KEY NOT NULL,
        version_id TEXT NOT NULL REFERENCES plan_version (id) ON DELETE CASCADE,
        status TEXT NOT NULL, noted_at TEXT NOT NULL, decided_by TEXT NOT NULL, decided_on TEXT,
        paragraph TEXT NOT NULL, registration_number TEXT NOT NULL, approval TEXT NOT NULL,
        approval_date TEXT, approval_names TEXT NOT NULL, approval_method TEXT NOT NULL,
        approval_reference TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX version_minutes_version_id ON version_minutes (version_id)",
    """
    CREATE TABLE plan_stamp (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE, version INTEGER NOT NULL,
        status TEXT NOT NULL, at TEXT NOT NULL, "by" TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    "CREATE INDEX plan_stamp_plan_id ON plan_stamp (plan_id)",
)
