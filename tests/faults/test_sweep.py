"""Killed at any call, or with a disk that fails at any call, nothing acknowledged is lost.

A sample is taken in every run. `STYRDESK_SWEEP=full` takes every point.
"""

from __future__ import annotations

import collections
import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from styrdesk.domain.errors import FileProblem
from tests.faults import sweep
from tests.faults.promises import CHECKS
from tests.faults.sweep import BROKEN, FULL, KILL, Point

REASON = sweep.why_not()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(bool(REASON), reason=REASON),
]
ALL = os.environ.get("STYRDESK_SWEEP") == "full"
SAMPLE = 12


def swept(program: str, tmp_path: Path, *faults: str) -> None:
    """Strike at every call, or at a sample in which each kind of call is met."""
    base = tmp_path / "base"
    base.mkdir()
    sweep.run("begin", base)
    counts = sweep.counted(program, shutil.copytree(base, tmp_path / "trial"))
    points = list(sweep.points(program, counts, faults))
    if not ALL:
        random.shuffle(points)
        kinds = {(point.call, point.fault): point for point in points}
        points = [*kinds.values(), *points][: max(SAMPLE, len(kinds))]
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

    with ThreadPoolExecutor(2) as pool:
        failures = [failure for failure in pool.map(strike, points) if failure]
    print(f"{program}: {len(points)} points of {dict(counts)}: {dict(ends)}")  # noqa: T201
    assert failures == []


saves = pytest.mark.parametrize("program", ["edit", "create"])


@saves
def test_fault_01_killed_in_a_save(program: str, tmp_path: Path) -> None:
    swept(program, tmp_path, KILL)


@saves
def test_fault_08_a_disk_that_is_full_at_a_save(program: str, tmp_path: Path) -> None:
    swept(program, tmp_path, FULL)


@saves
def test_fault_12_a_disk_that_breaks_at_a_save(program: str, tmp_path: Path) -> None:
    swept(program, tmp_path, *BROKEN)


def test_fault_51_killed_or_full_while_a_checklist_is_filled_in(tmp_path: Path) -> None:
    swept("checklist", tmp_path, KILL, FULL)


def test_fault_53_killed_or_full_while_a_file_is_attached(tmp_path: Path) -> None:
    swept("attach", tmp_path, KILL, FULL)


def test_fault_03_killed_in_a_migration(tmp_path: Path) -> None:
    swept("migrate", tmp_path, KILL)


def test_fault_04_a_disk_that_fails_in_a_migration(tmp_path: Path) -> None:
    swept("migrate", tmp_path, FULL, *BROKEN)


def test_fault_05_killed_in_an_import(tmp_path: Path) -> None:
    swept("import", tmp_path, KILL)


def test_fault_06_killed_in_a_print(tmp_path: Path) -> None:
    swept("print", tmp_path, KILL)


def test_fault_09_killed_in_a_backup_or_its_disk_fails(tmp_path: Path) -> None:
    swept("backup", tmp_path, KILL, FULL, *BROKEN)


def test_fault_56_killed_or_full_while_something_is_taken_away_for_good(tmp_path: Path) -> None:
    swept("erase", tmp_path, KILL, FULL)


def test_fault_01_killed_or_full_while_a_person_is_written_over(tmp_path: Path) -> None:
    swept("anonymise", tmp_path, KILL, FULL)


def test_fault_10_a_disk_that_fails_in_a_print(tmp_path: Path) -> None:
    swept("print", tmp_path, FULL, *BROKEN)
