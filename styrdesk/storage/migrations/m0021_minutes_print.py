"""Schema 21: what the minutes say of a decided plan is kept with the print that tells it.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE version_minutes ADD COLUMN pdf TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE version_minutes ADD COLUMN language TEXT NOT NULL DEFAULT ''",
)
