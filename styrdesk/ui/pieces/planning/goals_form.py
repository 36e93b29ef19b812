"""The form of a goal."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.goal import GOAL_KINDS, Goal
from styrdesk.ui.kit.choice_fields import CheckField, ChoiceField, kinds
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text_fields import LongTextField, SentenceField, TextField
from styrdesk.ui.kit.tokens import W_NUM
from styrdesk.ui.pieces.planning import choices


class GoalForm(SavedForm[Goal]):
    """Number, kind, the goal in one sentence, and which plan it stands in."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.goals, context.operations, key)
        self.form.add(
            TextField(_("No."), name="code", required=True, width=W_NUM),
            ChoiceField(_("Kind"), kinds(GOAL_KINDS), name="kind"),
        )
        self.form.add(
            SentenceField(_("Goal"), name="title", required=True, help=_("One sentence."))
        )
        self.form.add(
            CheckField(
                _("Goal for sound financial management"),
                name="sound_management",
                help=_("The budget must hold such goals (Local Government Act 11:6)."),
            )
        )
        self.form.add(LongTextField(_("Description"), name="description", lines=(3, 10)))
        self.form.add(
            self.choice(
                _("Strategic plan"),
                partial(choices.strategic_plans, context),
                name="strategic_plan_id",
                required=True,
            )
        )
        self.finish()
