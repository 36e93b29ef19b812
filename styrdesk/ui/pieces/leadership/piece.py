"""The tab Ledarskap."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec


def _philosophy_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.leadership.philosophy_page import PhilosophyPage

    return PhilosophyPage(context)


def _pages() -> tuple[PageSpec, ...]:
    return (PageSpec("philosophy", N_("Leadership philosophy"), "compass", _philosophy_page),)


LEADERSHIP: Final = PieceSpec("leadership", N_("Leadership"), "", _pages)
