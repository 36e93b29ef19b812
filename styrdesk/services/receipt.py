"""Läst och förstått: who of those concerned has read a version, and who has not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, TypeVar

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.criteria import From, Lacking
from styrdesk.domain.edition import Edition, Standing
from styrdesk.domain.errors import NobodyHere, RuleBroken
from styrdesk.domain.organisation import Person, Role, Unit, concerned, held_by, reach
from styrdesk.domain.receipt import Receipt
from styrdesk.services.changes import Changes
from styrdesk.services.register import BY_NAME
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

E = TypeVar("E", bound=Edition)


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who has read a version, or is to: then `receipt` is None."""

    person: Person
    receipt: Receipt | None


class ReceiptService:
    """Use cases of receipts.

    Args:
        store: Of the open file.
        work: The door for writes.
        clock: The time.
        person: Tells who sits here: a person's id, or empty.
    """

    def __init__(self, store: Store, work: Work, clock: Clock, person: Callable[[], str]) -> None:
        self._store, self._work, self._clock, self._person = store, work, clock, person

    def readers(self, edition: Edition) -> tuple[Reader, ...]:
        """Those concerned, and whoever else has read it, in Swedish order by name."""
        given = {one.person_id: one for one in self._given(edition)}
        ids = given.keys() | concerned(
            self._store.rows(Role),
            self._store.rows(Unit),
            self._clock.today(),
            edition.committee_id,
            edition.unit_id,
        )
        people = self._store.rows(Person, {"id": sorted(ids)}, order=(BY_NAME,))
        return tuple(Reader(person, given.get(person.id)) for person in people)

    def shares(self) -> Callable[[Edition], tuple[int, int]]:
        """Tells of an edition how many have read it, of how many: for a list of many."""
        roles, units = self._store.rows(Role), self._store.rows(Unit)
        today = self._clock.today()

        @cache
        def whom(committee_id: str | None, unit_id: str | None) -> set[str]:
            return concerned(roles, units, today, committee_id, unit_id)

        def share(edition: Edition) -> tuple[int, int]:
            given = {one.person_id for one in self._given(edition)}
            return len(given), len(given | whom(edition.committee_id, edition.unit_id))

        return share

    def _given(self, edition: Edition) -> tuple[Receipt, ...]:
        return self._store.rows(Receipt, {f"{TABLE_OF[type(edition)]}_id": edition.id})

    def may_read(self, edition: Edition) -> bool:
        """Whether it is in force, and who sits here has not said that it is read.

        Nobody known may too: then `read` says what is to be done first.
        """
        return edition.standing is Standing.IN_FORCE and self.own(edition) is None

    def own(self, edition: Edition) -> Receipt | None:
        """The receipt of who sits here, None where there is none."""
        person = self._person()
        return next((one for one in self._given(edition) if one.person_id == person), None)

    def waiting(self, kind: type[E], most: int) -> tuple[int, tuple[E, ...]]:
        """What concerns who sits here, is in force, and waits to be read.

        Args:
            kind: The record class of what is read.
            most: At most so many are given.

        Returns:
            How many there are, and those of them that were made first.
        """
        person, today = self._person(), self._clock.today()
        roles = self._store.rows(Role, {"person_id": person})
        reached = reach(held_by(person, roles, today), self._store.rows(Unit))
        if reached is None:
            return 0, ()
        unread = Lacking(Receipt, f"{TABLE_OF[kind]}_id", {"person_id": person})
        places: tuple[dict[str, object], ...] = (
            {"unit_id": None, "committee_id": (None, *sorted(reached.committees))},
            {"unit_id": sorted(reached.units)},
        )
        asked = {"standing": Standing.IN_FORCE, "id": unread}
        ids = [
            key
            for place, last in product(places, (None, From(today)))
            for key in self._store.ids(kind, {**asked, **place, "valid_to": last})
        ]
        first = {"id": sorted(ids)[:most]}
        return len(ids), self._store.rows(kind, first, order=("valid_from",))

    def read(self, edition: Edition) -> Changes:
        """Note that who sits here has read and understood a version.

        Raises:
            RuleBroken: The version is not in force.
            NobodyHere: Nobody has said who sits here.
        """
        if edition.standing is not Standing.IN_FORCE:
            raise RuleBroken(_("Only what is in force can be read and understood."))
        person = self._person()
        if not person or not self._store.count(Person, {"id": person}):
            raise NobodyHere
        if not self.may_read(edition):
            return self._work.last
        links: dict[str, Any] = {f"{TABLE_OF[type(edition)]}_id": edition.id, "person_id": person}
        made = Receipt(new_id(), **links, version=edition.version, read_on=self._clock.today())
        with self._work.step(N_("Read and understood")):
            self._store.save(made)
        return self._work.last
