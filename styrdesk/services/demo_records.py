"""The demo's records of registers that are no part of a plan: data that is read from TOML.

A file of `resources/demo/` has a list for each table, its rows with the record's own field names.
A row that others point at has a `key`, and a link is that key, or what the record it leads to is
called. So the data is written and read without an id in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from styrdesk.base.paths import resource
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.record import FieldSpec, Record, specs
from styrdesk.services.styrmodell import load
from styrdesk.storage.store import Store

FILES: Final = (
    *("law.toml", "documents.toml", "checklists.toml", "follow_up.toml", "retention.toml"),
    "models.toml",
)


def demo_id(table: str, key: str) -> str:
    """The id of the record that a row with a key becomes."""
    return str(uuid5(NAMESPACE_URL, f"demo/{table}/{key}"))


def demo_records(store: Store) -> Iterator[Record]:
    """The records, each before those that point at it.

    Raises:
        KeyError: A link leads nowhere, or a row has a field that its record has not.
    """
    content: dict[str, list[dict[str, Any]]] = {}
    for name in FILES:
        for table, rows in load(resource("demo", name)).items():
            content.setdefault(table, []).extend(rows)
    strange = content.keys() - RECORDS.keys()
    if strange:
        raise KeyError(*strange)
    keyed: dict[tuple[str, str], str] = {}
    for table in RECORDS:
        for number, row in enumerate(content.get(table, ())):
            key = row.pop("key", f"{table} {number}")
            record_id = keyed[table, key] = demo_id(table, key)
            yield _record(store, table, record_id, row, keyed)


def _record(
    store: Store,
    table: str,
    record_id: str,
    row: Mapping[str, Any],
    keyed: Mapping[tuple[str, str], str],
) -> Record:
    known = {spec.name: spec for spec in specs(RECORDS[table])}
    made: Record = RECORDS[table](record_id)
    values = {name: _value(store, known[name], value, keyed) for name, value in row.items()}
    return replace(made, **values)


def _value(
    store: Store,
    spec: FieldSpec,
    value: Any,  # noqa: ANN401  # what TOML holds
    keyed: Mapping[tuple[str, str], str],
) -> object:
    if not spec.link:
        return spec.kind(value) if issubclass(spec.kind, StrEnum | Decimal) else value
    found = keyed.get((spec.link, value))
    return found if found is not None else _called(store, spec.link, value)


def _called(store: Store, table: str, name: str) -> str:
    """The id of the record with a name or title."""
    field = "name" if any(spec.name == "name" for spec in specs(RECORDS[table])) else "title"
    rows: Sequence[Any] = store.rows(RECORDS[table], {field: name})
    if not rows:
        message = f"the demo has no {table} called {name}"
        raise KeyError(message)
    return str(rows[0].id)
