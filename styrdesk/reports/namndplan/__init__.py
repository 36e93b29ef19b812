"""The nämndplan: the main print."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.namndplan.data import PlanPrint, choices, collect
from styrdesk.reports.spec import ReportSpec


def _render(data: PlanPrint) -> bytes:
    from styrdesk.reports.namndplan.render import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


SPEC: Final = ReportSpec("namndplan", N_("Committee plan"), choices, collect, _render)
