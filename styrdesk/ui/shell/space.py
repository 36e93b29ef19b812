"""Says that the disk is getting full, before a save is refused for it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from styrdesk.base.formats import number
from styrdesk.base.i18n import _
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.layout import hide_unless, row
from styrdesk.ui.shell.keeper import Keeper


class SpaceBanner(QWidget):
    """Shown for as long as there is too little room."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self.banner = Banner("warn", "")
        self.setLayout(row((self.banner, 1), pad=(16, 12, 16, 0)))
        keeper.looked.connect(self.look)
        self._say(keeper.free)
        hide_unless(self, shown=keeper.free is not None)

    def look(self) -> None:
        """Say how it is now."""
        self._say(self._keeper.free)
        self.setVisible(self._keeper.free is not None)

    def _say(self, free: int | None) -> None:
        if free is not None:
            left = number(Decimal(free) / 1_000_000)
            head = _("The disk is nearly full: {size} MB are left").format(size=left)
            body = _("What is saved is safe. Make room soon, so that saving and backups go on.")
            self.banner.say("warn", head, body)
