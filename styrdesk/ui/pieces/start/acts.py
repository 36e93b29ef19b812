"""What a chef comes to do most often, one step from Start: tell of something, fill in a list."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.organisation import Unit
from styrdesk.services.own_units import Own
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.tokens import S2

_MOST: Final = 15  # units that one looks for in a menu


class Acts(QWidget):
    """Two buttons. With one unit it is filled in; with several they ask first which it is for."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._units: tuple[Unit, ...] = ()
        self.report = button(
            _("Report a deviation or complaint …"), glyph="message-square-warning", name="report"
        )
        self.fill = button(_("Fill in a checklist …"), glyph="clipboard-check", name="fill_in")
        for made, page in ((self.report, "cases"), (self.fill, "checklists")):
            made.clicked.connect(partial(self._go, made, page))
        self.setLayout(FlowLayout(self.report, self.fill, gap=S2))

    def show_own(self, own: Own) -> None:
        """Offer them for the units that are one's own."""
        self._units = own.below if len(own.below) <= _MOST else own.units
        services, shell = self._context.services, self._context.shell
        self.setVisible(bool(shell.where().committee_id) and not services.file.read_only)

    def _go(self, made: QPushButton, page: str, _on: bool = False) -> None:  # noqa: FBT001, FBT002  # clicked
        if len(self._units) > 1:
            self.menu(page).popup(made.mapToGlobal(made.rect().bottomLeft()))
        else:
            self._begin(page, self._units[0].id if self._units else "")

    def menu(self, page: str) -> QMenu:
        """What it can be for: each of one's own units, or another."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for unit in self._units:
            menu.addAction(unit.name.replace("&", "&&"), partial(self._begin, page, unit.id))
        menu.addAction(_("Another unit"), partial(self._begin, page, ""))
        return menu

    def _begin(self, page: str, unit_id: str) -> None:
        self._context.shell.go(Target("quality", page, begin=unit_id))
