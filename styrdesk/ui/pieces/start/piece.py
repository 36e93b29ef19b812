"""The tab Start."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import PageSpec, PieceSpec
from styrdesk.ui.pieces.start.start_page import StartPage

START: Final = PieceSpec(
    "start", N_("Start"), "house", (PageSpec("start", N_("Start"), "house", StartPage),)
)
