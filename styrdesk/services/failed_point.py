"""A point of a checklist that has failed: what is told of it wherever it is taken further."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.base.i18n import _
from styrdesk.domain import checklist_form
from styrdesk.domain.checklist import Checklist, ChecklistAnswer, ChecklistItem, ItemKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.checklists import ChecklistService


@dataclass(frozen=True, slots=True)
class FailedPoint:
    """One answer that is a failure, with its list and what was asked."""

    checklist: Checklist
    answer: ChecklistAnswer
    asked: ChecklistItem

    @property
    def title(self) -> str:
        """What comes of it is called so."""
        return f"{self.checklist.title}: {self.asked.title}"

    @property
    def told(self) -> str:
        """What was asked, answered and noted, in lines."""
        said = checklist_form.said(self.asked, self.answer.value)
        number = self.asked.kind is ItemKind.NUMBER  # of a plain no, why says nothing more
        why = checklist_form.why(self.asked, self.answer.value) if number else ""
        parts = (f"{self.asked.title}: {said}", why, self.answer.comment)
        return "\n".join(part for part in parts if part)

    @property
    def place(self) -> str:
        """Where it stands: the list, its place and day, and the point."""
        checklist = self.checklist
        day = checklist.occasion.isoformat() if checklist.occasion else checklist.started_at[:10]
        return ", ".join(filter(None, (checklist.title, checklist.place, day, self.asked.title)))


def failed_point(checklists: ChecklistService, checklist_id: str, item: int) -> FailedPoint:
    """A point by its list and number.

    Raises:
        RuleBroken: It has not failed.
    """
    answer = checklists.answers(checklist_id).get(item)
    if answer is None or not answer.failed:
        raise RuleBroken(_("Only a point that has failed is taken further."))
    checklist = checklists.get(checklist_id)
    return FailedPoint(checklist, answer, checklists.form(checklist).items[item - 1])
