"""The outcome of a template's lists over time: for all units or one, as a chart and a table."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.checklist_lines import Outcome
from styrdesk.reports.catalogue import CHECKLIST_OUTCOME
from styrdesk.reports.checklist.outcome import MOST, cells, choice_of, heads, told
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import QUIET, quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.pieces.quality.checklists.outcome_chart import OutcomeChart
from styrdesk.ui.preview.print_window import InWindow


class OutcomeView(QWidget):
    """The outcome of one template."""

    def __init__(self, context: PageContext, template_id: str) -> None:
        super().__init__()
        self._context, self._template = context, template_id
        self.unit: ChoiceField[str] = ChoiceField(
            _("Unit of the organisation"), (), name="outcome_unit", width=W_MEDIUM,
            none=_("All units"),
        )  # fmt: skip
        self.unit.changed.connect(self.reload)
        self.chart = OutcomeChart()
        self._nothing = quiet(_("No list has been signed yet."), "dense", wrap=True)
        self._key = quiet(
            _("A bar is the signed lists of a month; hatched are those with failures."), wrap=True
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(4))
        self._table = box(self._grid)
        self.picture = link(_("Copy as picture"), "image", name="copy_outcome")
        self.cells = link(_("Copy as table"), "table", name="table_outcome")
        self.print = link(_("Print …"), "printer", name="print_outcome")
        self.picture.clicked.connect(self._copy_picture)
        self.cells.clicked.connect(self._copy_table)
        self.print.clicked.connect(self._print)
        self._ways = box(FlowLayout(self.picture, self.cells, self.print, gap=16))
        parts = (self.unit, self._nothing, self.chart, self._key, self._ways, self._table)
        self.setLayout(col(*parts, gap=8))

    def reload(self) -> None:
        """Ask anew."""
        services = self._context.services
        units = {row.unit_id for row in services.checklist_units.rows(
            {"template_id": self._template})}  # fmt: skip
        named = [(key, name) for key, name in offers.units(services) if key in units]
        self.unit.set_choices(named)
        self.unit.setVisible(len(named) > 1)
        rows = services.checklists.outcome(self._template, self.unit.value())
        self.chart.show_rows(rows)
        for part in (self._key, self._ways, self._table):
            part.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._fill(rows[-MOST:])

    def _fill(self, rows: tuple[Outcome, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for column, head in enumerate(heads()):
            self._grid.addWidget(text(head, "meta_strong", QUIET), 0, column)
        for line, row in enumerate(reversed(rows), 1):
            for column, cell in enumerate(cells(row)):
                self._grid.addWidget(text(cell, "dense"), line, column)
        self._grid.setColumnStretch(len(heads()), 1)

    # ---- elsewhere ---------------------------------------------------------------------------

    def _copy_picture(self) -> None:
        """The picture on the clipboard, with its words for programs that take them."""
        held = QMimeData()
        held.setImageData(self.chart.picture())
        held.setText(told(self.chart.rows))
        QGuiApplication.clipboard().setMimeData(held)

    def _copy_table(self) -> None:
        """The numbers on the clipboard, with tabs between, for a spreadsheet."""
        lines = (heads(), *map(cells, self.chart.rows))
        QGuiApplication.clipboard().setText("\n".join(map("\t".join, lines)))

    def _print(self) -> None:
        services, unit = self._context.services, self.unit.value()
        title = services.checklist_templates.get(self._template).title
        choice = choice_of(self._template, unit)
        InWindow(self._context, CHECKLIST_OUTCOME, choice, title, self).show()
