"""Letter templates: what an acknowledgement and an answer say before they are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.case_type import LETTER_KINDS, LetterTemplate
from styrdesk.domain.letters import FIELDS
from styrdesk.services.register import Register
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, TextField


class TemplateForm(SavedForm[LetterTemplate]):
    """Name, kind, and the words with their fields."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.letter_templates, context.operations, key, head="name")
        self.form.add(TextField(_("Name"), name="name", required=True))
        self.form.add(ChoiceField(_("Kind"), kinds(LETTER_KINDS), name="kind", required=True))
        self.form.add(TextField(_("Title"), name="title"))
        self.form.add(LongTextField(_("Text"), name="body", lines=(12, 24)))
        told = "\n".join(f"{{{name}}}  {_(words)}" for name, words in FIELDS.items())
        self.form.add_widget(quiet(_("Fields that are filled in from the case:"), wrap=True))
        self.form.add_widget(quiet(told, "dense", wrap=True))
        self.finish()

    def called(self, record: LetterTemplate) -> str:
        return record.name


class TemplatesPage(RecordsPage[LetterTemplate]):
    """The first of a kind is the one that letters begin from."""

    @property
    def register(self) -> Register[LetterTemplate]:
        return self.context.services.letter_templates

    def spec(self) -> ListSpec[LetterTemplate]:
        return ListSpec(
            name="letter_templates",
            title=N_("Letter templates"),
            explain=N_("What an acknowledgement and an answer say before they are written."),
            hint=N_("Filter templates"),
            empty=(
                N_("Letter templates stand here"),
                N_("The first of a kind is the one that a letter begins from."),
            ),
            columns=(
                Column("name", N_("Name"), sortable=False),
                Column("", N_("Kind"), _kind, width=148, sortable=False),
            ),
            topics=frozenset({"letter_template"}),
            actions=(
                ListAction(N_("Move up"), partial(self._move, -1)),
                ListAction(N_("Move down"), partial(self._move, 1)),
            ),
            form_width=584,
        )

    def form(self, key: str) -> TemplateForm:
        return TemplateForm(self.context, key)

    def _move(self, by: int, keys: Sequence[str]) -> None:
        places = [one.id for one in self.register.rows()]
        if len(keys) == 1 and 0 <= places.index(keys[0]) + by < len(places):
            to = places.index(keys[0]) + by
            self.context.operations.run(partial(self.register.move, keys[0], to))

    def fresh(self) -> LetterTemplate:
        return LetterTemplate(new_id(), name=self.new_name)


def _kind(template: LetterTemplate) -> str:
    return _(LETTER_KINDS[template.kind])
