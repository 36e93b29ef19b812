"""What the children of the sweep do. Each prints `ACK n` when a thing is promised to be kept.

Run as `python -m tests.faults.programs NAME FOLDER`.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.organisation import Committee, Unit
from styrdesk.reports import printing
from styrdesk.services.work import Work
from styrdesk.storage import backup, file
from styrdesk.storage.migrations import MIGRATIONS

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
NAME = "a.styrdesk"
BACKUPS = "backups"
PDF = "plan.pdf"
PRINTS = {1: b"%PDF-1.7 first" * 20_000, 2: b"%PDF-1.7 second" * 30_000}
ROWS = 12
SECOND = (
    "ALTER TABLE committee ADD COLUMN chair TEXT NOT NULL DEFAULT ''",
    (
        "CREATE TABLE committee_name_2 (id TEXT PRIMARY KEY NOT NULL, committee_id TEXT NOT NULL "
        "REFERENCES committee (id) ON DELETE CASCADE, name TEXT NOT NULL, valid_from TEXT, "
        "valid_to TEXT, note TEXT NOT NULL) WITHOUT ROWID"
    ),
    (
        "INSERT INTO committee_name_2 SELECT id, committee_id, name, valid_from, valid_to, '' "
        "FROM committee_name"
    ),
    "DROP TABLE committee_name",
    "ALTER TABLE committee_name_2 RENAME TO committee_name",
    "CREATE INDEX committee_name_committee_id ON committee_name (committee_id)",
)


def acknowledge(number: int) -> None:
    print(f"ACK {number}", flush=True)  # noqa: T201


def at_work(opened: file.File) -> Work:
    return Work(opened, CLOCK, lambda: "anna")


def write(opened: file.File, number: int) -> None:
    """The state with a number: the nämnd and all its units bear it."""
    opened.store.save(Committee("c", name=str(number)))
    for row in range(ROWS):
        text = f"{number} " + "text " * (20 * number)
        opened.store.save(Unit(f"{row:02}", committee_id="c", name=text))


def begin(folder: Path) -> None:
    """State 0, which no fault meets."""
    opened = file.create(folder / NAME)
    with at_work(opened).step("Begin"):
        write(opened, 0)
    opened.close()


def edit(folder: Path) -> None:
    """States 1, 2, undone to 1, done again to 2, and 3."""
    opened = file.open_file(folder / NAME)
    work = at_work(opened)
    for number in (1, 2):
        with work.step("Edit"):
            write(opened, number)
        acknowledge(number)
    work.undo()
    acknowledge(1)
    work.redo()
    acknowledge(2)
    with work.step("Edit", visit="v"):
        write(opened, 3)
    acknowledge(3)
    opened.close()


def create(folder: Path) -> None:
    """A new file beside the other."""
    file.create(folder / "new.styrdesk").close()
    acknowledge(1)


def change_form(folder: Path) -> None:
    """The file as a newer program would open it."""
    setattr(file, "MIGRATIONS", (*MIGRATIONS[:1], SECOND))  # noqa: B010
    file.open_file(folder / NAME, folder / BACKUPS).close()
    acknowledge(1)


def print_twice(folder: Path) -> None:
    """A print, and another in its place."""
    for number in (1, 2):
        printing.write(PRINTS[number], folder / PDF)
        acknowledge(number)


def back_up(folder: Path) -> None:
    """Two backups of a file that is changed between them."""
    root = backup.folder_of(folder / BACKUPS, folder / NAME)
    opened = file.open_file(folder / NAME)
    for number in (1, 2):
        backup.keep_file(folder / NAME, root, CLOCK.now(), Reason.REGULAR)
        backup.thin(root, CLOCK.now())
        acknowledge(number)
        with at_work(opened).step("Edit"):
            write(opened, number)
    opened.close()


PROGRAMS = {
    "begin": begin,
    "edit": edit,
    "create": create,
    "migrate": change_form,
    "print": print_twice,
    "backup": back_up,
}

if __name__ == "__main__":
    try:
        PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
    except FileProblem as problem:
        print(f"TOLD {problem.fault.name}", flush=True)  # noqa: T201
