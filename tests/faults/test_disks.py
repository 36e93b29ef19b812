"""Disks that are full or away, files that others hold, and what a kill leaves lying about."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from styrdesk import bootstrap
from styrdesk.base import atomic
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.reports import printing
from styrdesk.services import copies
from styrdesk.services.settings import SettingsService
from styrdesk.storage import file
from tests.faults import programs, promises, sweep
from tests.faults.programs import PDF, PRINTS
from tests.helpers.files import CLOCK

LONG_AGO = 200_000  # seconds


@pytest.fixture
def kept(tmp_path: Path) -> SettingsService:
    return SettingsService(tmp_path / "settings")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


# ---------------------------------------------------------------------------------- full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if not mount or not hasattr(os, "getuid") or os.getuid() != 0:
        pytest.skip("only root may mount a small disk")
    small = [mount, "-t", "tmpfs", "-o", "size=600k", "styrdesk-test", str(place)]
    if subprocess.run(small, check=False).returncode:
        pytest.skip("this machine lets no small disk be mounted")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_fault_10_a_print_that_does_not_fit_leaves_the_earlier_one(small_disk: Path) -> None:
    out = small_disk / PDF
    printing.write(PRINTS[1], out)
    with pytest.raises(FileProblem) as told:
        printing.write(PRINTS[2] * 3, out)
    assert told.value.fault is FileFault.DISK_FULL
    assert "full" in told.value.message
    assert out.read_bytes() == PRINTS[1]
    assert names(small_disk) == [PDF]
    out.unlink()
    printing.write(PRINTS[2], out)


def test_a_memory_that_is_full_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    sweep.run("begin", tmp_path)
    outcome = sweep.run("memory", tmp_path)  # the limit is a whole process's, and stays
    assert outcome.acknowledged == (1, 2), outcome.said
    assert outcome.told == ("MEMORY",)
    assert promises.whole(tmp_path / programs.NAME) == 2


# -------------------------------------------------------------------------------- left by a kill


@pytest.mark.skipif(bool(sweep.why_not()), reason=sweep.why_not() or "it can be done")
def test_fault_06_what_a_killed_print_left_goes_when_it_is_a_day_old(tmp_path: Path) -> None:
    assert sweep.strike(sweep.Point("print", "rename", 2, sweep.KILL), tmp_path).killed
    left, out = sorted(tmp_path.iterdir())
    assert out.name == PDF
    mine = tmp_path / f".{PDF}.anteckning.tmp"
    mine.touch()
    printing.write(PRINTS[2], out)
    assert left.exists()  # it may be another program's that is writing just now
    for each in (left, mine):
        os.utime(each, (time.time() - LONG_AGO,) * 2)
    printing.write(PRINTS[2], out)
    assert names(tmp_path) == [mine.name, PDF]


def test_fault_06_what_a_killed_backup_left_goes_too(tmp_path: Path) -> None:
    for end in ("", "-journal"):
        left = tmp_path / f".a.styrdesk.0123abcd.tmp{end}"
        left.touch()
        os.utime(left, (0, 0))
    file.create(tmp_path / "a.styrdesk").close()
    assert names(tmp_path) == ["a.styrdesk"]


# ------------------------------------------------------------------------------------------ away


def test_fault_34_a_vanished_drive_is_not_taken_for_a_file_that_is_gone(
    tmp_path: Path, kept: SettingsService
) -> None:
    drive = tmp_path / "H"
    drive.mkdir()
    path = drive / "a.styrdesk"
    bootstrap.create_services(path, kept, CLOCK).file.close()
    kept.set_person(path, "p")
    drive.rename(tmp_path / "away")
    with pytest.raises(FileProblem) as told:
        bootstrap.open_services(path, kept, CLOCK)
    assert told.value.fault is FileFault.UNREADABLE
    assert "kan inte nås" in told.value.message
    assert not drive.exists()  # nothing is made in the place of what is away
    (tmp_path / "away").rename(drive)
    bootstrap.open_services(path, kept, CLOCK).file.close()
    path.unlink()
    with pytest.raises(FileProblem) as told:
        bootstrap.open_services(path, kept, CLOCK)
    assert told.value.fault is FileFault.MISSING


def test_fault_34_a_file_that_the_disk_does_not_give_is_told(
    tmp_path: Path, kept: SettingsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.styrdesk"
    bootstrap.create_services(path, kept, CLOCK).file.close()

    real = Path.open

    def no_answer(asked: Path, *how: Any) -> Any:
        if asked == path:  # the program's own texts are read the first time they are needed
            raise OSError(5, "the cloud does not answer")
        return real(asked, *how)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", no_answer)
        with pytest.raises(FileProblem) as told:
            bootstrap.open_services(path, kept, CLOCK)
    assert told.value.fault is FileFault.UNREADABLE
    bootstrap.open_services(path, kept, CLOCK).file.close()


# ------------------------------------------------------------------------------------------ held


class Held:
    """A file that another program holds for so many tries, as Windows says it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.left, self.waited = times, 0.0
        monkeypatch.setattr(atomic, "_MAY_BE_HELD", True)
        monkeypatch.setattr(time, "sleep", self._wait)
        for call in ("replace", "rename"):
            self._patch(monkeypatch, call)

    def _wait(self, seconds: float) -> None:
        self.waited += seconds

    def _patch(self, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
        real = getattr(Path, call)

        def held(path: Path, target: Path) -> Path:
            if self.left:
                self.left -= 1
                error = PermissionError(13, "held", str(path))
                error.winerror = 5  # type: ignore[attr-defined, unused-ignore]
                raise error
            moved: Path = real(path, target)
            return moved

        monkeypatch.setattr(Path, call, held)


def test_fault_35_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / PDF
    printing.write(PRINTS[1], out)
    held = Held(monkeypatch, 4)
    printing.write(PRINTS[2], out)
    assert out.read_bytes() == PRINTS[2]
    assert 0.2 < held.waited < 2
    monkeypatch.setattr(os, "link", lambda *_paths: (_ for _ in ()).throw(PermissionError(13, "")))
    held.left = 3
    file.create(tmp_path / "a.styrdesk").close()
    assert names(tmp_path) == ["a.styrdesk", PDF]


def test_fault_35_a_file_that_stays_held_is_told_and_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / PDF
    printing.write(PRINTS[1], out)
    held = Held(monkeypatch, 1000)
    with pytest.raises(FileProblem) as told:
        printing.write(PRINTS[2], out)
    assert told.value.fault is FileFault.LOCKED
    assert "ett annat program" in told.value.message
    assert 2 < held.waited < 4
    assert out.read_bytes() == PRINTS[1]
    assert names(tmp_path) == [PDF]


# ------------------------------------------------------------------------------- names and places


@pytest.mark.parametrize(
    "name", ["a" * 247, "å" * 123, "😀" * 61, "a" * 237 + ".styrdesk"], ids=len
)
def test_the_longest_name_a_disk_takes_will_do(
    tmp_path: Path, kept: SettingsService, name: str
) -> None:
    services = bootstrap.create_services(tmp_path / name, kept, CLOCK)
    copies.save_copy(services, tmp_path / f"b{name[1:]}")
    services.file.close()
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize("name", ["a" * 248, "å" * 124, "a" * 300, "a" * 5000], ids=len)
def test_a_name_that_is_too_long_is_told_before_anything_is_made(
    tmp_path: Path, kept: SettingsService, name: str
) -> None:
    with pytest.raises(FileProblem) as told:
        bootstrap.create_services(tmp_path / name, kept, CLOCK)
    assert "för långa" in told.value.message
    assert len(told.value.message) < 200
    services = bootstrap.create_services(tmp_path / "a", kept, CLOCK)
    with pytest.raises(FileProblem):
        copies.save_copy(services, tmp_path / name)
    services.file.close()
    assert names(tmp_path) == ["a"]


def test_a_folder_that_lies_too_deep_is_told(tmp_path: Path, kept: SettingsService) -> None:
    deep = tmp_path.joinpath(*itertools.repeat("a" * 100, 5))
    deep.mkdir(parents=True)
    with pytest.raises(FileProblem) as told:
        bootstrap.create_services(deep / "a.styrdesk", kept, CLOCK)
    assert "närmare roten" in told.value.advice
    assert names(deep) == []
