"""Fastställ: who adopted a draft and when, and so it takes effect."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from styrdesk.base.i18n import _
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import Edition
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.domain.naming import field_name
from styrdesk.services.edition import EditionService
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM

E = TypeVar("E", bound=Edition)


class AdoptSheet(Sheet):
    """What the draft tells stands there already; today, until something else is written."""

    def __init__(self, context: PageContext, service: EditionService[E], draft: E) -> None:
        super().__init__(_("Adopt {title}").format(title=draft.title), _("Adopt"))
        self._context, self._key = context, draft.id
        self._adopt = service.adopt
        table, today = TABLE_OF[type(draft)], context.services.clock.today
        by, on, start = (
            field_name(table, field) for field in ("decided_by", "decided_on", "valid_from")
        )
        self.form.add(TextField(by, name="decided_by", width=W_MEDIUM))
        self.form.add(
            DateField(on, today, name="decided_on", required=True),
            DateField(start, today, name="valid_from"),
        )
        if isinstance(draft, GoverningDocument):
            self.form.add(
                TextField(_("Paragraph (§)"), name="paragraph", width=W_NUM, hint="§ 112")
            )
            self.form["paragraph"].set_value(draft.paragraph)
        self.form["decided_by"].set_value(service.adopted_by(draft))
        self.form["decided_on"].set_value(draft.decided_on or today())
        self.form["valid_from"].set_value(draft.valid_from)
        said = _("It takes effect today, or on the day you write.")
        if draft.replaces_id is not None:
            said = _("It takes effect, and the version before it is replaced.")
        said += " " + _("What it says and how it was adopted is then locked.")
        self.setLayout(col(text(said, wrap=True), self.form, gap=12))

    def go_on(self) -> bool:
        self.form.clear_errors()
        if not self.form.check():
            self.focus_first()
            return False
        facts: dict[str, Any] = {field.objectName(): field.value() for field in self.form}
        act = partial(self._adopt, self._key, **facts)
        return self._context.operations.run(act, broken=self.form.show_broken) is not None
