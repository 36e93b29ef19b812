"""REPORTS: every print the program can give. A new report is one module and one line here."""

from __future__ import annotations

from typing import Any, Final

from styrdesk.reports import (
    cases,
    checklist,
    disposal,
    internal_control,
    listing,
    namndplan,
    personal_data,
    quality,
    quality_report,
)
from styrdesk.reports.spec import ReportSpec

PLAN_REPORT: Final = namndplan.SPEC
CHECKLIST: Final = checklist.FILLED
BLANK_CHECKLIST: Final = checklist.BLANK
CHECKLIST_OUTCOME: Final = checklist.OUTCOME
ROUTINE: Final = quality.ROUTINE
PROCESS: Final = quality.PROCESS
PERSONAL_DATA: Final = personal_data.SPEC

REPORTS: Final[tuple[ReportSpec[Any], ...]] = (
    PLAN_REPORT,
    CHECKLIST,
    BLANK_CHECKLIST,
    CHECKLIST_OUTCOME,
    ROUTINE,
    PROCESS,
    listing.SPEC,
    cases.LETTER,
    cases.FIGURES,
    disposal.SPEC,
    internal_control.SPEC,
    quality_report.SPEC,
    PERSONAL_DATA,
)
