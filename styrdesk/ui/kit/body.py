"""A tab's three parts: list, work, side panel. The work keeps 520 px; the others fold away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.sections import SectionList
from styrdesk.ui.kit.tabs import LineTabs
from styrdesk.ui.kit.theme import colour, px
from styrdesk.ui.kit.tokens import W_SECTIONS, W_SIDE, W_WORK

_GROUND = QPalette.ColorRole.Window


class SidePanel(QWidget):
    """The right panel: line tabs over one page each.

    Args:
        pages: (title, icon for the rail, widget) of each.
        name: What the panel is, spoken.
    """

    def __init__(self, pages: Sequence[tuple[str, str, QWidget]], name: str) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(_GROUND)
        self.tabs = LineTabs([title for title, _icon, _page in pages], name)
        self.stack = QStackedWidget()
        self.signs = [(title, glyph) for title, glyph, _page in pages]
        for _title, _glyph, page in pages:
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.close_button = tool("x", _("Fold the panel"), name="fold_panel")
        head = row((self.tabs, 1), self.close_button, gap=0, pad=(4, 0, 2, 0))
        line = (1, 0, 0, 0)  # the hairline at its left is never covered by a page
        self.setLayout(col(head, Rule(), (self.stack, 1), gap=0, pad=line))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, 1, self.height(), colour("line"))


class Body(QWidget):
    """First the side panel folds to a rail of icons, then the list becomes a drop-down.

    Pressing an icon of the rail lays the panel over the work until it is folded again.
    """

    def __init__(
        self, work: QWidget, left: SectionList | None = None, side: SidePanel | None = None
    ) -> None:
        super().__init__()
        self._left, self._side, self._work = left, side, work
        self._rule = Rule(vertical=True)
        self._pick = DropDown()
        self._pick.setAccessibleName(_("Section"))
        self._pick_row = box(row((self._pick, 1), pad=(16, 8, 16, 8)))
        self._rail = QWidget()
        self._rail_buttons: list[QToolButton] = []
        self._laid_over = self._shut = False
        middle = col(self._pick_row, (work, 1), gap=0)
        lay = row(gap=0)
        if left is not None:
            left.setFixedWidth(px(W_SECTIONS))
            lay.addWidget(left)
            lay.addWidget(self._rule)
            left.chosen.connect(self._sync_pick)
            self._pick.activated.connect(self._picked)
        lay.addLayout(middle, 1)
        if side is not None:
            self._build_side(side, lay)
        self._pick_row.hide()
        self.setLayout(lay)

    def _build_side(self, side: SidePanel, lay: QBoxLayout) -> None:
        side.setFixedWidth(px(W_SIDE))
        side.setParent(self)
        side.close_button.clicked.connect(self.fold)
        inner = QVBoxLayout(self._rail)
        inner.setContentsMargins(px(4), px(8), px(4), 0)
        inner.setSpacing(px(4))
        for n, (title, glyph) in enumerate(side.signs):
            made = tool(glyph, title, name=f"rail_{n}")
            made.clicked.connect(self._unfold)
            self._rail_buttons.append(made)
            inner.addWidget(made)
        inner.addStretch(1)
        lay.addWidget(side)
        lay.addWidget(self._rail)

    def fold(self) -> None:
        """Fold the side panel to its rail."""
        self._laid_over, self._shut = False, True
        self._arrange()
        if self._rail_buttons:
            self._rail_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        sender = self.sender()
        if self._side is not None and isinstance(sender, QToolButton):
            self._side.tabs.setCurrentIndex(self._rail_buttons.index(sender))
            self._shut, self._laid_over = False, True
            self._arrange()
            self._side.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sync_pick(self) -> None:
        if self._left is None:
            return
        self._pick.clear()
        for section in self._left.sections():
            if section.key:
                self._pick.addItem(section.title, section.key)
        self._pick.setCurrentIndex(self._pick.findData(self._left.key()))

    def _picked(self) -> None:
        if self._left is not None:
            self._left.choose(str(self._pick.currentData()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - (px(W_SECTIONS) if self._left is not None else 0)
        narrow = self._side is not None and room - px(W_SIDE) < px(W_WORK)
        folded = narrow or self._shut
        self._laid_over = self._laid_over and narrow
        if self._side is not None:
            self._side.setVisible(not folded or self._laid_over)
            self._rail.setVisible(folded and not self._laid_over)
        taken = px(40) if self._side is not None and folded else 0
        if self._laid_over and narrow:
            taken = px(W_SIDE)
        small = self._left is not None and room - taken < px(W_WORK)
        if self._left is not None:
            self._left.setVisible(not small)
            self._rule.setVisible(not small)
            if small and not self._pick_row.isVisible():
                self._sync_pick()
            self._pick_row.setVisible(small)
        if self._side is not None and self._laid_over:
            cover = narrow and self.width() - px(W_SIDE) < px(320)
            self._work.setVisible(not cover)
            self._side.setFixedWidth(max(px(240), self.width()) if cover else px(W_SIDE))
        else:
            self._work.setVisible(True)
