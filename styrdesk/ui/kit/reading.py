"""A page that is read from top to bottom: a title, running text, cards, and a scroll by keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from styrdesk.ui.kit.layout import box, col, row, scroller
from styrdesk.ui.kit.piece import Page
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px

_READ = 680  # pixels of running text


def running(parts: Iterable[str], role: str = "body") -> list[QWidget]:
    """Paragraphs no wider than one reads with ease."""
    words = [text(part, role, wrap=True) for part in parts]
    for each in words:
        each.setMaximumWidth(px(_READ))
    return list(words)


def turn(way: QBoxLayout, *, beside: bool) -> bool:
    """Lay two parts beside each other, or under where there is no room. True when they turned."""
    wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    if way.direction() == wanted:
        return False
    way.setDirection(wanted)
    return True


class ReadingPage(Page):
    """Nothing to fill in: the arrow keys read on.

    Args:
        title: Translated.
        parts: Under it, as `col` takes them.
        width: Pixels at zoom 1 that it is at most.
    """

    def __init__(self, title: str, *parts: QWidget | int, width: int) -> None:
        super().__init__()
        page = box(col(text(title, "h1"), *parts, None, gap=12, pad=(32, 24, 32, 32)))
        page.setMaximumWidth(px(width))
        area = scroller(box(row((page, 100), None, gap=0)))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(title)
        self.setLayout(col((area, 1), gap=0))
        self.setFocusProxy(area)
