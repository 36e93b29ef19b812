"""What the top bar always holds at its right, also before the file is read."""

from __future__ import annotations

from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import tool
from styrdesk.ui.kit.layout import Item, row
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.theme import px


class Head(QWidget):
    """Undo and redo, saved, menu.

    Args:
        left: What stands to the left of them, as for `row`.
    """

    def __init__(self, *left: Item) -> None:
        super().__init__()
        self.setFixedHeight(px(48))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.undo = tool("undo-2", _("Undo"), keys="Ctrl+Z", name="undo")
        self.redo = tool("redo-2", _("Redo"), keys="Ctrl+Shift+Z", name="redo")
        self.saved = StatusMark("ok", _("Saved"), tinted=False, role="dense")
        at = _("Saved {time}").format(time="00:00")
        self.saved.reserve(_("Opening …"), _("Saving …"), at)
        self.menu = tool("menu", _("Menu"), keys="F10", name="menu")
        right = row(self.undo, self.redo, 4, self.saved, 4, self.menu, gap=2)
        self.setLayout(row(*left, None, right, gap=12, pad=(11, 0, 12, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.saved.setVisible(self.width() >= px(760))
        super().resizeEvent(event)
