"""The tab Start."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec


def _start_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.start.start_page import StartPage

    return StartPage(context)


def _pages() -> tuple[PageSpec, ...]:
    return (PageSpec("start", N_("Start"), "house", _start_page),)


START: Final = PieceSpec("start", N_("Start"), "house", _pages)
