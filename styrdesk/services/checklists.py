"""Filling in a checklist: begin, answer, sign, reopen; and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import checklist_form, occasions
from styrdesk.domain.agenda import Whose
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistVersion,
    Frequency,
)
from styrdesk.domain.checklist_form import Form, Progress
from styrdesk.domain.checklist_lines import DueList, Outcome
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Unit
from styrdesk.domain.record import Record
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.life import LifeService
from styrdesk.services.register import Register, RegisterSpec
from styrdesk.services.work import Work
from styrdesk.storage.checklists import Checklists
from styrdesk.storage.file import File
from styrdesk.storage.store import Where

AHEAD: Final = timedelta(days=30)
_ALWAYS: Final = (date.min, date.max)
_form = lru_cache(maxsize=64)(checklist_form.load)


class ChecklistService(Register[Checklist]):
    """Use cases of the lists that are filled in: a register that its own acts alone change.

    Args:
        file: The open file.
        work: The door for writes.
        life: Tells the moment and who sits here.
        spec: What they are.
        guard: Of what a plan owns.
    """

    def __init__(
        self,
        file: File,
        work: Work,
        life: LifeService,
        spec: RegisterSpec[Checklist],
        guard: PlanGuard,
    ) -> None:
        super().__init__(file.store, work, spec, guard)
        self._life = life
        self._asked = Checklists(file.db)

    # ---- reading -----------------------------------------------------------------------------

    def rows(
        self,
        where: Where | None = None,
        *,
        words: str = "",
        order: Sequence[str] = ("-occasion",),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[Checklist, ...]:
        """Lists that fit; see `Store.rows`."""
        return self._store.rows(
            Checklist, where, words=words, order=order, limit=limit, offset=offset
        )

    def version(self, checklist: Checklist) -> ChecklistVersion:
        """The frozen version a list rests on."""
        return self._store.get(ChecklistVersion, checklist.version_id)

    def form(self, checklist: Checklist) -> Form:
        """What a list asks, as it was when it was begun."""
        return _form(self.version(checklist).content)

    def template_form(self, template_id: str) -> Form:
        """What a template asks now."""
        template = self._store.get(ChecklistTemplate, template_id)
        items = self._store.rows(ChecklistItem, {"template_id": template_id})
        return checklist_form.form_of(template, items)

    def answers(self, checklist_id: str) -> dict[int, ChecklistAnswer]:
        """The answers of a list by the number of their item."""
        rows = self._store.rows(ChecklistAnswer, {"checklist_id": checklist_id}, order=("item",))
        return {answer.item: answer for answer in rows}

    def progress(self, checklist: Checklist) -> Progress:
        """How far a list has come."""
        answers = self.answers(checklist.id).values()
        return checklist_form.progress(self.form(checklist), answers)

    def answered(self, checklist_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
        """How many answers, and failures among them, some open lists have."""
        return self._asked.answered(checklist_ids)

    def is_outdated(self, checklist: Checklist) -> bool:
        """Whether the template has changed since the list was begun."""
        now = checklist_form.dump(self.template_form(checklist.template_id))
        return self.version(checklist).content != now

    def outcome(self, template_id: str, unit_id: str | None = None) -> tuple[Outcome, ...]:
        """The outcome month by month; see `storage.checklists`."""
        return self._asked.outcome(template_id, unit_id)

    # ---- what is due -------------------------------------------------------------------------

    def late(
        self, committee_id: str, today: date, mine: Whose | None = None
    ) -> tuple[DueList, ...]:
        """Lists whose newest occasion has passed without a signature, the oldest first.

        Earlier occasions are no longer asked for: a list is late until its next one has passed.
        """
        found = (self._asked.due(committee_id, *asked, mine=mine) for asked in _latest(today))
        return _by_day(found)

    def count_late(self, committee_id: str, today: date) -> int:
        """How many lists of a nämnd are late."""
        return sum(self._asked.count_due(committee_id, *asked) for asked in _latest(today))

    def count_coming(self, committee_id: str, today: date) -> int:
        """How many lists of a nämnd come within thirty days."""
        return sum(self._asked.count_due(committee_id, *asked) for asked in _upcoming(today))

    def due(self, committee_id: str, today: date) -> tuple[DueList, ...]:
        """What is late and what comes, for everybody and not begun, by day."""
        found = (*self.late(committee_id, today), *self.coming(committee_id, today))
        return tuple(row for row in found if row.checklist_id is None)

    def coming(
        self, committee_id: str, today: date, mine: Whose | None = None
    ) -> tuple[DueList, ...]:
        """The next occasion of each list within thirty days that is not signed, by day."""
        found = (self._asked.due(committee_id, *asked, mine=mine) for asked in _upcoming(today))
        return _by_day(found)

    # ---- filling in --------------------------------------------------------------------------

    def begin(
        self, template_id: str, committee_id: str, unit_id: str | None, occasion: date | None
    ) -> str:
        """Begin a list, or find the one that is begun for the occasion already.

        Args:
            template_id: What is filled in.
            committee_id: The nämnd, where the unit tells none.
            unit_id: The unit; None for the whole nämnd.
            occasion: The last day of what it is for; None at an event.

        Returns:
            The list's id.

        Raises:
            RuleBroken: The template has no items yet.
        """
        place = {"template_id": template_id, "unit_id": unit_id, "occasion": occasion}
        there = self._store.rows(Checklist, place) if occasion is not None else ()
        if there:
            return there[0].id
        form = self.template_form(template_id)
        if not form.points():
            raise RuleBroken(_("The template asks for nothing yet. Write its items first."))
        unit = self._store.get(Unit, unit_id) if unit_id else None
        committee = self._store.get(Committee, unit.committee_id if unit else committee_id)
        with self._work.step(N_("Begin checklist")):
            made = Checklist(
                new_id(),
                template_id,
                self._frozen(template_id, form),
                committee.id,
                unit_id,
                title=form.title,
                place=unit.name if unit else committee.name,
                occasion=occasion,
                points=len(form.points()),
                started_at=self._life.now(),
                started_by=self._life.who(),
            )
            self._store.save(made)
        return made.id

    def _frozen(self, template_id: str, form: Form) -> str:
        """Id of the version with this form: the newest one, or one made now."""
        content = checklist_form.dump(form)
        newest = self._store.rows(
            ChecklistVersion, {"template_id": template_id}, order=("-number",), limit=1
        )
        if newest and newest[0].content == content:
            return newest[0].id
        number = newest[0].number + 1 if newest else 1
        made = ChecklistVersion(new_id(), template_id, number, content, self._life.now())
        self._store.save(made)
        return made.id

    def answer(self, checklist_id: str, item: int, words: str, visit: str = "") -> Changes:
        """Answer an item: stamped with who and when; empty words take the answer away.

        Raises:
            RuleBroken: The list is signed, or the words cannot be an answer.
        """
        asked = self.form(self.get(checklist_id)).items[item - 1]
        value = checklist_form.read(asked, words)
        with self._work.step(N_("Answer in a checklist"), visit):
            before = self._open_answer(checklist_id, item)
            now, who = self._life.now(), self._life.who()
            self._keep(checklist_form.stamped(before, asked, value, now, who))
        return self._work.last

    def comment(self, checklist_id: str, item: int, words: str, visit: str = "") -> Changes:
        """Write a comment at an item.

        Raises:
            RuleBroken: The list is signed.
        """
        with self._work.step(N_("Comment in a checklist"), visit):
            self._keep(replace(self._open_answer(checklist_id, item), comment=words.strip()))
        return self._work.last

    def _open_answer(self, checklist_id: str, item: int) -> ChecklistAnswer:
        self.see_that_it_is_open(checklist_id)
        found = self._store.rows(ChecklistAnswer, {"checklist_id": checklist_id, "item": item})
        return found[0] if found else ChecklistAnswer(new_id(), checklist_id, item)

    def _keep(self, answer: ChecklistAnswer) -> None:
        if answer.value or answer.comment:
            self._store.save(answer)
        else:
            self._store.delete(ChecklistAnswer, answer.id)

    def sign(self, checklist_id: str, remark: str = "") -> Changes:
        """Sign a list and lock it; undo does not pass it.

        Raises:
            RuleBroken: It is signed already, or obligatory items lack an answer; `field` is the
                number of the first of them.
            NobodyHere: Nobody has said who signs it.
        """
        checklist = self.get(checklist_id)
        self.see_that_it_is_open(checklist_id)
        come = self.progress(checklist)
        if come.lacking:
            titles = self.form(checklist).items
            words = "; ".join(titles[n - 1].title for n in come.lacking)
            said = _("These must be answered before you sign: {items}.")
            raise RuleBroken(said.format(items=words), str(come.lacking[0]))
        name = self._life.signer()
        with self._work.barrier(N_("Sign checklist")):
            signed = replace(
                checklist,
                status=ChecklistStatus.SIGNED,
                answered=come.answered,
                failed=come.failed,
                signed_at=self._life.now(),
                signed_by=name,
                remark=remark.strip(),
            )
            self._store.save(signed)
        return self._work.last

    def reopen(self, checklist_id: str) -> Changes:
        """Open a signed list again; who did it and when is kept, and the signature goes.

        Raises:
            RuleBroken: It is not signed.
        """
        checklist = self.get(checklist_id)
        if checklist.status is not ChecklistStatus.SIGNED:
            raise RuleBroken(_("The checklist is not signed."))
        with self._work.barrier(N_("Reopen checklist")):
            opened = replace(
                checklist,
                status=ChecklistStatus.OPEN,
                signed_at="",
                signed_by="",
                reopened_at=self._life.now(),
                reopened_by=self._life.who(),
            )
            self._store.save(opened)
        return self._work.last

    def delete(self, *checklist_ids: str) -> Changes:
        """Delete lists that are not signed, with their answers.

        Raises:
            RuleBroken: One of them is signed.
        """
        for checklist_id in checklist_ids:
            self.see_that_it_is_open(checklist_id)
        with self._work.step(N_("Delete checklist")):
            for checklist_id in checklist_ids:
                self._store.delete(Checklist, checklist_id)
        return self._work.last

    def see_that_it_is_open(self, checklist_id: str) -> None:
        """A signed list is frozen: its answers, its comments and its files.

        Raises:
            RuleBroken: It is signed.
        """
        if self.get(checklist_id).status is ChecklistStatus.SIGNED:
            raise RuleBroken(_("The checklist is signed. Reopen it to change it."))

    # ---- history and trash -------------------------------------------------------------------

    def check(self, record: Checklist) -> None:
        """No list is changed as a record of a register is."""
        if self._store.rows(Checklist, {"id": record.id}) != (record,):
            self.refuse(record)

    def refuse(self, _record: Record, _visit: str = "") -> Changes:
        """Never from the history: an answer that is put back there would lack its stamp.

        Raises:
            RuleBroken: Always.
        """
        raise RuleBroken(_("Answer in the checklist itself, so that it is stamped."))

    def may_come_back(self, record: Record) -> None:
        """Whether a list or an answer may come back from the trash.

        Raises:
            RuleBroken: The answer belongs to a signed list.
        """
        if isinstance(record, ChecklistAnswer):
            self.see_that_it_is_open(record.checklist_id)


def _latest(today: date) -> Iterable[tuple[Frequency, date | None, tuple[date, date]]]:
    """What is asked of each frequency for what is late."""
    yield Frequency.ONCE, None, (date.min, today - timedelta(days=1))
    for frequency in Frequency:
        found = occasions.latest(frequency, today)
        if found is not None:
            yield frequency, found.last, _ALWAYS


def _upcoming(today: date) -> Iterable[tuple[Frequency, date | None, tuple[date, date]]]:
    """What is asked of each frequency for what comes."""
    yield Frequency.ONCE, None, (today, today + AHEAD)
    for frequency in Frequency:
        found = occasions.upcoming(frequency, today)
        if found is not None:
            yield frequency, found.last, (today, today + AHEAD)


def _by_day(found: Iterable[Sequence[DueList]]) -> tuple[DueList, ...]:
    return tuple(sorted((row for rows in found for row in rows), key=lambda row: row.day))
