"""Document information: the plan's fields, its status, and its way to a decision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import PLAN_STATUSES
from styrdesk.services.plan import OPEN
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Banner
from styrdesk.ui.kit.choice_fields import Combo
from styrdesk.ui.kit.layout import box, col, row, scroller
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.kit.tokens import W_LONG
from styrdesk.ui.pieces.planning.editor.information_form import InformationForm
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


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
        self._see = button(_("Show in Check"), "quiet", name="refused_show")
        self._see.clicked.connect(manuscript.check_wanted)
        self.refused = Banner("bad", "", "", [self._see])
        self.refused.hide()
        over = quiet(self._over())
        head = row(gap=8)
        head.addLayout(col(over, text(_("Document information"), "h1", wrap=True), gap=2), 1)
        for part in (self.mark, self.status, self.decide):
            head.addWidget(part)
        inner = box(col(self.form, gap=0))
        inner.setMaximumWidth(px(W_LONG + 80))
        column = col(head, self.refused, inner, None, gap=16, pad=(24, 16, 24, 24))
        self.setLayout(col((scroller(box(column), QPalette.ColorRole.Base), 1), gap=0))
        self.reload()
        manuscript.operations.subscribe(self, ("plan", "strategic_plan"), self.reload)

    def _over(self) -> str:
        first, _second, last = self._manuscript.plan.years
        return _("Committee plan {first}–{last}").format(first=first, last=last)

    def reload(self) -> None:
        """Show the plan as it is now."""
        if not self.form.reload():
            return
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
        """Note the decision: ask only where nothing stops it, and tell at once what does."""
        if not self.flush():
            self.form.focus_first()
            return
        manuscript = self._manuscript
        manuscript.look()
        self.refused.hide()
        errors = manuscript.services.plans.hindrances(manuscript.plan_id)
        if errors:
            self._stop(errors)
        elif self._is_sure():
            decide = partial(manuscript.services.plans.decide, manuscript.plan_id)
            manuscript.operations.run(decide, broken=self._refuse)
            self.reload()

    def _is_sure(self) -> bool:
        manuscript = self._manuscript
        head = _("Has the committee decided the plan?")
        body = _(
            "The plan is then locked as it stands, and can be printed and followed up. "
            "It is not changed after this: a later change is a new version."
        )
        warnings = [f for f in manuscript.findings if f.severity is Severity.WARNING]
        if warnings:
            said = ngettext(
                "Check has {count} warning.", "Check has {count} warnings.", len(warnings)
            )
            body = f"{body}\n\n{said.format(count=len(warnings))}"
        return manuscript.context.dialogs.question(head, body, _("Note the decision"), kind="warn")

    def _stop(self, errors: Sequence[Finding]) -> None:
        """All that stops the decision: how much there is, the first of it, and each field here."""
        head = ngettext(
            "The plan cannot be decided yet: {count} error stops it.",
            "The plan cannot be decided yet: {count} errors stop it.",
            len(errors),
        )
        self._say(head.format(count=len(errors)), errors[0].message)
        form = self.form.form
        here = {e.place.field: e.message for e in errors if e.place.table == "plan"}
        names = [name for name in here if name in form]
        for name in names:
            form[name].set_error(here[name])
        if names:
            form[names[0]].setFocus()

    def _refuse(self, broken: RuleBroken) -> None:
        self._say(broken.message)
        if broken.field in self.form.form:
            self.form.form[broken.field].set_error(broken.message)
            self.form.form[broken.field].setFocus()

    def _say(self, head: str, first: str = "") -> None:
        said = _("Nothing has been changed. Mend it here or go by Check to what is lacking.")
        self.refused.say("bad", head, f"{first} {said}".strip())

    def show_field(self, field: str) -> None:
        """Put the focus in a field."""
        if field in self.form.form:
            self.form.form[field].setFocus()
        else:
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        self.form.focus_first()
