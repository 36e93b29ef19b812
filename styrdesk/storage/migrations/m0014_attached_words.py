"""Schema 14: the words of kept files, and figures of self-checks without reading them."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # By the file's content, and gone with it.
    """
    CREATE TABLE search_text (
        file TEXT PRIMARY KEY NOT NULL REFERENCES blob (sha256) ON DELETE CASCADE,
        text TEXT NOT NULL
    )
    """,
    "CREATE INDEX self_check_figures ON self_check (committee_id, done_on, result, deviations)",
)
