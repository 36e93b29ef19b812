"""An older file is copied, checked and taken to today's form, or left exactly as it was."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from styrdesk import bootstrap
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee, CommitteeName, Unit
from styrdesk.domain.version import VersionOrigin
from styrdesk.services.settings import SettingsService
from styrdesk.services.work import Work
from styrdesk.storage import backup, connection, file, migrate
from styrdesk.storage.migrations import MIGRATIONS, NEWEST
from tests.faults.programs import NEXT as SECOND
from tests.helpers.builders import a_decided_plan, a_document
from tests.migrations import make

THIRD = ("CREATE TABLE extra (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) WITHOUT ROWID",)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "place"
    place.mkdir()
    return make.restored(make.HERE / "schema_1.sql", place / "a.styrdesk", 1)


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The program of a later day, which knows two more migrations."""

    def become(*later: tuple[str, ...]) -> None:
        monkeypatch.setattr(file, "MIGRATIONS", (*MIGRATIONS[:1], *later))

    become(SECOND, THIRD)
    return become


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def saved(path: Path, root: Path | None = None) -> list[Path]:
    """The backups made of the file, newest first; they all tell why."""
    folder = backup.folder_of(root or path.parent, path)
    found = backup.listed(folder)
    assert {one.reason for one in found} <= {Reason.MIGRATION}
    return [folder / one.name for one in found]


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_a_file_of_every_released_form_opens_with_all_it_held(tmp_path: Path, version: int) -> None:
    script = make.HERE / f"schema_{version}.sql"
    assert script.is_file(), "run `python -m tests.migrations.make`"
    opened = file.open_file(make.restored(script, tmp_path / "a.styrdesk", version))
    assert opened.store.get(Committee, "c").name == "Miljö- och byggnämnden"
    assert opened.store.rows(CommitteeName) == make.NAMES
    assert opened.store.rows(Unit, order=["id"]) == make.UNITS
    work = Work(opened, make.CLOCK, lambda: "p")
    if version == NEWEST:
        work.undo()
        assert opened.store.get(Committee, "c") == make.COMMITTEE
    opened.close()


def test_a_migration_keeps_all_and_leaves_a_copy_from_before(path: Path, newer: Any) -> None:
    before = path.read_bytes()
    opened = file.open_file(path)
    assert migrate.version(opened.db) == 3
    assert opened.db.asked("SELECT name, note FROM committee_name") == [("Hälsovårdsnämnden", "")]
    assert opened.db.asked("SELECT chair FROM committee") == [("",)]
    assert opened.db.asked("PRAGMA foreign_keys") == [(1,)]
    opened.close()
    (kept,) = saved(path)
    copy = kept.read_bytes()
    assert copy[100:] == before[100:]  # in the header the count of changes is the copy's own


def test_what_a_migration_makes_is_journaled_from_then_on(path: Path, newer: Any) -> None:
    opened = file.open_file(path)
    work = Work(opened, make.CLOCK, lambda: "p")
    with work.step("New table"):
        opened.db.execute_sql("INSERT INTO extra VALUES ('x', 'y')")
        opened.db.execute_sql("UPDATE committee SET chair = 'Anna'")
    assert work.last.topics == {"extra", "committee"}
    work.undo()
    assert opened.db.asked("SELECT * FROM extra") == []
    assert opened.db.asked("SELECT chair FROM committee") == [("",)]
    opened.close()


def test_undo_does_not_pass_a_migration(path: Path, newer: Any) -> None:
    opened = file.open_file(path)
    assert Work(opened, make.CLOCK, lambda: "p").undoable() is None
    assert opened.journal.barrier() == opened.journal.latest() is not None
    opened.close()


def test_a_new_file_has_no_line_that_undo_does_not_pass(tmp_path: Path) -> None:
    opened = file.create(tmp_path / "a.styrdesk")
    assert opened.journal.latest() is None
    opened.close()


@pytest.mark.parametrize("broken", range(len(SECOND) + 1))
def test_a_migration_that_fails_at_any_statement_leaves_the_file_as_it_was(
    path: Path, newer: Any, broken: int
) -> None:
    before = path.read_bytes()
    newer((*SECOND[:broken], "CREATE TABLE committee (id)", *SECOND[broken:]))
    with pytest.raises(FileProblem) as told:
        file.open_file(path)
    assert told.value.fault is FileFault.MIGRATION
    assert saved(path)[0].name in told.value.advice
    assert path.read_bytes() == before
    newer(SECOND)
    file.open_file(path).close()


