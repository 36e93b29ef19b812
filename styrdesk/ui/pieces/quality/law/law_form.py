"""The form of a law or regulation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.regulation import Regulation, RegulationUnit
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, SentenceField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class LawForm(SavedForm[Regulation]):
    """Number and title, what it demands of us, whom it concerns, and when it was looked at."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.regulations, context.operations, key)
        self._context = context
        today = context.services.clock.today
        people = partial(offers.people, context.services)
        self.form.add(SentenceField(_("Name"), name="title", required=True))
        self.form.add(
            TextField(_("Designation"), name="number", width=W_MEDIUM, hint="SFS 2017:725"),
        )
        self.form.add(
            LongTextField(
                _("What it demands of us"),
                name="demands",
                help=_("In your own words, with the sections that matter here."),
            )
        )
        self.form.add(TextField(_("Where it can be read"), name="link"))
        self.form.add(
            self.choice(_("Responsible"), people, name="responsible_id", none=_("nobody"))
        )
        self.form.add_head(_("Units concerned"))
        self.units = OwnedGrid(
            context.services.regulation_units,
            context.operations,
            self._columns(),
            name=_("Units concerned"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.units)
        self.form.add_widget(self.units)
        self.form.add_widget(quiet(_("No unit here means all of them."), wrap=True))
        self.form.add_head(_("Checked"))
        self.form.add(
            DateField(_("Last checked"), today, name="checked_on"),
            DateField(_("Next check"), today, name="next_check"),
        )
        self.form.add(self.choice(_("Checked by"), people, name="checked_by_id", none=_("nobody")))
        now = button(_("Checked today"), glyph="check", name="check_now")
        now.clicked.connect(self._check_now)
        self.form.add_widget(row(now, None))
        self.finish()

    def shown(self, record: Regulation) -> None:
        self.units.reload()

    def _check_now(self) -> None:
        if self.flush():
            self.operations.run(partial(self._context.services.laws.check_now, self.key))

    def _fresh(self) -> RegulationUnit:
        return RegulationUnit(new_id(), regulation_id=self.key)

    def _lines(self) -> Sequence[RegulationUnit]:
        return self._context.services.regulation_units.rows({"regulation_id": self.key})

    def _columns(self) -> tuple[OwnedColumn[RegulationUnit], ...]:
        units = self._context.services.units.rows(order=(BY_NAME,))
        return (choice_column(_("Unit"), "unit_id", [(unit.id, unit.name) for unit in units]),)
