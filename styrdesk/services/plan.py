"""Nämndplaner: making them, reading them whole, checking them, and their way to a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import checks, plan, template
from styrdesk.domain.assignment import Assignment
from styrdesk.domain.budget import BudgetFrame, FrameItem
from styrdesk.domain.catalogue import OWNED, RECORDS
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator
from styrdesk.domain.organisation import (
    Committee,
    CommitteeName,
    Municipality,
    Person,
    Role,
    Unit,
)
from styrdesk.domain.plan import Block, Chapter, Plan, PlanStatus
from styrdesk.domain.record import Record
from styrdesk.domain.template import Template
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

OPEN: Final = (PlanStatus.DRAFT, PlanStatus.CONSULTATION, PlanStatus.PROPOSAL)


class PlanService:
    """Use cases of plans."""

    def __init__(self, store: Store, work: Work, guard: PlanGuard) -> None:
        self._store = store
        self._work = work
        self._guard = guard

    def plans(self, committee_id: str = "", year: int = 0) -> tuple[Plan, ...]:
        """Plans, newest year first, of all nämnder and years or of those asked for."""
        where: dict[str, object] = {"committee_id": committee_id} if committee_id else {}
        if year:
            where["year"] = year
        return self._store.rows(Plan, where, order=("-year", "-id"))

    def get(self, plan_id: str) -> Plan:
        """One plan.

        Raises:
            RuleBroken: There is none with this id.
        """
        try:
            return self._store.get(Plan, plan_id)
        except KeyError:
            raise RuleBroken(_("There is no plan {id} in the file.").format(id=plan_id)) from None

    def newest_decided(self) -> Plan:
        """The newest decided plan.

        Raises:
            RuleBroken: No plan is decided.
        """
        found = [p for p in self.plans() if p.is_final and p.status is not PlanStatus.REPLACED]
        if not found:
            raise RuleBroken(_("No plan in the file is decided. Choose a plan."))
        return found[0]

    def create(self, committee_id: str, year: int, base: Template) -> Plan:
        """A new draft from a template."""
        strategic = [
            s for s in self._store.rows(StrategicPlan) if s.first_year <= year <= s.last_year
        ]
        years = {"year": year, "next": year + 1, "last": year + 2}
        words: dict[str, Any] = {f: t.format(**years) for f, t in base.information.items()}
        committee = self._store.get(Committee, committee_id)
        made = Plan(
            new_id(),
            committee_id=committee_id,
            strategic_plan_id=strategic[0].id if strategic else None,
            year=year,
            decided_by=committee.name,
            valid_from=date(year, 1, 1),
            valid_to=date(year, 12, 31),
            **words,
        )
        plan.check_plan(made)
        with self._work.step(N_("New plan")):
            self._store.save(made)
            for record in template.chapters_for(made.id, base):
                self._store.save(record)
        return made

    def save(self, changed: Plan, visit: str = "") -> Changes:
        """Save document information."""
        if self.get(changed.id).is_final:
            raise RuleBroken(_("The plan is decided and cannot be changed."))
        plan.check_plan(changed)
        with self._work.step(N_("Change document information"), visit):
            self._store.save(changed)
        return self._work.last

    def set_status(self, plan_id: str, status: PlanStatus) -> Changes:
        """Move a plan between draft, remiss and proposal."""
        if status not in OPEN or self.get(plan_id).is_final:
            raise RuleBroken(_("A decision is made by its own action."), "status")
        with self._work.step(N_("Change the plan's status")):
            self._store.save(replace(self.get(plan_id), status=status))
        return self._work.last

    def decide(self, plan_id: str) -> Changes:
        """Note that the nämnd has decided the plan: it is not changed after this.

        Raises:
            RuleBroken: The check finds errors.
        """
        decided = replace(self.get(plan_id), status=PlanStatus.DECIDED)
        document = replace(self.document(plan_id), plan=(decided,))
        errors = [f for f in checks.check(document) if f.severity is Severity.ERROR]
        if errors:
            message = _("The plan cannot be decided yet: {message}")
            raise RuleBroken(message.format(message=errors[0].message), errors[0].place.field)
        with self._work.barrier(N_("Decide the plan")):
            self._store.save(decided)
        return self._work.last

    def delete(self, plan_id: str) -> Changes:
        """Delete a draft with all that it owns."""
        if self.get(plan_id).is_final:
            raise RuleBroken(_("A decided plan cannot be deleted."))
        with self._work.step(N_("Delete plan")):
            self._store.delete(Plan, plan_id)
        return self._work.last

    def findings(self, plan_id: str) -> tuple[Finding, ...]:
        """What the check of the plan finds."""
        return checks.check(self.document(plan_id))

    def document(self, plan_id: str) -> PlanDocument:
        """The plan with everything it says and rests on."""
        the_plan = self.get(plan_id)
        tables: dict[str, tuple[Record, ...]] = {"plan": (the_plan,)}
        chapters = self._store.rows(Chapter, {"plan_id": plan_id})
        for table in OWNED:
            if table not in ("plan", "block"):
                tables[table] = self._store.rows(RECORDS[table], {"plan_id": plan_id})
        tables["block"] = self._store.rows(Block, {"chapter_id": [c.id for c in chapters]})
        tables |= self._steering(the_plan, tables)
        tables |= self._organisation(the_plan, chapters)
        return PlanDocument.of(tables)

    def _steering(
        self, the_plan: Plan, tables: Mapping[str, tuple[Record, ...]]
    ) -> dict[str, tuple[Record, ...]]:
        rows = self._store.rows
        strategic = the_plan.strategic_plan_id
        given = [None, the_plan.committee_id]
        assignments = tuple(
            a for a in rows(Assignment, {"strategic_plan_id": strategic}) if a.committee_id in given
        )
        followed = [
            link.indicator_id
            for link in tables["plan_indicator"]
            if isinstance(link, PlanIndicator)
        ]
        indicators = rows(Indicator, {"id": followed})
        pointed = {i.goal_id for i in indicators} | {a.goal_id for a in assignments}
        goals = rows(Goal, {"strategic_plan_id": strategic})
        others = rows(Goal, {"id": [g for g in pointed - {g.id for g in goals} if g]})
        plans = {strategic} | {g.strategic_plan_id for g in others}
        frames = rows(BudgetFrame, {"committee_id": the_plan.committee_id, "year": the_plan.year})[
            :1
        ]
        return {
            "strategic_plan": rows(StrategicPlan, {"id": [p for p in plans if p]}),
            "goal": goals + others,
            "assignment": assignments,
            "indicator": indicators,
            "indicator_value": rows(
                IndicatorValue, {"indicator_id": followed}, order=("indicator_id", "year", "id")
            ),
            "budget_frame": frames,
            "frame_item": rows(FrameItem, {"frame_id": [f.id for f in frames]}),
        }

    def _organisation(
        self, the_plan: Plan, chapters: tuple[Chapter, ...]
    ) -> dict[str, tuple[Record, ...]]:
        rows, committee = self._store.rows, the_plan.committee_id
        units = rows(Unit, {"committee_id": committee})
        in_units = rows(Role, {"unit_id": [u.id for u in units]}, order=("id",))
        roles = {r.id: r for r in rows(Role, {"committee_id": committee}, order=("id",))}
        roles |= {r.id: r for r in in_units if r.committee_id in (None, committee)}
        people = {r.person_id for r in roles.values()} | {
            c.responsible_id for c in chapters if c.responsible_id
        }
        return {
            "municipality": rows(Municipality),
            "committee": rows(Committee, {"id": committee}),
            "committee_name": rows(CommitteeName, {"committee_id": committee}, order=("id",)),
            "unit": units,
            "role": tuple(roles[i] for i in sorted(roles)),
            "person": rows(Person, {"id": people}),
        }
