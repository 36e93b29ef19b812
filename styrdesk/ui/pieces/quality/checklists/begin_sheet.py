"""The dialog that begins a checklist that nobody has asked for: which one, and where."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.domain import occasions
from styrdesk.domain.checklist import Frequency
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.tokens import W_MEDIUM


class BeginSheet(Sheet):
    """A list at an event, or before its time.

    Args:
        unit_id: The unit that is offered first; empty for the whole nämnd.

    Attributes:
        made: Id of the list, once it is begun.
    """

    def __init__(self, context: PageContext, unit_id: str = "") -> None:
        super().__init__(_("Fill in a checklist"), _("Begin"))
        self._context = context
        self._committee = context.shell.where().committee_id
        self.made = ""
        services = context.services
        wanted = (self._committee, None)
        templates = [
            (row.id, row.title)
            for row in services.checklist_templates.rows(order=(BY_NAME,))
            if row.committee_id in wanted
        ]
        self.template: ChoiceField[str] = ChoiceField(
            _("Checklist"), templates, name="template_id", required=True, width=W_MEDIUM
        )
        units = services.units.rows({"committee_id": self._committee}, order=(BY_NAME,))
        self.unit: ChoiceField[str] = ChoiceField(
            _("Unit of the organisation"),
            [(unit.id, unit.name) for unit in units],
            name="unit_id",
            width=W_MEDIUM,
            none=_("The whole committee"),
        )
        if unit_id in {unit.id for unit in units}:
            self.unit.set_value(unit_id)
        if len(templates) == 1:
            self.template.set_value(templates[0][0])
        self.form.add(self.template)
        self.form.add(self.unit)
        told = _("What is due stands in the list already; press Enter on it there.")
        self.setLayout(col(text(told, wrap=True), self.form, gap=12))

    def focus_first(self) -> bool:
        self.template.setFocus()
        return True

    def go_on(self) -> bool:
        if not self.form.check():
            return False
        self.made = self._context.operations.run(self._begin) or ""
        return bool(self.made)

    def _begin(self) -> str:
        services, key = self._context.services, self.template.value() or ""
        frequency = services.checklist_templates.get(key).frequency
        day = None
        if frequency not in (Frequency.EVENT, Frequency.ONCE):
            at = occasions.upcoming(frequency, services.clock.today())
            day = at.last if at else None
        return services.checklists.begin(key, self._committee, self.unit.value(), day)
