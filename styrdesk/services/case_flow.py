"""A case on its way: on, past, back, closed, opened again, merged; and secret ones opened."""

from __future__ import annotations

from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.domain import case_flow
from styrdesk.domain.case import (
    Case,
    CaseEvent,
    CaseLetter,
    Cause,
    Happened,
    Measure,
)
from styrdesk.domain.case_type import CaseStage, LetterKind, StageKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.services.case_data import starting_set
from styrdesk.services.cases import CaseRegister
from styrdesk.services.changes import Changes
from styrdesk.services.secrecy import Secrecy
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class CaseFlow:
    """Use cases of a case's way through its steps. Each is one step of the journal."""

    def __init__(self, store: Store, work: Work, cases: CaseRegister, secrecy: Secrecy) -> None:
        self._store, self._work, self._cases = store, work, cases
        self.secrecy = secrecy

    def begin(self) -> Changes:
        """Put the shipped kinds of cases, categories and letters into a file that has none."""
        with self._work.step(N_("Begin with kinds of cases")):
            for record in starting_set():
                self._store.save(record)
        return self._work.last

    # ---- reading -----------------------------------------------------------------------------

    def events(self, case_id: str) -> tuple[CaseEvent, ...]:
        """What has happened to a case, the latest first."""
        return self._store.rows(CaseEvent, {"case_id": case_id}, order=("-position",))

    def causes(self, case_id: str) -> tuple[Cause, ...]:
        """Its whys, in order."""
        return self._store.rows(Cause, {"case_id": case_id})

    def measures(self, case_id: str) -> tuple[Measure, ...]:
        """Its measures, in order."""
        return self._store.rows(Measure, {"case_id": case_id})

    # ---- on ----------------------------------------------------------------------------------

    def go_on(self, case_id: str) -> Changes:
        """Take a case to its next step.

        Raises:
            RuleBroken: Something must be there first; `field` tells where it is written.
        """
        case, next_one = self._standing(case_id)
        way = self._cases.way(case.type_id)
        case_flow.check_leaves(case, way, self.causes(case_id), self.measures(case_id))
        if next_one.kind is StageKind.CLOSED:
            case_flow.check_settled(self.measures(case_id))
        return self._enter(case, next_one, N_("Take a case to its next step"), Happened.MOVED)

    def pass_over(self, case_id: str) -> Changes:
        """Leave an optional step as it is, and go on.

        Raises:
            RuleBroken: The step is not optional.
        """
        case, next_one = self._standing(case_id)
        stage = self._cases.way(case.type_id).at(case)
        if stage is None or not stage.optional:
            raise RuleBroken(_("This step is not passed over."))
        with self._work.step(N_("Pass over a step")):
            self._cases.note(case, Happened.PASSED, stage)
            self._cases.write(self._moved(case, next_one))
            self._cases.note(case, Happened.MOVED, next_one)
        return self._work.last

    def go_back(self, case_id: str) -> Changes:
        """Take a case back to the step before.

        Raises:
            RuleBroken: It stands in the first, or is closed.
        """
        case = self._open_case(case_id)
        before = self._cases.way(case.type_id).before(case)
        if before is None:
            raise RuleBroken(_("There is no step before this one."))
        return self._enter(case, before, N_("Take a case back"), Happened.MOVED_BACK)

    def reopen(self, case_id: str, reason: str) -> Changes:
        """Open a closed case again: it stands where it is investigated, or else after its arrival.

        Raises:
            RuleBroken: No reason, or it is not closed.
        """
        case = self._cases.get(case_id)
        required(reason, "reason", _("Write why."))
        if case.is_open:
            raise RuleBroken(_("The case is not closed."), "reason")
        way = self._cases.way(case.type_id)
        stage = (
            way.of_kind(StageKind.INVESTIGATION) or way.of_kind(StageKind.ANSWER) or way.stages[0]
        )
        opened = replace(
            self._moved(case, stage),
            closed_on=None,
            duplicate_of=None,
            reopened=case.reopened + 1,
        )
        with self._work.step(N_("Open a case again")):
            self._cases.write(opened)
            self._cases.note(opened, Happened.REOPENED, stage, reason.strip())
        return self._work.last

    def merge(self, case_id: str, main_id: str) -> Changes:
        """Close a case as a duplicate: it points at the one that goes on, and both tell of it.

        Raises:
            RuleBroken: The main one is itself, another nämnd's, or a duplicate.
        """
        case, main = self._open_case(case_id), self._cases.get(main_id)
        if case.id == main.id or main.committee_id != case.committee_id:
            raise RuleBroken(_("Choose another case of the same committee."), "main_id")
        if main.duplicate_of is not None:
            raise RuleBroken(
                _("That one is itself a duplicate. Choose the one it goes on in."), "main_id"
            )
        way = self._cases.way(case.type_id)
        last = way.of_kind(StageKind.CLOSED) or way.stages[-1]
        closed = replace(self._moved(case, last), closed_on=self._cases.today, duplicate_of=main.id)
        with self._work.step(N_("Merge duplicates")):
            self._cases.write(closed)
            self._cases.note(closed, Happened.MERGED, what=main.code)
            self._cases.note(closed, Happened.CLOSED, last)
            self._cases.note(main, Happened.TOOK_IN, what=case.code)
        return self._work.last

    # ---- letters -----------------------------------------------------------------------------

    def sent(self, letter_id: str) -> Changes:
        """Note that a letter is sent today: it is not changed any more.

        Raises:
            RuleBroken: It is empty, or sent already.
        """
        letter = self._store.get(CaseLetter, letter_id)
        case = self._open_case(letter.case_id)
        required(letter.body, "body", _("Write the letter first."))
        if letter.sent_on is not None:
            raise RuleBroken(_("It is noted as sent already."))
        with self._work.step(N_("Note that a letter is sent")):
            self._store.save(replace(letter, sent_on=self._cases.today))
            self._answered(case, letter.kind)
        return self._work.last

    def answered(self, case_id: str, kind: LetterKind) -> Changes:
        """Note that who wrote in has been answered another way, in words or by telephone."""
        case = self._open_case(case_id)
        with self._work.step(N_("Note an answer")):
            self._answered(case, kind)
        return self._work.last

    def _answered(self, case: Case, kind: LetterKind) -> None:
        today = self._cases.today
        if kind is LetterKind.ANSWER:
            changed = replace(case, answered_on=case.answered_on or today)
            happened = Happened.ANSWERED
        else:
            changed = replace(case, acknowledged_on=case.acknowledged_on or today)
            happened = Happened.ACKNOWLEDGED
        self._cases.write(changed)
        self._cases.note(case, happened)

    # ---- secrecy -----------------------------------------------------------------------------

    def open_secret(self, reason: str, *case_ids: str) -> Changes:
        """Let secret cases be seen, once it is noted who opened them, when and why.

        Undo does not pass it: who has seen what is no slip of the hand.

        Raises:
            RuleBroken: No reason.
        """
        required(reason, "reason", _("Write why you need to see it."))
        cases = [self._cases.get(case_id) for case_id in case_ids]
        with self._work.barrier(N_("Open a secret case")):
            for case in cases:
                self._cases.note(case, Happened.OPENED, what=reason.strip())
        for case in cases:
            self.secrecy.open(case.id)
        return self._work.last

    # ---- how ---------------------------------------------------------------------------------

    def _open_case(self, case_id: str) -> Case:
        case = self._cases.get(case_id)
        if not case.is_open:
            raise RuleBroken(_("The case is closed. Open it again to change it."))
        return case

    def _standing(self, case_id: str) -> tuple[Case, CaseStage]:
        case = self._open_case(case_id)
        following = self._cases.way(case.type_id).next(case)
        if following is None:
            raise RuleBroken(_("There is no step after this one."))
        return case, following

    def _enter(self, case: Case, stage: CaseStage, label: str, kind: Happened) -> Changes:
        closes = stage.kind is StageKind.CLOSED
        moved = self._moved(case, stage)
        if closes:
            moved = replace(moved, closed_on=self._cases.today)
        with self._work.step(label):
            self._cases.write(moved)
            self._cases.note(moved, Happened.CLOSED if closes else kind, stage)
        return self._work.last

    def _moved(self, case: Case, stage: CaseStage) -> Case:
        return replace(case, stage_id=stage.id, entered=self._cases.today)
