"""How far each plan has come: its name, its status, a bar, and the same in words."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.plan import PLAN_STATUSES, PlanStatus
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.piece import Shell, Target, Where
from styrdesk.ui.kit.status import Bar, StatusMark
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.pieces.start.todo import Progress

MARKS = {
    PlanStatus.DRAFT: "draft",
    PlanStatus.CONSULTATION: "doing",
    PlanStatus.PROPOSAL: "doing",
    PlanStatus.DECIDED: "done",
    PlanStatus.SIGNED: "done",
    PlanStatus.REPLACED: "locked",
}


def told(progress: Progress) -> str:
    """The same as the bar, in words."""
    words = _("{ready} of {count} chapters marked ready").format(
        ready=progress.ready, count=progress.chapters
    )
    parts = [words]
    if progress.errors:
        found = ngettext("{count} error", "{count} errors", progress.errors)
        parts.append(found.format(count=progress.errors))
    if progress.warnings:
        found = ngettext("{count} warning", "{count} warnings", progress.warnings)
        parts.append(found.format(count=progress.warnings))
    if progress.in_force:
        parts.append(_("version {number} is in force").format(number=progress.in_force))
    return " · ".join(parts)


class PlanRow(QWidget):
    """One plan; its name leads to it."""

    def __init__(self, progress: Progress, shell: Shell) -> None:
        super().__init__()
        self._progress, self._shell = progress, shell
        plan = progress.plan
        name = link(progress.title, name=f"plan_{plan.id}")
        name.clicked.connect(self._go)
        mark = StatusMark(
            MARKS[plan.status], _(PLAN_STATUSES[plan.status]), tinted=False, role="meta_strong"
        )
        mark.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = told(progress)
        share = progress.ready / progress.chapters if progress.chapters else 0.0
        line = (
            row(mark, gap=12) if plan.is_final else row(mark, (quiet(words, wrap=True), 1), gap=12)
        )
        if plan.is_final:
            line.addStretch(1)
        bars = [] if plan.is_final else [Bar(share, words)]
        self.setLayout(col(row(name, None), *bars, line, gap=4))

    def _go(self) -> None:
        plan = self._progress.plan
        self._shell.choose(Where(plan.committee_id, plan.year))
        self._shell.go(Target("planning", "plan", record=plan.id, table="plan"))
