"""Schema 14: figures of self-checks without reading them."""

from __future__ import annotations

from typing import Final

STATEMENTS: Final = (
    "CREATE INDEX self_check_figures ON self_check (committee_id, done_on, result, deviations)",
)
