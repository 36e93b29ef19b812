"""Laws and regulations: a first set of them, and the check that what stands here is still so."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.base.paths import resource
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.regulation import Regulation, checked
from styrdesk.services.changes import Changes
from styrdesk.services.styrmodell import load
from styrdesk.services.work import Work
from styrdesk.storage.store import Store

_SET: Final = ("quality", "regulations.toml")


@cache
def starting_set() -> tuple[tuple[str, str], ...]:
    """Number and title of the laws that most municipalities work under.

    Raises:
        FileProblem: The file with them cannot be read.
    """
    path = resource(*_SET)
    try:
        return tuple((row["number"], row["title"]) for row in load(path)["regulations"])
    except (KeyError, TypeError) as error:
        words = _("{name} cannot be read: {error}").format(name=path.name, error=error)
        raise FileProblem(FileFault.UNREADABLE, words) from error


class RegulationService:
    """Use cases around the laws, beside those of a register."""

    def __init__(self, store: Store, work: Work, clock: Clock, person: Callable[[], str]) -> None:
        self._store, self._work, self._clock, self._person = store, work, clock, person

    def begin(self) -> Changes:
        """Add the starting set in one step; a law whose number is there already is left alone."""
        held = {row.number for row in self._store.rows(Regulation)}
        with self._work.step(N_("Add the starting set of laws")):
            for number, title in starting_set():
                if number not in held:
                    self._store.save(Regulation(new_id(), title=title, number=number))
        return self._work.last

    def check_now(self, *ids: str) -> Changes:
        """Note that regulations were looked at today, by the person who sits here."""
        rows = [self._store.get(Regulation, key) for key in ids]
        with self._work.step(N_("Check law")):
            for row in rows:
                self._store.save(checked(row, self._clock.today(), self._person()))
        return self._work.last
