"""Registers as lists outside their pages: which there are, their columns, and their rows in words.

The columns follow from the record's fields alone, so that a new register has them by being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from styrdesk.base.i18n import _, in_each
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.naming import field_words, list_name
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.domain.search import FOUND, is_masked
from styrdesk.domain.telling import PICTURES, SILENT, told
from styrdesk.services.catalogue import Services
from styrdesk.services.names import DEFAULT_UNIT, Names
from styrdesk.services.register import Register
from styrdesk.services.registers import REGISTERS
from styrdesk.storage.store import listed

_PIECE: Final = 1000  # rows read at a time


@dataclass(frozen=True, slots=True)
class FieldColumn:
    """A field as a column.

    Attributes:
        title: Translated, and of no other column.
        names: What the column may be called in a spreadsheet: in each language, or as the field.
        figures: Whether it holds figures, which stand right.
    """

    spec: FieldSpec
    title: str
    names: tuple[str, ...]
    figures: bool


@dataclass(frozen=True)
class Listing:
    """A register as a list.

    Attributes:
        key: The register's name, as in `Services`: "people".
        table: The kind of its records.
        title: What the list is called, translated.
        columns: Every field that is told, in their order.
    """

    key: str
    table: str
    title: str
    columns: tuple[FieldColumn, ...]
    register: Register[Any]
    names: Names

    @staticmethod
    def unknown(key: str) -> str:
        """What to say of a register that there is not."""
        return _("There is no register {key}.").format(key=key)

    def rows(self) -> Iterator[Any]:
        """Its records in Swedish order; those that are masked are left out."""
        order = ("sort_key",) if listed(self.table)[0] else ()
        for offset in range(0, self.register.count(), _PIECE):
            rows = self.register.rows(order=order, limit=_PIECE, offset=offset)
            yield from (row for row in rows if not is_masked(row))

    def words(self, row: Any) -> Iterator[str]:  # noqa: ANN401  # any record
        """A record's cells as they are read."""
        for column in self.columns:
            value, spec = getattr(row, column.spec.name), column.spec
            yield told(self.table, spec, value, self.names.of, DEFAULT_UNIT, secret=False)


def columns(
    table: str, kind: type, told_too: frozenset[str] = frozenset()
) -> tuple[FieldColumn, ...]:
    """The fields of a kind of record that are told in a list.

    Not the order among siblings, pictures, nor what the search does not find either, except for
    those that are to be told too.
    """
    told = [
        spec
        for spec in specs(kind)
        if spec.name not in SILENT
        and not (spec.kept or (spec.private and spec.name not in told_too))
        and (table, spec.name) not in PICTURES
    ]
    words = [field_words(table, spec.name) for spec in told]
    more = [  # two fields of a name are told apart
        f" ({spec.name})" if said in words[:n] else ""
        for n, (spec, said) in enumerate(zip(told, words, strict=True))
    ]
    return tuple(
        FieldColumn(
            spec,
            _(said) + apart,
            (*(name + apart for name in in_each(said)), spec.name),
            spec.kind in {int, Decimal},
        )
        for spec, said, apart in zip(told, words, more, strict=True)
    )


def listings(services: Services) -> tuple[Listing, ...]:
    """Every register that is no part of another record, in the order of the services."""
    names = Names(services.file)
    found = []
    for name, spec in REGISTERS.items():
        if is_listed(spec.kind):
            table, register = TABLE_OF[spec.kind], getattr(services, name)
            made = columns(table, spec.kind, spec.told_too)
            found.append(Listing(name, table, list_name(table), made, register, names))
    return tuple(found)


def is_listed(kind: type) -> bool:
    """Whether a kind of record has a list of its own: it is no part of others, and is found."""
    return TABLE_OF[kind] in FOUND and not any(spec.owned for spec in specs(kind))


def listing_of(services: Services, table: str) -> Listing:
    """The list of a kind of record; KeyError where it has none of its own."""
    found = {one.table: one for one in listings(services)}
    return found[table]


def linkable(services: Services, table: str) -> list[tuple[str, str]]:
    """What a link may lead to: ids with names, in Swedish order."""
    kind: type[Record] = RECORDS[table]
    names, fields = Names(services.file), [spec.name for spec in specs(kind)]
    order = ("sort_key",) if listed(table)[0] else ()
    rows: tuple[Any, ...] = services.file.store.rows(kind, order=order)
    return [
        (row.id, names.called(table, {name: getattr(row, name) for name in fields})) for row in rows
    ]