def test_a_migration_that_fails_later_keeps_the_ones_before_it(path: Path, newer: Any) -> None:
    newer(SECOND, ("SELECT * FROM nowhere",))
    with pytest.raises(FileProblem):
        file.open_file(path)
    db = connection.connect(path)
    assert migrate.version(db) == 2
    assert connection.sound(db) == ""
    db.close()


def test_a_migration_that_would_leave_orphans_is_taken_back(path: Path, newer: Any) -> None:
    before = path.read_bytes()
    newer(("DELETE FROM committee",))
    with pytest.raises(FileProblem) as told:
        file.open_file(path)
    assert told.value.fault is FileFault.MIGRATION
    assert path.read_bytes() == before


def test_ties_are_held_again_after_a_migration_that_failed(path: Path) -> None:
    db = connection.connect(path)
    with pytest.raises(FileProblem):
        migrate.up(db, (*MIGRATIONS, ("SELECT * FROM nowhere",)))
    assert db.asked("PRAGMA foreign_keys") == [(1,)]
    assert not db.connection().in_transaction
    db.close()


def test_an_earlier_copy_is_never_written_over(path: Path, newer: Any) -> None:
    older = path.read_bytes()
    file.open_file(path).close()
    (first,) = saved(path)
    held = first.read_bytes()
    path.write_bytes(older)
    file.open_file(path).close()
    assert len(saved(path)) == 2
    assert first.read_bytes() == held


def test_the_copy_goes_where_it_is_asked_to(path: Path, newer: Any, tmp_path: Path) -> None:
    root = tmp_path / "new" / "backups"
    file.open_file(path, root).close()
    assert names(path.parent) == ["a.styrdesk"]
    assert len(saved(path, root)) == 1


def test_without_a_copy_nothing_is_changed(
    path: Path, newer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def unsound(source: object, target: Path) -> None:
        shutil.copyfile(path, target)
        with target.open("r+b") as copy:
            copy.seek(4096 * 3)
            copy.write(b"\xff" * 4096)

    monkeypatch.setattr(connection, "copy", unsound)
    with pytest.raises(FileProblem) as told:
        file.open_file(path)
    assert told.value.fault is FileFault.DAMAGED
    assert path.read_bytes() == before
    assert saved(path) == []


def test_an_older_file_that_may_not_be_written_is_refused(path: Path, newer: Any) -> None:
    before = path.read_bytes()
    with pytest.raises(FileProblem) as told:
        file.open_file(path, read_only=True)
    assert told.value.fault is FileFault.READ_ONLY
    assert path.read_bytes() == before
    assert names(path.parent) == ["a.styrdesk"]


def test_a_migrated_file_is_refused_by_the_program_of_before(path: Path, newer: Any) -> None:
    file.open_file(path).close()
    newer()
    before = path.read_bytes()
    with pytest.raises(FileProblem) as told:
        file.open_file(path)
    assert told.value.fault is FileFault.NEWER
    assert path.read_bytes() == before


def test_two_programs_that_open_an_older_file_migrate_it_once(path: Path) -> None:
    first, second = connection.connect(path), connection.connect(path)
    migrations = (*MIGRATIONS[:1], SECOND)
    migrate.up(first, migrations)
    migrate.up(second, migrations)
    assert migrate.version(second) == 2
    first.close()
    second.close()


def test_a_new_file_begins_without_a_line_that_undo_does_not_pass(tmp_path: Path) -> None:
    db = connection.connect(tmp_path / "new.styrdesk", create=True)
    migrate.up(db, (*MIGRATIONS[:1], SECOND))
    assert db.asked("SELECT COUNT(*) FROM step") == [(0,)]
    db.close()


def test_what_was_decided_in_an_older_file_is_frozen_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.styrdesk"
    document = a_document(plan=(a_decided_plan(),))
    db = connection.connect(path, create=True)
    migrate.up(db, MIGRATIONS[:1])
    db.close()
    with monkeypatch.context() as older:
        older.setattr(file, "MIGRATIONS", MIGRATIONS[:1])
        opened = file.open_file(path)
        with Work(opened, make.CLOCK, lambda: "").step("As it was done then"):
            opened.store.links_at_commit()
            for _table, rows in document.tables():
                for row in rows:
                    opened.store.save(row)
        opened.close()
    services = bootstrap.open_services(path, SettingsService(tmp_path / "settings"), make.CLOCK)
    version = services.versions.newest(document.the_plan.id)
    assert version is not None
    assert (version.origin, version.pdf) == (VersionOrigin.UPGRADED, "")
    assert services.versions.document(version) == document
    assert services.work.undoable() is None
    services.file.close()
    again = bootstrap.open_services(path, SettingsService(tmp_path / "settings"), make.CLOCK)
    assert again.versions.versions(document.the_plan.id) == (version,)
    again.file.close()
