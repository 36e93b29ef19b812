"""The form of a checklist template: facts, units, items, and a picture of how it is filled in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.checklist import FREQUENCIES, ChecklistTemplate, ChecklistUnit, Frequency
from styrdesk.domain.checklist_form import Form, dump
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.layout import box, empty
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_DATE, W_MEDIUM
from styrdesk.ui.pieces.quality.checklists.items_grid import items_grid
from styrdesk.ui.pieces.quality.checklists.outcome_view import OutcomeView
from styrdesk.ui.pieces.quality.checklists.points import Points


class TemplateForm(SavedForm[ChecklistTemplate]):
    """One template."""

    def __init__(self, context: PageContext, key: str) -> None:
        services = context.services
        super().__init__(services.checklist_templates, context.operations, key)
        self._context, self._pictured = context, ""
        today = services.clock.today
        self.form.add(TextField(_("Checklist"), name="title", required=True))
        self.form.add(TextField(_("What it is for"), name="purpose"))
        self.form.add(
            ChoiceField[Frequency](_("How often"), kinds(FREQUENCIES), name="frequency"),
            DateField(_("From"), today, name="valid_from", width=W_DATE),
            DateField(_("To"), today, name="valid_to", width=W_DATE),
        )
        self.form.add(
            TextField(_("Responsible"), name="responsible", width=W_MEDIUM),
            self.choice(
                _("Committee"),
                lambda: offers.committees(services),
                name="committee_id",
                none=_("All committees"),
            ),
        )
        for name in ("responsible", "committee_id"):
            self.form[name].editor.setMinimumWidth(px(232))
        said = _("It is asked for from the first day on; while that is empty, never.")
        self.form.add_widget(quiet(said, wrap=True))
        self.form.add_head(_("Items"))
        self.items = items_grid(context, key)
        said = _(
            "Write in the empty row. Drag a row by its handle, or press Alt and an arrow. A "
            "section is a head over the rows after it. Choices have a semicolon between them."
        )
        self.form.add_widget(self.items)
        self.form.add_widget(quiet(said, wrap=True))
        self.form.add_head(_("Units that fill it in"))
        self.units = OwnedGrid(
            services.checklist_units,
            context.operations,
            self._unit_columns(),
            name=_("Units that fill it in"),
            fresh=lambda: ChecklistUnit(new_id(), self.key),
            lines=lambda: services.checklist_units.rows({"template_id": self.key}),
        )
        self.parts += [self.items, self.units]
        self.form.add_widget(self.units)
        said = _("Without a unit it is filled in once for the whole committee.")
        self.form.add_widget(quiet(said, wrap=True))
        self.form.add_head(_("As it is filled in"))
        self._picture = QVBoxLayout()
        self.form.add_widget(box(self._picture))
        self.form.add_head(_("Outcome over time"))
        self.outcome = OutcomeView(context, key)
        self.form.add_widget(self.outcome)
        self.finish()

    def shown(self, record: ChecklistTemplate) -> None:
        self.items.reload()
        self.units.reload()
        self.outcome.reload()
        self._draw(self._context.services.checklists.template_form(record.id))

    def _draw(self, form: Form) -> None:
        """The picture follows what is written; nothing can be answered in it."""
        now = dump(form)
        if now == self._pictured:
            return
        self._pictured = now
        empty(self._picture)
        picture = Points(form)
        picture.setEnabled(False)
        for point in picture.points.values():
            point.set_current(on=True)
        self._picture.addWidget(picture)

    def _unit_columns(self) -> tuple[OwnedColumn[ChecklistUnit], ...]:
        services = self._context.services
        people = offers.people(services)
        names = {name: key for key, name in people}
        nobody = _("Nobody in particular")

        def who(place: ChecklistUnit) -> str:
            return next((name for name, key in names.items() if key == place.person_id), nobody)

        def put_who(place: ChecklistUnit, words: str) -> ChecklistUnit:
            return replace(place, person_id=names.get(words))

        return (
            choice_column(_("Unit of the organisation"), "unit_id", offers.units(services)),
            OwnedColumn(_("Filled in by"), who, put_who, width=240, choices=(nobody, *names)),
        )
