"""Over a decided plan: that it is locked, and what can still be written of its decision."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.plan import PlanStatus
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_sheets import ApprovalSheet, correcting


class LockedBanner(Banner):
    """Shown while the plan is decided.

    Args:
        manuscript: The plan.
    """

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self.approve = button(_("Fill in the approval …"), name="approve")
        self.approve.clicked.connect(self._approve)
        self.correct = button(_("Correct the decision …"), "quiet", name="correct")
        self.correct.clicked.connect(self._correct)
        self.revise = button(_("New version …"), "quiet", name="revise")
        self.revise.clicked.connect(self._revise)
        super().__init__("locked", "", "", [self.approve, self.correct, self.revise])

    def reload(self) -> None:
        """Say where the plan stands now."""
        plan = self._manuscript.plan
        if not plan.is_final:
            self.hide()
            return
        approved = plan.status is PlanStatus.SIGNED
        said = _("It can be read and printed, but not changed. A change is a new version.")
        if plan.status is not PlanStatus.REPLACED:
            more = _("What the minutes say of it can still be filled in and corrected.")
            said = f"{said} {more}"
        head = _("The plan is decided and approved") if approved else _("The plan is decided")
        self.say("locked", head, said)
        words = _("Change the approval …") if approved else _("Fill in the approval …")
        self.approve.setText(words)
        self.approve.setAccessibleName(words)
        closed = self._manuscript.services.file.read_only or plan.status is PlanStatus.REPLACED
        for act in (self.approve, self.correct, self.revise):
            act.setVisible(not closed)

    def _approve(self) -> None:
        self._manuscript.context.dialogs.fill(ApprovalSheet(self._manuscript))

    def _correct(self) -> None:
        self._manuscript.context.dialogs.fill(correcting(self._manuscript))

    def _revise(self) -> None:
        manuscript, newest = self._manuscript, self._manuscript.newest
        number = newest.number + 1 if newest is not None else 1
        head = _("Begin version {number} of the plan?").format(number=number)
        body = _(
            "What was decided stays as it is, and is in force until the new version is decided. "
            "You write on in a draft that begins as the decided plan, and says what it replaces."
        )
        if manuscript.context.dialogs.question(head, body, _("Begin the new version")):
            manuscript.operations.run(
                partial(manuscript.services.revisions.begin, manuscript.plan_id)
            )
