"""What each program of `programs.py` has promised, whatever was done to it: looked for on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from styrdesk.domain.anonymisation import Anonymisation
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.case import Case
from styrdesk.domain.catalogue import OWNED, RECORDS, SHARED
from styrdesk.domain.checklist import Checklist, ChecklistAnswer, ChecklistStatus
from styrdesk.domain.disposal import Disposal
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.domain.plan import Plan
from styrdesk.domain.record import Record
from styrdesk.storage import backup, connection, file, migrate
from styrdesk.storage.migrations import NEWEST
from tests.faults import programs, sweep
from tests.faults.sweep import KILL, Outcome, Point

# The states that `edit` passes, one for each acknowledgement.
EDITED = (0, 1, 2, 1, 2, 3)


def state(opened: file.File) -> int | None:
    """The number of the file's state; it is the same in every row, or the file is not whole."""
    committees = opened.store.rows(Committee)
    if not committees:
        return None
    number = int(committees[0].name)
    texts = [unit.name.split(" ")[0] for unit in opened.store.rows(Unit)]
    assert texts == [str(number)] * programs.ROWS
    return number


def whole(path: Path) -> int | None:
    """The state of a file that can be opened, undone and done again."""
    opened = file.open_file(path)
    try:
        assert not opened.read_only
        found = state(opened)
        work = programs.at_work(opened)
        if work.undoable():
            work.undo()
            assert state(opened) != found
            work.redo()
            assert state(opened) == found
        assert connection.sound(opened.db) == ""
        return found
    finally:
        opened.close()


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


def told_or_done(outcome: Outcome, acknowledgements: int) -> None:
    """The child ended as a program does: killed, telling its user, or with all its work done."""
    assert "Traceback" not in outcome.said, outcome.said
    done = len(outcome.acknowledged) == acknowledgements
    assert outcome.killed or outcome.told or done, outcome
    assert set(outcome.told) <= {"DISK_FULL", "UNREADABLE", "MIGRATION"}, outcome


def check_edit(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, len(EDITED) - 1)
    passed = len(outcome.acknowledged)
    assert outcome.acknowledged == EDITED[1 : passed + 1]
    # What was under way at the end may have reached the disk, or not.
    assert whole(folder / programs.NAME) in EDITED[passed : passed + 2]
    assert left(folder) == [programs.NAME]


def check_checklist(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, programs.ANSWERS + 2)
    passed = len(outcome.acknowledged)
    opened = file.open_file(folder / programs.NAME)
    lists, answers = opened.store.rows(Checklist), opened.store.rows(ChecklistAnswer)
    assert connection.sound(opened.db) == ""
    opened.close()
    signed = [one for one in lists if one.status is ChecklistStatus.SIGNED]
    assert len(lists) + len(answers) + len(signed) in (passed, passed + 1)
    # Each answer is whole: its value, what it means and its stamp came together.
    assert all(answer.at and answer.failed == (answer.value == "no") for answer in answers)
    assert all((one.answered, one.failed) == (programs.ANSWERS, 1) for one in signed)


def check_attach(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 3)
    passed = len(outcome.acknowledged)
    opened = file.open_file(folder / programs.NAME)
    # Each file is whole or not there: its row and its content came together.
    held = sorted(int(one.name.removesuffix(".pdf")) for one in opened.store.rows(Attachment))
    for one in opened.store.rows(Attachment):
        content = programs.ATTACHED[int(one.name.removesuffix(".pdf"))]
        assert (one.size, opened.blobs.get(one.file)[1]) == (len(content), content)
    assert connection.sound(opened.db) == ""
    opened.close()
    passing: tuple[list[int], ...] = ([], [1], [1, 2], [2, 3], [2, 3])
    assert held in passing[passed : passed + 2]


def check_create(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 1)
    new = folder / "new.styrdesk"
    if outcome.acknowledged or new.exists():
        assert whole(new) is None
    others = set(left(folder)) - {"new.styrdesk", programs.NAME}
    assert all(name.startswith(".new.styrdesk.") for name in others)
    assert not others or point.fault == KILL or point.call == "unlink"
    assert whole(folder / programs.NAME) == 0


