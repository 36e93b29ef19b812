"""PIECES: the tabs, in their order. A new tab is one folder and one line here."""

from __future__ import annotations

from typing import Final

from styrdesk.ui.kit.piece import PieceSpec
from styrdesk.ui.pieces.leadership.piece import LEADERSHIP
from styrdesk.ui.pieces.planning.piece import PLANNING
from styrdesk.ui.pieces.quality.piece import QUALITY
from styrdesk.ui.pieces.start.piece import START
from styrdesk.ui.pieces.values.piece import VALUES

PIECES: Final[tuple[PieceSpec, ...]] = (START, QUALITY, PLANNING, LEADERSHIP, VALUES)
