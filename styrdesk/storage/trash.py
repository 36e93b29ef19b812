"""What was deleted, read from the journal; and its content taken out of the journal for good."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from styrdesk.base.collation import fold
from styrdesk.domain.catalogue import RECORDS, owners
from styrdesk.domain.telling import MARKS, NAMED_BY, NOT_NAMED_BY, UNTOLD
from styrdesk.storage.blobs import unused
from styrdesk.storage.columns import cleaned
from styrdesk.storage.connection import Database
from styrdesk.storage.history import Key
from styrdesk.storage.journal import StepKind
from styrdesk.storage.net import Row
from styrdesk.storage.triggers import NOW

# Which table the owner lies in, by the part's table and column; NULL for a column of another kind.
_OWNED: Final = {f"{name}.{col}": above for name in RECORDS for col, above in owners(name)}
_ABOVE: Final = "CASE o.tbl || '.' || o.col {} END".format(
    " ".join(f"WHEN '{at}' THEN '{above}'" for at, above in _OWNED.items())
)
_CONTENT: Final = "col <> 'id' AND tbl || '.' || col NOT IN ({})".format(
    ", ".join(f"'{at}'" for at in _OWNED)
)
_UNTOLD: Final = ", ".join(f"'{table}'" for table in sorted(UNTOLD))
_NAMES: Final = ", ".join(f"'{name}'" for name in NAMED_BY)
# A record is gone when its latest coming or going is a going.
_GONE: Final = (
    "g.col = 'id' AND g.op = 'DELETE' AND NOT EXISTS (SELECT 1 FROM change AS n "
    "WHERE n.tbl = g.tbl AND n.record = g.record AND n.step > g.step "
    "AND n.op IN ('INSERT', 'DELETE', 'PURGED'))"
)
# What went because that which it was part of went is found there.
_ALONE: Final = (
    "NOT EXISTS (SELECT 1 FROM change AS o CROSS JOIN change AS d "  # noqa: S608  # names of ours
    "WHERE o.tbl = g.tbl AND o.record = g.record AND o.step = g.step AND o.op = 'DELETE' "
    f"AND d.tbl = {_ABOVE} AND d.record = o.before AND d.col = 'id' AND d.step = g.step "
    "AND d.op = 'DELETE')"
)
_HELD: Final = (
    "FROM change AS n WHERE n.tbl = g.tbl AND n.record = g.record AND n.step = g.step "
    "AND n.op = 'DELETE'"
)
_NAME: Final = (
    f"(SELECT GROUP_CONCAT(n.before, ' ') {_HELD} AND n.col IN ({_NAMES}) "
    f"AND (n.tbl, n.col) <> {NOT_NAMED_BY})"
)
_KIND: Final = f"(SELECT n.before {_HELD} AND n.col = 'kind')"  # names a block without words
_ORDERS: Final = {
    "at": "g.step",
    "name": f"swedish(COALESCE(NULLIF(TRIM({_NAME}), ''), {_KIND}, ''))",
    "kind": "(SELECT k.key FROM json_each(?) AS k WHERE k.value = g.tbl)",
    "person": "swedish(COALESCE((SELECT p.name FROM person AS p WHERE p.id = s.person), ''))",
}
_PIECE: Final = 500  # records taken out between two looks at how it goes


def _quietly(_count: int) -> None:
    """Nobody asks how it goes."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that was deleted, not as part of another.

    Attributes:
        step: Number of the step that deleted it.
        at: When, ISO 8601.
        person: Who did it: an id, or empty.
        label: What the step is called, untranslated.
        kind: Whether it was deleted, or its making was undone.
    """

    table: str
    record: str
    step: int
    at: str
    person: str
    label: str
    kind: StepKind


class Trash:
    """Deleted records of an open file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    # ---- reading -----------------------------------------------------------------------------

    def count(self, since: str, words: str = "") -> int:
        """How many there are that went at or after a moment (ISO 8601)."""
        where, values = self._where(since, words)
        ((count,),) = self._db.asked(f"SELECT COUNT(*) {where}", *values)
        return int(count)

    def rows(  # noqa: PLR0913, RUF100  # one question with its usual parts
        self,
        since: str,
        words: str = "",
        *,
        order: str = "at",
        descending: bool = True,
        kinds: Sequence[str] = (),
        offset: int = 0,
        limit: int = -1,
    ) -> tuple[Gone, ...]:
        """Those that went at or after a moment.

        Args:
            since: ISO 8601.
            words: Words that must all stand in what the record held.
            order: "at", "name", "kind" or "person".
            descending: From the last to the first.
            kinds: The tables in the order that "kind" sorts by.
            offset: After so many.
            limit: At most so many.
        """
        where, values = self._where(since, words)
        falling = "DESC" if descending else "ASC"
        more = [json.dumps(list(kinds))] if order == "kind" else []
        rows = self._db.asked(
            "SELECT g.tbl, g.record, g.step, s.at, s.person, s.label, s.kind "
            f"{where} ORDER BY {_ORDERS[order]} {falling}, g.step DESC, g.seq LIMIT ? OFFSET ?",
            *(*values, *more, limit, offset),
        )
        return tuple(
            Gone(table, record, step, at, person, label, StepKind(kind))
            for table, record, step, at, person, label, kind in rows
        )

    def _where(self, since: str, words: str) -> tuple[str, list[object]]:
        sql = f"FROM change AS g JOIN step AS s ON s.seq = g.step WHERE {_GONE} AND {_ALONE}"
        values: list[object] = [since]
        sql += f" AND s.at >= ? AND g.tbl NOT IN ({_UNTOLD})"
        for word in fold(cleaned(words)).split():
            sql += f" AND INSTR((SELECT folded(GROUP_CONCAT(n.before, char(10))) {_HELD}), ?) > 0"
            values.append(word)
        return sql, values

    def fell_due(self, before: str) -> tuple[Key, ...]:
        """Every record, part or whole, that went before a moment (ISO 8601)."""
        rows = self._db.asked(
            "SELECT g.tbl, g.record FROM change AS g JOIN step AS s ON s.seq = g.step "  # noqa: S608  # names of ours
            f"WHERE {_GONE} AND s.at < ?",
            before,
        )
        return tuple((str(table), str(record)) for table, record in rows)

    def held(self, step: int, table: str, record: str) -> dict[Key, Row]:
        """What a deleted record held, and what was deleted with it as its parts."""
        every: dict[Key, Row] = {}
        for name, part, column, value in self._db.asked(
            "SELECT tbl, record, col, before FROM change WHERE step = ? AND op = 'DELETE' "
            "ORDER BY seq",
            step,
        ):
            every.setdefault((name, part), {})[column] = value
        inside = {(table, record)}.intersection(every)
        while parts := {key for key in every if key not in inside and _is_in(key, every, inside)}:
            inside |= parts
        return {key: values for key, values in every.items() if key in inside}

    def let_go(self, step: int, gone: Iterable[Key]) -> list[tuple[str, str, str, str]]:
        """Links that the step emptied because what they led to went.

        Returns:
            Table, id, column and the id it led to, of each.
        """
        ids = {record for _table, record in gone}
        rows = self._db.asked(
            "SELECT tbl, record, col, before FROM change WHERE step = ? AND op = 'UPDATE' "
            "AND after IS NULL AND before IN (SELECT value FROM json_each(?))",
            *(step, json.dumps(sorted(ids))),
        )
        return [(str(t), str(r), str(c), str(b)) for t, r, c, b in rows]

    # ---- emptying ----------------------------------------------------------------------------

    def purge(self, keys: Iterable[Key], look: Callable[[int], object] = _quietly) -> None:
        """Take the content of deleted records out of the journal, inside a step of kind PURGE.

        That they came, changed and went stays, with who and when, and whose parts they were.
        The step remembers how far back undo may still go.

        Args:
            keys: The records.
            look: Called with how many are done; what it raises ends the step.
        """
        every, line, pictures = list(keys), 0, False
        for start in range(0, len(every), _PIECE):
            look(start)
            latest, shown = self._purge_piece(every[start : start + _PIECE])
            line, pictures = max(line, latest), pictures or shown
        self._db.execute_sql(f"UPDATE step SET target = ? WHERE seq = {NOW}", (line or None,))  # noqa: S608  # names of ours
        if pictures:
            for digest in unused(self._db):
                self._db.execute_sql("DELETE FROM blob WHERE sha256 = ?", (digest,))

    def _purge_piece(self, keys: Sequence[Key]) -> tuple[int, bool]:
        """Their latest step, and whether any of them spoke of a kept file."""
        of = "(tbl, record) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') "
        of += "FROM json_each(?))"
        listed, files = json.dumps(keys), "(SELECT sha256 FROM blob)"
        ((line, pictures),) = self._db.asked(
            f"SELECT MAX(step), MAX(before IN {files} OR after IN {files}) FROM change WHERE {of}",  # noqa: S608  # names of ours
            listed,
        )
        for sql in (
            f"DELETE FROM change WHERE {of} AND op = 'DELETE' AND {_CONTENT}",  # noqa: S608  # names of ours
            f"UPDATE change SET op = 'PURGED' WHERE {of} AND op = 'DELETE'",  # noqa: S608  # names of ours
            f"UPDATE change SET before = NULL, after = NULL WHERE {of} AND op = 'UPDATE'",  # noqa: S608  # names of ours
        ):
            self._db.execute_sql(sql, (listed,))
        return line or 0, bool(pictures)


def _is_in(key: Key, every: dict[Key, Row], inside: set[Key]) -> bool:
    """Whether a deleted record is a part of one of these, or a mark on one."""
    table, record = key
    owned = any((above, every[key].get(column)) in inside for column, above in owners(table))
    return owned or (table in MARKS and any(record == marked for _table, marked in inside))
