"""How wide the columns of a table are: what they wish where there is room, never less than words.

Figures, dates and words stay whole, and no cell grows tall and thin. Where that takes more than
the room, the table is scrolled sideways; then every column may as well have what it wishes, and
the ones that are seen fill the room, so that no figure is seen by half before one scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFontMetrics

from styrdesk.ui.kit.theme import font, zoom

_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs, in pixels.

    Attributes:
        wish: What it has where there is room.
        least: What it can do with; never more than the wish.
        rest: Whether it takes what is left over.
    """

    wish: int
    least: int
    rest: bool = False


def shares(room: int, needs: Sequence[Need]) -> list[int]:
    """The columns' widths, in pixels: together the room, or more where their least is more."""
    wished, least = sum(n.wish for n in needs), sum(n.least for n in needs)
    part = (room - least) / (wished - least) if least <= room < wished else 1
    made = [need.least + int((need.wish - need.least) * part) for need in needs]
    seen = next((n for n in range(1, len(made) + 1) if sum(made[:n]) > room), len(made) + 1) - 1
    takers = [n for n, need in enumerate(needs[:seen]) if need.rest]
    over = max(0, room - sum(made[:seen]))
    for place, n in enumerate(takers):
        made[n] += over // len(takers) + (place < over % len(takers))
    return made


@lru_cache(maxsize=8_192)
def _least(words: str, role: str, _zoom: float, *, whole: bool) -> int:
    metrics = QFontMetrics(font(role, figures=True))
    if whole:
        return metrics.horizontalAdvance(words)
    parts = list(map(metrics.horizontalAdvance, words.split()))
    return max(*parts, metrics.horizontalAdvance(words) // _LINES) if parts else 0


def least_of(words: str, role: str, *, whole: bool = False) -> int:
    """Pixels that words can do with: all on one line, or three lines and no broken word.

    Args:
        words: Of a cell or a head.
        role: Their place in the type scale.
        whole: Whether they are never broken.
    """
    return _least(words, role, zoom(), whole=whole)
