"""One owner at a time: who holds a file, what a crash leaves, and what another machine left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.domain.owner import InUse, Owner
from styrdesk.services.work import Work
from styrdesk.storage import file, lock

ROOT = Path(__file__).resolve().parents[2]
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
HOLDER = """
import sys
from pathlib import Path
from styrdesk.storage import file
opened = file.open_file(Path(sys.argv[1]), owned=True)
print("held", flush=True)
sys.stdin.readline()
opened.close()
print("released", flush=True)
sys.stdin.readline()
"""
OTHER = Owner("t", "Anna Berg", "anna", "DATOR-12", 4711, datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of ours."""
    made = tmp_path / "plan.styrdesk"
    file.create(made).close()
    return made


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def left_by(owner: Owner, path: Path, *, silent: float = 0) -> Path:
    """The lock of another machine, whose own lock does not reach here."""
    there = lock.path_of(path)
    words = asdict(owner) | {"since": owner.since.isoformat()}
    there.write_bytes(b" " + json.dumps(words).encode())
    touched = there.stat().st_mtime - silent
    os.utime(there, (touched, touched))
    return there


def refused(path: Path, *, over: bool = False) -> InUse:
    before = lock.path_of(path).read_bytes()
    with pytest.raises(InUse) as told:
        file.open_file(path, owned=True, over=over)
    assert lock.path_of(path).read_bytes() == before
    assert told.value.fault is FileFault.LOCKED
    return told.value


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has the file open; a line to it makes it close the file."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            other.kill()


def is_told(process: subprocess.Popen[str], answer: str) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    assert process.stdout.readline() == answer


def write(opened: file.File, name: str) -> None:
    with Work(opened, CLOCK, lambda: "anna").step("Name it"):
        opened.store.save(Committee("c", name=name))


# --------------------------------------------------------------------------- on one machine


def test_a_file_has_one_owner_and_the_next_is_told_who(path: Path) -> None:
    with another_program(path) as other:
        told = refused(path)
        assert told.mine
        assert told.owner is not None
        assert told.owner.process == other.pid
        assert told.silent == 0
        is_told(other, "released\n")
        assert names(path.parent) == [path.name]
        file.open_file(path, owned=True).close()


def test_nobody_takes_over_from_a_program_that_lives(path: Path) -> None:
    with another_program(path):
        there = lock.path_of(path)
        os.utime(there, (0, 0))
        refused(path, over=True)


def test_an_owner_who_has_not_told_is_nobody_we_know(path: Path) -> None:
    with filelock.FileLock(lock.path_of(path)):
        told = refused(path)
    assert told.owner is None
    assert not told.mine


def test_who_takes_it_at_the_same_moment_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with filelock.FileLock(lock.path_of(path)):
        monkeypatch.setattr(time, "sleep", lambda _seconds: left_by(OTHER, path))
        with pytest.raises(InUse) as told:
            file.open_file(path, owned=True)
    assert told.value.owner == OTHER


