"""The fault scenarios that concern backups, each named after its number (README.md)."""

from __future__ import annotations

import errno
import shutil
from collections import namedtuple
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault
from styrdesk.storage import connection
from styrdesk.storage.moved import NOTE
from tests.services.test_backups import Machine
from tests.storage.test_backup import spoil

Usage = namedtuple("Usage", ["total", "used", "free"])


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine(tmp_path)
    made.name("A")
    made.backups.secure(Reason.START)
    yield made
    made.services.file.close()


def no_room(*_args: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_fault_09_a_full_disk_keeps_the_old_backups_and_lets_work_go_on(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = machine.backups.path(machine.backups.kept()[0]).read_bytes()
    monkeypatch.setattr(connection, "copy", no_room)
    machine.name("B")
    machine.backups.secure(Reason.REGULAR)
    problem = machine.backups.state().problem
    assert problem is not None
    assert problem.fault is FileFault.DISK_FULL
    (kept,) = machine.backups.kept()
    assert machine.backups.path(kept).read_bytes() == before
    assert {one.name for one in machine.folder.iterdir()} == {kept.name, NOTE}
    machine.name("C")


def test_fault_11_little_room_is_warned_of_up_front(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = machine.path.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 0, 2 * size))
    assert machine.backups.cramped() == 2 * size


def test_fault_30_past_damaged_backups_the_next_older_is_offered(machine: Machine) -> None:
    machine.name("B")
    machine.backups.secure(Reason.REGULAR)
    newest, older = machine.backups.kept()
    spoil(machine.backups.path(newest))
    assert machine.backups.newest_good() == older
    spoil(machine.backups.path(older))
    assert machine.backups.newest_good() is None
    assert len(machine.backups.kept()) == 2  # damaged ones are left to lie


@pytest.mark.parametrize("years", [-10, 10])
def test_fault_32_a_clock_gone_wrong_loses_no_backup_and_hides_none(
    machine: Machine, years: int
) -> None:
    right = machine.clock.at
    machine.clock.at = right + timedelta(days=365 * years)
    machine.name("B")
    machine.backups.secure(Reason.REGULAR)
    machine.clock.at = right + timedelta(hours=1)
    machine.name("C")
    machine.backups.secure(Reason.REGULAR)
    numbers = [one.number for one in machine.backups.kept()]
    assert numbers == [3, 2, 1]
    last = machine.backups.state().last
    assert last is not None
    assert last.at == machine.clock.at


def test_fault_34_a_vanished_second_place_is_out_of_reach_and_not_made_anew(
    machine: Machine,
) -> None:
    machine.kept.change(backup_place=str(machine.second))
    machine.backups.secure(Reason.REGULAR)
    assert machine.backups.state().second_problem is not None
    assert not machine.second.exists()
