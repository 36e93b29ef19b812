"""The form of a governing document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.edition import Standing
from styrdesk.domain.governing_document import (
    REVIEW_KINDS,
    REVIEW_RESULTS,
    DocumentRelation,
    DocumentReview,
    GoverningDocument,
)
from styrdesk.domain.richtext import RichText, from_plain
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import kinds
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column, day_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM
from styrdesk.ui.pieces.quality.documents.review_sheet import ReviewSheet


class DocumentForm(EditionForm[GoverningDocument]):
    """All of its document information, its reviews, and what it belongs with."""

    def __init__(self, context: PageContext, key: str) -> None:
        services = context.services
        self.look = button(_("Review …"), glyph="clipboard-check", name="review")
        self.look.clicked.connect(self._review)
        super().__init__(
            context,
            services.governing_documents,
            services.documents,
            key,
            "governing_documents",
            acts=(self.look,),
        )
        self.finish()

    def fields(self) -> None:
        self.add_title(_("Title"))
        self.form.add(
            self.choice(_("Type"), self._types, name="document_type_id", required=True),
        )
        self.form.add(
            TextField(_("Registration number (Dnr)"), name="registration_number", width=W_MEDIUM)
        )
        self.form.add(LongTextField(_("In short"), name="summary"))
        self.form.add(TextField(_("Applies to"), name="applies_to"))
        self.add_owners()
        self.add_decision(minutes=True)
        self.add_validity()
        self.form.add_head(_("Reviews"))
        self.reviews = self._reviews()
        self.form.add_widget(self.reviews)
        self.form.add_head(_("Belongs with"))
        self.relations = self._relations()
        self.form.add_widget(self.relations)

    def shown(self, record: GoverningDocument) -> None:
        super().shown(record)
        self.look.setVisible(
            record.standing is Standing.IN_FORCE and not self.context.services.file.read_only
        )

    def facts(self, record: GoverningDocument) -> Sequence[tuple[str, str]]:
        types = dict(self._types())
        return (
            (_("Type"), types.get(record.document_type_id, "")),
            *super().facts(record),
            (_("Registration number (Dnr)"), record.registration_number),
            (_("Applies to"), record.applies_to),
            (_("Belongs with"), "\n".join(map(self._related, self._relation_lines()))),
            (_("Reviews"), "\n".join(map(_reviewed, self._review_lines()))),
        )

    def _related(self, relation: DocumentRelation) -> str:
        services = self.context.services
        laws = services.regulations.rows({"id": relation.regulation_id or ""})
        others = services.governing_documents.rows({"id": relation.other_id or ""})
        titles = (*(one.title for one in laws), *(one.title for one in others))
        return ", ".join(part for part in (*titles, relation.comment) if part)

    def texts(self, record: GoverningDocument) -> Sequence[tuple[str, str, RichText]]:
        return (("summary", _("In short"), from_plain(record.summary)),)

    def _types(self) -> list[tuple[str, str]]:
        rows = self.context.services.document_types.rows(order=("position",))
        return [(one.id, one.name) for one in rows]

    def _review(self) -> None:
        if self.flush():
            self.context.dialogs.fill(ReviewSheet(self.context, self.key))

    # ---- the tables --------------------------------------------------------------------------

    def _reviews(self) -> OwnedGrid[DocumentReview]:
        services = self.context.services
        people = offers.people(services)
        grid = OwnedGrid(
            services.document_reviews,
            self.context.operations,
            (
                day_column(_("Date"), "done_on", services.clock.today),
                choice_column(_("Review"), "kind", kinds(REVIEW_KINDS), 120),
                choice_column(_("Result"), "result", kinds(REVIEW_RESULTS), 120),
                choice_column(_("By"), "person_id", people, 120),
                text_column(_("Comment"), "comment"),
            ),
            name=_("Reviews"),
            fresh=partial(_new_review, self.key),
            lines=self._review_lines,
        )
        self.parts.append(grid)
        return grid

    def _review_lines(self) -> Sequence[DocumentReview]:
        where = {"governing_document_id": self.key}
        return self.context.services.document_reviews.rows(where, order=("-done_on",))

    def _relations(self) -> OwnedGrid[DocumentRelation]:
        services = self.context.services
        grid = OwnedGrid(
            services.document_relations,
            self.context.operations,
            self._relation_columns(),
            name=_("Belongs with"),
            fresh=partial(_new_relation, self.key),
            lines=self._relation_lines,
        )
        self.parts.append(grid)
        return grid

    def _relation_columns(self) -> tuple[OwnedColumn[DocumentRelation], ...]:
        rows = self.context.services.governing_documents.rows(order=(BY_NAME,))
        others = [(one.id, one.title) for one in rows if one.id != self.key]
        return (
            choice_column(
                _("Law or regulation"), "regulation_id", offers.regulations(self.context.services),
                180,
            ),
            choice_column(_("Governing document"), "other_id", others, 180),
            text_column(_("Comment"), "comment"),
        )  # fmt: skip

    def _relation_lines(self) -> Sequence[DocumentRelation]:
        return self.context.services.document_relations.rows({"governing_document_id": self.key})


def _reviewed(review: DocumentReview) -> str:
    day = review.done_on.isoformat() if review.done_on else ""
    words = (day, _(REVIEW_RESULTS[review.result]), review.comment)
    return " · ".join(part for part in words if part)


def _new_review(key: str) -> DocumentReview:
    return DocumentReview(new_id(), governing_document_id=key)


def _new_relation(key: str) -> DocumentRelation:
    return DocumentRelation(new_id(), governing_document_id=key)
