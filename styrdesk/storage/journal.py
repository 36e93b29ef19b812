"""The journal: triggers that record every changed row under a step, and undo from what they wrote.

The triggers read the step's number from the one-row table `step_now`; a write outside a step is
refused by them. They hold no function at all (with `trusted_schema` off not even SQLite's JSON
functions may stand in a trigger), and they are made from the file's own columns, so a new table
gets undo and history by being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import peewee

OWN: Final = frozenset({"step", "step_now", "change", "blob", "sqlite_sequence"})
OUTSIDE: Final = "a write outside a step"
_NOW = "(SELECT seq FROM step_now)"
Row = dict[str, Any]


class StepKind(StrEnum):
    """What a step is: the user's act, its undoing, its redoing, or a line undo does not pass."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    BARRIER = "barrier"


class StepState(StrEnum):
    """Whether a step's act holds, is undone, or is undone for good."""

    DONE = "done"
    UNDONE = "undone"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it stands in the journal."""

    seq: int
    at: str
    person: str
    label: str
    kind: StepKind
    state: StepState


def tables(db: peewee.Database) -> list[str]:
    """The tables whose rows are journaled."""
    return sorted(t for t in db.get_tables() if t not in OWN)


def install(db: peewee.Database) -> None:
    """Make the triggers anew from the file's columns. Part of every migration."""
    found = db.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        db.execute_sql(f'DROP TRIGGER "{name}"')
    for table in tables(db):
        for statement in triggers(table, [c.name for c in db.get_columns(table)]):
            db.execute_sql(statement)


def triggers(table: str, columns: list[str]) -> Iterator[str]:
    """The three triggers of a table.

    A new row is recorded by its id alone, so that the journal does not double the file; a
    changed row by the columns that changed; a deleted row by all it held.
    """
    old = " UNION ALL ".join(f"SELECT '{c}', OLD.{c}" for c in columns)
    both = " UNION ALL ".join(
        f"SELECT '{c}', OLD.{c}, NEW.{c} WHERE OLD.{c} IS NOT NEW.{c}" for c in columns
    )
    into = "INSERT INTO change (step, tbl, record, op, col, before, after)"
    forms = {
        Op.INSERT: f"VALUES ({_NOW}, '{table}', NEW.id, 'INSERT', '', NULL, NULL)",
        Op.UPDATE: f"SELECT {_NOW}, '{table}', NEW.id, 'UPDATE', * FROM ({both})",
        Op.DELETE: f"SELECT {_NOW}, '{table}', OLD.id, 'DELETE', *, NULL FROM ({old})",
    }
    for op, values in forms.items():
        yield (
            f"CREATE TRIGGER journal_{table}_{op.value.lower()} AFTER {op.value} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{OUTSIDE}') WHERE {_NOW} IS NULL; {into} {values}; END"
        )


