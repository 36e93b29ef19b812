"""Types of governing documents: data of the municipality, in the order they are chosen in."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.governing_document import DOCUMENT_LEVELS, DocumentType
from styrdesk.services.register import Register
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class TypesPage(RecordsPage[DocumentType]):
    """Who decides each, and how it is reviewed."""

    @property
    def register(self) -> Register[DocumentType]:
        return self.context.services.document_types

    def spec(self) -> ListSpec[DocumentType]:
        return ListSpec(
            name="document_types",
            title=N_("Types of governing documents"),
            explain=N_("Who decides each, and whether it is reviewed every year."),
            hint=N_("Filter types"),
            empty=(
                N_("The types stand here"),
                N_("Begin with common types, and change them to what your municipality has."),
            ),
            columns=(
                Column("position", N_("Type"), _name),
                Column("level", N_("Level"), _level, width=180),
                Column("decided_by", N_("Decided by"), width=200, spare=True),
                Column("yearly", N_("Reviewed"), _yearly, width=180, sortable=False),
            ),
            topics=frozenset({"document_type"}),
            begin=ListAction(N_("Begin with common types"), self._begin),
            sort="position",
        )

    def form(self, key: str) -> TypeForm:
        return TypeForm(self.context, key)

    def fresh(self) -> DocumentType:
        return DocumentType(new_id(), name=self.new_name)

    def _begin(self, _keys: Sequence[str]) -> None:
        self.context.operations.run(self.context.services.documents.begin)


class TypeForm(SavedForm[DocumentType]):
    """The form of a type."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.document_types, context.operations, key, head="name")
        self.form.add(TextField(_("Name"), name="name", required=True, width=W_MEDIUM))
        self.form.add(ChoiceField(_("Level"), kinds(DOCUMENT_LEVELS), name="level", required=True))
        self.form.add(TextField(_("Decided by"), name="decided_by", width=W_MEDIUM))
        self.form.add(
            CheckField(
                _("Reviewed every year"),
                name="yearly",
                help=_("Otherwise once in each mandate period."),
            )
        )
        self.finish()


def _name(kind: DocumentType) -> str:
    return kind.name


def _level(kind: DocumentType) -> str:
    return _(DOCUMENT_LEVELS[kind.level])


def _yearly(kind: DocumentType) -> str:
    return _("every year") if kind.yearly else _("each mandate period")
