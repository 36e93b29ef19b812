"""Prints of a checklist: to be ticked by pen, and as it was filled in."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.checklist import outcome
from styrdesk.reports.checklist.data import (
    ChecklistPrint,
    collect_blank,
    collect_filled,
    lists,
    templates,
)
from styrdesk.reports.spec import ReportSpec


def _render(data: ChecklistPrint) -> bytes:
    from styrdesk.reports.checklist.render import render  # noqa: PLC0415  # loads the PDF writer

    return render(data)


FILLED: Final = ReportSpec("checklist", N_("Checklist"), lists, collect_filled, _render)
BLANK: Final = ReportSpec(
    "checklist_blank", N_("Checklist to fill in by pen"), templates, collect_blank, _render
)
OUTCOME: Final = ReportSpec(
    "checklist_outcome",
    N_("Outcome of a checklist"),
    outcome.choices,
    outcome.collect,
    outcome.render,
)
