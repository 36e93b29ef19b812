"""The journal: steps, what each of them changed, and undo from what the triggers wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import Final

import peewee

from styrdesk.storage import faults
from styrdesk.storage.connection import Database
from styrdesk.storage.net import Change, Op, Row, coalesced
from styrdesk.storage.search import SearchIndex
from styrdesk.storage.triggers import NOW, journaled


class StepKind(StrEnum):
    """What a step is: the user's act, its undoing, its redoing, or a line undo does not pass.

    A purge is done to the journal itself: undo steps over it, and stops at the newest step whose
    content it took out (its `target`).
    """

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    BARRIER = "barrier"
    PURGE = "purge"


_LAID: Final = frozenset({StepKind.BARRIER, StepKind.PURGE})  # they stand without a change
# How far back undo and redo may go.
_LINE: Final = (
    "(SELECT MAX("
    "COALESCE((SELECT MAX(seq) FROM step WHERE kind = 'barrier'), 0), "
    "COALESCE((SELECT MAX(target) FROM step WHERE kind = 'purge'), 0)))"
)


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


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a journal had come.

    Attributes:
        step: Number of the newest step, 0 where there is none.
        step_id: Its id, which no other file has.
        change: Number of the newest change.
        at: When the step was made; empty where there is none.
    """

    step: int
    step_id: str
    change: int
    at: str = ""


NOTHING: Final = Mark(0, "", 0)


