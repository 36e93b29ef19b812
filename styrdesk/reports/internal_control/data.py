"""Collects the controls of a plan and their results."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.base.i18n import _
from styrdesk.domain.control_result import ControlResult, ControlState, state
from styrdesk.domain.risk import Control
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class ControlPrint:
    """What the print is made from.

    Attributes:
        controls: Each with the risk it watches, where it stands, and its results.
        people: Id → name of those who noted results.
    """

    year: int
    head: Letterhead
    controls: tuple[tuple[Control, str, ControlState, tuple[ControlResult, ...]], ...]
    people: tuple[tuple[str, str], ...]


def choices(services: Services) -> tuple[Choice, ...]:
    """Every plan that has controls."""
    return tuple(
        Choice(plan.id, _("Internal control {year}").format(year=plan.year))
        for plan in services.plans.plans()
        if services.controls.count({"plan_id": plan.id})
    )


def collect(services: Services, choice: str) -> ControlPrint:
    """The controls of a plan and what is noted of them now."""
    plan, today = services.plans.get(choice), services.clock.today()
    risks = {one.id: one.title for one in services.risks.rows({"plan_id": choice})}
    found = []
    for control in services.controls.rows({"plan_id": choice}):
        results = services.control_results.rows({"control_id": control.id})
        now = state(control, plan.year, results, today)
        found.append((control, risks.get(control.risk_id, ""), now, results))
    return ControlPrint(
        plan.year,
        letterhead(services, plan.committee_id),
        tuple(found),
        tuple((one.id, one.name) for one in services.people.rows()),
    )
