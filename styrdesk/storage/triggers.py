"""The triggers that record every changed row under a step, and that keep what is decided as it is.

They read the step's number from the one-row table `step_now`; a write outside a step is refused
by them. They hold no function at all (with `trusted_schema` off not even SQLite's JSON functions
may stand in a trigger), and they are made from the file's own columns, so a new table gets undo
and history by being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from styrdesk.storage.connection import Database

GUARDED: Final = ("blob", "setting")  # written in a step, but not recorded
OWN: Final = frozenset({"step", "step_now", "change", *GUARDED})
INDEX: Final = "search_"  # tables of the index of words begin so: it follows the journal
OUTSIDE: Final = "a write outside a step"
NOW: Final = "(SELECT seq FROM step_now)"
DECIDED: Final = ("plan_version", "decided_report")
FROZEN: Final = "a decided version is never changed"
_REFUSE: Final = f"SELECT RAISE(ABORT, '{OUTSIDE}') WHERE {NOW} IS NULL;"


def journaled(db: Database) -> list[str]:
    """The tables whose rows are recorded."""
    return [t for t in db.get_tables() if t not in OWN and not t.startswith(("sqlite_", INDEX))]


def columns(db: Database, table: str) -> list[str]:
    """A table's columns, in order."""
    return [str(name) for (name,) in db.asked("SELECT name FROM pragma_table_info(?)", table)]


def drop(db: Database) -> None:
    """Take all triggers away, ours or not."""
    for (name,) in db.asked("SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        db.execute_sql(f'DROP TRIGGER "{name}"')


def install(db: Database) -> None:
    """Make the triggers anew from the file's columns. Part of every migration."""
    drop(db)
    for table in journaled(db):
        for statement in recording(table, columns(db, table)):
            db.execute_sql(statement)
    for table in set(GUARDED).intersection(db.get_tables()):  # an older form has not all of them
        for statement in guarding(table):
            db.execute_sql(statement)
    for table in set(DECIDED).intersection(db.get_tables()):
        for statement in freezing(table):
            db.execute_sql(statement)


def recording(table: str, names: list[str]) -> Iterator[str]:
    """The three triggers of a table.

    A new row is recorded by its id alone, so that the journal does not double the file; a
    changed row by the columns that changed; a deleted row by all it held.
    """
    old = " UNION ALL ".join(f"SELECT '{c}', OLD.\"{c}\"" for c in names)
    both = " UNION ALL ".join(
        f'SELECT \'{c}\', OLD."{c}", NEW."{c}" WHERE OLD."{c}" IS NOT NEW."{c}"' for c in names
    )
    into = "INSERT INTO change (step, tbl, record, op, col, before, after)"
    forms = {
        "INSERT": f"VALUES ({NOW}, '{table}', NEW.id, 'INSERT', '', NULL, NULL)",
        "UPDATE": f"SELECT {NOW}, '{table}', NEW.id, 'UPDATE', * FROM ({both})",  # noqa: S608  # names of our own tables
        "DELETE": f"SELECT {NOW}, '{table}', OLD.id, 'DELETE', *, NULL FROM ({old})",  # noqa: S608  # names of ours
    }
    for op, values in forms.items():
        yield (
            f'CREATE TRIGGER journal_{table}_{op.lower()} AFTER {op} ON "{table}" '
            f"BEGIN {_REFUSE} {into} {values}; END"
        )


def freezing(table: str) -> Iterator[str]:
    """Triggers that refuse a change of what is decided, and the deletion of what a decision made.

    What was frozen at an import or an upgrade goes when that is undone.
    """
    refuse = f"SELECT RAISE(ABORT, '{FROZEN}')"
    for op, where in (("UPDATE", ""), ("DELETE", " WHERE OLD.origin = 'decided'")):
        yield (
            f"CREATE TRIGGER frozen_{table}_{op.lower()} BEFORE {op} ON {table} "
            f"BEGIN {refuse}{where}; END"
        )


def guarding(table: str) -> Iterator[str]:
    """Triggers that only refuse what is written outside a step."""
    for op in ("INSERT", "UPDATE", "DELETE"):
        yield (
            f'CREATE TRIGGER guard_{table}_{op.lower()} BEFORE {op} ON "{table}" '
            f"BEGIN {_REFUSE} END"
        )
