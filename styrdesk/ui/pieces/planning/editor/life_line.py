"""The plan's life in a line: each status it has come to, with who and when, and what is ahead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.domain.life import reached
from styrdesk.domain.plan import PlanStatus
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.progress import Steps
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.version_words import when


class LifeLine(QWidget):
    """Of the version that is written or in force."""

    def __init__(self, manuscript: Manuscript) -> None:
        super().__init__()
        self._manuscript = manuscript
        self._column = col(gap=0)
        self.setLayout(self._column)
        self.steps: Steps | None = None

    def reload(self) -> None:
        """Show where the plan stands now."""
        manuscript = self._manuscript
        plan, newest = manuscript.plan, manuscript.newest
        before = newest.number if newest is not None else 0
        number = before if plan.is_final and before else before + 1
        found = manuscript.services.plans.life.steps(plan.id, number)
        if plan.status is not PlanStatus.REPLACED:
            found = found[:-1]
        at = reached(found, plan.status)
        done = at == len(found) - 1
        words = [
            (step.words, " ".join(part for part in (when(step.at)[:10], step.by) if part))
            for step in found
        ]
        if self.steps is not None:
            self._column.removeWidget(self.steps)
            self.steps.hide()
            self.steps.deleteLater()
        self.steps = Steps(words, len(found) if done else at)
        self._column.addWidget(self.steps)
