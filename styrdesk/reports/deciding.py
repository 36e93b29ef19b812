"""A decision and its print in one: what is decided is laid out first, and both are kept at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from styrdesk.base.i18n import speaking
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports import decidable, internal_control, namndplan, printing, quality_report
from styrdesk.reports.namndplan.data import PlanPrint, of_decision, of_noting
from styrdesk.reports.spec import ReportSpec
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.decision import Noting, Ready

RENDER: Callable[[PlanPrint], bytes] = namndplan.SPEC.render

# The print of each kind of decided document.
SPECS: Final[dict[DecidedKind, ReportSpec[Any]]] = {
    DecidedKind.PLAN: namndplan.SPEC,
    DecidedKind.INTERNAL_CONTROL: internal_control.SPEC,
    DecidedKind.QUALITY_REPORT: quality_report.SPEC,
}


def collect(services: Services, ready: Ready, language: str) -> PlanPrint:
    """What the decided plan's print is made from."""
    with speaking(language):
        return of_decision(services, ready)


def collect_noting(services: Services, noting: Noting, language: str) -> PlanPrint | None:
    """What the print is made from that tells what the minutes are to say; None where none is."""
    with speaking(language):
        return of_noting(services, noting)


def decide(services: Services, plan_id: str, facts: Decision, language: str) -> Changes:
    """Lay the plan out as decided, and keep its content and print as a version.

    The window does the same in two parts, with the layout in the child process between.

    Raises:
        RuleBroken: It cannot be decided.
    """
    ready = services.decisions.ready(plan_id, facts)
    pdf = printing.render(RENDER, collect(services, ready, language), language)
    return services.decisions.decide(ready, pdf, language)


def decide_report(
    services: Services,
    kind: DecidedKind,
    subject: str,
    facts: Decision,
    occasion: str = "",
    language: str = WRITTEN_IN,
) -> Changes:
    """Lay a report out as decided, and keep what it says and its print.

    Raises:
        RuleBroken: It cannot be decided.
    """
    ready = services.reports.ready(kind, subject, facts, occasion, language)
    data: decidable.ReportPrint[Any] = decidable.of_decision(ready)
    return services.reports.decide(ready, printing.render(SPECS[kind].render, data, language))
