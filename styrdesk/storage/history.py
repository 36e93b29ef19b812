"""The history of a record, read from the journal by its index, newest first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from styrdesk.domain.catalogue import RECORDS, owners
from styrdesk.domain.telling import SILENT
from styrdesk.storage.connection import Database
from styrdesk.storage.journal import StepKind, StepState
from styrdesk.storage.net import Op, Row

Key = tuple[str, str]
# A plan's parts are a file's worth and have each a history, as a chapter under a chapter has.
_WHOLE: Final = "plan"
_SILENT: Final = ", ".join(f"'{name}'" for name in sorted(SILENT))
_OF: Final = (
    "FROM json_each(?) AS r CROSS JOIN change AS c "
    "ON c.tbl = json_extract(r.value, '$[0]') AND c.record = json_extract(r.value, '$[1]') "
    f"WHERE (c.op IN ('INSERT', 'DELETE', 'PURGED') AND c.col IN ('', 'id') "
    f"OR c.op = 'UPDATE' AND c.col NOT IN ({_SILENT}))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened to a record: it came, it went, or one field changed.

    Attributes:
        seq: The line's own number.
        step: Number of the step it was part of.
        at: When, ISO 8601.
        person: Whose step it was: an id, or empty.
        label: What the step is called, untranslated.
        field: The column that changed; empty for a record that came or went.
        before: As kept in the column; both are None where the content has been taken out.
    """

    seq: int
    step: int
    at: str
    person: str
    label: str
    kind: StepKind
    state: StepState
    table: str
    record: str
    op: Op
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Touch:
    """When a record was last changed."""

    table: str
    record: str
    at: str


class History:
    """What the journal says of records. Reads only."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, table: str, record: str) -> tuple[Key, ...]:
        """A record with the parts it has, and those it had."""
        found: list[Key] = [(table, record)]
        if table == _WHOLE:
            return tuple(found)
        for name in RECORDS:
            for column, above in owners(name):
                if above == table and name != table:
                    for part in self._parts(name, column, record):
                        found += self.of(name, part)
        return tuple(found)

    def _parts(self, name: str, column: str, record: str) -> list[str]:
        rows = self._db.asked(
            f'SELECT id FROM "{name}" WHERE "{column}" = ? UNION '  # noqa: S608  # names of ours
            "SELECT g.record FROM change AS g CROSS JOIN change AS o "
            "ON o.tbl = g.tbl AND o.record = g.record AND o.col = ? AND o.before = ? "
            "WHERE g.tbl = ? AND g.col = 'id'",
            *(record, column, record, name),
        )
        return [str(part) for (part,) in rows]

    def count(self, keys: Iterable[Key]) -> int:
        """How many lines there are of these records."""
        ((count,),) = self._db.asked(f"SELECT COUNT(*) {_OF}", _listed(keys))
        return int(count)

    def lines(self, keys: Iterable[Key], offset: int = 0, limit: int = -1) -> tuple[Line, ...]:
        """What happened to these records, the latest first."""
        rows = self._db.asked(
            "SELECT h.seq, h.step, s.at, s.person, s.label, s.kind, s.state, h.tbl, h.record, "  # noqa: S608  # names of ours
            "h.op, h.col, h.before, h.after FROM "
            f"(SELECT c.* {_OF} ORDER BY c.step DESC, c.seq LIMIT ? OFFSET ?) AS h "
            "JOIN step AS s ON s.seq = h.step ORDER BY h.step DESC, h.seq",
            *(_listed(keys), limit, offset),
        )
        return tuple(_line(row) for row in rows)

    def line(self, seq: int) -> Line:
        """One line; KeyError where there is none (an autosave of the same visit took it in)."""
        rows = self._db.asked(
            "SELECT c.seq, c.step, s.at, s.person, s.label, s.kind, s.state, c.tbl, c.record, "
            "c.op, c.col, c.before, c.after FROM change AS c JOIN step AS s ON s.seq = c.step "
            "WHERE c.seq = ?",
            seq,
        )
        if not rows:
            raise KeyError(seq)
        return _line(rows[0])

    def touched(self, person: str, back: int = 300) -> tuple[Touch, ...]:
        """The records that somebody's acts changed among the last steps, the latest first.

        What only came into being is left out: a new plan is all of its chapters at once.
        """
        rows = self._db.asked(
            "SELECT c.tbl, c.record, s.at, MAX(s.seq) AS last "
            "FROM step AS s JOIN change AS c ON c.step = s.seq "
            "WHERE s.seq > (SELECT MAX(seq) FROM step) - ? AND s.person = ? AND s.state = ? "
            "AND s.kind = ? AND c.op = 'UPDATE' GROUP BY c.tbl, c.record ORDER BY last DESC",
            *(back, person, StepState.DONE, StepKind.DO),
        )
        return tuple(Touch(str(table), str(record), str(at)) for table, record, at, _last in rows)

    def last_held(self, table: str, record: str) -> Row:
        """What a record held when it was last deleted; empty where the journal has nothing."""
        rows = self._db.asked(
            "SELECT col, before FROM change WHERE tbl = ? AND record = ? AND op = 'DELETE' "
            "AND step = (SELECT MAX(step) FROM change WHERE tbl = ? AND record = ? "
            "AND op = 'DELETE' AND col = 'id')",
            *(table, record, table, record),
        )
        return {str(column): value for column, value in rows}


def _listed(keys: Iterable[Key]) -> str:
    return json.dumps(list(keys))


def _line(row: Sequence[Any]) -> Line:
    seq, step, at, person, label, kind, state, table, record, op, column, before, after = row
    field = column if op == Op.UPDATE else ""
    return Line(
        *(seq, step, at, person, label, StepKind(kind), StepState(state)),
        *(table, record, Op(op), field, before, after),
    )
