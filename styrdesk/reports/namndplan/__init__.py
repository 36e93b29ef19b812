"""The nämndplan: the main print."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.domain.checks import Finding
from styrdesk.reports.namndplan.data import PlanPrint, choices, collect
from styrdesk.reports.spec import ReportSpec


def _render(data: PlanPrint) -> bytes:
    """The print that was made at the decision, where there is one; otherwise a new one."""
    if data.made:
        return data.made
    from styrdesk.reports.namndplan.render import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


def _unprintable(data: PlanPrint) -> tuple[Finding, ...]:
    from styrdesk.reports.namndplan.unprintable import unprintable  # noqa: PLC0415  # its fonts

    return unprintable(data)


SPEC: Final = ReportSpec("namndplan", N_("Committee plan"), choices, collect, _render, _unprintable)