class Op(StrEnum):
    """What happened to a row."""

    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one row; values by column. A new row has none, a deleted one no after."""

    table: str
    record: str
    op: Op
    before: Row
    after: Row


def coalesced(changes: list[Change]) -> list[Change]:
    """The net change per row, in the order rows were first touched; nothing for no change."""
    net: list[Change] = []
    at: dict[tuple[str, str], int] = {}
    for change in changes:
        key = change.table, change.record
        place = at.get(key)
        if place is None or net[place].op is Op.DELETE:  # made anew after a deletion: two changes
            at[key] = len(net)
            net.append(change)
        else:
            net[place] = _joined(net[place], change)
    return [change for change in net if change.op is not Op.UPDATE or change.before]


def _joined(first: Change, then: Change) -> Change:
    if first.op is Op.INSERT:
        gone = then.op is Op.DELETE
        return Change(first.table, first.record, Op.UPDATE, {}, {}) if gone else first
    before = {**then.before, **first.before}
    if then.op is Op.DELETE:
        return Change(first.table, first.record, Op.DELETE, before, {})
    after = {**first.after, **then.after}
    kept = [column for column in before if before[column] != after[column]]
    return Change(
        first.table,
        first.record,
        Op.UPDATE,
        {c: before[c] for c in kept},
        {c: after[c] for c in kept},
    )


class Journal:
    """Steps and changes of an open file. All methods run inside the caller's transaction."""

    def __init__(self, db: peewee.Database) -> None:
        self._db = db

    def begin(self, step_id: str, at: str, person: str, label: str, kind: StepKind) -> int:
        """Open a step; every write until `end` is recorded under its number."""
        cursor = self._db.execute_sql(
            "INSERT INTO step (id, at, person, label, kind, state, visit) "
            "VALUES (?, ?, ?, ?, ?, ?, '')",
            (step_id, at, person, label, kind.value, StepState.DONE.value),
        )
        seq = int(cursor.lastrowid)
        self._db.execute_sql("UPDATE step_now SET seq = ?", (seq,))
        return seq

    def end(self, seq: int, kind: StepKind, visit: str = "") -> frozenset[str]:
        """Close the step and tell which tables it changed; an empty step leaves no trace.

        Args:
            seq: The step.
            kind: Its kind. A new act closes the way to redo what was undone before it.
            visit: Id of a visit to a field: with the step before of the same visit it is one.
        """
        self._db.execute_sql("UPDATE step_now SET seq = NULL")
        raw = self.changes(seq)
        net = coalesced(raw)
        if net != raw:
            self._rewrite(seq, net)
        if not net and kind is not StepKind.BARRIER:
            self._db.execute_sql("DELETE FROM step WHERE seq = ?", (seq,))
        elif kind in {StepKind.DO, StepKind.BARRIER}:
            self._discard_undone()
            if visit:
                self._join_visit(seq, visit)
        return frozenset(change.table for change in net)

    def _rewrite(self, seq: int, net: list[Change]) -> None:
        self._db.execute_sql("DELETE FROM change WHERE step = ?", (seq,))
        for change in net:
            for column in change.before or ("",):
                self._db.execute_sql(
                    "INSERT INTO change (step, tbl, record, op, col, before, after) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        seq,
                        change.table,
                        change.record,
                        change.op.value,
                        column,
                        change.before.get(column),
                        change.after.get(column),
                    ),
                )

    def changes(self, seq: int) -> list[Change]:
        """What a step changed, in order."""
        rows = self._db.execute_sql(
            "SELECT tbl, record, op, col, before, after FROM change WHERE step = ? ORDER BY seq",
            (seq,),
        ).fetchall()
        found = []
        for (table, record, op), columns in groupby(rows, key=itemgetter(0, 1, 2)):
            cells = [row[3:] for row in columns]
            kind = Op(op)
            before = {c: old for c, old, _new in cells} if kind is not Op.INSERT else {}
            after = {c: new for c, _old, new in cells} if kind is Op.UPDATE else {}
            found.append(Change(table, record, kind, before, after))
        return found

    def _join_visit(self, seq: int, visit: str) -> None:
        """Make the step one with the step before, when both are of the same visit to a field."""
        self._db.execute_sql("UPDATE step SET visit = ? WHERE seq = ?", (visit, seq))
        row = self._db.execute_sql(
            "SELECT seq, visit, kind, state FROM step WHERE seq < ? ORDER BY seq DESC LIMIT 1",
            (seq,),
        ).fetchone()
        if not row or row[1:] != (visit, StepKind.DO.value, StepState.DONE.value):
            return
        earlier = int(row[0])
        net = coalesced(self.changes(earlier) + self.changes(seq))
        self._db.execute_sql("DELETE FROM step WHERE seq = ?", (seq,))
        self._rewrite(earlier, net)
        if not net:
            self._db.execute_sql("DELETE FROM step WHERE seq = ?", (earlier,))

    def _discard_undone(self) -> None:
        """A new act closes the way to redo what was undone before it."""
        self._db.execute_sql(
            "UPDATE step SET state = ? WHERE state = ?",
            (StepState.DISCARDED.value, StepState.UNDONE.value),
        )

    def undoable(self, person: str) -> Step | None:
        """The step Ctrl+Z takes back; None at a barrier or at another person's step."""
        step = self._one(
            "kind = 'do' AND state = 'done' AND seq > "
            "(SELECT COALESCE(MAX(seq), 0) FROM step WHERE kind = 'barrier') "
            "ORDER BY seq DESC LIMIT 1"
        )
        return step if step and step.person == person else None

    def redoable(self, person: str) -> Step | None:
        """The step to do again: the last one undone."""
        step = self._one(
            "kind = 'do' AND state = 'undone' AND seq > "
            "(SELECT COALESCE(MAX(seq), 0) FROM step WHERE kind = 'barrier') "
            "ORDER BY seq LIMIT 1"
        )
        return step if step and step.person == person else None

    def barrier(self) -> Step | None:
        """The newest line undo does not pass."""
        return self._one("kind = 'barrier' ORDER BY seq DESC LIMIT 1")

    def latest(self) -> Step | None:
        """The newest step."""
        return self._one("1 ORDER BY seq DESC LIMIT 1")

    def _one(self, where: str) -> Step | None:
        row = self._db.execute_sql(
            f"SELECT seq, at, person, label, kind, state FROM step WHERE {where}"  # noqa: S608
        ).fetchone()
        if row is None:
            return None
        seq, at, person, label, kind, state = row
        return Step(seq, at, person, label, StepKind(kind), StepState(state))

    def undo(self, step: Step) -> None:
        """Write what was before the step, inside an open step of kind UNDO."""
        self._reverse(step.seq)
        self._mark(step, StepState.UNDONE)

    def redo(self, step: Step) -> None:
        """Reverse the step's latest undoing, inside an open step of kind REDO."""
        (undoing,) = self._db.execute_sql(
            "SELECT MAX(seq) FROM step WHERE kind = 'undo' AND target = ?", (step.seq,)
        ).fetchone()
        self._reverse(undoing)
        self._mark(step, StepState.DONE)

    def _mark(self, step: Step, state: StepState) -> None:
        """The step's new state; the open step remembers whose undoing it is."""
        self._db.execute_sql("UPDATE step SET state = ? WHERE seq = ?", (state.value, step.seq))
        self._db.execute_sql(f"UPDATE step SET target = ? WHERE seq = {_NOW}", (step.seq,))  # noqa: S608

    def _reverse(self, seq: int) -> None:
        self._db.execute_sql("PRAGMA defer_foreign_keys = ON")
        for change in reversed(self.changes(seq)):
            if change.op is Op.INSERT:
                self._run(f"DELETE FROM {change.table} WHERE id = ?", change.record)
            elif change.op is Op.DELETE:
                names, marks = ", ".join(change.before), ", ".join("?" * len(change.before))
                self._run(
                    f"INSERT INTO {change.table} ({names}) VALUES ({marks})",  # noqa: S608
                    *change.before.values(),
                )
            else:
                sets = ", ".join(f"{column} = ?" for column in change.before)
                self._run(
                    f"UPDATE {change.table} SET {sets} WHERE id = ?",  # noqa: S608
                    *change.before.values(),
                    change.record,
                )

    def _run(self, sql: str, *values: object) -> None:
        self._db.execute_sql(sql, values)
