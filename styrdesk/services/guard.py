"""A decided plan is not changed: what it owns is refused before it is written."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import OWNED, RECORDS, TABLE_OF
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, Chapter, Plan
from styrdesk.domain.record import Record, specs
from styrdesk.storage.store import Store


class PlanGuard:
    """Refuses a change of anything that belongs to a decided plan."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, record: Record) -> None:
        """Let the record be changed, or raise `RuleBroken`.

        A record that has belonged to a decided plan is not moved out of it either.
        """
        if TABLE_OF[type(record)] not in OWNED:
            return
        before = self._store.rows(type(record), {"id": record.id})
        for plan_id in {self._plan_of(row) for row in (record, *before)}:
            if plan_id and self._store.get(Plan, plan_id).is_final:
                raise RuleBroken(_("The plan is decided and cannot be changed."))

    def before_delete(self, record: Record) -> None:
        """Let the record be deleted, or raise `RuleBroken` when a decided plan names it."""
        self(record)
        table = TABLE_OF[type(record)]
        for name in OWNED:
            kind: type[Record] = RECORDS[name]
            for spec in specs(kind):
                if spec.link == table and not spec.owned:
                    for row in self._store.rows(kind, {spec.name: record.id}):
                        self(row)

    def _plan_of(self, record: Record) -> str:
        if isinstance(record, Block):
            return self._store.get(Chapter, record.chapter_id).plan_id
        return str(getattr(record, "plan_id", ""))
