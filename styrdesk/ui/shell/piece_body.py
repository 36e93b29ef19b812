"""A tab's list and its work: the list becomes a drop-down where the work has no room beside it.

A page may have an outline of its own (the chapters of a plan). It stands under the list, in the
same column, so that the work keeps its width.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.sections import SectionList
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_SECTIONS, W_WORK

_SHARE = 0.3  # of the column's height that the list may take when there is an outline
_AIR = 16  # pixels at zoom 1 over and under the list's rows
_ENDLESS = (1 << 24) - 1


def around(tall: Sequence[int], at: int, room: int) -> tuple[int, int]:
    """Whole rows about one of them that fill a room: the first, and the one after the last.

    Args:
        tall: The rows' heights.
        at: The row in the middle.
        room: Pixels.
    """
    first, last = at, min(at + 1, len(tall))
    left = room - sum(tall[first:last])
    while True:
        above, below = (
            first > 0 and tall[first - 1] <= left,
            last < len(tall) and tall[last] <= left,
        )
        if not (above or below):
            return first, last
        if above and (not below or at - first <= last - 1 - at):
            first -= 1
            left -= tall[first]
        else:
            left -= tall[last]
            last += 1


class PieceBody(QWidget):
    """List, outline and work of a tab."""

    def __init__(self, work: QStackedWidget, listed: SectionList) -> None:
        super().__init__()
        self._list, self._outline = listed, QWidget()
        self._pick = DropDown()
        self._pick.setAccessibleName(_("Section"))
        self._pick.activated.connect(self._picked)
        self._pick_row = box(row((self._pick, 1), pad=(16, 8, 16, 8)))
        self._pick_row.hide()
        self._between = Rule()
        self._between.hide()
        self._holder = QVBoxLayout()
        lines = col((listed, 1), self._between, gap=0)
        lines.addLayout(self._holder, 1)
        self.column = box(lines, QPalette.ColorRole.Window)
        self.column.setFixedWidth(px(W_SECTIONS))
        self._edge = Rule(vertical=True)
        self.setLayout(row(self.column, self._edge, gap=0))
        middle = box(col(self._pick_row, (work, 1), gap=0))
        lay = self.layout()
        if lay is not None:
            lay.addWidget(middle)

    def outline(self) -> QWidget | None:
        """The outline that is shown, if any."""
        shown = isValid(self._outline) and not self._outline.isHidden() and self._holder.count()
        return self._outline if shown else None

    def show_outline(self, outline: QWidget | None) -> None:
        """Show a page's outline under the list, or none."""
        if outline is not self._outline and isValid(self._outline):
            self._holder.removeWidget(self._outline)
            self._outline.hide()
        held = self.window().focusWidget() if outline is not None else None
        if outline is not None:
            self._outline = outline
            if self._holder.indexOf(outline) < 0:
                self._holder.addWidget(outline)
            outline.show()
            if held is not None and outline.isAncestorOf(held):
                held.setFocus(Qt.FocusReason.OtherFocusReason)  # it was let go of on the move
        self._between.setVisible(outline is not None)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        small = self.width() - px(W_SECTIONS) < px(W_WORK)
        if small:
            self.sync_pick()
        for part in (self.column, self._edge):
            part.setVisible(not small)
        self._pick_row.setVisible(small)
        outlined = self.outline() is not None
        tall = [self._list.sizeHintForRow(n) for n in range(self._list.count())]
        room = max(px(150), round(self.height() * _SHARE)) - px(_AIR)
        first, last = around(tall, max(0, self._list.currentRow()), room)
        if last - first > 1 and not self._list.sections()[last - 1].key:
            last -= 1  # a head says nothing without what is under it
        share = sum(tall[first:last]) + px(_AIR)
        self._list.setMinimumHeight(share if outlined else 0)
        self._list.setMaximumHeight(share if outlined else _ENDLESS)
        lines = self.column.layout()
        if outlined and lines is not None and self._list.currentRow() >= 0:
            lines.activate()
            self._list.doItemsLayout()
            self._list.verticalScrollBar().setValue(sum(tall[:first]))

    def sync_pick(self) -> None:
        """Let the drop-down say what the list says."""
        self._pick.clear()
        for section in self._list.sections():
            if section.key:
                self._pick.addItem(section.title, section.key)
        self._pick.setCurrentIndex(self._pick.findData(self._list.key()))

    def _picked(self) -> None:
        self._list.choose(str(self._pick.currentData()))
