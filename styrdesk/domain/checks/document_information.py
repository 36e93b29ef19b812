"""Checks of the document information: who decided, when and where, and when it was approved."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.decision import (
    APPROVAL_DAYS,
    Decision,
    comes_before,
    facts_of,
    is_late,
    missing,
)
from styrdesk.domain.document import PlanDocument

_EARLY = ("registration_number", "decided_by")


def decision_is_complete(document: PlanDocument) -> Iterator[Finding]:
    """Dnr and deciding body are warned for from the start; all four are needed when decided."""
    plan = document.the_plan
    for lack in missing(facts_of(Decision, plan)):
        if plan.is_final or lack.field in _EARLY:
            severity = Severity.ERROR if plan.is_final else Severity.WARNING
            place = Place("plan", plan.id, lack.field)
            yield Finding(severity, f"information-{lack.field}", lack.message, place)


def approval_follows_decision(document: PlanDocument) -> Iterator[Finding]:
    """Minutes are approved after the decision, and within the days of the law."""
    plan = document.the_plan
    place = Place("plan", plan.id, "approval_date")
    if comes_before(plan.approval_date, plan.decided_on):
        message = _("The approval is dated before the decision.")
        yield Finding(Severity.ERROR, "approval-early", message, place)
    elif is_late(plan.approval_date, plan.decided_on):
        message = _("The approval came more than {days} days after the decision.")
        yield Finding(Severity.WARNING, "approval-late", message.format(days=APPROVAL_DAYS), place)
