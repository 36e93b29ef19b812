"""The tab Ledarskap."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import PageSpec, PieceSpec
from styrdesk.ui.pieces.leadership.philosophy_page import PhilosophyPage

LEADERSHIP: Final = PieceSpec(
    "leadership",
    N_("Leadership"),
    "",
    (PageSpec("philosophy", N_("Leadership philosophy"), "compass", PhilosophyPage),),
)
