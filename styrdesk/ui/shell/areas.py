"""F6: the parts of the window that the focus goes round between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from styrdesk.ui.kit.body import SidePanel
from styrdesk.ui.kit.header import HeaderBar
from styrdesk.ui.kit.piece import Page
from styrdesk.ui.kit.sections import SectionList
from styrdesk.ui.kit.tabs import PieceTabs


def go_round(areas: Sequence[QWidget], focus: QWidget | None, step: int) -> None:
    """Put the focus so many areas on from the one it is in, and round again.

    Args:
        areas: What is seen of the window, in order.
        focus: What has the focus now.
        step: 1 for the next, -1 for the one before.
    """
    inside = [
        n
        for n, area in enumerate(areas)
        if focus is not None and (area is focus or area.isAncestorOf(focus))
    ]
    at = inside[-1] if inside else -1 if step > 0 else 0
    _stand_in(areas[(at + step) % len(areas)])


def _stand_in(area: QWidget) -> None:
    if isinstance(area, Page):
        area.focus_first()
        return
    stop = area
    if isinstance(area, HeaderBar):
        stop = area.committee if area.committee.isEnabled() else area.year
    elif isinstance(area, SidePanel):
        stop = area.tabs
    elif not isinstance(area, SectionList | PieceTabs):  # an outline: its list
        stop = area.findChild(QAbstractItemView) or area
    stop.setFocus(Qt.FocusReason.OtherFocusReason)
