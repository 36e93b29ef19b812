"""Last year's plan carried over to a new one, and the marks on what nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.domain import carry
from styrdesk.domain.assignment import Assignment
from styrdesk.domain.carry import NextYear, Part
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import Goal, StrategicPlan, covering
from styrdesk.domain.plan import Carried, Plan, PlanStatus
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.plan import PlanService
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class CarryService:
    """Use cases of carrying a plan over."""

    def __init__(self, store: Store, work: Work, plans: PlanService, guard: PlanGuard) -> None:
        self._store, self._work, self._plans, self._guard = store, work, plans, guard

    def source(self, committee_id: str, year: int) -> Plan | None:
        """The plan that a year's new plan is made of: the nämnd's latest from a year before."""
        earlier = [
            plan
            for plan in self._plans.plans(committee_id)
            if plan.year < year and plan.status is not PlanStatus.REPLACED
        ]
        newest = max((plan.year for plan in earlier), default=0)
        latest = [plan for plan in earlier if plan.year == newest]
        return next((plan for plan in latest if plan.is_final), latest[0] if latest else None)

    def copy(self, plan_id: str, year: int, parts: Collection[Part]) -> Plan:
        """A draft for a year made of an earlier plan, in one step.

        Args:
            plan_id: The earlier plan, which stays as it is.
            year: The new plan's budget year.
            parts: What comes along; the chapters always do.

        Raises:
            RuleBroken: The year is not after the earlier plan's.
        """
        old = self._plans.document(plan_id)
        if year <= old.the_plan.year:
            raise RuleBroken(_("A plan is carried over to a later year."), "year")
        running = self._store.rows(Assignment, {"id": [asked.id for asked in old.assignment]})
        old = replace(old, assignment=running)  # a deadline may have moved since the decision
        found = covering(self._store.rows(StrategicPlan), year)
        strategic = found[0].id if found else None
        goals = self._store.rows(Goal, {"strategic_plan_id": strategic}) if found else ()
        to = NextYear(year, strategic, frozenset(goal.id for goal in goals))
        made = carry.carried_over(old, to, parts)
        with self._work.step(N_("Carry over last year's plan")):
            self._store.links_at_commit()
            for record in made:
                self._store.save(record)
            self._plans.life.stamp(made[0].id, 1, PlanStatus.DRAFT)
        return self._plans.get(made[0].id)

    def marks(self, plan_id: str) -> frozenset[str]:
        """Ids of the rows and blocks of a plan that nobody has looked at."""
        return frozenset(mark.id for mark in self._store.rows(Carried, {"plan_id": plan_id}))

    def keep(self, ids: Collection[str]) -> Changes:
        """Note that rows or blocks have been looked at and stay as they are.

        Raises:
            RuleBroken: They are of a decided plan.
        """
        for mark in self._store.rows(Carried, {"id": ids}):
            self._guard(mark)
        with self._work.step(N_("Keep as in the earlier plan")):
            for row_id in ids:
                self._store.delete(Carried, row_id)
        return self._work.last
