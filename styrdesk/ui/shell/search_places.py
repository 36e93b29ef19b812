"""Which page shows each kind of record, so that a hit of the search leads there."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.domain.catalogue import RECORDS, TABLE_OF, owners
from styrdesk.domain.search import FOUND
from styrdesk.services.registers import REGISTERS
from styrdesk.services.search import Hit
from styrdesk.ui.kit.piece import PageSpec, PieceSpec, Target, Where

Place = tuple[str, str]  # keys of a tab and of a page of it


def told_by(page: PageSpec) -> Sequence[str]:
    """The kinds of record a page says that it shows, or is itself named as."""
    return page.shows or ([page.key] if page.key in RECORDS else ())


def named_for(page: PageSpec) -> Sequence[str]:
    """The kind of record of the register that a page is named for."""
    spec = REGISTERS.get(page.key)
    return [TABLE_OF[spec.kind]] if spec is not None and not page.shows else ()


class SearchPlaces:
    """Where hits lead.

    Args:
        pieces: The tabs.
    """

    def __init__(self, pieces: Sequence[PieceSpec]) -> None:
        self._places: dict[str, Place] = {}
        pages = [(spec.key, page) for spec in pieces for page in spec.pages()]
        for tables_of in (told_by, named_for):
            for key, page in pages:
                for table in tables_of(page):
                    self._places.setdefault(table, (key, page.key))

    def tables(self) -> tuple[str, ...]:
        """The kinds that are shown somewhere, themselves or as a part of another."""
        return tuple(table for table in FOUND if self._is_shown(table))

    def _is_shown(self, table: str) -> bool:
        above = (owner for _field, owner in owners(table) if owner != table)
        return table in self._places or any(map(self._is_shown, above))

    def target(self, hit: Hit) -> Target | None:
        """The record, or what it is a part of, on its page; None where none shows it."""
        part = ""
        for table, record in hit.chain:
            if table in self._places:
                field = "" if part else hit.field_key
                return Target(*self._places[table], record, field, table, part)
            part = record
        return None


def where_of(hit: Hit, now: Where) -> Where:
    """The nämnd and year that must be chosen for a hit to be shown; as they are where they may."""
    year = now.year
    if hit.years is not None:
        first, last = hit.years
        year = min(max(now.year, first), last)
    return Where(hit.committee_id or now.committee_id, year)
