"""The form of a unit."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain.organisation import UNIT_KINDS, Unit, tree
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import TextField

_STEP = "\u2003"


class UnitForm(SavedForm[Unit]):
    """Name, kind, the unit above, and the days it exists."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.units, context.operations, key, head="name")
        self._context = context
        today = context.services.clock.today
        self.form.add(TextField(_("Name"), name="name", required=True))
        self.form.add(ChoiceField(_("Kind"), kinds(UNIT_KINDS), name="kind"))
        self.form.add(
            self.choice(_("Lies under"), self._possible, name="parent_id", none=_("the committee"))
        )
        self.form.add(
            DateField(_("From"), today, name="valid_from"),
            DateField(_("To"), today, name="valid_to"),
        )
        self.finish()

    def _possible(self) -> list[tuple[str, str]]:
        unit = self.register.get(self.key)
        units = self.register.rows({"committee_id": unit.committee_id})
        return [(u.id, _STEP * depth + u.name) for depth, u in tree(units) if u.id != self.key]

    def called(self, record: Unit) -> str:
        return record.name
