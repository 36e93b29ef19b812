"""The tab Värdegrund."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec


def _sentences_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.values.sentences_page import SentencesPage

    return SentencesPage(context)


def _pages() -> tuple[PageSpec, ...]:
    return (PageSpec("sentences", N_("Our three sentences"), "heart-handshake", _sentences_page),)


VALUES: Final = PieceSpec("values", N_("Core values"), "", _pages)