def check_migrate(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 1)
    path = folder / programs.NAME
    backups = backup.folder_of(folder / programs.BACKUPS, path)
    db = connection.connect(path)  # puts a broken save right, as the newer program would
    version = migrate.version(db)
    assert connection.sound(db) == ""
    db.close()
    saved = backup.listed(backups)
    assert len(saved) == 1 or (version == NEWEST and not saved)
    for one in saved:
        assert whole(backups / one.name) == 0
    if version == NEWEST:
        assert not outcome.acknowledged
        assert whole(path) == 0
        again = sweep.run("migrate", folder)
        assert again.acknowledged == (1,), again.said
    with pytest.raises(FileProblem) as refused:
        file.open_file(path)
    assert refused.value.fault is FileFault.NEWER
    assert not set(left(folder)) - {programs.NAME, programs.BACKUPS}


def check_import(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 1)
    opened = file.open_file(folder / programs.NAME)
    plans = opened.store.count(Plan)
    rows = sum(opened.store.count(kind) for kind in RECORDS.values())
    assert connection.sound(opened.db) == ""
    opened.close()
    # All of it or nothing; and it can be done again, once.
    imported = sum(len(programs.IMPORTED.rows(table)) for table in (*SHARED, *OWNED))
    assert rows == 1 + programs.ROWS + plans * imported
    assert plans or not outcome.acknowledged
    again = sweep.run("import", folder)
    assert again.acknowledged == (() if plans else (1,)), again.said
    assert again.told == (("REFUSED",) if plans else ())


def check_print(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 2)
    passed = len(outcome.acknowledged)
    out = folder / programs.PDF
    found = out.read_bytes() if out.exists() else None
    # Whole at every point: what was under way at the end may have come in place, or not.
    assert found in [programs.PRINTS.get(number) for number in range(passed, passed + 2)]
    others = set(left(folder)) - {programs.PDF, programs.NAME}
    assert not others or point.fault == KILL or point.call == "unlink"


def check_backup(point: Point, folder: Path, outcome: Outcome) -> None:
    told_or_done(outcome, 2)
    passed = len(outcome.acknowledged)
    root = backup.folder_of(folder / programs.BACKUPS, folder / programs.NAME)
    states = [whole(root / one.name) for one in reversed(backup.listed(root))]
    # Each that has a name is whole, and holds what the file held when it was made.
    assert states == [0, 1][: len(states)]
    assert len(states) in (passed, passed + 1)
    assert whole(folder / programs.NAME) in range(max(0, passed - 1), passed + 1)


def check_erase(point: Point, folder: Path, outcome: Outcome) -> None:
    _check_erased(folder, outcome, Disposal, lambda opened: opened.store.count(Case))


def check_anonymise(point: Point, folder: Path, outcome: Outcome) -> None:
    named = {"name": programs.ERASED}
    _check_erased(folder, outcome, Anonymisation, lambda opened: opened.store.count(Person, named))


def _check_erased(
    folder: Path,
    outcome: Outcome,
    record: type[Record],
    counted: Callable[[file.File], int],
) -> None:
    """All of it or nothing, and a good backup at every moment.

    Args:
        record: What is written of it.
        counted: How many of what is to go are there: one, or none.
    """
    told_or_done(outcome, 2)
    passed = len(outcome.acknowledged)
    root = backup.folder_of(folder / programs.HOME_BACKUPS, folder / programs.NAME)
    kept = backup.listed(root)
    assert kept or not passed, "never a moment without a backup"
    for one in kept:
        backup.see_that_it_is_sound(root / one.name)
    again = sweep.run("erase-on", folder)
    assert again.acknowledged == (1,), again.said + str(again.told)
    opened = file.open_file(folder / programs.NAME)
    done, there = opened.store.count(record), counted(opened)
    assert connection.sound(opened.db) == ""
    assert not opened.erasure.is_pending()
    opened.close()
    assert done or passed < 2
    if done:  # all of it, and then nothing is left of the words
        assert not there
        words = (programs.ERASED.encode(), programs.ERASED.casefold().encode())
        files = [path for path in folder.rglob("*") if path.is_file()]
        held = [p for p in files if any(word in p.read_bytes() for word in words)]
        assert held == []
    elif passed:
        assert there == 1


CHECKS: dict[str, Callable[[Point, Path, Outcome], None]] = {
    "erase": check_erase,
    "anonymise": check_anonymise,
    "edit": check_edit,
    "attach": check_attach,
    "checklist": check_checklist,
    "create": check_create,
    "migrate": check_migrate,
    "import": check_import,
    "print": check_print,
    "backup": check_backup,
}
