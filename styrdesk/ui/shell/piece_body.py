"""A tab's list and its work: the list becomes a drop-down where the work has no room beside it.

A page may have an outline of its own (the chapters of a plan). It stands under the list, in the
same column, so that the work keeps its width.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from styrdesk.base.i18n import _
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.sections import SectionList
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_SECTIONS, W_WORK

_SHARE = 0.3  # of the column's height that the list may take when there is an outline
_ENDLESS = (1 << 24) - 1


class PieceBody(QWidget):
    """List, outline and work of a tab."""

    def __init__(self, work: QStackedWidget, listed: SectionList) -> None:
        super().__init__()
        self._list, self._outline = listed, QWidget()
        self._pick = QComboBox()
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
        if outline is not None:
            self._outline = outline
            if self._holder.indexOf(outline) < 0:
                self._holder.addWidget(outline)
            outline.show()
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
        rows = sum(self._list.sizeHintForRow(n) for n in range(self._list.count())) + px(18)
        share = min(rows, max(px(150), round(self.height() * _SHARE)))
        self._list.setMinimumHeight(share if outlined else 0)
        self._list.setMaximumHeight(share if outlined else _ENDLESS)
        lines = self.column.layout()
        if outlined and lines is not None and self._list.currentRow() >= 0:
            lines.activate()
            self._list.scrollToItem(
                self._list.currentItem(), QListWidget.ScrollHint.PositionAtCenter
            )

    def sync_pick(self) -> None:
        """Let the drop-down say what the list says."""
        self._pick.clear()
        for section in self._list.sections():
            if section.key:
                self._pick.addItem(section.title, section.key)
        self._pick.setCurrentIndex(self._pick.findData(self._list.key()))

    def _picked(self) -> None:
        self._list.choose(str(self._pick.currentData()))
