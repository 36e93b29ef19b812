"""Nämndplaner: making them, reading them whole, and checking them; decided in `decision.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import checks, life, plan, template
from styrdesk.domain.checks import Finding
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import StrategicPlan, covering
from styrdesk.domain.life import Act
from styrdesk.domain.organisation import Committee
from styrdesk.domain.plan import Plan, PlanStatus
from styrdesk.domain.template import Template
from styrdesk.services.changes import Changes
from styrdesk.services.life import LifeService
from styrdesk.services.plan_document import document_of
from styrdesk.services.version import VersionService
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class PlanService:
    """Use cases of plans.

    Attributes:
        life: The stamps of plans.
    """

    def __init__(
        self, store: Store, work: Work, versions: VersionService, life: LifeService
    ) -> None:
        self._store = store
        self._work = work
        self._versions = versions
        self.life = life

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

    def decided(self) -> tuple[Plan, ...]:
        """Every decided plan, newest year first; one that is being revised as it was decided."""
        found = []
        for each in self.plans():
            newest = None if each.is_final else self._versions.newest(each.id)
            if each.is_final or newest:
                found.append(self._versions.document(newest).the_plan if newest else each)
        return tuple(found)

    def newest_decided(self) -> Plan:
        """The newest plan that has a decision in force, also while it is being revised.

        Raises:
            RuleBroken: No plan is decided.
        """
        found = [p for p in self.decided() if p.status is not PlanStatus.REPLACED]
        if not found:
            raise RuleBroken(_("No plan in the file is decided. Choose a plan."))
        return found[0]

    def create(self, committee_id: str, year: int, base: Template) -> Plan:
        """A new draft from a template."""
        strategic = covering(self._store.rows(StrategicPlan), year)
        years = {"year": year, "next": year + 1, "last": year + 2}
        words: dict[str, Any] = {"decided_by": self._store.get(Committee, committee_id).name}
        words |= {field: text.format(**years) for field, text in base.information.items()}
        made = Plan(
            new_id(),
            committee_id=committee_id,
            strategic_plan_id=strategic[0].id if strategic else None,
            year=year,
            **words,
        )
        plan.check_plan(made)
        made = replace(made, valid_from=date(year, 1, 1), valid_to=date(year, 12, 31))
        with self._work.step(N_("New plan")):
            self._store.save(made)
            for record in template.chapters_for(made.id, base):
                self._store.save(record)
            self.life.stamp(made.id, 1, made.status)
        return made

    def resting_on(self, strategic: StrategicPlan) -> tuple[Plan, ...]:
        """Open plans of its years that rest on no strategic plan, as resting on this one.

        A plan may be begun before kommunfullmäktige's is in the file.
        """
        return tuple(
            replace(plan, strategic_plan_id=strategic.id)
            for plan in self.plans()
            if not plan.is_final
            and plan.strategic_plan_id is None
            and covering((strategic,), plan.year)
        )

    def save(self, changed: Plan, visit: str = "") -> Changes:
        """Save document information."""
        before = self.get(changed.id)
        if before.is_final:
            raise RuleBroken(_("The plan is decided and cannot be changed."))
        if changed.status is not before.status:
            raise RuleBroken(_("A decision is made by its own action."), "status")
        plan.check_plan(changed)
        with self._work.step(N_("Change document information"), visit):
            self._store.save(changed)
        return self._work.last

    def set_status(self, plan_id: str, status: PlanStatus) -> Changes:
        """Move a plan between draft, remiss and proposal."""
        before = self.get(plan_id)
        life.see(Act.MOVE, before.status, status)
        if status is before.status:
            return self._work.last
        newest = self._versions.newest(plan_id)
        with self._work.step(N_("Change the plan's status")):
            self._store.save(replace(before, status=status))
            self.life.stamp(plan_id, newest.number + 1 if newest else 1, status)
        return self._work.last

    def delete(self, plan_id: str) -> Changes:
        """Delete a draft with all that it owns."""
        if self.get(plan_id).is_final or self._versions.newest(plan_id):
            raise RuleBroken(_("A decided plan cannot be deleted."))
        with self._work.step(N_("Delete plan")):
            self._store.delete(Plan, plan_id)
        return self._work.last

    def findings(self, plan_id: str) -> tuple[Finding, ...]:
        """What the check of the plan finds."""
        return checks.check(self.document(plan_id))

    def document(self, plan_id: str) -> PlanDocument:
        """The plan with everything it says and rests on; a decided one as it was decided."""
        found = self.get(plan_id)
        version = self._versions.newest(plan_id) if found.is_final else None
        return self._versions.document(version) if version else document_of(self._store, found)
