"""Document information: the plan's fields, its status, and its way to a decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checks import Finding
from styrdesk.domain.life import OPEN
from styrdesk.domain.plan import PLAN_STATUSES
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.choice_fields import Combo
from styrdesk.ui.kit.dialogs import CANCELLED
from styrdesk.ui.kit.layout import Beside, box, col, scroller
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_LONG, W_WORK
from styrdesk.ui.pieces.planning.editor.deciding_sheet import deciding
from styrdesk.ui.pieces.planning.editor.information_form import InformationForm
from styrdesk.ui.pieces.planning.editor.life_line import LifeLine
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.versions_card import VersionsCard

_TOPICS: Final = ("plan", "strategic_plan", "plan_version", "version_minutes", "plan_stamp")
_TOLD: Final = 5  # errors in the dialog; Check has them all


class InformationView(QWidget):
    """The first page of the outline."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript
        self.form = InformationForm(manuscript)
        self.status = Combo()
        self.status.setAccessibleName(_("Status of the plan"))
        self.status.setObjectName("plan_status")
        self.status.setFixedWidth(px(160))
        self.status.addItems([_(PLAN_STATUSES[status]) for status in OPEN])
        self.status.activated.connect(self._set_status)
        self.mark = StatusMark("locked", "")
        self.decide = button(_("Note the decision …"), glyph="gavel", name="decide")
        self.decide.clicked.connect(self._decide)
        over = quiet(self._over())
        words = box(col(over, text(_("Document information"), "h1", wrap=True), gap=2))
        head = Beside(words, self.mark, self.status, self.decide, narrow=W_WORK)
        self.life, self.versions = LifeLine(manuscript), VersionsCard(manuscript)
        inner = box(col(self.life, self.versions, self.form, gap=24))
        inner.setMaximumWidth(px(W_LONG + 80))
        column = col(head, inner, None, gap=16, pad=(24, 16, 24, 24))
        self.setLayout(col((scroller(box(column), QPalette.ColorRole.Base), 1), gap=0))
        self.reload()
        manuscript.operations.subscribe(self, _TOPICS, self.reload)

    def _over(self) -> str:
        first, _second, last = self._manuscript.plan.years
        return _("Committee plan {first}–{last}").format(first=first, last=last)

    def reload(self) -> None:
        """Show the plan as it is now."""
        if not self.form.reload():
            return
        self.life.reload()
        self.versions.reload()
        plan, locked = self._manuscript.plan, self._manuscript.locked
        self.form.form.set_read_only(on=locked)
        self.status.setVisible(not locked)
        self.decide.setVisible(not locked)
        self.mark.setVisible(locked)
        if plan.status in OPEN:
            self.status.setCurrentIndex(OPEN.index(plan.status))
        kind = "done" if plan.is_final else "locked"
        self.mark.show_status(kind, _(PLAN_STATUSES[plan.status]))

    def flush(self) -> bool:
        """Save what waits. False where a field is wrong."""
        return self.form.flush()

    def _set_status(self, at: int) -> None:
        self.flush()
        plans = self._manuscript.services.plans
        self._manuscript.operations.run(
            partial(plans.set_status, self._manuscript.plan_id, OPEN[at])
        )
        self.reload()

    def _decide(self) -> None:
        """Note the decision, or tell all that stops it and lead there."""
        if not self.flush():
            self.form.focus_first()
            return
        manuscript = self._manuscript
        if not manuscript.is_settled():
            manuscript.look()
        outlook = manuscript.services.decisions.outlook(manuscript.plan_id)
        if outlook.errors:
            self._stop(outlook.errors)
        elif manuscript.context.dialogs.fill(deciding(manuscript, outlook)):
            self.reload()

    def _stop(self, errors: Sequence[Finding]) -> None:
        head = ngettext(
            "The plan cannot be decided yet: {count} error stops it.",
            "The plan cannot be decided yet: {count} errors stop it.",
            len(errors),
        )
        told = [f"• {error.message}" for error in errors[:_TOLD]]
        if len(errors) > _TOLD:
            rest = ngettext("… and {count} more.", "… and {count} more.", len(errors) - _TOLD)
            told.append(rest.format(count=len(errors) - _TOLD))
        said = _("Check leads to each of them. Nothing has been changed.")
        chosen = self._manuscript.context.dialogs.choose(
            head.format(count=len(errors)),
            "\n".join(told) + f"\n\n{said}",
            [_("Show in Check")],
            kind="bad",
        )
        if chosen != CANCELLED:
            self._manuscript.check_wanted.emit()

    def show_field(self, field: str) -> None:
        """Put the focus in a field."""
        if field in self.form.form:
            self.form.form[field].setFocus()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        self.form.focus_first()
