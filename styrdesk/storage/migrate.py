"""Runs the migrations: each in one transaction, after a verified backup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import peewee

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import connection, journal
from styrdesk.base.atomic import publish, temporary
from styrdesk.storage.header import APPLICATION_ID
from styrdesk.storage.migrations import MIGRATIONS


def version(db: peewee.Database) -> int:
    """The schema's number."""
    return int(db.execute_sql("PRAGMA user_version").fetchone()[0])


def up(db: peewee.SqliteDatabase, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Take the file to the newest schema, one transaction a step.

    Raises:
        FileProblem: A step failed; the file is as it was before that step.
    """
    db.execute_sql("PRAGMA foreign_keys = OFF")  # a table may be made anew; checked before commit
    for number in range(version(db) + 1, len(migrations) + 1):
        with db.atomic("EXCLUSIVE"):
            _drop_triggers(db)
            for statement in migrations[number - 1]:
                db.execute_sql(statement)
            journal.install(db)
            db.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute_sql(f"PRAGMA user_version = {number}")
            fault = db.execute_sql("PRAGMA foreign_key_check").fetchone()
            if fault is not None:
                raise _failed(number, f"foreign key: {fault}")
    db.execute_sql("PRAGMA foreign_keys = ON")


def _drop_triggers(db: peewee.Database) -> None:
    rows = db.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in rows:
        db.execute_sql(f'DROP TRIGGER "{name}"')


def _failed(number: int, why: str) -> FileProblem:
    message = _("The file could not be brought to schema {number}: {why}")
    return FileProblem(
        FileFault.MIGRATION,
        message.format(number=number, why=why),
        _("The file is as it was. A backup lies beside the others."),
    )


def backup(db: peewee.SqliteDatabase, folder: Path, name: str) -> Path:
    """A verified copy in the folder: written beside, opened and checked, then put in place.

    Raises:
        FileProblem: The copy is not sound, so that nothing may be changed on the strength of it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with temporary(folder / name) as partial:
        connection.copy(db, partial)
        copied = connection.connect(partial, read_only=True)
        try:
            verdict = connection.sound(copied)
        finally:
            copied.close()
        if verdict:
            raise FileProblem(
                FileFault.DAMAGED,
                _("The backup is not sound: {verdict}").format(verdict=verdict),
                _("Nothing has been changed. Save a copy of the file in another place."),
            )
        publish(partial, folder / name)
    return folder / name
