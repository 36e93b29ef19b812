"""Cases made of failures in checklists, and the way between the two."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.case import Case, CaseLink, Channel
from styrdesk.domain.case_type import CaseType
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.checklist import ChecklistAnswer
from styrdesk.domain.errors import RuleBroken
from styrdesk.services.cases import CaseRegister
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.failed_point import failed_point
from styrdesk.storage.store import Store

TARGET = TABLE_OF[ChecklistAnswer]


class ChecklistCases:
    """Use cases between checklists and cases. The link is the case's own, so it goes with it."""

    def __init__(self, store: Store, cases: CaseRegister, checklists: ChecklistService) -> None:
        self._store, self._cases, self._checklists = store, cases, checklists

    def of(self, checklist_id: str) -> dict[int, Case]:
        """The newest case of each point of a list that has one, by the item's number."""
        answers = self._checklists.answers(checklist_id)
        places = {answer.id: place for place, answer in answers.items()}
        links = self._store.rows(CaseLink, {"target": TARGET, "record": list(places)})
        cases = {case.id: case for case in self._store.rows(
            Case, {"id": [link.case_id for link in links]}, order=("id",))}  # fmt: skip
        return {places[link.record]: cases[link.case_id] for link in links}

    def make(self, checklist_id: str, item: int) -> str:
        """Register a deviation of a failed point, with what was asked, answered and noted.

        Returns:
            The case's id; that of the one there is, where the point has one already.

        Raises:
            RuleBroken: The point has not failed, or the file has no kind of case for it.
        """
        there = self.of(checklist_id).get(item)
        if there is not None:
            return there.id
        point = failed_point(self._checklists, checklist_id, item)
        case = Case(
            new_id(),
            point.checklist.committee_id or "",
            self._kind().id,
            title=point.title,
            channel=Channel.CHECKLIST,
            body=point.told,
            unit_id=point.checklist.unit_id,
        )
        link = CaseLink(new_id(), target=TARGET, record=point.answer.id, title=point.place)
        return self._cases.add_with(case, (link,)).id

    def _kind(self) -> CaseType:
        """The kind that is of our own work: assessed, with nobody outside who waits."""
        kinds = self._cases.types()
        ours = [kind for kind in kinds if kind.assessed and not kind.answered]
        if not kinds:
            raise RuleBroken(
                _("There is no kind of case yet. Begin with one under Kinds of cases.")
            )
        return (ours or list(kinds))[0]

    def checklist_of(self, case_id: str) -> tuple[str, str] | None:
        """Ids of the list and the answer a case was made of; None where it was made of none."""
        for link in self._store.rows(CaseLink, {"case_id": case_id, "target": TARGET}):
            for answer in self._store.rows(ChecklistAnswer, {"id": link.record}):
                return answer.checklist_id, answer.id
        return None
