"""Saved filters of the lists: one of a name in each."""

from __future__ import annotations

from dataclasses import replace

from styrdesk.base.collation import fold
from styrdesk.domain.saved_filter import SavedFilter
from styrdesk.services.register import Register


class FilterService:
    """Use cases of saved filters.

    Args:
        register: Of all of them.
    """

    def __init__(self, register: Register[SavedFilter]) -> None:
        self._register = register

    def of(self, register: str) -> tuple[SavedFilter, ...]:
        """Those of a list, by name in Swedish order."""
        return self._register.rows({"register": register})

    def keep(self, wanted: SavedFilter) -> SavedFilter:
        """Keep a filter; one of the same name in the same list becomes this one.

        Raises:
            RuleBroken: It has no name, or too long a one.
        """
        wanted = replace(wanted, name=" ".join(wanted.name.split()))
        same = [one for one in self.of(wanted.register) if fold(one.name) == fold(wanted.name)]
        if same:
            wanted = replace(wanted, id=same[0].id)
            self._register.save(wanted)
        else:
            self._register.add(wanted)
        return wanted

    def drop(self, filter_id: str) -> None:
        """Delete one."""
        self._register.delete(filter_id)