def test_what_a_killed_program_left_is_taken_in_silence(path: Path) -> None:
    with another_program(path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert names(path.parent) == [lock.path_of(path).name, path.name]
        opened = file.open_file(path, owned=True)
        assert opened.lock is not None
        assert lock.read(lock.path_of(path)) == opened.lock.owner
        opened.close()
    assert names(path.parent) == [path.name]


def test_a_file_is_read_and_a_command_writes_while_it_has_an_owner(path: Path) -> None:
    with another_program(path):
        for read_only in (True, False):
            opened = file.open_file(path, read_only=read_only)
            assert opened.lock is None
            if not read_only:
                write(opened, "Kulturnämnden")
            opened.close()
        assert file.open_file(path, owned=True, read_only=True).lock is None


def test_a_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "länk.styrdesk"
    link.symlink_to(path)
    opened = file.open_file(link, owned=True)
    refused(path)
    opened.close()
    assert names(tmp_path) == sorted([link.name, path.name])


def test_who_sits_here_is_told(path: Path) -> None:
    opened = file.open_file(path, owned=True)
    assert opened.lock is not None
    assert opened.lock.owner.name == opened.lock.owner.user
    for name in ("Åsa Öberg" * 100, "\ud800\0", "Åsa Öberg"):
        opened.lock.sign(name)
        assert refused(path).owner == opened.lock.owner
    assert opened.lock.owner.name == "Åsa Öberg"
    opened.close()


def test_a_new_file_has_its_owner_from_the_start(tmp_path: Path) -> None:
    opened = file.create(tmp_path / "ny.styrdesk", owned=True)
    refused(opened.path)
    opened.close()
    assert names(tmp_path) == ["ny.styrdesk"]


@pytest.mark.parametrize("content", [b"", b"not ours" * 30], ids=["empty", "foreign"])
def test_no_lock_is_laid_beside_what_is_not_ours(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.styrdesk"
    path.write_bytes(content)
    with pytest.raises(FileProblem):
        file.open_file(path, owned=True)
    assert names(tmp_path) == [path.name]


def test_no_lock_is_left_beside_a_damaged_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    with pytest.raises(FileProblem) as told:
        file.open_file(path, owned=True)
    assert told.value.fault is FileFault.DAMAGED
    assert names(path.parent) == [path.name]


def test_a_file_that_may_only_be_read_needs_no_owner(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by(OTHER, path)
    monkeypatch.setattr(os, "access", lambda where, _mode: where != path.parent)
    opened = file.open_file(path, owned=True)
    assert opened.read_only
    assert opened.lock is None
    opened.close()
    assert lock.read(lock.path_of(path)) == OTHER


# --------------------------------------------------------------------------- another machine


def test_the_owner_at_another_machine_is_told(path: Path) -> None:
    left_by(OTHER, path)
    told = refused(path, over=True)
    assert told.owner == OTHER
    assert not told.mine
    assert told.silent == 0
    assert names(path.parent) == [lock.path_of(path).name, path.name]


@pytest.mark.parametrize("ahead", [1, -1], ids=["long ago", "of a clock that was ahead"])
def test_who_has_been_silent_for_long_is_asked_about_and_may_be_taken_over(
    path: Path, ahead: int
) -> None:
    left_by(OTHER, path, silent=ahead * (lock.SILENT + 60))
    assert refused(path).silent >= lock.SILENT
    opened = file.open_file(path, owned=True, over=True)
    assert opened.lock is not None
    assert lock.read(lock.path_of(path)) == opened.lock.owner
    opened.close()
    assert names(path.parent) == [path.name]


def test_who_was_taken_over_writes_no_more_and_leaves_the_new_lock(path: Path) -> None:
    opened = file.open_file(path, owned=True)
    write(opened, "Kulturnämnden")
    there = left_by(OTHER, path)
    with pytest.raises(FileProblem, match="Anna Berg") as told:
        write(opened, "Tekniska nämnden")
    assert told.value.fault is FileFault.LOCKED
    assert "DATOR-12" in told.value.message
    assert [one.name for one in opened.store.rows(Committee)] == ["Kulturnämnden"]
    assert opened.lock is not None
    opened.lock.sign("Åsa Öberg")
    opened.close()
    assert lock.read(there) == OTHER


def test_a_lock_that_was_taken_away_is_laid_anew_before_the_next_write(path: Path) -> None:
    opened = file.open_file(path, owned=True)
    for _time in range(2):
        lock.path_of(path).unlink()
        write(opened, "Kulturnämnden")
        refused(path)
    opened.close()
    assert names(path.parent) == [path.name]


def test_a_lock_is_touched_as_long_as_it_is_held(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = file.open_file(path, owned=True)
    held = opened.lock
    assert held is not None
    there = lock.path_of(path)
    waits = iter([False, True])
    monkeypatch.setattr(held._released, "wait", lambda _seconds: next(waits))
    os.utime(there, (0, 0))
    held._live()
    assert there.stat().st_mtime > 0
    left_by(OTHER, path, silent=1000)
    before, waits = there.stat().st_mtime, iter([False, True])
    held._live()
    assert there.stat().st_mtime == before
    opened.close()


@given(content=st.binary(max_size=200) | st.integers(1, 5000).map(lambda n: b" " + b"[" * n))
def test_what_cannot_be_read_holds_nobody_back(path: Path, content: bytes) -> None:
    lock.path_of(path).write_bytes(content)
    file.open_file(path, owned=True).close()
    assert names(path.parent) == [path.name]


@pytest.mark.parametrize(
    "change",
    [{"since": "2026-11-23"}, {"since": 1}, {"process": "1"}, {"person": None}, {"more": 1}],
    ids=str,
)
def test_what_is_not_whole_is_not_read(path: Path, change: dict[str, object]) -> None:
    there = left_by(OTHER, path)
    there.write_bytes(b" " + json.dumps(json.loads(there.read_bytes()) | change).encode())
    assert lock.read(there) is None


# ------------------------------------------------------------- folders that are not as others


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A share without locks of the operating system's."""

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(38, "no locks here")

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)


@pytest.mark.usefixtures("no_locks")
def test_without_locks_of_the_system_what_is_told_counts(path: Path) -> None:
    opened = file.open_file(path, owned=True)
    told = refused(path)
    assert told.mine
    assert told.silent == 0
    write(opened, "Kulturnämnden")
    opened.close()
    assert names(path.parent) == [path.name]


@pytest.mark.usefixtures("no_locks")
def test_without_locks_of_the_system_a_crash_of_ours_is_taken_over_when_it_has_been_silent(
    path: Path,
) -> None:
    opened = file.open_file(path, owned=True)
    assert opened.lock is not None
    ours = replace(opened.lock.owner, id="crashed")
    opened.close()
    left_by(ours, path, silent=lock.SILENT + 1)
    assert refused(path).mine
    file.open_file(path, owned=True, over=True).close()


@pytest.mark.usefixtures("no_locks")
def test_nothing_is_written_where_a_link_in_the_locks_place_leads(
    path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "annat"
    other.write_bytes(b"somebody's work")
    lock.path_of(path).symlink_to(other)
    file.open_file(path, owned=True).close()
    assert other.read_bytes() == b"somebody's work"


def test_a_folder_that_has_vanished_is_told_by_the_write_and_comes_back(tmp_path: Path) -> None:
    folder, away = tmp_path / "G", tmp_path / "away"
    folder.mkdir()
    opened = file.create(folder / "plan.styrdesk", owned=True)
    folder.rename(away)
    with pytest.raises(FileProblem):
        write(opened, "Kulturnämnden")
    away.rename(folder)
    write(opened, "Kulturnämnden")
    refused(opened.path)
    shutil.rmtree(folder)
    opened.close()
    assert names(tmp_path) == []
