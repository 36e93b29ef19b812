"""The one store: any record to its table and back, by field name."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import peewee

from styrdesk.base.collation import fold, sort_key
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.criteria import Between, From, Other, UpTo
from styrdesk.domain.record import Record, specs
from styrdesk.storage import faults
from styrdesk.storage.columns import cleaned, from_column, kept, to_column
from styrdesk.storage.connection import Database

R = TypeVar("R", bound=Record)
Where = Mapping[str, object]
_EACH: Final = "(SELECT value FROM json_each(?))"


@cache
def listed(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields a register is sorted by, and those searched; both empty where it is not listed.

    A listed table has two columns more: `sort_key` and `folded`.
    """
    found = specs(RECORDS[name])
    key = tuple(spec.name for spec in found if spec.in_key)
    return key, tuple(spec.name for spec in found if spec.searched)


@cache
def _table(name: str) -> peewee.Table:
    return peewee.Table(name)


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


def _fits(column: Any, asked: object) -> Any:  # noqa: ANN401  # peewee's are untyped
    if isinstance(asked, UpTo | From | Between | Other):
        return _meets(column, asked)
    if asked is None:
        return column.is_null()
    if isinstance(asked, Collection) and not isinstance(asked, str):
        # One parameter however many values; SQLite has a highest number of parameters.
        values = json.dumps([to_column(value) for value in asked])
        return column.in_(peewee.SQL(_EACH, (values,)))
    return column == to_column(asked)


def _meets(column: Any, asked: UpTo | From | Between | Other) -> Any:  # noqa: ANN401
    match asked:
        case UpTo(most):
            return column <= to_column(most)
        case From(least):
            return column >= to_column(least)
        case Between(first, last):
            return column.between(to_column(first), to_column(last))
        case Other(None):
            return column.is_null(False)  # noqa: FBT003  # peewee
        case Other(value):
            return column.is_null() | (column != to_column(value))


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
        name = TABLE_OF[kind]
        table, fields = _table(name), specs(kind)
        query = table.select(*(getattr(table.c, spec.name) for spec in fields))
        query = self._filtered(query, name, where or {}, words)
        query = query.order_by(*self._order(name, order))
        if limit is not None:
            query = query.limit(limit)
        if offset:
            query = query.offset(offset)
        rows = self._asked(query)
        return tuple(
            kind(**{s.name: from_column(s, v) for s, v in zip(fields, row, strict=True)})
            for row in rows
        )

    def count(self, kind: type[R], where: Where | None = None, *, words: str = "") -> int:
        """How many records fit."""
        name = TABLE_OF[kind]
        query = _table(name).select(peewee.fn.COUNT(peewee.SQL("*")))
        query = self._filtered(query, name, where or {}, words)
        return int(self._asked(query)[0][0])

    def _asked(self, query: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  # peewee's are untyped
        with faults.explained():
            return list(query.bind(self._db).tuples().execute())

    def _filtered(self, query: Any, name: str, where: Where, words: str) -> Any:  # noqa: ANN401
        table = _table(name)
        for field, value in where.items():
            query = query.where(_fits(getattr(table.c, field), value))
        for word in fold(cleaned(words)).split():
            query = query.where(peewee.fn.INSTR(table.c.folded, word) > 0)
        return query

    def _order(self, name: str, order: Sequence[str]) -> list[Any]:
        table, fields = _table(name), {spec.name: spec for spec in specs(RECORDS[name])}
        chosen = (
            order
            or (("position",) if "position" in fields else ())
            or (("sort_key",) if listed(name)[0] else ())
        )
        keys = []
        for field in chosen:
            bare = field.removeprefix("-")
            column: Any = getattr(table.c, bare)
            if bare in fields and fields[bare].kind is str:
                column = peewee.fn.swedish(column)
            keys.append(column.desc() if field.startswith("-") else column.asc())
        return [*keys, table.c.id.asc()]

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
        table = _table(TABLE_OF[kind])
        table.delete().where(table.c.id == record_id).bind(self._db).execute()

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
