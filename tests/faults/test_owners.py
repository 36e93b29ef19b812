"""Two programs, or two machines, that want to write in the same file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.domain.owner import InUse
from styrdesk.services.settings import SettingsService
from styrdesk.storage import connection, lock
from tests.helpers.files import CLOCK
from tests.storage.test_lock import OTHER, another_program, left_by


@pytest.fixture
def kept(tmp_path: Path) -> SettingsService:
    return SettingsService(tmp_path / "settings")


@pytest.fixture
def path(tmp_path: Path, kept: SettingsService) -> Path:
    services = bootstrap.create_services(tmp_path / "a.styrdesk", kept, CLOCK)
    services.people.add(Person("p", name="Åsa"))
    services.file.close()
    return services.file.path


def refused_and_read(path: Path, kept: SettingsService) -> InUse:
    """The refusal of a second owner, who may read meanwhile and writes nothing."""
    before, lying = path.read_bytes(), lock.path_of(path).read_bytes()
    with pytest.raises(InUse) as told:
        bootstrap.open_services(path, kept, CLOCK, owned=True)
    reader = bootstrap.open_services(path, kept, CLOCK, read_only=True)
    assert reader.people.get("p").name == "Åsa"
    with pytest.raises(FileProblem):
        reader.people.save(Person("p", name="Annan"))
    reader.file.close()
    assert path.read_bytes() == before
    assert lock.path_of(path).read_bytes() == lying
    return told.value


def test_fault_19_a_second_start_on_the_same_machine_does_not_write(
    path: Path, kept: SettingsService
) -> None:
    with another_program(path) as first:
        told = refused_and_read(path, kept)
        assert told.mine  # so the window rings at the first one: ui/shell/test_in_use.py
        assert told.owner is not None
        assert told.owner.process == first.pid


def test_fault_20_a_file_open_on_another_machine_tells_by_whom_and_is_not_taken(
    path: Path, kept: SettingsService
) -> None:
    left_by(OTHER, path)
    told = refused_and_read(path, kept)
    assert not told.mine
    assert told.owner == OTHER  # told in words by the window: ui/shell/test_in_use.py


def test_fault_20_a_program_that_writes_just_now_is_waited_for_and_then_told(
    path: Path, kept: SettingsService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    services = bootstrap.open_services(path, kept, CLOCK, owned=True)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileProblem) as told:
        services.people.save(Person("p", name="Sen"))
    assert told.value.fault is FileFault.LOCKED
    other.close()
    services.people.save(Person("p", name="Sen"))
    services.file.close()


def test_fault_21_what_a_kill_left_on_this_machine_is_taken_without_a_question(
    path: Path, kept: SettingsService
) -> None:
    with another_program(path) as killed:
        killed.kill()
        killed.wait()
        assert lock.path_of(path).exists()
        services = bootstrap.open_services(path, kept, CLOCK, owned=True)
        services.people.save(Person("p", name="Efter"))
        services.file.close()


def test_fault_21_what_another_machine_left_is_asked_about(
    path: Path, kept: SettingsService
) -> None:
    left_by(OTHER, path, silent=lock.SILENT * 2)
    assert refused_and_read(path, kept).silent > lock.SILENT
    services = bootstrap.open_services(path, kept, CLOCK, owned=True, over=True)
    services.people.save(Person("p", name="Efter"))
    services.file.close()
