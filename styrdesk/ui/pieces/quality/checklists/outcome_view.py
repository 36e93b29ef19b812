"""The outcome of a template's lists over time: for all units or one, as a chart and a table."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from styrdesk.base.i18n import N_, _
from styrdesk.domain.checklist_lines import Outcome
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import box, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import QUIET, quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.pieces.quality.checklists.outcome_chart import MOST, OutcomeChart, month_words

_HEADS = (N_("Month"), N_("Lists"), N_("With failures"), N_("Answers"), N_("Failures"))


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
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(4))
        self._table = box(self._grid)
        parts = (self.unit, self._nothing, self.chart, self._key, self._table)
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
        for part in (self._key, self._table):
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
        for column, head in enumerate(_HEADS):
            self._grid.addWidget(text(_(head), "meta_strong", QUIET), 0, column)
        for line, row in enumerate(reversed(rows), 1):
            cells = (month_words(row.month), row.lists, row.flawed, row.answered, row.failed)
            for column, cell in enumerate(cells):
                self._grid.addWidget(text(str(cell), "dense"), line, column)
        self._grid.setColumnStretch(len(_HEADS), 1)
