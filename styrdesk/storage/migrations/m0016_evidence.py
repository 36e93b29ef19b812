"""Schema 16: a file of a checklist may be evidence of one of its points.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ("ALTER TABLE attachment ADD COLUMN item INTEGER NOT NULL DEFAULT 0",)
