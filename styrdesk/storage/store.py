"""The one store: any record to its table and back, by field name."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, TypeVar

from styrdesk.base.collation import fold, sort_key
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.criteria import Between, From, Lacking, Other, UpTo
from styrdesk.domain.record import Record, specs
from styrdesk.storage.columns import cleaned, from_column, kept, to_column
from styrdesk.storage.connection import Database

R = TypeVar("R", bound=Record)
Where = Mapping[str, object]
_EACH: Final = "(SELECT value FROM json_each(?))"
PIECE: Final = 5000  # records read at a time by what goes through a whole file


@cache
def listed(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields a register is sorted by, and those searched; both empty where it is not listed.

    A listed table has two columns more: `sort_key` and `folded`.
    """
    found = specs(RECORDS[name])
    key = tuple(spec.name for spec in found if spec.in_key)
    return key, tuple(spec.name for spec in found if spec.searched)


@cache
def _upsert(name: str) -> str:
    """The statement that writes a record; in one, as it is the one that is run most.

    Not INSERT OR REPLACE: that deletes, and what a record owns would go with it.
    """
    names = [spec.name for spec in specs(RECORDS[name])]
    names += ["sort_key", "folded"] if listed(name)[0] else []
    columns = ", ".join(f'"{column}"' for column in names)
    marks = ", ".join("?" * len(names))
    sets = ", ".join(f'"{column}" = excluded."{column}"' for column in names if column != "id")
    return (
        f'INSERT INTO "{name}" ({columns}) VALUES ({marks}) '  # noqa: S608  # names of ours
        f"ON CONFLICT (id) DO UPDATE SET {sets}"
    )


def _column(name: str, field: str) -> str:
    """A column with its table: a name in quotes that is no column is taken for a text."""
    return f'"{name}"."{field}"'


def _fit(column: str, asked: object) -> tuple[str, list[object]]:
    """A condition on a column, and the values it asks for."""
    if isinstance(asked, Collection) and not isinstance(asked, str):
        # One parameter however many values; SQLite has a highest number of parameters.
        values = json.dumps([to_column(value) for value in asked if value is not None])
        if None in asked:  # + keeps SQLite from gathering the rows by two indexes, which is slow
            return f"(+{column} IN {_EACH} OR +{column} IS NULL)", [values]
        return f"{column} IN {_EACH}", [values]
    match asked:
        case Between(first, last):
            return f"{column} BETWEEN ? AND ?", [to_column(first), to_column(last)]
        case Lacking(kind, field, where):
            fits, asks = _fitting(TABLE_OF[kind], {**where, field: Other()}, "")
            return f"{column} NOT IN ({_values(TABLE_OF[kind], field, fits)})", asks
        case UpTo(value):
            sign = "<="
        case From(value):
            sign = ">="
        case Other(value):
            sign = "IS NOT"
        case value:
            sign = "IS" if value is None else "="
    return f"{column} {sign} ?", [to_column(value)]


def _fitting(name: str, where: Where, words: str) -> tuple[tuple[str, ...], list[object]]:
    """Which rows fit, as conditions on columns, and the values they ask for."""
    fits: list[str] = []
    values: list[object] = []
    for field, asked in where.items():
        fit, asks = _fit(_column(name, field), asked)
        fits.append(fit)
        values += asks
    for word in fold(cleaned(words)).split():
        fits.append(f"INSTR({_column(name, 'folded')}, ?) > 0")
        values.append(word)
    return tuple(fits), values


# A statement is written once of each shape: most of a read's time went to writing it anew.


@cache
def _select(name: str, fits: tuple[str, ...], order: tuple[str, ...]) -> str:
    """The statement that reads records, with their number and the place of the first at its end."""
    columns = ", ".join(_column(name, spec.name) for spec in specs(RECORDS[name]))
    keys = ", ".join(_order(name, order))
    return f'SELECT {columns} FROM "{name}"{_where(fits)} ORDER BY {keys} LIMIT ? OFFSET ?'  # noqa: S608  # as above


@cache
def _count(name: str, fits: tuple[str, ...]) -> str:
    return f'SELECT COUNT(*) FROM "{name}"{_where(fits)}'  # noqa: S608  # as above


@cache
def _ids(name: str, fits: tuple[str, ...]) -> str:
    return f'SELECT "id" FROM "{name}"{_where(fits)}'  # noqa: S608  # as above


@cache
def _values(name: str, field: str, fits: tuple[str, ...]) -> str:
    return f'SELECT {_column(name, field)} FROM "{name}"{_where(fits)}'  # noqa: S608  # as above


@cache
def _counts(name: str, by: str, fits: tuple[str, ...]) -> str:
    column = _column(name, by)
    return f'SELECT {column}, COUNT(*) FROM "{name}"{_where(fits)} GROUP BY {column}'  # noqa: S608  # as above


