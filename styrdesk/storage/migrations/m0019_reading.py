"""Schema 19: what waits to be read is counted without a look at the texts.

Frozen: never edited after release.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = tuple(
    f"CREATE INDEX {table}_reading ON {table} (standing, unit_id, committee_id, valid_to)"
    for table in ("governing_document", "routine")
)
