"""What a new file is asked for: the municipality, one nämnd, its plan, and who sits here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.new_file import Beginning
from styrdesk.services.styrmodell import plan_templates
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.form import Form
from styrdesk.ui.kit.parsed_fields import YearField
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM

W_LEAST = 264


class NewFileForm(Form):
    """The fields, named as those of a Beginning.

    Args:
        year: The year that is proposed.
        enter: What Enter in a field does.
    """

    def __init__(self, year: int, enter: Callable[[], object]) -> None:
        super().__init__()
        self.municipality = TextField(
            _("Municipality"), name="municipality", required=True, width=W_MEDIUM,
            hint=_("Borlänge kommun"),
        )  # fmt: skip
        self.committee = TextField(
            _("Committee"), name="committee", required=True, width=W_MEDIUM,
            hint=_("Barn- och bildningsnämnden"),
        )  # fmt: skip
        self.committee.setMinimumWidth(px(W_LEAST))
        self.year = YearField(_("Year of the plan"), name="year", required=True, width=W_NUM)
        self.year.set_value(year)
        templates = plan_templates()
        self.template = ChoiceField(
            _("Template of the plan"), templates.items(), name="template", width=W_MEDIUM,
            none=_("No plan yet"),
            help=_("Every chapter, with an instruction to the writer. All of it can be changed."),
        )  # fmt: skip
        self.template.set_value(next(iter(templates), None))
        self.person = TextField(
            _("Your name"), name="person", required=True, width=W_MEDIUM,
            help=_("Stands by what you change. It is only seen in the file."),
        )  # fmt: skip
        self.add(self.municipality)
        self.add(self.committee, self.year)
        self.add(self.template)
        self.add(self.person)
        self.finish()
        self._lines = (self.municipality, self.committee, self.year, self.person)
        for field in self._lines:
            field.line.returnPressed.connect(enter)

    def beginning(self) -> Beginning | None:
        """What was answered; None when something is wrong, which is then told at its field."""
        if not self.check():
            wrong = self.first_error()
            if wrong is not None:
                wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        beginning = Beginning(
            self.municipality.value(),
            self.committee.value(),
            self.person.value(),
            self.template.value() or "",
        )
        try:
            beginning.records()
        except RuleBroken as broken:
            self.show_broken(broken)
            return None
        return beginning

    def typed(self) -> dict[str, str]:
        """What stands in the fields, right or wrong, to be put back when they are built anew."""
        lines = {field.objectName(): field.line.text() for field in self._lines}
        return lines | {"template": self.template.value() or ""}

    def retype(self, typed: Mapping[str, str]) -> None:
        """Put back what stood in the fields."""
        for field in self._lines:
            field.line.setText(typed.get(field.objectName(), field.line.text()))
        if "template" in typed:
            self.template.set_value(typed["template"] or None)
