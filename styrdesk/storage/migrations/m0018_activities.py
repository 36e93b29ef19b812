"""Schema 18: a failed point of a checklist may have become an activity of a plan.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """
    ALTER TABLE checklist_answer
    ADD COLUMN activity_id TEXT REFERENCES activity (id) ON DELETE SET NULL
    """,
    "CREATE INDEX checklist_answer_activity_id ON checklist_answer (activity_id)",
)
