"""A decision and its print in one: what is decided is laid out first, and both are kept at once."""

from __future__ import annotations

from collections.abc import Callable

from styrdesk.base.i18n import speaking
from styrdesk.domain.decision import Decision
from styrdesk.reports import namndplan, printing
from styrdesk.reports.namndplan.data import PlanPrint, of_decision
from styrdesk.services.catalogue import Services
from styrdesk.services.changes import Changes
from styrdesk.services.decision import Ready

RENDER: Callable[[PlanPrint], bytes] = namndplan.SPEC.render


def collect(services: Services, ready: Ready, language: str) -> PlanPrint:
    """What the decided plan's print is made from."""
    with speaking(language):
        return of_decision(services, ready)


def decide(services: Services, plan_id: str, facts: Decision, language: str) -> Changes:
    """Lay the plan out as decided, and keep its content and print as a version.

    The window does the same in two parts, with the layout in the child process between.

    Raises:
        RuleBroken: It cannot be decided.
    """
    ready = services.decisions.ready(plan_id, facts)
    pdf = printing.render(RENDER, collect(services, ready, language), language)
    return services.decisions.decide(ready, pdf, language)
