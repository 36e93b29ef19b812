"""The law: the rubric's one register."""

from __future__ import annotations

from typing import Final

from styrdesk.ui.kit.piece import Page, PageContext
from styrdesk.ui.pieces.quality.part import Sole, urgent_of


def _law(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.law.law_page import LawPage

    return LawPage(context)


def _due_laws(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.law import law_page

    return law_page.badge(context)


SOLE: Final = Sole(_law, _due_laws, ("regulation",), ("regulation",), urgent_of("law.law_page"))
