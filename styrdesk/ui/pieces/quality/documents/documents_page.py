"""Governing documents: what is in force, what is drafted, and what must be looked at again."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.governing_document import GoverningDocument
from styrdesk.services.register import Register
from styrdesk.ui.kit import editions_page
from styrdesk.ui.kit.editions_page import EditionsPage, badge
from styrdesk.ui.kit.list_spec import ListSpec, Need, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.pieces.quality.documents.document_form import DocumentForm


class DocumentsPage(EditionsPage[GoverningDocument]):
    """Those of every nämnd: a chef looks for a document, not for whose it is."""

    spec_topics = frozenset({"document_type"})

    @property
    def register(self) -> Register[GoverningDocument]:
        return self.context.services.governing_documents

    def spec(self) -> ListSpec[GoverningDocument]:
        return ListSpec(
            name="governing_documents",
            title=N_("Governing documents"),
            explain=N_("Who decided them and when, how long they hold, when each is looked at."),
            hint=N_("Filter documents"),
            empty=(
                N_("The governing documents stand here"),
                N_("Begin with the ones that are asked for most: the file can be attached."),
            ),
            need=self._types_first(),
            columns=(
                Column(
                    "document_type_id",
                    N_("Type"),
                    self._type,
                    "text",
                    172,
                    spare=2,
                    sortable=False,
                ),
                *self.columns(),
            ),
            topics=frozenset(
                {
                    *("governing_document", "document_relation", "document_review", "attachment"),
                    *("document_type", "person", "receipt", "role"),
                }
            ),
            filters=self.own_chips,
            actions=self.ways(),
            sort="sort_key",
            form_width=584,
        )

    def _types_first(self) -> Need | None:
        services = self.context.services
        if services.document_types.count():
            return None
        return Need(
            _("First the types of documents"),
            _("Policy, programme, guideline and so on: who decides each, and how it is reviewed."),
            _("Begin with common types"),
            partial(self.context.operations.run, services.documents.begin),
        )

    def form(self, key: str) -> DocumentForm:
        return DocumentForm(self.context, key)

    def fresh(self) -> GoverningDocument:
        kinds = self.context.services.document_types.rows(order=("position",), limit=1)
        return GoverningDocument(
            new_id(),
            title=self.new_name,
            committee_id=self.context.shell.where().committee_id or None,
            document_type_id=kinds[0].id if kinds else "",
        )

    def load(self, query: Query) -> PagedSource[GoverningDocument]:
        """The rows of a query, and what their types are called."""
        self._types = {one.id: one.name for one in self.context.services.document_types.rows()}
        return super().load(query)

    def _type(self, document: GoverningDocument) -> str:
        return self._types.get(document.document_type_id, "")


def urgent(context: PageContext) -> tuple[str, str]:
    """What most wants doing with the documents."""
    services = context.services
    return editions_page.urgent(services.governing_documents, services.clock.today())


def due(context: PageContext) -> str:
    """How many documents are to be reviewed by now."""
    return badge(context.services.governing_documents, context.services.clock.today())
