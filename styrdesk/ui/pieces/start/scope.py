"""What the list on Start is about: one's own units, or the whole nämnd."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.services.own_units import Own, OwnUnits
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import FlowLayout, box, col, row
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.status import Chip
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.tokens import S2, S4
from styrdesk.ui.pieces.start.units_sheet import UnitsSheet


class Scope(QWidget):
    """One switch with two ways, what is shown in words, and how much is not.

    Attributes:
        changed: Something else is to be shown.
        only: Whether only what is of one's own units is shown.
    """

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context, self.only = context, False
        self._units = OwnUnits(context.services, context.settings)
        self.mine, self.whole = Chip(_("My unit")), Chip(_("The whole committee"))
        self._ways = QButtonGroup(self)  # arrows go between them, and one is always on
        for chip in (self.mine, self.whole):
            self._ways.addButton(chip)
            chip.setAccessibleName(_("Show in the list: {what}").format(what=chip.text()))
        self._ways.buttonClicked.connect(self._chosen)
        self.choose = link(_("Choose units …"), name="choose_units")
        self.choose.clicked.connect(self.ask)
        self.more = link("", name="more")
        self.more.clicked.connect(self._show_more)
        self.words = quiet("", "meta", wrap=True)
        ways = box(FlowLayout(self.mine, self.whole, self.choose, gap=S2))
        self._under = row((self.words, 1), self.more, gap=S4)
        self._line = box(self._under)
        self.setLayout(col(ways, self._line, gap=4, pad=(15, 0, 15, 8)))

    def show_own(self, own: Own, beyond: int) -> None:
        """Say what is shown.

        Args:
            own: One's own units.
            beyond: How much more there is than what is shown.
        """
        self._own, self.only = own, own.whose.only
        self.setVisible(bool(self._committee))
        (self.mine if self.only else self.whole).setChecked(True)
        self.words.setText(_told(own))
        self.mine.setAccessibleDescription(self.words.text())
        self.words.setVisible(self.only)
        if self.only:
            said = ngettext(
                "{count} more in the rest of the committee",
                "{count} more in the rest of the committee",
                beyond,
            )
        else:
            said = ngettext(
                "{count} more checklist, for others to fill in",
                "{count} more checklists, for others to fill in",
                beyond,
            )
        self.more.setText(said.format(count=beyond))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(bool(beyond))
        side = Qt.AlignmentFlag.AlignRight if self.only else Qt.AlignmentFlag.AlignLeft
        self._under.setAlignment(self.more, side)
        self._line.setVisible(self.only or bool(beyond))

    @property
    def _committee(self) -> str:
        return self._context.shell.where().committee_id

    def _chosen(self, chip: Chip) -> None:
        wants = chip is self.mine
        if wants == self.only:
            return
        if wants and not self._own.units:
            self.whole.setChecked(True)  # until one has said which
            self.ask()
            return
        self._units.show_only(self._committee, on=wants)
        self.changed.emit()

    def ask(self) -> None:
        """Ask which units are one's own, and show what is of these."""
        sheet = UnitsSheet(self._context, self._own)
        if self._context.dialogs.fill(sheet):
            self._units.choose(self._committee, sheet.chosen)
            self._units.show_only(self._committee, on=True)
            self.changed.emit()

    def _show_more(self) -> None:
        if self.only:
            self.whole.click()
            self.whole.setFocus()
        else:
            self._context.shell.go(Target("quality", "checklists"))


def _told(own: Own) -> str:
    """The units whose work is shown, in words."""
    names = ", ".join(unit.name for unit in own.units)
    below = len(own.below) > len(own.units)
    return (_("{units}, with all under it") if below else "{units}").format(units=names)
