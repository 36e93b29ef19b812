"""Using a shared model: a copy of its file, or the beginning of something of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.shared_model import ModelKind
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.file_acts import save_copy
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import SentenceField
from styrdesk.ui.kit.tokens import W_MEDIUM

DOCUMENT, ROUTINE, CHECKLIST = "governing_document", "routine", "checklist_template"
_PAGES: Final = {
    DOCUMENT: "governing_documents",
    ROUTINE: "routines",
    CHECKLIST: "checklist_templates",
}
_FITTING: Final = {ModelKind.CHECKLIST: CHECKLIST, ModelKind.GUIDE: ROUTINE}


class UseSheet(Sheet):
    """Asks what it is to become.

    Attributes:
        made: Where what was begun stands; None for a copy of a file.
    """

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(_("Use as a template"), _("Go on"))
        self._context, self._key = context, key
        self.made: Target | None = None
        services = context.services
        model = services.shared_models.get(key)
        files = services.attachments.of("shared_model", key)
        self._files: dict[str, Attachment] = {one.id: one for one in files}
        self._types = [
            (one.id, one.name) for one in services.document_types.rows(order=("position",))
        ]
        offered = self._offered()
        self.becomes: ChoiceField[str] = ChoiceField(
            _("What it becomes"), offered, name="becomes", required=True, width=W_MEDIUM
        )
        self.title = SentenceField(_("Title"), name="title", required=True)
        self.type: ChoiceField[str] = ChoiceField(
            _("Type"), self._types, name="document_type_id", required=True, width=W_MEDIUM
        )
        for field in (self.becomes, self.title, self.type):
            self.form.add(field)
        self.title.set_value(model.title)
        self.type.set_value(self._types[0][0] if self._types else None)
        keys = [choice for choice, _words in offered]
        fitting = _FITTING.get(model.kind, "")
        self.becomes.set_value(fitting if fitting in keys else next(iter(keys), None))
        self.becomes.changed.connect(self._follow)
        told = _("The model stays as it is. What you begin with it is yours to change.")
        self.setLayout(col(text(told, wrap=True), self.form, gap=12))
        self._follow()

    def _offered(self) -> list[tuple[str, str]]:
        copy = _("A copy of {name}")
        offered = [(key, copy.format(name=one.name)) for key, one in self._files.items()]
        if self._context.services.file.read_only:
            return offered
        if self._types:
            offered.append((DOCUMENT, _("A new governing document")))
        return [
            *offered,
            (ROUTINE, _("A new routine")),
            (CHECKLIST, _("A new checklist template")),
        ]

    def focus_first(self) -> bool:
        if self.form.first_error() is not None:
            return super().focus_first()
        self.becomes.setFocus()
        return True

    def _follow(self) -> None:
        becomes = self.becomes.value()
        self.title.setVisible(becomes in _PAGES)
        self.type.setVisible(becomes == DOCUMENT)

    def go_on(self) -> bool:
        becomes = self.becomes.value() or ""
        if becomes in self._files:
            return save_copy(self._context, self._files[becomes])
        self.form.clear_errors()
        if not self.becomes.check() or not self.title.check():
            self.focus_first()
            return False
        begun = self._context.operations.run(self._act(becomes), broken=self.form.show_broken)
        if begun is not None:
            self.made = Target("quality", _PAGES[becomes], begun, "title", becomes)
        return begun is not None

    def _act(self, becomes: str) -> Callable[[], str]:
        models = self._context.services.models
        committee = self._context.shell.where().committee_id or None
        whose = self._key, self.title.value(), committee
        if becomes == DOCUMENT:
            return partial(models.begin_document, *whose, self.type.value() or "")
        return partial(
            models.begin_routine if becomes == ROUTINE else models.begin_checklist, *whose
        )


def use(context: PageContext, key: str) -> None:
    """Ask what a model is to become, make it, and show it."""
    sheet = UseSheet(context, key)
    if context.dialogs.fill(sheet) and sheet.made is not None:
        context.shell.go(sheet.made)
