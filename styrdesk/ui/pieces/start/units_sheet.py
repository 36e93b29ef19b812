"""The dialog that asks which units are one's own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from styrdesk.base.i18n import _
from styrdesk.domain.organisation import tree
from styrdesk.services.own_units import Own
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px

_KEY: Final = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_TALL, _ROW = 320, 32  # pixels at zoom 1


class UnitsSheet(Sheet):
    """The units of the nämnd as a tree, each to be ticked.

    Attributes:
        chosen: Ids of those that were ticked; none leaves it to one's roles.
    """

    def __init__(self, context: PageContext, own: Own) -> None:
        super().__init__(_("Which units are yours?"), _("Show these"))
        committee = context.shell.where().committee_id
        self.chosen: tuple[str, ...] = ()
        units = tree(context.services.units.rows({"committee_id": committee}))
        mine = {unit.id for unit in own.units}
        self.list = QListWidget()
        self.list.setObjectName("own_units")
        self.list.setAccessibleName(_("Units"))
        self.list.setMinimumHeight(px(_TALL))
        names: list[str] = []
        for depth, unit in units:
            names[depth:] = [unit.name]
            item = QListWidgetItem("      " * depth + unit.name, self.list)
            item.setSizeHint(QSize(0, px(_ROW)))
            item.setData(_KEY, unit.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(reversed(names)))
            item.setCheckState(_ON if unit.id in mine else _OFF)
        self.list.setVisible(bool(units))
        told = _(
            "What lies under a unit goes with it. The choice holds for you, in this file and on "
            "this computer. Without a tick your roles tell."
        )
        none = _("The committee has no units yet. They are written in under Planning process.")
        self.setLayout(col(text(told if units else none, wrap=True), self.list, gap=12))

    def focus_first(self) -> bool:
        self.list.setFocus()
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        return True

    def go_on(self) -> bool:
        items = (self.list.item(n) for n in range(self.list.count()))
        self.chosen = tuple(str(one.data(_KEY)) for one in items if one.checkState() == _ON)
        return True
