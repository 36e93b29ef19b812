"""Writes `schema_N.sql`, a file as the program makes it today: `python -m tests.migrations.make`.

One per schema that has been released, kept for ever. Until the first release schema 1 may change;
then it is written anew.
"""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.organisation import Committee, CommitteeName, Person, Unit
from styrdesk.services.work import Work
from styrdesk.storage import file
from styrdesk.storage.header import APPLICATION_ID
from styrdesk.storage.migrations import NEWEST

HERE = Path(__file__).parent
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
COMMITTEE = Committee("c", name="Miljönämnden", valid_from=date(2019, 1, 1))
NAMES = (CommitteeName("n", committee_id="c", name="Hälsovårdsnämnden"),)
UNITS = tuple(Unit(f"u{n}", committee_id="c", name=f"Enhet {n}") for n in range(3))


def fill(opened: file.File) -> None:
    """Two steps, the second of which can be undone."""
    work = Work(opened, CLOCK, lambda: "p")
    with work.step("Begin"):
        opened.store.save(Person("p", "Anna"))
        opened.store.save(COMMITTEE)
        for name in NAMES:
            opened.store.save(name)
        for unit in UNITS:
            opened.store.save(unit)
    with work.step("Rename"):
        opened.store.save(Committee("c", name="Miljö- och byggnämnden"))


def restored(script: Path, target: Path, version: int) -> Path:
    """The file that a dump was made of."""
    db = sqlite3.connect(target)
    db.executescript(script.read_text(encoding="utf-8"))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {version}")
    db.close()
    return target


def dumped(opened: file.File) -> list[str]:
    """The statements that make the file. The index of words is built when it is opened.

    Python's own dump would write a virtual table, and its tables, straight into the schema.
    """
    lines = opened.db.connection().iterdump()
    own = [line for line in lines if "search_words" not in line and "writable_schema" not in line]
    virtual = opened.db.asked("SELECT sql FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'")
    return [*own, *(f"{sql};" for (sql,) in virtual), "UPDATE search_state SET change = -1;"]


def main() -> None:
    """Write today's."""
    with tempfile.TemporaryDirectory() as folder:
        opened = file.create(Path(folder) / "a.styrdesk")
        fill(opened)
        script = "\n".join(dumped(opened)) + "\n"
        opened.close()
    (HERE / f"schema_{NEWEST}.sql").write_text(script, encoding="utf-8")


if __name__ == "__main__":
    main()
