"""The form of an indicator, with its values year by year."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.indicator import DIRECTIONS, Indicator
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import SentenceField, TextField
from styrdesk.ui.kit.tokens import W_NUM, W_SHORT
from styrdesk.ui.pieces.planning import choices
from styrdesk.ui.pieces.planning.value_grid import ValueGrid

_MOST_DECIMALS = 4


class IndicatorForm(SavedForm[Indicator]):
    """What is measured and how, and a grid of values."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.indicators, context.operations, key)
        self.values = ValueGrid(context, key)
        self.parts.append(self.values)
        self._what()
        self.form.add_head(_("Values"))
        self.form.add_widget(self.values)
        self.form.add_widget(
            quiet(_("Paste straight from a spreadsheet. n/a means no data, – not used."), wrap=True)
        )
        self._where_from(context)
        self.finish()

    def _what(self) -> None:
        decimals = [(n, str(n)) for n in range(_MOST_DECIMALS + 1)]
        self.form.add(
            TextField(_("No."), name="code", required=True, width=W_NUM),
            TextField(_("Unit"), name="unit", required=True, width=W_NUM),
            ChoiceField(_("Decimals"), decimals, name="decimals", width=W_NUM),
            ChoiceField(_("Direction"), kinds(DIRECTIONS), name="direction"),
        )
        self.form.add(
            SentenceField(
                _("Indicator"), name="title", required=True, help=_("What is measured, and whose.")
            )
        )
        self.form.add(CheckField(_("Shown by gender"), name="by_gender"))

    def _where_from(self, context: PageContext) -> None:
        self.form.add_head(_("Where it comes from"))
        self.form.add(
            TextField(_("Source"), name="source", width=W_SHORT, hint="Kolada N15505"),
            TextField(_("Compared with"), name="compared_with", width=W_SHORT),
        )
        self.form.add(
            TextField(_("Measured"), name="frequency", width=W_SHORT, hint=_("every spring")),
            TextField(_("Responsible"), name="responsible", width=W_SHORT),
        )
        self.form.add(
            self.choice(
                _("Committee"),
                partial(offers.committees, context.services),
                name="committee_id",
                none=_("the whole municipality"),
            )
        )
        self.form.add(
            self.choice(
                _("Serves the goal"),
                partial(choices.goals, context),
                name="goal_id",
                none=_("none"),
            )
        )

    def show_field(self, field: str, part: str = "") -> None:
        if field == "target":
            self.values.show_target()
        else:
            super().show_field(field, part)

    def shown(self, record: Indicator) -> None:
        self.values.show_values(record)
