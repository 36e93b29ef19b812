"""Killed at any call, or with a disk that fails at any call, nothing acknowledged is lost.

A sample is taken in every run. `STYRDESK_SWEEP=full` takes every point.
"""

from __future__ import annotations

import collections
import os
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee, Unit
from styrdesk.storage import backup, connection, file, migrate
from tests.faults import programs, sweep
from tests.faults.sweep import KILL, Outcome, Point

REASON = sweep.why_not()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(bool(REASON), reason=REASON),
]
FULL = os.environ.get("STYRDESK_SWEEP") == "full"
SAMPLE = 36
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
    assert len(saved) == 1 or (version == 1 and not saved)
    for one in saved:
        assert whole(backups / one.name) == 0
    if version == 1:
        assert not outcome.acknowledged
        assert whole(path) == 0
        again = sweep.run("migrate", folder)
        assert again.acknowledged == (1,), again.said
    with pytest.raises(FileProblem) as refused:
        file.open_file(path)
    assert refused.value.fault is FileFault.NEWER
    assert not set(left(folder)) - {programs.NAME, programs.BACKUPS}


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


CHECKS: dict[str, Callable[[Point, Path, Outcome], None]] = {
    "edit": check_edit,
    "create": check_create,
    "migrate": check_migrate,
    "print": check_print,
    "backup": check_backup,
}


def chosen(program: str, counts: collections.Counter[str]) -> list[Point]:
    """All points, or a sample in which each kind of call is met by each fault."""
    found = list(sweep.points(program, counts))
    if FULL:
        return found
    random.shuffle(found)
    kinds = {(point.call, point.fault): point for point in found}
    return [*kinds.values(), *found][:SAMPLE]


@pytest.mark.parametrize("program", CHECKS)
def test_nothing_acknowledged_is_lost(program: str, tmp_path: Path) -> None:
    base = tmp_path / "base"
    base.mkdir()
    sweep.run("begin", base)
    trial = shutil.copytree(base, tmp_path / "trial")
    counts = sweep.counted(program, trial)

    ends: collections.Counter[str] = collections.Counter()

    def strike(point: Point) -> str:
        folder = shutil.copytree(base, tmp_path / str(point))
        outcome = sweep.strike(point, folder)
        ends["killed" if outcome.killed else " ".join(outcome.told) or "done"] += 1
        try:
            CHECKS[program](point, folder, outcome)
        except (AssertionError, FileProblem) as error:
            return f"{point}: {error!r}"[:600]
        else:
            shutil.rmtree(folder)
            return ""

    points = chosen(program, counts)
    with ThreadPoolExecutor(2) as pool:
        failures = [failure for failure in pool.map(strike, points) if failure]
    print(f"{program}: {len(points)} points of {dict(counts)}: {dict(ends)}")  # noqa: T201
    assert failures == []
