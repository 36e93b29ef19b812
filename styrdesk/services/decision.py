"""A plan's decision: what stands in its way, noting it, and what the minutes say of it later."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.domain import checks, decision
from styrdesk.domain.backup import Reason
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Approval, Plan, PlanStatus
from styrdesk.services.changes import Changes
from styrdesk.services.plan import PlanService
from styrdesk.services.plan_document import document_of
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

_FACTS: Final = frozenset(field.name for field in fields(Decision))
_STANDING: Final = (PlanStatus.DECIDED, PlanStatus.SIGNED)  # not one that another plan replaced


@dataclass(frozen=True, slots=True)
class Outlook:
    """What stands before a decision.

    Attributes:
        errors: What stops it, save for what the decision itself lacks.
        warnings: How many warnings the check has.
        unready: How many chapters are not noted as ready, of `chapters`.
    """

    errors: tuple[Finding, ...]
    warnings: int
    unready: int
    chapters: int


class DecisionService:
    """Use cases of a decision and of the approval that follows it."""

    def __init__(self, store: Store, work: Work, plans: PlanService, clock: Clock) -> None:
        self._store, self._work = store, work
        self._plans, self._clock = plans, clock

    def outlook(self, plan_id: str) -> Outlook:
        """What the plan would have against it as decided."""
        plan = replace(self._plans.get(plan_id), status=PlanStatus.DECIDED)
        document = document_of(self._store, plan)
        found = [f for f in checks.check(document) if not _is_fact(f)]
        errors = tuple(f for f in found if f.severity is Severity.ERROR)
        unready = sum(not chapter.ready for chapter in document.chapter)
        return Outlook(errors, len(found) - len(errors), unready, len(document.chapter))

    def is_ahead(self, day: date | None) -> bool:
        """Whether a day has not come yet: it is asked about, for a nämnd decides at a meeting."""
        return day is not None and day > self._clock.today()

    def decide(self, plan_id: str, facts: Decision) -> Changes:
        """Note that the nämnd has decided the plan: its content is not changed after this.

        Raises:
            RuleBroken: The decision lacks something, the check finds errors, or it is decided.
        """
        before = self._plans.get(plan_id)
        if before.is_final:
            raise RuleBroken(_("The plan is decided already."))
        decision.check_decision(facts)
        decided = replace(decision.with_facts(before, facts), status=PlanStatus.DECIDED)
        for finding in checks.check(document_of(self._store, decided)):
            if finding.severity is Severity.ERROR:
                message = _("The plan cannot be decided yet: {message}")
                field = finding.place.field if _is_fact(finding) else ""
                raise RuleBroken(message.format(message=finding.message), field)
        self._work.secure(Reason.DECISION)
        with self._work.barrier(N_("Decide the plan")):
            self._store.save(decided)
        return self._work.last

    def correct(self, plan_id: str, facts: Decision) -> Changes:
        """Mend what was written wrong of the decision; the content stays as it was decided."""
        before = self._standing(plan_id)
        decision.check_decision(facts)
        if decision.comes_before(before.approval_date, facts.decided_on):
            raise RuleBroken(
                _("The minutes were approved {day}. The decision cannot come after that.").format(
                    day=before.approval_date
                ),
                "decided_on",
            )
        with self._work.step(N_("Correct the decision's details")):
            self._store.save(decision.with_facts(before, facts))
        return self._work.last

    def approval(self, plan_id: str) -> MinutesApproval:
        """What the approval says so far; of a plan just decided, that the minutes have it."""
        plan = self._plans.get(plan_id)
        facts = decision.facts_of(MinutesApproval, plan)
        if plan.status is PlanStatus.DECIDED and facts.approval is Approval.SIGNATURES:
            return replace(facts, approval=Approval.MINUTES)
        return facts

    def approve(self, plan_id: str, facts: MinutesApproval) -> Changes:
        """Fill in the approval, or mend it: a decided plan is then signed and dispatched."""
        before = self._standing(plan_id)
        decision.check_approval(facts, before.decided_on)
        approved = replace(decision.with_facts(before, facts), status=PlanStatus.SIGNED)
        with self._work.step(N_("Fill in the approval")):
            self._store.save(approved)
        return self._work.last

    def _standing(self, plan_id: str) -> Plan:
        plan = self._plans.get(plan_id)
        if plan.status not in _STANDING:
            raise RuleBroken(_("This is written of a decided plan alone."))
        return plan


def _is_fact(finding: Finding) -> bool:
    return finding.place.table == "plan" and finding.place.field in _FACTS
