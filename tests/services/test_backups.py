"""Backups are made in time, a failing one never stops work, and one comes back as a copy."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.base.paths import data_folder
from styrdesk.domain import plan_file
from styrdesk.domain.backup import Reason, too_much
from styrdesk.domain.decision import Decision
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Committee
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services import backups
from styrdesk.services.backups import BackupService
from styrdesk.services.catalogue import Services
from styrdesk.services.demo import fill
from styrdesk.services.settings import SettingsService
from styrdesk.storage import backup, file, moved
from tests.helpers.builders import PLAN, a_document, a_plan
from tests.helpers.files import CLOCK, decide
from tests.storage.test_backup import spoil

FACTS = Decision("Nämnden", CLOCK.today(), "§ 1", "2026/1")
Usage = namedtuple("Usage", ["total", "used", "free"])


class MovedClock:
    """A clock that can be moved."""

    def __init__(self) -> None:
        self.at = CLOCK.now()

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


class Machine:
    """A file with its services, and where its backups go."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "Nämndplan.styrdesk"
        self.clock = MovedClock()
        self.kept = SettingsService(folder / "settings")
        self.second = folder / "second"
        self.services: Services = bootstrap.create_services(self.path, self.kept, self.clock)

    @property
    def backups(self) -> BackupService:
        return self.services.backups

    @property
    def folder(self) -> Path:
        found = self.backups.folder()
        assert found is not None
        return found

    def name(self, words: str) -> None:
        self.services.committees.save(Committee("c", name=words))

    def reasons(self) -> list[Reason]:
        return [one.reason for one in self.backups.kept()]

    def has_plan(self, **changes: object) -> None:
        document = a_document(plan=(a_plan(**changes),))
        text = plan_file.dump(PlanFile(document))
        self.services.exchange.import_plan(text, secure=False)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    made = Machine(tmp_path)
    yield made
    made.services.file.close()


def committees(path: Path) -> list[str]:
    found = file.open_file(path)
    try:
        return [one.name for one in found.store.rows(Committee)]
    finally:
        found.close()


# ---------------------------------------------------------------------------------- when


def test_a_backup_is_made_when_something_has_changed(machine: Machine) -> None:
    machine.backups.secure_changes(Reason.START)
    machine.backups.secure_changes(Reason.REGULAR)
    assert machine.reasons() == [Reason.START]
    machine.name("A")
    machine.backups.secure_changes(Reason.REGULAR)
    assert machine.reasons() == [Reason.REGULAR, Reason.START]


def test_what_has_not_changed_is_told_as_looked_at(machine: Machine) -> None:
    machine.backups.secure_changes(Reason.START)
    made = machine.clock.at
    machine.clock.at += timedelta(days=7)
    assert machine.backups.state().checked == made
    machine.backups.secure_changes(Reason.START)
    state = machine.backups.state()
    assert state.last is not None
    assert (state.last.at, state.checked) == (made, machine.clock.at)


def test_a_backup_asked_for_is_made_also_when_nothing_has_changed(machine: Machine) -> None:
    machine.backups.secure(Reason.ASKED)
    machine.backups.secure(Reason.ASKED)
    assert machine.reasons() == [Reason.ASKED] * 2


def test_a_backup_is_made_before_a_plan_is_decided(machine: Machine) -> None:
    machine.has_plan()
    decide(machine.services, PLAN, FACTS)
    (before,) = machine.backups.kept()
    assert before.reason is Reason.DECISION
    opened = bootstrap.open_services(machine.backups.path(before), machine.kept)
    assert not opened.plans.get(PLAN).is_final
    opened.file.close()


def test_no_backup_is_made_before_a_decision_that_is_refused(machine: Machine) -> None:
    machine.has_plan()
    with pytest.raises(RuleBroken):
        decide(machine.services, PLAN, Decision())
    assert machine.reasons() == []


def test_a_backup_is_made_before_a_plan_is_read_in(machine: Machine) -> None:
    machine.has_plan()
    text = machine.services.exchange.export(PLAN)
    machine.services.exchange.import_plan(text, as_new=True)
    (before,) = machine.backups.kept()
    assert before.reason is Reason.IMPORT
    held = machine.backups.contents(before)
    assert held is not None
    assert len(held.plans) == 1


def test_the_example_is_made_without_backups(machine: Machine) -> None:
    fill(machine.services)
    assert machine.reasons() == []


def test_old_ones_are_thinned_when_a_new_one_is_made(machine: Machine) -> None:
    for _n in range(4):
        machine.backups.secure(Reason.ASKED)
    machine.clock.at += timedelta(days=5)
    machine.backups.secure(Reason.ASKED)
    assert [one.number for one in machine.backups.kept()] == [5, 4]


