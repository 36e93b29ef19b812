"""The form of the municipality."""

from __future__ import annotations

import re

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Municipality
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_DATE, W_MEDIUM

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


class ColourField(TextField):
    """A colour as # and six figures; nothing is the program's own."""

    def value(self) -> str:
        words = super().value()
        found = _COLOUR.fullmatch(words)
        if words and not found:
            raise RuleBroken(_("Write the colour as # and six digits, like #0B4F6C."), "colour")
        return f"#{found[1].upper()}" if found else ""

    def set_value(self, value: str) -> None:
        if value != self.line.text():
            self.line.setText(value)
        self.set_error("")

    def is_empty(self) -> bool:
        return not self.line.text().strip()


class MunicipalityForm(SavedForm[Municipality]):
    """Name, organisation number and colour of the one municipality of a file."""

    def __init__(self, context: PageContext) -> None:
        self._organisation = context.services.organisation
        super().__init__(None, context.operations, "", head="name")
        self.form.add(TextField(_("Name"), name="name", required=True, width=W_MEDIUM))
        self.form.add(
            TextField(_("Organisation number"), name="org_number", width=W_DATE, hint="NNNNNN-NNNN")
        )
        self.form.add(
            ColourField(
                _("Colour of prints"),
                name="primary_colour",
                width=W_DATE,
                help=_("Such as #0B4F6C. Empty takes the program's own."),
            )
        )
        self.finish()

    def record(self) -> Municipality | None:
        return self._organisation.municipality()

    def save(self, record: Municipality, visit: str) -> Changes:
        return self._organisation.save(record, visit)
