"""F6: the parts of the window that the focus goes round between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from styrdesk.ui.kit.body import SidePanel
from styrdesk.ui.kit.header import HeaderBar
from styrdesk.ui.kit.piece import Page
from styrdesk.ui.kit.sections import SectionList
from styrdesk.ui.kit.tabs import PieceTabs

if TYPE_CHECKING:
    from styrdesk.ui.shell.desk import Desk


def go_round(desk: Desk, step: int) -> None:
    """Put the focus in the area so many steps on: head, tabs, list, work, side panel, and round."""
    stops = areas_of(desk)
    focus: QWidget | None = desk.window().focusWidget()
    inside = [
        n
        for n, stop in enumerate(stops)
        if focus is not None and (stop is focus or stop.isAncestorOf(focus))
    ]
    at = inside[-1] if inside else -1 if step > 0 else 0
    _stand_in(stops[(at + step) % len(stops)])


def areas_of(desk: Desk) -> list[QWidget]:
    """The areas that are seen now, in their order."""
    found: list[QWidget] = [desk.header, desk.tabs]
    if desk.lost.isVisible():
        found.append(desk.lost)
    view = desk.view
    if view.list is not None and view.list.isVisible():
        found.append(view.list)
    outline = view.body.outline() if view.body is not None else None
    if outline is not None and outline.isVisible():
        found.append(outline)
    if view.page is not None:
        found.append(view.page)
        found += [side for side in view.page.findChildren(SidePanel) if side.isVisible()]
    return found


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
