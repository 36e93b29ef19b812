"""Reads a plan whole from the file: everything it says and everything it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from styrdesk.domain.assignment import Assignment, AssignmentAnswer, is_for
from styrdesk.domain.budget import BudgetFrame, FrameItem
from styrdesk.domain.catalogue import OWNED, RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.goal import Goal
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator
from styrdesk.domain.organisation import CommitteeName, Municipality, Role, Unit
from styrdesk.domain.plain import links
from styrdesk.domain.plan import Activity, Block, Plan
from styrdesk.domain.record import Record
from styrdesk.storage.store import Store

R = TypeVar("R", bound=Record)


def document_of(store: Store, plan: Plan) -> PlanDocument:
    """The plan with everything it says and rests on, in an order that is always the same."""
    return _Reader(store, plan).document()


class _Reader:
    """Fills the tables of one document."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self._store = store
        self._plan = plan
        self._tables: dict[str, tuple[Record, ...]] = {}

    def document(self) -> PlanDocument:
        """Read the plan's own tables, what they speak of, and what that in turn points at."""
        self._tables = self._owned()
        self._tables |= self._organisation() | self._steering()
        self._close()
        return PlanDocument.of(self._tables)

    def _owned(self) -> dict[str, tuple[Record, ...]]:
        mine = {"plan_id": self._plan.id}
        tables: dict[str, tuple[Record, ...]] = {
            table: self._store.rows(RECORDS[table], mine)
            for table in OWNED
            if table not in ("plan", "block")
        }
        chapters = [chapter.id for chapter in tables["chapter"]]
        blocks = self._store.rows(Block, {"chapter_id": chapters})
        return tables | {"plan": (self._plan,), "block": blocks}

    def _organisation(self) -> dict[str, tuple[Record, ...]]:
        rows, own = self._store.rows, {"committee_id": self._plan.committee_id}
        units = rows(Unit, own)
        roles = {r.id: r for r in rows(Role, own)}
        roles |= {
            r.id: r
            for r in rows(Role, {"unit_id": [u.id for u in units]})
            if r.committee_id in (None, self._plan.committee_id)
        }
        return {
            "municipality": rows(Municipality),
            "committee_name": rows(CommitteeName, own, order=("id",)),
            "unit": units,
            "role": tuple(roles[i] for i in sorted(roles)),
        }

    def _steering(self) -> dict[str, tuple[Record, ...]]:
        rows, plan = self._store.rows, self._plan
        followed = [link.indicator_id for link in self._each(PlanIndicator)]
        frames = rows(BudgetFrame, {"committee_id": plan.committee_id, "year": plan.year})[:1]
        return {
            "goal": rows(Goal, {"strategic_plan_id": plan.strategic_plan_id}),
            "assignment": self._assignments(),
            "indicator": rows(Indicator, {"id": followed}),
            "indicator_value": rows(
                IndicatorValue, {"indicator_id": followed}, order=("indicator_id", "year", "id")
            ),
            "budget_frame": frames,
            "frame_item": rows(FrameItem, {"frame_id": [f.id for f in frames]}),
        }

    def _assignments(self) -> tuple[Assignment, ...]:
        """Assignments the plan has to answer, and any that it speaks of."""
        plan = self._plan
        spoken_of = {answer.assignment_id for answer in self._each(AssignmentAnswer)}
        spoken_of |= {a.assignment_id for a in self._each(Activity) if a.assignment_id}
        given = {
            a.id
            for a in self._store.rows(Assignment, {"strategic_plan_id": plan.strategic_plan_id})
            if a.committee_id in (None, plan.committee_id) and is_for(a, plan.year, plan.decided_on)
        }
        return self._store.rows(Assignment, {"id": given | spoken_of})

    def _each(self, kind: type[R]) -> Iterable[R]:
        return (r for rows in self._tables.values() for r in rows if isinstance(r, kind))

    def _close(self) -> None:
        """Add what is pointed at and not yet there, until every link leads somewhere."""
        known = {table: {row.id for row in rows} for table, rows in self._tables.items()}
        new: list[Record] = [row for rows in self._tables.values() for row in rows]
        while new:
            wanted: dict[str, set[str]] = {}
            for row in new:
                for target, target_id in links(row).values():
                    if target_id not in known.get(target, ()):
                        wanted.setdefault(target, set()).add(target_id)
            new = []
            for table, ids in sorted(wanted.items()):
                known[table] = known.get(table, set()) | ids
                new += self._store.rows(RECORDS[table], {"id": ids})
                self._tables[table] = self._ordered(table, known[table])

    def _ordered(self, table: str, ids: set[str]) -> tuple[Record, ...]:
        """Rows in the register's own order."""
        return self._store.rows(RECORDS[table], {"id": ids}, order=_ORDER.get(table, ()))


_ORDER = {"role": ("id",), "committee_name": ("id",)}
