"""One rubric: what belongs there, what is there today, and honestly what is not yet.

A rubric that several registers share leads to each of them.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.paragraph import decision
from styrdesk.domain.plan import PLAN_STATUSES, Plan
from styrdesk.services.styrmodell import Rubric
from styrdesk.ui.kit.buttons import button, link
from styrdesk.ui.kit.cards import Card, EmptyState
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.piece import Page, PageContext, Target, Where
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.lead_row import Lead, LeadRow
from styrdesk.ui.pieces.quality.parts import PARTS, Part
from styrdesk.ui.pieces.quality.rubrics import TELLS

_READ = 640


class RubricPage(Page):
    """A rubric of the styrmodell, its name word for word."""

    def __init__(self, context: PageContext, rubric: Rubric, number: int) -> None:
        super().__init__()
        self._context = context
        self._plans = QVBoxLayout()
        self._plans.setSpacing(0)
        told = text(_(TELLS.get(rubric.key, "")), "body", wrap=True)
        told.setMaximumWidth(px(_READ))
        kicker = quiet(_("Rubric {number} of quality management").format(number=number), "dense")
        head = col(kicker, text(rubric.title, "h1", wrap=True), gap=2)
        self._parts = PARTS.get(rubric.key, ())
        self.rows: list[LeadRow] = []
        here = rubric.key == "results"
        body = self._decided() if here else self._leads() if self._parts else self._later()
        page = box(col(head, told, 4, body, None, gap=12, pad=(32, 24, 32, 32)))
        page.setMaximumWidth(px(900))
        self.setLayout(col((scroller(box(row((page, 100), None, gap=0))), 1), gap=0))
        if here:
            context.operations.subscribe(self, ("plan", "committee"), self.refresh)
            self.refresh()

    def _later(self) -> Card:
        mark = StatusMark("draft", _("In a later version"), tinted=True)
        words = _("This rubric is empty in this version. Nothing you do elsewhere is lost by that.")
        return Card(col(row(mark, None), text(words, "dense", wrap=True), gap=8))

    def _leads(self) -> Card:
        lines = col(gap=0)
        for n, part in enumerate(self._parts):
            row = LeadRow(_lead(part), f"part_{part.page.key}")
            row.wanted.connect(self._context.shell.go)
            self.rows.append(row)
            if n:
                lines.addWidget(Rule())
            lines.addWidget(row)
        return Card(lines, pad=0)

    def _decided(self) -> Card:
        return Card(self._plans, pad=0)

    def refresh(self) -> None:
        """Show the decided plans anew."""
        while self._plans.count():
            item = self._plans.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        services = self._context.services
        names = {one.id: one.name for one in services.committees.rows()}
        plans = services.plans.decided()
        for n, plan in enumerate(plans):
            if n:
                self._plans.addWidget(Rule())
            self._plans.addWidget(_PlanRow(plan, names.get(plan.committee_id, ""), self._context))
        if not plans:
            show = button(_("Show the committee plan"), name="show_plan")
            show.clicked.connect(partial(self._context.shell.go, Target("planning", "plan")))
            said = _("A decided committee plan stands here, with its date and paragraph.")
            self._plans.addWidget(EmptyState(_("No plan is decided yet"), said, show))

    def focus_first(self) -> None:
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = self._plans.itemAt(0)
        widget = first.widget() if first is not None else None
        if isinstance(widget, _PlanRow):
            widget.setFocus()


def _lead(part: Part) -> Lead:
    return Lead(Target("quality", part.page.key), _(part.page.title), _(part.tells))


class _PlanRow(QWidget):
    """A decided plan; its name leads to it."""

    def __init__(self, plan: Plan, committee: str, context: PageContext) -> None:
        super().__init__()
        title = plan.title or _("Committee plan {year}").format(year=plan.year)
        name = link(title, name=f"decided_{plan.id}")
        name.clicked.connect(partial(_go, context, plan))
        decided = decision(plan.decided_on, plan.paragraph)
        second = " · ".join(part for part in (committee, decided, plan.registration_number) if part)
        mark = StatusMark("done", _(PLAN_STATUSES[plan.status]), tinted=False)
        words = box(col(row(name, None), quiet(second), gap=0))
        self.setLayout(row((words, 1), mark, gap=12, pad=(16, 12, 16, 12)))
        self.setFocusProxy(name)


def _go(context: PageContext, plan: Plan, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
    context.shell.choose(Where(plan.committee_id, plan.year))
    context.shell.go(Target("planning", "plan", record=plan.id, table="plan"))
