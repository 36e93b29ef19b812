"""The form of an assignment."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.assignment import Assignment
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import SentenceField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM, W_NUM
from styrdesk.ui.pieces.planning import choices


class AssignmentForm(SavedForm[Assignment]):
    """What is to be done, by whom, until when, and which decision it rests on."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.assignments, context.operations, key)
        today = context.services.clock.today
        self.form.add(TextField(_("No."), name="code", required=True, width=W_NUM))
        self.form.add(SentenceField(_("Assignment"), name="title", required=True))
        self.form.add(
            self.choice(
                _("Given to"),
                partial(offers.committees, context.services),
                name="committee_id",
                none=_("all committees"),
            )
        )
        self.form.add(DateField(_("Done by"), today, name="deadline"))
        self.form.add(
            TextField(
                _("Reported"),
                name="reporting",
                width=W_MEDIUM,
                help=_("When and to whom, such as T2 to the executive committee."),
            )
        )
        self.form.add_head(_("The council's decision"))
        self.form.add(
            DateField(_("Decided on"), today, name="decided_on"),
            TextField(_("Paragraph (§)"), name="paragraph", width=W_NUM, hint="§ 112"),
        )
        self.form.add(
            self.choice(
                _("Strategic plan"),
                partial(choices.strategic_plans, context),
                name="strategic_plan_id",
                required=True,
            )
        )
        self.form.add(
            self.choice(
                _("Serves the goal"),
                partial(choices.goals, context),
                name="goal_id",
                none=_("none"),
            )
        )
        self.finish()