def _where(fits: tuple[str, ...]) -> str:
    return f" WHERE {' AND '.join(fits)}" if fits else ""


def _order(name: str, order: tuple[str, ...]) -> Iterator[str]:
    fields = {spec.name: spec for spec in specs(RECORDS[name])}
    chosen = (
        order
        or (("position",) if "position" in fields else ())
        or (("sort_key",) if listed(name)[0] else ())
    )
    for field in chosen:
        bare = field.removeprefix("-")
        text = bare in fields and fields[bare].kind is str
        column = f"swedish({_column(name, bare)})" if text else _column(name, bare)
        yield f"{column} DESC" if field.startswith("-") else column
    yield '"id"'


class Store:
    """Reads and writes records of an open file. Reads fetch all and end at once."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, kind: type[R], record_id: str) -> R:
        """One record.

        Raises:
            KeyError: There is none.
        """
        found = self.rows(kind, {"id": record_id})
        if not found:
            raise KeyError(record_id)
        return found[0]

    def rows(
        self,
        kind: type[R],
        where: Where | None = None,
        *,
        words: str = "",
        order: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> tuple[R, ...]:
        """Records that fit.

        Args:
            kind: The record class.
            where: Field → value, a collection of values of which it must be one, or a criterion
                of `domain/criteria.py`.
            words: Words that must all stand in the register's searched fields.
            order: Fields, "-" before one for falling order; "sort_key" for Swedish order by name.
            limit: At most so many.
            offset: After so many.
        """
        name, fields = TABLE_OF[kind], specs(kind)
        fits, values = _fitting(name, where or {}, words)
        rows = self._db.asked(
            _select(name, fits, tuple(order)), *values, -1 if limit is None else limit, offset
        )
        return tuple(
            kind(**{s.name: from_column(s, v) for s, v in zip(fields, row, strict=True)})
            for row in rows
        )

    def pieces(self, kind: type[R], size: int = PIECE) -> Iterator[tuple[R, ...]]:
        """All records of a kind, some at a time: for what goes through a whole file."""
        ids = [key for (key,) in self._db.asked(f'SELECT id FROM "{TABLE_OF[kind]}"')]  # noqa: S608  # as above
        for start in range(0, len(ids), size):
            yield self.rows(kind, {"id": ids[start : start + size]})

    def count(self, kind: type[R], where: Where | None = None, *, words: str = "") -> int:
        """How many records fit."""
        name = TABLE_OF[kind]
        fits, values = _fitting(name, where or {}, words)
        ((count,),) = self._db.asked(_count(name, fits), *values)
        return int(count)

    def ids(self, kind: type[R], where: Where | None = None) -> list[str]:
        """Ids of the records that fit, in no order: of many of which nothing else is asked."""
        name = TABLE_OF[kind]
        fits, values = _fitting(name, where or {}, "")
        return [str(key) for (key,) in self._db.asked(_ids(name, fits), *values)]

    def counts(
        self, kind: type[R], by: str, where: Where | None = None
    ) -> dict[str | int | None, int]:
        """How many records fit, for each value a field has among them, as it is kept."""
        name = TABLE_OF[kind]
        fits, values = _fitting(name, where or {}, "")
        return {
            value: int(count) for value, count in self._db.asked(_counts(name, by, fits), *values)
        }

    def save(self, record: Record) -> None:
        """Write a record, new or changed. The journal keeps only the columns that changed."""
        name = TABLE_OF[type(record)]
        row = {spec.name: kept(record, spec) for spec in specs(type(record))}
        key, searched = listed(name)
        if key:
            row["sort_key"] = sort_key(" ".join(str(row[field]) for field in key))
            row["folded"] = fold("\n".join(str(row[field]) for field in searched))
        self._db.execute_sql(_upsert(name), tuple(row.values()))

    def delete(self, kind: type[R], record_id: str) -> None:
        """Take a record away, with what it owns."""
        name = TABLE_OF[kind]
        self._db.execute_sql(f'DELETE FROM "{name}" WHERE id = ?', (record_id,))  # noqa: S608  # as above

    def links_at_commit(self) -> None:
        """Let links lead nowhere until the open step ends, so that rows may come in any order."""
        self._db.execute_sql("PRAGMA defer_foreign_keys = ON")

    def users(self, table: str, record_id: str) -> dict[str, int]:
        """How many records of each table point at a record without being part of it."""
        found: dict[str, int] = {}
        for name, kind in RECORDS.items():
            for spec in specs(kind):
                if spec.link == table and not spec.owned and not spec.optional:
                    count = self.count(kind, {spec.name: record_id})
                    if count:
                        found[name] = found.get(name, 0) + count
        return found
