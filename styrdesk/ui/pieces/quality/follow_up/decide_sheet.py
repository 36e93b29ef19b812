"""The decision of a report on quality: the day and the paragraph of the minutes."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class DecideSheet(Sheet):
    """Text and figures stay as they are from then on."""

    def __init__(self, context: PageContext, report_id: str) -> None:
        super().__init__(_("Decide the report"), _("Note the decision"))
        self._context, self._key = context, report_id
        today = context.services.clock.today
        self.form.add(DateField(_("Date of the meeting"), today, name="decided_on", required=True))
        self.form.add(TextField(_("Paragraph (§)"), name="paragraph", width=W_MEDIUM))
        told = _("Text and figures then stay as they are now. This cannot be undone.")
        self.setLayout(col(self.form, quiet(told, wrap=True), gap=12))

    def go_on(self) -> bool:
        self.form.clear_errors()
        if not self.form.check():
            self.focus_first()
            return False
        day, paragraph = self.form["decided_on"].value(), self.form["paragraph"].value()
        act = partial(self._context.services.quality.decide, self._key, day, paragraph)
        return self._context.operations.run(act, broken=self.form.show_broken) is not None
