"""Over a new version that is being written: which one is in force meanwhile, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from styrdesk.base.i18n import _
from styrdesk.domain.plan import PlanStatus
from styrdesk.services.comparison import NOW
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.pieces.planning.editor.comparison_window import show_comparison
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.minutes_sheets import ApprovalSheet
from styrdesk.ui.preview.decided_window import show_decided


class RevisionBanner(Banner):
    """Shown while a decided plan is being revised.

    Args:
        manuscript: The plan.

    Attributes:
        given_up: The new version is given up: its button is gone.
    """

    given_up = Signal()

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self.show_it = button(_("Show the version in force"), name="show_in_force")
        self.show_it.clicked.connect(self._show)
        self.changed = button(_("What has changed since the decision"), name="show_changed")
        self.changed.clicked.connect(self._compare)
        self.approve = button(_("Fill in the approval …"), name="approve_in_force")
        self.approve.clicked.connect(self._approve)
        self.give_up = button(_("Give up the new version …"), "quiet", name="abandon")
        self.give_up.clicked.connect(self._abandon)
        super().__init__("info", "", "", [self.show_it, self.changed, self.approve, self.give_up])

    def reload(self) -> None:
        """Say where the plan stands now."""
        newest = self._manuscript.newest
        if newest is None or self._manuscript.plan.is_final:
            self.hide()
            return
        head = _("You are writing version {number}").format(number=newest.number + 1)
        said = _("Version {number} is in force until this one is decided.")
        self.say("info", head, said.format(number=newest.number))
        services = self._manuscript.services
        waits = services.versions.minutes(newest).status is PlanStatus.DECIDED
        words = _("Fill in the approval of version {number} …").format(number=newest.number)
        self.approve.setText(words)
        self.approve.setAccessibleName(words)
        self.approve.setVisible(waits and not services.file.read_only)
        self.give_up.setVisible(not services.file.read_only)

    def _show(self) -> None:
        newest = self._manuscript.newest
        if newest is not None:
            line = self._manuscript.services.decided.line(newest.id)
            show_decided(self._manuscript.context, line, self)

    def _compare(self) -> None:
        newest = self._manuscript.newest
        if newest is not None:
            pair = newest.number, NOW
            show_comparison(self._manuscript.context, self._manuscript.plan_id, self, pair)

    def _approve(self) -> None:
        sheet = ApprovalSheet(self._manuscript, self._manuscript.newest)
        self._manuscript.context.dialogs.fill(sheet)

    def _abandon(self) -> None:
        manuscript, newest = self._manuscript, self._manuscript.newest
        if newest is None:
            return
        head = _("Give up version {number}?").format(number=newest.number + 1)
        body = _(
            "The plan is then again what was decided, and all that you have written since is taken "
            "away. Undo brings it back."
        )
        if manuscript.context.dialogs.question(head, body, _("Give it up"), kind="bad"):
            manuscript.operations.run(
                partial(manuscript.services.revisions.abandon, manuscript.plan_id)
            )
            self.given_up.emit()