class Journal:
    """Steps and changes of an open file. What writes runs inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._index = SearchIndex(db)

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
        net = coalesced(raw, self._current)
        if net != raw:
            self._rewrite(seq, net)
        if net:
            self._index.follow((change.table, change.record) for change in net)
        if kind is StepKind.PURGE:
            self._index.forget()
        if not net and kind not in _LAID:
            self._db.execute_sql("DELETE FROM step WHERE seq = ?", (seq,))
        elif kind in {StepKind.DO, StepKind.BARRIER}:
            self._discard_undone()
            if visit:
                self._join_visit(seq, visit)
        return frozenset(change.table for change in net)

    def _current(self, table: str, record: str) -> Row:
        cursor = self._db.execute_sql(f'SELECT * FROM "{table}" WHERE id = ?', (record,))  # noqa: S608  # named by our triggers
        return dict(zip([c[0] for c in cursor.description], cursor.fetchone(), strict=True))

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
        rows = self._db.asked(
            "SELECT tbl, record, op, col, before, after FROM change WHERE step = ? ORDER BY seq",
            seq,
        )
        found = []
        for (table, record, op), columns in groupby(rows, key=itemgetter(0, 1, 2)):
            before: Row = {}
            after: Row = {}
            for _table, _record, _op, column, old, new in columns:
                if column in before:  # the row was saved a second time
                    found.append(_as_op(Change(table, record, Op(op), before, after)))
                    before, after = {}, {}
                before[column], after[column] = old, new
            found.append(_as_op(Change(table, record, Op(op), before, after)))
        return found

    def _join_visit(self, seq: int, visit: str) -> None:
        """Make the step one with the step before, when both are of the same visit to a field."""
        self._db.execute_sql("UPDATE step SET visit = ? WHERE seq = ?", (visit, seq))
        earlier = self._db.asked(
            "SELECT a.seq FROM step a JOIN step b ON b.seq = ? AND a.person = b.person "
            "WHERE a.seq = (SELECT MAX(seq) FROM step WHERE seq < ?) "
            "AND a.visit = ? AND a.kind = 'do' AND a.state = 'done'",
            *(seq, seq, visit),
        )
        if not earlier:
            return
        ((first,),) = earlier
        net = coalesced(self.changes(first) + self.changes(seq), self._current)
        self._db.execute_sql("DELETE FROM step WHERE seq = ?", (seq,))
        self._rewrite(first, net)
        if not net:
            self._db.execute_sql("DELETE FROM step WHERE seq = ?", (first,))

    def _discard_undone(self) -> None:
        """A new act closes the way to redo what was undone before it."""
        self._db.execute_sql(
            "UPDATE step SET state = ? WHERE kind = ? AND state = ?",
            (StepState.DISCARDED.value, StepKind.DO.value, StepState.UNDONE.value),
        )

    def undoable(self, person: str) -> Step | None:
        """The step Ctrl+Z takes back; None at a barrier or at another person's step."""
        step = self._newest_done()
        return step if step and step.person == person else None

    def _newest_done(self) -> Step | None:
        return self._one(
            f"kind = 'do' AND state = 'done' AND seq > {_LINE} ORDER BY seq DESC LIMIT 1"
        )

    def redoable(self, person: str) -> Step | None:
        """The step to do again: the last one undone."""
        step = self._one(f"kind = 'do' AND state = 'undone' AND seq > {_LINE} ORDER BY seq LIMIT 1")
        return step if step and step.person == person else None

    def stop(self, person: str) -> Step | None:
        """What undo stops at: a step by somebody else, or else a line; None where it may go on."""
        step = self._newest_done()
        if step is None:
            return self.barrier()
        return None if step.person == person else step

    def barrier(self) -> Step | None:
        """The newest line undo does not pass."""
        return self._one(
            "kind IN ('barrier', 'purge') "
            "ORDER BY CASE kind WHEN 'purge' THEN target ELSE seq END DESC, seq DESC LIMIT 1"
        )

    def latest(self) -> Step | None:
        """The newest step."""
        return self._one("1 ORDER BY seq DESC LIMIT 1")

    def mark(self) -> Mark:
        """How far it has come."""
        newest = self._db.asked("SELECT seq, id, at FROM step ORDER BY seq DESC LIMIT 1")
        # Not the newest that is there: a purge takes changes out.
        ((change,),) = self._db.asked(
            "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'change'), 0)"
        )
        step, step_id, at = newest[0] if newest else (0, "", "")
        return Mark(step, step_id, change, at)

    def goes_on_from(self, mark: Mark) -> bool:
        """Whether it holds all that a journal held: it is the same file, as it was or later.

        An earlier copy of the file lacks the step, or what was added to it in the same visit.
        """
        if not mark.step:
            return True
        there = self._db.asked(
            "SELECT 1 FROM step WHERE seq = ? AND id = ?", mark.step, mark.step_id
        )
        return bool(there) and self.mark().change >= mark.change

    def touched_since(self, mark: Mark) -> frozenset[str]:
        """The tables that were changed after it had come so far."""
        rows = self._db.asked("SELECT DISTINCT tbl FROM change WHERE seq > ?", mark.change)
        return frozenset(table for (table,) in rows)

    def _one(self, where: str) -> Step | None:
        rows = self._db.asked(
            f"SELECT seq, at, person, label, kind, state FROM step WHERE {where}"  # noqa: S608  # names of ours
        )
        if not rows:
            return None
        seq, at, person, label, kind, state = rows[0]
        with _history():
            return Step(seq, at, person, label, StepKind(kind), StepState(state))

    def undo(self, step: Step) -> None:
        """Write what was before the step, inside an open step of kind UNDO."""
        self._reverse(step.seq)
        self._mark(step, StepState.UNDONE)

    def redo(self, step: Step) -> None:
        """Reverse the step's latest undoing, inside an open step of kind REDO."""
        ((undoing,),) = self._db.asked(
            "SELECT MAX(seq) FROM step WHERE kind = 'undo' AND target = ?", step.seq
        )
        self._reverse(undoing)
        self._mark(step, StepState.DONE)

    def _mark(self, step: Step, state: StepState) -> None:
        """The step's new state; the open step remembers whose undoing it is."""
        self._db.execute_sql("UPDATE step SET state = ? WHERE seq = ?", (state.value, step.seq))
        self._db.execute_sql(f"UPDATE step SET target = ? WHERE seq = {NOW}", (step.seq,))  # noqa: S608  # names of ours

    def _reverse(self, seq: int) -> None:
        """Take each row back.

        Not in the order of the changes: a row that the step moved into a part it made would go
        with that part. First comes back what was taken away, then what was changed, and only
        then goes what was made, which by then nothing older points at.
        """
        self._db.execute_sql("PRAGMA defer_foreign_keys = ON")
        with _history():
            changes, known = self.changes(seq), journaled(self._db)
            if not {change.table for change in changes} <= set(known):
                raise ValueError
            for op in (Op.DELETE, Op.UPDATE, Op.INSERT):
                for change in changes:
                    if change.op is op:
                        self._take_back(change)

    def _take_back(self, change: Change) -> None:
        table, values = f'"{change.table}"', tuple(change.before.values())
        if change.op is Op.INSERT:
            self._db.execute_sql(f"DELETE FROM {table} WHERE id = ?", (change.record,))  # noqa: S608  # names of ours
            return
        if change.op is Op.DELETE:
            names = ", ".join(f'"{column}"' for column in change.before)
            marks = ", ".join("?" * len(values))
            sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  # names of ours
        else:
            sets = ", ".join(f'"{column}" = ?' for column in change.before)
            sql, values = f"UPDATE {table} SET {sets} WHERE id = ?", (*values, change.record)  # noqa: S608  # names of ours
        if self._db.execute_sql(sql, values).rowcount != 1:
            raise ValueError


def _as_op(change: Change) -> Change:
    """The change with only the values its kind has."""
    empty: Row = {}
    before = empty if change.op is Op.INSERT else change.before
    after = change.after if change.op is Op.UPDATE else empty
    return Change(change.table, change.record, change.op, before, after)


@contextmanager
def _history() -> Iterator[None]:
    """A journal that does not fit the file says so; the transaction leaves the file as it was."""
    try:
        yield
    except (ValueError, peewee.DatabaseError) as error:
        raise faults.damaged("step, change") from error
