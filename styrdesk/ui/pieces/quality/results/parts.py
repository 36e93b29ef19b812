"""Results: the rubric's one page."""

from __future__ import annotations

from typing import Final

from styrdesk.ui.kit.piece import Page, PageContext
from styrdesk.ui.pieces.quality.part import Sole


def _results(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.results.results_page import ResultsPage

    return ResultsPage(context)


SOLE: Final = Sole(_results)
