"""Collects the controls of a plan and their results, as they stand or as they were decided."""

from __future__ import annotations

from typing import TypeAlias

from styrdesk.domain.control_report import ControlContent
from styrdesk.domain.decided import DecidedKind
from styrdesk.reports import decidable
from styrdesk.reports.decidable import ReportPrint
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.internal_control import report_title

KIND = DecidedKind.INTERNAL_CONTROL
ControlPrint: TypeAlias = ReportPrint[ControlContent]


def choices(services: Services) -> tuple[Choice, ...]:
    """Every plan that has controls, and each report on them that is decided."""
    found = []
    for plan in services.plans.plans():
        if services.controls.count({"plan_id": plan.id}):
            found.append(Choice(plan.id, report_title(plan.year)))
            found += decidable.choices(services, KIND, plan.id)
    return tuple(found)


def collect(services: Services, choice: str) -> ControlPrint:
    """What is noted now of the controls of a plan; of a decided report, what it holds.

    Args:
        services: Of the file.
        choice: Id of a plan or of a decided report.
    """
    report = services.reports.get(choice)
    if report is not None:
        return decidable.decided(services, report)
    return decidable.draft(services, KIND, services.plans.get(choice).id)
