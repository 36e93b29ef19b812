"""Who did what when with a plan: the stamps of its life, and the hand that makes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from styrdesk.base.clock import Clock
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import NobodyHere
from styrdesk.domain.life import LifeStep, steps
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import PlanStamp
from styrdesk.storage.store import Store


class LifeService:
    """Stamps of plans. They are a part of the step that makes them, so undo takes them along.

    Args:
        store: Of the open file.
        clock: The time.
        person: Tells who sits here: a person's id, or empty.
    """

    def __init__(self, store: Store, clock: Clock, person: Callable[[], str]) -> None:
        self._store, self._clock, self._person = store, clock, person

    def now(self) -> str:
        """The moment, ISO 8601 with its offset."""
        return self._clock.now().isoformat()

    def today(self) -> date:
        """The day."""
        return self._clock.today()

    def who(self) -> str:
        """Name of who sits here; empty while nobody has said."""
        found = self._store.rows(Person, {"id": self._person()})
        return found[0].name if found else ""

    def signer(self) -> str:
        """Name of who sits here, for what has to bear one.

        Raises:
            NobodyHere: Nobody has said who it is.
        """
        name = self.who()
        if not name:
            raise NobodyHere
        return name

    def stamp(self, plan_id: str, version: int, status: PlanStatus, at: str = "") -> None:
        """Note, inside a step, that a plan came to a status on its way to a version."""
        made = PlanStamp(new_id(), plan_id, version, status, at or self.now(), self.who())
        self._store.save(made)

    def steps(self, plan_id: str, version: int) -> tuple[LifeStep, ...]:
        """The life of a version, or of what is to become it, with who and when."""
        return steps(self._store.rows(PlanStamp, {"plan_id": plan_id}), version)
