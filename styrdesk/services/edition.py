"""Versions that follow one another: the next is drafted, takes effect, or the last is withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import edition
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.edition import OVER, Edition, Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import Record
from styrdesk.services.attachment import FileGuard
from styrdesk.services.changes import Changes
from styrdesk.services.register import RegisterSpec
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

E = TypeVar("E", bound=Edition)
P = TypeVar("P", bound=Record)


class EditionService(Generic[E]):
    """Use cases of one kind of editions.

    Args:
        store: Of the open file.
        work: The door for writes.
        clock: The time.
        kind: The record class.
        rule: Its rules as a single record.
        parts: What a version owns and the next begins with: record classes.
    """

    def __init__(  # noqa: PLR0913, RUF100  # what one kind is made of
        self,
        store: Store,
        work: Work,
        clock: Clock,
        kind: type[E],
        rule: Callable[[E], None],
        parts: Sequence[type],
    ) -> None:
        self._store, self._work, self._clock = store, work, clock
        self._kind, self._rule, self._parts = kind, rule, tuple(parts)
        self._link = f"{TABLE_OF[kind]}_id"

    def check(self, record: E) -> None:
        """The rules of its kind, and that what was adopted stays as it was adopted.

        Its way from draft to replaced is gone by the acts below, and by no other door.

        Raises:
            RuleBroken: A rule says no.
        """
        self._rule(record)
        for held in self._store.rows(self._kind, {"id": record.id}):
            if held.standing in OVER and held != record:
                raise _over()
            if _way(held) != _way(record):
                raise RuleBroken(_("It is adopted, replaced or withdrawn by its own buttons."))
            changed = edition.adopted_change(held, record)
            if held.standing is Standing.IN_FORCE and changed:
                raise _locked(held, changed)

    def see_that_it_is_not_over(self, record_id: str) -> None:
        """What is in force no longer is kept as it was, with its files and its lines.

        Raises:
            RuleBroken: It is replaced or withdrawn.
        """
        for held in self._store.rows(self._kind, {"id": record_id}):
            if held.standing in OVER:
                raise _over()

    def see_that_it_may_change(self, record_id: str) -> None:
        """What was adopted is locked, with the lines that are a part of it and its files.

        Raises:
            RuleBroken: It is no draft.
        """
        self.see_that_it_is_not_over(record_id)
        for held in self._store.rows(self._kind, {"id": record_id}):
            if held.standing is Standing.IN_FORCE:
                raise _locked(held)

    def guarding(self, spec: RegisterSpec[P], *, adopted: bool = False) -> RegisterSpec[P]:
        """The register of what a version owns, with a rule above beside its own.

        Args:
            spec: The register.
            adopted: Whether the lines are a part of what was adopted, and are locked with it.
        """
        see = self.see_that_it_may_change if adopted else self.see_that_it_is_not_over

        def see_those_held(part_ids: Collection[str]) -> None:
            for part in self._store.rows(spec.kind, {"id": list(part_ids)}):
                see(getattr(part, self._link))

        def check(part: P) -> None:
            see_those_held((part.id,))
            see(getattr(part, self._link))
            if spec.check is not None:
                spec.check(part)

        return replace(spec, check=check, check_delete=see_those_held)

    def file_guard(self) -> FileGuard:
        """A file is added to what is in force, such as the signed minutes; none is taken away."""
        return FileGuard(self.see_that_it_is_not_over, self.see_that_it_may_change)

    def renew(self, record_id: str) -> E:
        """Draft the next version, with what the last one owns.

        Raises:
            RuleBroken: The last is not in force, or the next is drafted already.
        """
        last = self._store.get(self._kind, record_id)
        made = edition.next_version(last, new_id())
        if self._store.count(self._kind, {"replaces_id": record_id}):
            raise RuleBroken(_("The next version is drafted already."))
        with self._work.step(N_("New version")):
            self._store.save(made)
            for kind in self._parts:
                rows: Sequence[Any] = self._store.rows(kind, {self._link: record_id})
                for row in rows:
                    self._store.save(replace(row, id=new_id(), **{self._link: made.id}))
        return self._store.get(self._kind, made.id)

    def adopted_by(self, draft: E) -> str:
        """Who adopts such, in words; empty where that is not known before."""
        return draft.decided_by

    def adopt(
        self,
        record_id: str,
        decided_by: str,
        decided_on: date | None,
        valid_from: date | None,
        **more: str,
    ) -> Changes:
        """Note who adopted a draft and when, and let it take effect: one step.

        Args:
            record_id: Of the draft.
            decided_by: In words.
            decided_on: The day.
            valid_from: The day it takes effect; today, or the day of adoption, if None.
            more: What else its kind notes of a decision: the paragraph of the minutes.

        Raises:
            RuleBroken: As `take_effect`.
        """
        draft = self._store.get(self._kind, record_id)
        facts: dict[str, Any] = {"decided_by": decided_by.strip(), "decided_on": decided_on}
        facts |= {name: words.strip() for name, words in more.items()}
        return self._put_in_force(replace(draft, **facts, valid_from=valid_from))

    def take_effect(self, record_id: str) -> Changes:
        """A draft takes effect as it stands, and the version before it is replaced: one step.

        Raises:
            RuleBroken: Nobody has adopted it, its day has not come, or another has taken its
                place; `field` tells what is lacking.
        """
        return self._put_in_force(self._store.get(self._kind, record_id))

    def _put_in_force(self, draft: E) -> Changes:
        made = self.reviewed_first(edition.in_force(draft, self._clock.today()))
        self._rule(made)
        before = self._store.rows(self._kind, {"id": made.replaces_id or ""})
        over = [
            edition.replaced(last, made)
            for last in before
            if last.standing is not Standing.WITHDRAWN
        ]
        with self._work.step(N_("Adopt")):
            for record in (*over, made):
                self._store.save(record)
        return self._work.last

    def reviewed_first(self, record: E) -> E:
        """The record with the day of its first review, where its kind has a rule for that."""
        return record

    def withdraw(self, record_id: str) -> Changes:
        """What is in force is so no longer, from today, and nothing replaces it."""
        made = edition.withdrawn(self._store.get(self._kind, record_id), self._clock.today())
        with self._work.step(N_("Withdraw")):
            self._store.save(made)
        return self._work.last

    def chain(self, record_id: str) -> tuple[E, ...]:
        """All versions of what a record is one of, the first first."""
        found = {record_id: self._store.get(self._kind, record_id)}
        wanted = [record_id]
        while wanted:
            rows = self._store.rows(self._kind, {"replaces_id": wanted})
            before = [one.replaces_id for one in found.values() if one.replaces_id]
            rows += self._store.rows(self._kind, {"id": before})
            new = {row.id: row for row in rows if row.id not in found}
            found |= new
            wanted = list(new)
        return edition.chain(found.values(), record_id)


def _over() -> RuleBroken:
    return RuleBroken(_("It is no longer in force, and is kept as it was."))


def _locked(held: Edition, field: str = "") -> RuleBroken:
    said = _("Version {number} is in force, and is locked as it was adopted. Make a new version.")
    return RuleBroken(said.format(number=held.version), field)


def _way(record: Edition) -> tuple[object, ...]:
    return record.standing, record.version, record.replaces_id
