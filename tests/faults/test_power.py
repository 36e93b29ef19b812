"""After a power cut at any moment all that was acknowledged is there, and nothing is damaged."""

from __future__ import annotations

import collections
import contextlib
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileProblem
from styrdesk.storage import backup, connection, file
from tests.faults import power, programs, promises, sweep
from tests.faults.sweep import KILL, Outcome, Point

REASON = sweep.why_not()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(REASON), reason=REASON),
]
FULL = os.environ.get("STYRDESK_SWEEP") == "full"
Numbers = tuple[int, ...]
Check = Callable[[Path, Numbers, Numbers], None]  # the folder, what was and would be told


def logged(program: str, tmp_path: Path) -> tuple[power.Log, Path, Path]:
    """What a program did to a folder, how the folder was before it, and the folder."""
    folder = tmp_path / "folder"  # the name of its backups' folder is made of where it lies
    folder.mkdir()
    sweep.run("begin", folder)
    before = shutil.copytree(folder, tmp_path / "before")
    return power.log_of(program, folder), before, folder


def cuts(program: str, tmp_path: Path, trials: int, check: Check) -> collections.Counter[str]:
    """How the trials ended: "kept", "lost" or "damaged". What failed is left to be looked at."""
    log, before, folder = logged(program, tmp_path)
    ends: collections.Counter[str] = collections.Counter()
    for trial in range(trials):
        shutil.rmtree(folder)
        acknowledged = power.cut(log, before, folder, seeded(trial))
        try:
            check(folder, acknowledged, log.acknowledged())
        except (AssertionError, FileProblem) as error:
            ends["damaged" if isinstance(error, FileProblem) else "lost"] += 1
            power.cut(log, before, tmp_path / f"{program} {trial}", seeded(trial))
            print(f"{program} {trial}: {error!r}"[:300])  # noqa: T201
        else:
            ends["kept"] += 1
    return ends


def seeded(trial: int) -> random.Random:
    """The same cuts in every run."""
    return random.Random(trial)  # noqa: S311


@pytest.fixture(autouse=True)
def _looking_is_not_synced(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written to see what is left need not outlive anything."""
    monkeypatch.setitem(connection.PRAGMAS, "synchronous", "off")


def as_killed(program: str) -> Check:
    """What holds after a kill holds after a power cut."""

    def check(folder: Path, acknowledged: Numbers, _all: Numbers) -> None:
        outcome = Outcome(killed=True, acknowledged=acknowledged, told=(), said="")
        promises.CHECKS[program](Point(program, "power", 0, KILL), folder, outcome)

    return check


def test_fault_02_a_power_cut_in_a_save_loses_nothing(tmp_path: Path) -> None:
    assert cuts("edit", tmp_path, 400, as_killed("edit")) == {"kept": 400}


def test_fault_02_a_power_cut_in_a_plans_life_loses_nothing(tmp_path: Path) -> None:
    def check(folder: Path, acknowledged: Numbers, states: Numbers) -> None:
        opened = file.open_file(folder / programs.NAME)
        found = programs.fingerprint(opened)
        assert connection.sound(opened.db) == ""
        opened.close()
        passed = len(acknowledged)
        assert found in states[max(0, passed - 1) : passed + 1]
        root = backup.folder_of(folder / programs.HOME_BACKUPS, folder / programs.NAME)
        kept = backup.listed(root)
        for one in kept:
            backup.see_that_it_is_sound(root / one.name)
        lasting = {1: Reason.IMPORT, len(states) - 2: Reason.DECISION}
        assert {lasting[n] for n in lasting if n < passed - 1} <= {one.reason for one in kept}

    assert cuts("plan", tmp_path, 100, check) == {"kept": 100}


@pytest.mark.parametrize("program", ["create", "import", "migrate", "print", "backup"])
def test_fault_02_a_power_cut_elsewhere_loses_nothing(program: str, tmp_path: Path) -> None:
    trials = 400 if FULL else 12 if program in {"import", "migrate"} else 40
    assert cuts(program, tmp_path, trials, as_killed(program)) == {"kept": trials}


@pytest.mark.parametrize(("how", "end"), [("edit-full", "lost"), ("edit-off", "damaged")])
def test_weaker_settings_lose_what_was_acknowledged(how: str, end: str, tmp_path: Path) -> None:
    """The cut can do harm: what holds above is held by the settings, not by the method."""
    assert cuts(how, tmp_path, 100, as_killed("edit"))[end] > 0


def test_fault_33_a_copy_that_a_sync_program_takes_is_whole_or_told(tmp_path: Path) -> None:
    """OneDrive and its like copy a file while it is written, without the journal beside it."""
    log, before, _folder = logged("edit", tmp_path)
    disk, name = power.Disk(before), Path(programs.NAME)
    copies: dict[bytes, int] = {}
    for number, event in enumerate(log.events, 1):
        disk.run(event)
        content = disk.seen(name)
        if content is not None and disk.seen(Path(f"{name}-journal")) is None:
            copies[content] = number
            assert promises.whole(copied(content, tmp_path)) is not None
        elif content is not None and content not in copies:
            copies[content] = number
            with contextlib.suppress(FileProblem):
                passed = len(log.acknowledged(number))
                found = promises.whole(copied(content, tmp_path))
                assert found in promises.EDITED[passed : passed + 2]
    assert len(copies) > len(promises.EDITED)


def copied(content: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "copy" / programs.NAME
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    path.write_bytes(content)
    return path
