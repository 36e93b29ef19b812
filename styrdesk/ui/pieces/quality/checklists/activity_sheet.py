"""The dialog that makes an activity of a plan from a point that has failed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.plan import Activity
from styrdesk.ui.kit.choice_fields import ChoiceField
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class ActivitySheet(Sheet):
    """What is proposed stands there already. The plan is the one that is being written.

    Args:
        context: Of the page.
        checklist_id: The list.
        item: The point, by its number.
        proposed: What the point would become.
    """

    def __init__(
        self, context: PageContext, checklist_id: str, item: int, proposed: Activity
    ) -> None:
        super().__init__(_("Make an activity"), _("Make the activity"))
        self._context, self._place, self._proposed = context, (checklist_id, item), proposed
        service, today = context.services.checklist_activities, context.services.clock.today
        plan = service.plan(checklist_id)
        goals = [(goal.id, f"{goal.code} {goal.title}") for goal in service.goals(plan)]
        title = TextField(_("Activity"), name="title", required=True)
        title.set_value(proposed.title)
        comment = LongTextField(_("Comment"), name="comment")
        comment.set_value(proposed.comment)
        goal: ChoiceField[str] = ChoiceField(
            _("Committee goal"), goals, name="committee_goal_id", none=_("none"), width=W_MEDIUM
        )
        self.form.add(title)
        self.form.add(goal)
        self.form.add(TextField(_("Responsible"), name="responsible", width=W_MEDIUM))
        self.form.add(
            DateField(_("Start"), today, name="start"), DateField(_("End"), today, name="end")
        )
        self.form.add(comment)
        said = _("It becomes an activity of {plan}, and the point leads to it.")
        self.setLayout(col(text(said.format(plan=plan.title), wrap=True), self.form, gap=12))

    def go_on(self) -> bool:
        self.form.clear_errors()
        if not self.form.check():
            self.focus_first()
            return False
        facts = {field.objectName(): field.value() for field in self.form}
        activity = replace(self._proposed, **facts)
        act = partial(self._context.services.checklist_activities.make, *self._place, activity)
        return self._context.operations.run(act, broken=self.form.show_broken) is not None
