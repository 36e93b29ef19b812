"""A look at a governing document: how thorough, what it came to, and so when the next is due."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.governing_document import (
    REVIEW_KINDS,
    REVIEW_RESULTS,
    DocumentReview,
    ReviewKind,
    ReviewResult,
)
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text_fields import LongTextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class ReviewSheet(Sheet):
    """Today, by who sits here, until something else is written."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(_("Review the document"), _("Note the review"))
        self._context, self._key = context, key
        today = context.services.clock.today
        choice = partial(ChoiceField, required=True, width=W_MEDIUM)
        self.form.add(choice(_("Review"), kinds(REVIEW_KINDS), name="kind"))
        self.form.add(choice(_("Result"), kinds(REVIEW_RESULTS), name="result"))
        self.form.add(DateField(_("Date"), today, name="done_on", required=True))
        self.form.add(LongTextField(_("Comment"), name="comment"))
        self.form["kind"].set_value(ReviewKind.YEARLY)
        self.form["result"].set_value(ReviewResult.STANDS)
        self.form["done_on"].set_value(today())
        self.setLayout(col(self.form, gap=0))

    def go_on(self) -> bool:
        self.form.clear_errors()
        if not self.form.check():
            self.focus_first()
            return False
        person = self._context.settings.person(self._context.services.file.path)
        values = {field.objectName(): field.value() for field in self.form}
        review = DocumentReview(
            new_id(), governing_document_id=self._key, person_id=person or None, **values
        )
        act = partial(self._context.services.documents.review, review)
        return self._context.operations.run(act, broken=self.form.show_broken) is not None
