"""Schema 20: a case has files.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    ALTER TABLE attachment ADD COLUMN
        case_id TEXT REFERENCES "case" (id) ON DELETE CASCADE
    """,
    "CREATE INDEX attachment_case_id ON attachment (case_id)",
)
