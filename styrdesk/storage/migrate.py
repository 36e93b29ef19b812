"""Runs the migrations: each in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import peewee

from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import connection, triggers
from styrdesk.storage.connection import Database
from styrdesk.storage.header import APPLICATION_ID
from styrdesk.storage.journal import Journal, StepKind
from styrdesk.storage.migrations import MIGRATIONS, Statement

Migrations = Sequence[Sequence[Statement]]


def version(db: Database) -> int:
    """The schema's number."""
    ((number,),) = db.asked("PRAGMA user_version")
    return int(number)


def up(db: Database, migrations: Migrations = MIGRATIONS) -> None:
    """Take the file to the newest schema, one transaction a step; one that is empty, all in one.

    Raises:
        FileProblem: A step failed; the file is as it was before that step.
    """
    held_something = version(db) > 0
    db.execute_sql("PRAGMA foreign_keys = OFF")  # a table may be made anew; checked before commit
    try:
        while version(db) < len(migrations):
            try:
                _one_up(db, migrations, held_something=held_something)
            except peewee.DatabaseError as error:
                raise _failed(str(error)) from error
    finally:
        db.execute_sql("PRAGMA foreign_keys = ON")


def _one_up(db: Database, migrations: Migrations, *, held_something: bool) -> None:
    with connection.transaction(db, "EXCLUSIVE"):
        before = version(db)  # asked anew: another program may have been quicker
        if before >= len(migrations):
            return
        after = before + 1 if held_something else len(migrations)
        triggers.drop(db)
        for statement in chain.from_iterable(migrations[before:after]):
            if callable(statement):
                statement(db)
            else:
                db.execute_sql(statement)
        triggers.install(db)
        db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute_sql(f"PRAGMA user_version = {after}")
        if held_something and after == len(migrations):
            _draw_line(db)
        verdict = connection.sound(db)
        if verdict:
            raise _failed(verdict)


def _draw_line(db: Database) -> None:
    """Undo does not go back to before the migration: the columns may be others."""
    journal = Journal(db)
    at = SystemClock().now().isoformat()
    seq = journal.begin(new_id(), at, "", N_("New form of the file"), StepKind.BARRIER)
    journal.end(seq, StepKind.BARRIER)


def _failed(why: str) -> FileProblem:
    return FileProblem(
        FileFault.MIGRATION,
        _("The file could not be brought to its new form: {why}").format(why=why),
        _("The file is as it was."),
    )
