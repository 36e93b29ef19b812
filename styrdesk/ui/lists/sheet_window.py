"""What a spreadsheet would do to a register, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.services.sheets.taking_in import Fate, RowPlan, SheetPlan
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState, framed
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import FlowLayout, Rule, box, col, row, scroller
from styrdesk.ui.kit.personal_advice import ADVICE
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.status import Chip
from styrdesk.ui.kit.table_model import Column, Mark, Rows
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

FATES: Final = {
    Fate.WRONG: (N_("Wrong"), "bad"),
    Fate.NEW: (N_("New"), "ok"),
    Fate.CHANGED: (N_("Is changed"), "doing"),
    Fate.UNCHANGED: (N_("Unchanged"), "empty"),
    Fate.THERE: (N_("Already there"), "empty"),
}
_MOST: Final = 3  # heads told of columns that are not read


class SheetWindow(QDialog):
    """Lies over the window until one reads it in or gives it up.

    Args:
        plan: What each row would become.
        name: Of the file.
        title: Of the register.
    """

    def __init__(self, plan: SheetPlan, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Read {name} into {register}").format(name=name, register=title))
        self.setModal(True)
        helped(self, "sheets")
        self.plan = plan
        wrong = plan.count(Fate.WRONG)
        self.said = Banner("bad" if wrong else "info", self._head(), self._body())
        self.chips = {fate: Chip(_(words)) for fate, (words, _kind) in FATES.items()}
        self.warned = Chip(_("Personal identity number"))
        columns: list[Column[RowPlan]] = [
            Column("number", _("Row"), kind="code", width=64, sortable=False),
            Column("fate", _("Becomes"), _fate, "status", 136, sortable=False),
            Column("name", _("Name"), width=200, sortable=False),
            Column("told", _("What"), _told, "quiet", sortable=False),
        ]
        self.table = RegisterTable(columns, _key, _("Rows of the spreadsheet"))
        self.table.setObjectName("sheet_rows")
        self._nothing = EmptyState(_("There are no rows"), "")
        self.table.set_empty(self._nothing)
        self.lines = text("", "dense", wrap=True)
        self.stop = button(_("Cancel"), name="sheet_cancel")
        count = plan.count(Fate.NEW) + plan.count(Fate.CHANGED)
        words = ngettext("Read in {count} row", "Read in {count} rows", count)
        self.go_on = button(words.format(count=count), "primary", name="sheet_read")
        self.go_on.setEnabled(not wrong and count > 0)
        self._lay_out()
        self._bind()
        self.chips[Fate.WRONG].setChecked(wrong > 0)
        self.refresh()
        (self.table if self.table.rows.rowCount() else self.stop).setFocus()

    def _head(self) -> str:
        wrong = self.plan.count(Fate.WRONG)
        if wrong:
            words = ngettext("{count} row is wrong", "{count} rows are wrong", wrong)
            return words.format(count=wrong)
        return _("Nothing has been written yet")

    def _body(self) -> str:
        if self.plan.count(Fate.WRONG):
            said = _("Mend it in the spreadsheet and read it again. Nothing has been written.")
        elif self.plan.count(Fate.NEW) + self.plan.count(Fate.CHANGED):
            said = _("All of it is read in as one step, which can be undone.")
        else:
            said = _("All rows stand in the register as they are. There is nothing to read in.")
        if any(row.warned for row in self.plan.rows):
            said += " " + _("A personal identity number seems to stand in some rows.")
        if self.plan.ignored:
            words = _("Columns that are not read: {heads}.")
            said += " " + words.format(heads=_few(self.plan.ignored))
        if self.plan.reckoned:
            words = _("The program fills in itself: {heads}.")
            said += " " + words.format(heads=_few(self.plan.reckoned))
        return said

    def _lay_out(self) -> None:
        for fate, chip in self.chips.items():
            count = self.plan.count(fate)
            chip.set_count(count)
            chip.setEnabled(count > 0)
            chip.setObjectName(f"fate_{fate.value}")
        self.chips[Fate.THERE].setVisible(self.plan.count(Fate.THERE) > 0)
        count = sum(bool(row.warned) for row in self.plan.rows)
        self.warned.set_count(count)
        self.warned.setVisible(count > 0)
        self.warned.setObjectName("warned")
        self.table.setMinimumHeight(px(180))
        held = scroller(box(col(self.lines, None, gap=2)))
        held.setMinimumHeight(px(96))
        chips = box(FlowLayout(*self.chips.values(), self.warned))
        body = col(self.said, chips, gap=12, pad=(24, 20, 24, 8))
        body.addWidget(framed(self.table), 3)
        body.addWidget(held, 1)
        lay = col((scroller(box(body)), 1), Rule(), gap=0)
        note = quiet(_("Row is the row's number in the spreadsheet."), "dense", wrap=True)
        lay.addLayout(row((note, 1), self.stop, self.go_on, pad=(24, 12, 24, 16)))
        self.setLayout(lay)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(px(880), px(640)).boundedTo(room))

    def _bind(self) -> None:
        for chip in (*self.chips.values(), self.warned):
            chip.toggled.connect(self.refresh)
        self.table.chosen.connect(self._show)
        self.stop.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)

    def refresh(self) -> None:
        """Show the rows whose chips are on; all while none is."""
        on = {fate for fate, chip in self.chips.items() if chip.isChecked()}
        warned = self.warned.isChecked()
        rows = [
            one
            for one in self.plan.rows
            if (not on or one.fate in on) and (one.warned or not warned)
        ]
        self.table.show_source(Rows(rows))
        self.table.choose_row(0)
        self._show(self.table.key())

    def _show(self, _key: str) -> None:
        """All that is to be told of the current row."""
        one = self.table.rows.record(self.table.currentIndex().row())
        self.lines.setText("\n".join(_lines(one)) if one is not None else "")


def _key(one: RowPlan) -> str:
    return str(one.number)


def _fate(one: RowPlan) -> Mark:
    words, kind = FATES[one.fate]
    return Mark(kind, _(words))


def _told(one: RowPlan) -> str:
    return " ".join(_lines(one))


def _lines(one: RowPlan) -> Sequence[str]:
    if one.errors:
        return [f"{title}: {words}" if title else words for title, words in one.errors]
    if one.fate is Fate.THERE:
        return [_("Is in the register already, and is left as it is.")]
    warned = [f"{title}: {_(ADVICE)}" for title in one.warned]
    if one.fate is Fate.NEW:
        return [*warned, *(f"{change.title}: {change.after}" for change in one.changes)]
    empty = _("empty")
    return [
        *warned,
        *(
            f"{change.title}: {change.before or empty} → {change.after or empty}"
            for change in one.changes
        ),
    ]


def _few(heads: Sequence[str]) -> str:
    """The first of some columns."""
    first = ", ".join(heads[:_MOST])
    return first if len(heads) <= _MOST else _("{heads} and more").format(heads=first)
