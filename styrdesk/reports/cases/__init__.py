"""Prints of cases: the letters to who wrote in, and the figures for the nämnd."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.reports.cases import figures, letter
from styrdesk.reports.spec import ReportSpec

LETTER: Final = ReportSpec(
    "case_letter", N_("Letter"), letter.choices, letter.collect, letter.render
)
FIGURES: Final = ReportSpec(
    "case_figures", N_("Figures of cases"), figures.choices, figures.collect, figures.render
)
