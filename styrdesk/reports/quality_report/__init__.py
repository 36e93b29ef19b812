"""The report on quality of a nämnd and year, for the nämnd to decide."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.quality_report.data import QualityPrint, choices, collect
from styrdesk.reports.spec import ReportSpec


def _render(data: QualityPrint) -> bytes:
    """The print that was made at the decision, where there is one; otherwise a new one."""
    if data.made:
        return data.made
    from styrdesk.reports.quality_report.render import render  # noqa: PLC0415  # the PDF writer

    return render(data)


SPEC: Final = ReportSpec("quality_report", N_("Report on quality"), choices, collect, _render)