def test_the_oldest_go_when_they_take_too_much_room(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.backups.secure(Reason.ASKED)
    (one,) = machine.backups.kept()
    monkeypatch.setattr(backup, "too_much", partial(too_much, most=one.size * 5 // 2))
    for _n in range(3):
        machine.backups.secure(Reason.ASKED)
    assert [one.number for one in machine.backups.kept()] == [4, 3]


# --------------------------------------------------------------------------- moved and renamed


def renamed(machine: Machine, name: str) -> None:
    """The file is closed, given another name, and opened again."""
    machine.services.file.close()
    path = machine.path.with_name(name)
    machine.path.rename(path)
    machine.path = path
    machine.services = bootstrap.open_services(path, machine.kept, machine.clock)


def test_a_file_that_was_renamed_goes_on_in_its_backups(machine: Machine) -> None:
    machine.second.mkdir()
    machine.kept.change(backup_place=str(machine.second))
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    machine.name("B")
    machine.backups.secure(Reason.ASKED)
    before, old = machine.backups.kept(), machine.folder
    renamed(machine, "Annat namn.styrdesk")
    machine.backups.secure_changes(Reason.START)
    assert machine.folder != old
    assert machine.backups.kept() == before  # nothing was changed, so none is made
    assert len(list(machine.second.rglob("*.styrdesk"))) == 4  # two, in both folders
    machine.name("C")
    machine.backups.secure_changes(Reason.REGULAR)
    assert [one.number for one in machine.backups.kept()] == [3, 2, 1]
    assert len(list(old.glob("*.styrdesk"))) == 2  # a drive that was only away finds its own


def test_a_file_that_is_followed_while_it_is_open_goes_on_in_its_backups(machine: Machine) -> None:
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    moved = machine.path.with_name("moved.styrdesk")
    machine.path.rename(moved)
    machine.services.whereabouts.go_on(moved)
    machine.name("B")
    machine.backups.secure_changes(Reason.REGULAR)
    assert machine.reasons() == [Reason.REGULAR, Reason.ASKED]


def test_a_copy_beside_its_original_begins_its_own(machine: Machine) -> None:
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    copy = machine.path.with_name("kopia.styrdesk")
    shutil.copyfile(machine.path, copy)
    services = bootstrap.open_services(copy, machine.kept, machine.clock)
    services.backups.secure_changes(Reason.START)
    assert [one.reason for one in services.backups.kept()] == [Reason.START]
    services.file.close()


def test_another_file_never_takes_after_one_that_is_gone(machine: Machine) -> None:
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    other = machine.path.with_name("annan.styrdesk")
    services = bootstrap.create_services(other, machine.kept, machine.clock)
    services.committees.save(Committee("d", name="D"))
    machine.path.rename(machine.path.with_name("away.tmp"))
    services.backups.secure_changes(Reason.START)
    assert [one.reason for one in services.backups.kept()] == [Reason.START]
    services.file.close()


def test_an_earlier_state_of_the_file_does_not_take_after_it(machine: Machine) -> None:
    """It lacks what the newest backup holds: those are the backups of another line of work."""
    machine.name("A")
    early = machine.path.with_name("tidig.styrdesk")
    shutil.copyfile(machine.path, early)
    machine.name("B")
    machine.backups.secure(Reason.ASKED)
    machine.path.rename(machine.path.with_name("away.tmp"))
    services = bootstrap.open_services(early, machine.kept, machine.clock)
    services.backups.secure_changes(Reason.START)
    assert [one.reason for one in services.backups.kept()] == [Reason.START]
    services.file.close()


def test_a_disk_without_links_begins_anew(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    renamed(machine, "b.styrdesk")

    def refuse(*_paths: object) -> None:
        raise OSError(1, "no links")

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        moved.take_after(machine.folder.parent, machine.folder, machine.path)
    assert machine.reasons() == []
    assert machine.backups.state().problem is None


# ---------------------------------------------------------------------------- what stops one


def test_a_backup_that_fails_is_told_and_work_goes_on(machine: Machine) -> None:
    machine.has_plan()
    machine.folder.parent.parent.mkdir(parents=True)
    machine.folder.parent.write_bytes(b"")  # there can be no folder
    decide(machine.services, PLAN, FACTS)
    assert machine.services.plans.get(PLAN).is_final
    assert machine.backups.state().problem is not None
    machine.folder.parent.unlink()
    machine.backups.secure(Reason.ASKED)
    assert machine.backups.state().problem is None


def test_a_damaged_file_leaves_the_good_backups_as_they_are(machine: Machine) -> None:
    machine.name("A")
    machine.backups.secure(Reason.START)
    machine.clock.at += timedelta(days=900)
    spoil(machine.path)
    machine.backups.secure(Reason.REGULAR)
    problem = machine.backups.state().problem
    assert problem is not None
    assert problem.fault is FileFault.DAMAGED
    assert machine.reasons() == [Reason.START]


def test_a_second_place_gets_each_backup(machine: Machine) -> None:
    machine.second.mkdir()
    machine.kept.change(backup_place=str(machine.second))
    machine.backups.secure(Reason.ASKED)
    (folder,) = machine.second.iterdir()
    assert [one.name for one in folder.glob("*.styrdesk")] == [machine.backups.kept()[0].name]
    assert machine.backups.state().second_problem is None


def test_a_second_place_that_is_not_there_is_told_and_never_made(machine: Machine) -> None:
    machine.kept.change(backup_place=str(machine.second))
    machine.backups.secure(Reason.ASKED)
    state = machine.backups.state()
    assert state.problem is None
    assert state.last is not None
    assert state.second_problem is not None
    assert str(machine.second) in state.second_problem.message
    assert not machine.second.exists()
    machine.second.mkdir()  # it comes back: the newest goes there though nothing has changed
    machine.backups.secure_changes(Reason.REGULAR)
    assert machine.backups.state().second_problem is None
    assert len(list(machine.second.rglob("*.styrdesk"))) == 1


def test_a_file_without_a_place_for_backups_has_none(machine: Machine) -> None:
    nowhere = BackupService(machine.path, CLOCK, lambda: None)
    nowhere.secure(Reason.ASKED)
    assert nowhere.kept() == ()
    assert nowhere.state() == backups.BackupState()


# ------------------------------------------------------------------------------ what they hold


def test_a_backup_tells_what_it_holds_and_is_not_changed_by_it(machine: Machine) -> None:
    machine.has_plan(title="Nämndplan 2026")
    machine.backups.secure(Reason.ASKED)
    (kept,) = machine.backups.kept()
    before = machine.backups.path(kept).read_bytes()
    held = machine.backups.contents(kept)
    assert held is not None
    assert held.plans == (("Nämndplan 2026", 2026),)
    assert held.records > 10
    assert machine.backups.path(kept).read_bytes() == before
    assert kept.size == len(before)


def test_what_a_file_begins_with_is_not_told_as_the_users_records(machine: Machine) -> None:
    machine.name("Skolnämnden")
    machine.services.case_flow.begin()
    machine.backups.secure(Reason.ASKED)
    held = machine.backups.contents(machine.backups.kept()[0])
    assert held is not None
    assert held.records == 1


def test_a_backup_that_cannot_be_read_says_so(machine: Machine) -> None:
    machine.backups.secure(Reason.ASKED)
    (kept,) = machine.backups.kept()
    machine.backups.path(kept).write_bytes(b"not much")
    assert machine.backups.contents(kept) is None


# --------------------------------------------------------------------------------- put back


def test_a_backup_comes_back_as_a_copy_beside_the_file(machine: Machine) -> None:
    machine.name("A")
    machine.backups.secure(Reason.ASKED)
    machine.name("B")
    before = machine.path.read_bytes()
    (kept,) = machine.backups.kept()
    made = [machine.backups.restore(kept) for _time in range(2)]
    assert [one.name for one in made] == [
        "Nämndplan återställd 2026-11-23 14.02.styrdesk",
        "Nämndplan återställd 2026-11-23 14.02 2.styrdesk",
    ]
    assert [committees(one) for one in made] == [["A"], ["A"]]
    assert machine.path.read_bytes() == before


def test_a_backup_can_come_back_in_another_folder(machine: Machine, tmp_path: Path) -> None:
    machine.backups.secure(Reason.ASKED)
    (kept,) = machine.backups.kept()
    other = tmp_path / "other"
    other.mkdir()
    assert machine.backups.restore(kept, other).parent == other


def test_the_newest_good_one_is_found_past_damaged_ones(machine: Machine) -> None:
    for name in ("A", "B", "C"):
        machine.name(name)
        machine.backups.secure(Reason.ASKED)
    newest, middle, _oldest = machine.backups.kept()
    spoil(machine.backups.path(newest))
    found = machine.backups.newest_good()
    assert found == middle
    with pytest.raises(FileProblem):
        machine.backups.restore(newest)
    for one in machine.backups.kept():
        spoil(machine.backups.path(one))
    assert machine.backups.newest_good() is None


# ------------------------------------------------------------------------------- disk space


def test_too_little_room_is_told(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    free = 199_000_000
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 0, free))
    assert machine.backups.cramped() == free
    free = 201_000_000
    assert machine.backups.cramped() is None
    os.truncate(machine.path, 70_000_000)
    assert machine.backups.cramped() == free


def test_the_disk_of_the_backups_counts_too(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = data_folder()
    home.mkdir(parents=True)

    def usage(path: Path) -> Usage:
        return Usage(10**12, 0, 10**6 if path == home else 10**11)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    assert machine.backups.cramped() == 10**6


def test_a_disk_that_cannot_be_asked_is_no_warning(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_path: Path) -> Usage:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", gone)
    assert machine.backups.cramped() is None
