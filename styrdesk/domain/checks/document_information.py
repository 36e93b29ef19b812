"""Check of the document information: a decided plan says by whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import N_, _
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.document import PlanDocument

_NEEDED = {
    "registration_number": N_("The plan has no registration number (Dnr)."),
    "decided_by": N_("It is not written who decides the plan."),
    "decided_on": N_("The plan has no date of decision."),
    "paragraph": N_("The plan has no § of the decision."),
}
_EARLY = ("registration_number", "decided_by")


def decision_is_complete(document: PlanDocument) -> Iterator[Finding]:
    """Dnr and deciding body are warned for from the start; all four are needed when decided."""
    plan = document.the_plan
    for field, message in _NEEDED.items():
        if not str(getattr(plan, field) or "").strip() and (plan.is_final or field in _EARLY):
            severity = Severity.ERROR if plan.is_final else Severity.WARNING
            yield Finding(
                severity, f"information-{field}", _(message), Place("plan", plan.id, field)
            )
