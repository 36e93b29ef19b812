"""Taking records out of a file so that nothing of them is left in it, nor in its backups.

That it has begun is kept in the file, in the same transaction; `finish` is done again until it is
through, also by the next program that opens the file (decisions/0025).
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from styrdesk.domain.catalogue import RECORDS, owners
from styrdesk.storage.connection import Database
from styrdesk.storage.history import Key
from styrdesk.storage.setting import Settings
from styrdesk.storage.triggers import NOW

_PENDING: Final = "erasure_pending"
_OWNED: Final = tuple((table, field) for table in RECORDS for field, _above in owners(table))


class Erasure:
    """What a step erases, and whether what follows from it is still to be done."""

    def __init__(self, db: Database, settings: Settings) -> None:
        self._db, self._settings = db, settings

    def touched(self) -> frozenset[Key]:
        """Inside a step: what it has changed or deleted, and parts of it that went before."""
        rows = self._db.asked(
            f"SELECT DISTINCT tbl, record FROM change WHERE step = {NOW} AND op <> 'INSERT'"  # noqa: S608  # names of ours
        )
        keys = {(str(table), str(record)) for table, record in rows}
        fresh = set(keys)
        while fresh := self._parts_of(fresh) - keys:
            keys |= fresh
        return frozenset(keys)

    def _parts_of(self, keys: Collection[Key]) -> set[Key]:
        columns = " OR ".join(f"(tbl = '{t}' AND col = '{c}')" for t, c in _OWNED)
        rows = self._db.asked(
            "SELECT DISTINCT tbl, record FROM change WHERE op IN ('DELETE', 'PURGED') "  # noqa: S608  # names of ours
            f"AND ({columns}) AND before IN (SELECT value FROM json_each(?))",
            json.dumps([record for _table, record in keys]),
        )
        return {(str(table), str(record)) for table, record in rows}

    def begin(self) -> None:
        """Note inside the step that pages and backups are still to be seen to."""
        self._settings.set(_PENDING, 1)

    def is_pending(self) -> bool:
        """Whether something was erased whose traces may still lie about."""
        return bool(self._settings.get(_PENDING, 0))

    def end(self) -> None:
        """Note inside a step that it is through."""
        self._settings.set(_PENDING, 0)

    def compact(self) -> None:
        """Build the file anew, without free pages; outside a transaction."""
        self._db.execute_sql("VACUUM")
