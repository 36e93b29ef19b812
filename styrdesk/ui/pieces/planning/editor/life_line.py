"""The plan's life in a line: each status it has come to, with who and when, and what is ahead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.life import LifeStep, reached
from styrdesk.domain.plan import PlanStatus
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.progress import Steps
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.version_words import when
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript


class LifeLine(QWidget):
    """Of the version that is written or in force; what it passed by is not shown."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript
        self._column = col(gap=4)
        self.setLayout(self._column)
        self.steps: Steps | None = None
        self.noted = quiet("", wrap=True)
        self._column.addWidget(self.noted)

    def reload(self) -> None:
        """Show where the plan stands now."""
        found = self._life()
        at = reached(found, self._manuscript.plan.status)
        words = [(step.words, self._day(step)) for step in found]
        if self.steps is not None:
            self._column.removeWidget(self.steps)
            self.steps.hide()
            self.steps.deleteLater()
        self.steps = Steps(words, len(found) if at == len(found) - 1 else at)
        self._column.insertWidget(0, self.steps)
        noted = [_noted(step) for step in found if step.at]
        # The days of the minutes stand by the steps; when it was noted here is something else.
        self.noted.setText(_("Noted: {steps}").format(steps=" · ".join(noted)))
        self.noted.setVisible(bool(noted))

    def _life(self) -> tuple[LifeStep, ...]:
        plan, newest = self._manuscript.plan, self._manuscript.newest
        before = newest.number if newest is not None else 0
        number = before if plan.is_final and before else before + 1
        found = self._manuscript.services.plans.life.steps(plan.id, number)
        if plan.status is not PlanStatus.REPLACED:
            found = found[:-1]
        at = reached(found, plan.status)
        return tuple(step for n, step in enumerate(found) if step.at or n in (0, *range(at, 9)))

    def _day(self, step: LifeStep) -> str:
        """The day of the decision and its approval are the minutes'; other days are the stamps'."""
        plan = self._manuscript.plan
        if plan.is_final:
            known = {PlanStatus.DECIDED: plan.decided_on, PlanStatus.SIGNED: plan.approval_date}
            day = known.get(step.status)
            waits = step.status is PlanStatus.SIGNED and plan.status is PlanStatus.DECIDED
            if day is not None and not waits:
                return day.isoformat()
        return when(step.at)[:10]


def _noted(step: LifeStep) -> str:
    if step.by:
        words = _("{status} {time} by {name}")
        return words.format(status=step.words, time=when(step.at), name=step.by)
    return f"{step.words} {when(step.at)}"
