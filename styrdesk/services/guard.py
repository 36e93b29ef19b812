"""A decided plan is not changed: what it owns is refused before it is written."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, Chapter, Plan
from styrdesk.domain.record import Record
from styrdesk.storage.store import Store


class PlanGuard:
    """Refuses a change of anything that belongs to a decided plan."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, record: Record) -> None:
        """Let the record be changed, or raise `RuleBroken`."""
        plan_id = getattr(record, "plan_id", "")
        if isinstance(record, Block):
            plan_id = self._store.get(Chapter, record.chapter_id).plan_id
        if plan_id and self._store.get(Plan, plan_id).is_final:
            raise RuleBroken(
                _("The plan is decided and cannot be changed. Make a new version of it instead.")
            )
