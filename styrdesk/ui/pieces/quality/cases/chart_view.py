"""A chart with its head, its words for those who hear it, and the ways to copy it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.case_numbers import Breakdown
from styrdesk.reports.cases.figures import UNTOLD, alt_of
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.text import text
from styrdesk.ui.pieces.quality.cases.bars import Bars


class ChartView(QWidget):
    """Bars under a head.

    Args:
        title: The head.
        name: What the buttons are told apart by.
        role: Of the head's text.
    """

    def __init__(self, title: str, name: str, role: str = "h2") -> None:
        super().__init__()
        self._title, self._table, self._years = title, Breakdown((), 0, 0), ("", "")
        self.bars = Bars(title)
        self.copy = link(_("Copy as picture"), "image", name=f"copy_{name}")
        self.copy.clicked.connect(self.copy_picture)
        self.table = link(_("Copy as table"), "table", name=f"table_{name}")
        self.table.clicked.connect(self.copy_table)
        for made in (self.copy, self.table):
            made.setAccessibleDescription(title)
        head = row((text(title, role), 1), self.copy, self.table, gap=16)
        self.setLayout(col(head, self.bars, gap=12))

    def show_table(self, table: Breakdown, years: tuple[str, str]) -> None:
        """Show a breakdown of two years."""
        self._table, self._years = table, years
        self.bars.show_table(table, years, self.alt())

    def alt(self) -> str:
        """The chart in words."""
        return alt_of(self._title, self._table, self._years)

    def copy_picture(self) -> None:
        """The picture on the clipboard, with its words for programs that take them."""
        held = QMimeData()
        held.setImageData(self.bars.picture())
        held.setText(self.alt())
        QGuiApplication.clipboard().setMimeData(held)

    def copy_table(self) -> None:
        """The numbers on the clipboard, with tabs between, for a spreadsheet."""
        lines = [("", *self._years)]
        lines += [(line.name, told(line.now), told(line.before)) for line in self._table.lines]
        lines.append((_("Sum"), told(self._table.now), told(self._table.before)))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))


def told(value: int | None) -> str:
    """A number, or what stands where it is not told."""
    return UNTOLD if value is None else str(value)
