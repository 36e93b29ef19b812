"""What becomes of the file while it is open: seen, never written by mistake, and gone on from."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.services.backups import BackupService, Places
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.copies import save_copy_without_history
from styrdesk.services.whereabouts import Place, Sighting
from styrdesk.storage import file, place
from tests.helpers.files import CLOCK, nobody


def opened(path: Path) -> Services:
    """The services of a file, with backups beside it."""
    backups = BackupService(path, CLOCK, lambda: Places(path.parents[1] / "backups"))
    return services_of(file.open_file(path), CLOCK, nobody, backups)


def add(services: Services, name: str) -> None:
    services.people.add(Person(f"p-{name}", name=name))


def names(services: Services) -> list[str]:
    return [person.name for person in services.people.rows()]


def names_in(path: Path) -> list[str]:
    services = opened(path)
    try:
        return names(services)
    finally:
        services.file.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "folder" / "a.styrdesk"
    made.parent.mkdir()
    file.create(made).close()
    return made


@pytest.fixture
def ours(path: Path) -> Iterator[Services]:
    made = opened(path)
    add(made, "Anna")
    yield made
    made.file.close()


def look(services: Services) -> Sighting:
    return services.whereabouts.look()


def test_what_is_given_up_before_its_thread_has_begun_is_not_begun(ours: Services) -> None:
    ours.file.is_whole = False
    ours.whereabouts.give_up()
    ours.whereabouts.look_through()
    assert not ours.file.is_whole


def test_a_file_that_nobody_touches_is_here(ours: Services) -> None:
    assert look(ours) == Sighting(Place.HERE)


def test_a_file_that_others_write_in_is_here(ours: Services, path: Path) -> None:
    theirs = opened(path)
    add(theirs, "Bo")
    theirs.file.close()
    assert look(ours) == Sighting(Place.HERE)


# ------------------------------------------------------------------------- deleted and moved away


def test_fault_16_a_deleted_file_is_gone_and_its_content_is_saved_elsewhere(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    path.unlink()
    assert look(ours) == Sighting(Place.GONE)
    with pytest.raises(FileProblem) as refused:
        add(ours, "Bo")
    assert refused.value.fault is FileFault.MOVED
    made, kept = ours.whereabouts.rescue(tmp_path / "copy.styrdesk")
    assert kept is None
    ours.whereabouts.go_on(made)
    changes = ours.work.notice()
    assert changes is not None
    assert changes.topics == frozenset()  # nothing but where it lies is new
    add(ours, "Bo")
    assert names_in(made) == ["Anna", "Bo"]
    assert not path.exists()
    assert ours.backups.file == ours.file.path == made


@pytest.mark.parametrize("handles", [True, False], ids=["by handle", "by folder"])
def test_fault_17_a_renamed_file_is_found_and_gone_on_in(
    ours: Services, path: Path, monkeypatch: pytest.MonkeyPatch, handles: bool
) -> None:
    if not handles:
        monkeypatch.setattr(place, "_HANDLES", path.parent / "no proc here")
    elif not place._HANDLES.is_dir():
        pytest.skip("not Linux")
    moved = path.with_name("renamed.styrdesk")
    path.rename(moved)
    assert look(ours) == Sighting(Place.GONE, moved)
    ours.whereabouts.go_on(moved)
    add(ours, "Bo")
    assert look(ours) == Sighting(Place.HERE)
    assert names_in(moved) == ["Anna", "Bo"]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="Linux tells names of handles")
def test_fault_17_a_folder_that_was_renamed_is_found(ours: Services, path: Path) -> None:
    other = path.parent.with_name("other")
    path.parent.rename(other)
    assert look(ours) == Sighting(Place.AWAY, other / path.name)


def test_fault_17_a_file_that_is_moved_away_and_back_is_gone_on_in(
    ours: Services, path: Path
) -> None:
    away = path.with_name("away.tmp")
    path.rename(away)
    assert look(ours).place is Place.GONE
    away.rename(path)
    assert look(ours) == Sighting(Place.HERE)
    ours.whereabouts.go_on()
    add(ours, "Bo")
    assert names_in(path) == ["Anna", "Bo"]


# ----------------------------------------------------------------------- another file in its place


def test_fault_18_another_file_with_the_same_number_is_looked_into(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    """`cp other.styrdesk a.styrdesk` keeps the file's number on the disk."""
    other = tmp_path / "b.styrdesk"
    file.create(other).close()
    before = other.read_bytes()
    path.write_bytes(before)
    assert look(ours) == Sighting(Place.HERE)
    with pytest.raises(FileProblem) as refused:
        ours.whereabouts.go_on()
    assert refused.value.fault is FileFault.MOVED
    assert path.read_bytes() == before


def test_fault_18_another_file_in_its_place_is_never_written(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b.styrdesk"
    file.create(other).close()
    its = opened(other)
    add(its, "Other")
    its.file.close()
    before = other.read_bytes()
    other.replace(path)
    assert look(ours) == Sighting(Place.OTHER)
    with pytest.raises(FileProblem):
        add(ours, "Bo")
    with pytest.raises(FileProblem):
        ours.whereabouts.go_on()
    assert path.read_bytes() == before


def test_fault_18_an_earlier_version_put_back_is_another_file(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    early = tmp_path / "early.styrdesk"
    shutil.copyfile(path, early)
    add(ours, "Bo")
    early.replace(path)
    assert look(ours) == Sighting(Place.OTHER)
    assert names(ours) == ["Anna", "Bo"]


def test_fault_18_a_file_put_back_with_all_we_saved_is_gone_on_in(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    """A cloud folder that writes the same file anew, or with what a colleague has added."""
    again = tmp_path / "again.styrdesk"
    shutil.copyfile(path, again)
    its = opened(again)
    add(its, "Bo")
    its.file.close()
    again.replace(path)
    assert look(ours) == Sighting(Place.BACK)
    ours.whereabouts.go_on()
    changes = ours.work.notice()
    assert changes is not None
    assert changes.topics == {"person"}
    add(ours, "Cia")
    assert names_in(path) == ["Anna", "Bo", "Cia"]


@pytest.mark.parametrize("content", [b"", b"some text", b"SQLite format 3\0" + bytes(200)])
def test_fault_18_what_is_no_file_of_ours_is_another_file(
    ours: Services, path: Path, content: bytes
) -> None:
    path.unlink()
    path.write_bytes(content)
    assert look(ours) == Sighting(Place.OTHER)
    assert path.read_bytes() == content


def newer(path: Path) -> None:
    """Give a file the form of a newer program."""
    theirs = opened(path)
    theirs.file.db.execute_sql("PRAGMA user_version = 999")
    theirs.file.close()


def test_fault_22_a_newer_form_is_not_gone_on_in(ours: Services, path: Path) -> None:
    newer(path)
    before = path.read_bytes()
    with pytest.raises(FileProblem) as refused:
        ours.whereabouts.go_on()
    assert refused.value.fault is FileFault.NEWER
    assert path.read_bytes() == before


def test_fault_22_the_same_file_put_back_in_a_newer_form_is_told_as_that(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.styrdesk"
    shutil.copyfile(path, again)
    newer(again)
    again.replace(path)
    assert look(ours) == Sighting(Place.NEWER)


def test_the_open_file_is_never_opened_to_be_looked_at(
    ours: Services, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing it again would take the locks from a save or a backup that is under way."""
    monkeypatch.setattr(file, "in_place", lambda *_asked: pytest.fail("opened"))
    path.rename(path.with_name("away.tmp"))
    look(ours)
    path.with_name("away.tmp").rename(path)
    assert look(ours) == Sighting(Place.HERE)


# ------------------------------------------------------------------------ out of reach, or locked


def test_fault_34_a_folder_that_has_vanished_is_not_a_deleted_file(
    ours: Services, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_HANDLES", tmp_path / "no proc here")
    stick = path.parent.with_name("unplugged")
    path.parent.rename(stick)
    assert look(ours) == Sighting(Place.AWAY)
    stick.rename(path.parent)
    assert look(ours) == Sighting(Place.HERE)


def test_fault_34_a_stick_that_gives_its_files_new_numbers_is_back(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    """What FAT and many shares do when they are mounted anew."""
    again = tmp_path / "again.styrdesk"
    shutil.copyfile(path, again)
    shutil.rmtree(path.parent)
    assert look(ours).place is Place.AWAY
    path.parent.mkdir()
    again.rename(path)
    assert look(ours) == Sighting(Place.BACK)
    ours.whereabouts.go_on()
    add(ours, "Bo")
    assert names_in(path) == ["Anna", "Bo"]


def test_fault_34_a_file_that_nothing_was_done_in_yet_comes_back_too(
    ours: Services, tmp_path: Path
) -> None:
    """A copy without history, before the first step in it."""
    (folder := tmp_path / "stick").mkdir()
    copy = save_copy_without_history(ours, folder / "copy.styrdesk")
    services = opened(copy)
    copy.parent.rename(tmp_path / "unplugged")
    assert look(services).place in {Place.GONE, Place.AWAY}
    (tmp_path / "unplugged").rename(copy.parent)
    assert look(services) == Sighting(Place.HERE)
    services.whereabouts.go_on()
    add(services, "Bo")
    assert names_in(copy) == ["Anna", "Bo"]
    services.file.close()


def test_fault_34_a_disk_that_cannot_be_asked_is_away(
    ours: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> place.Identity:
        raise OSError(107, "Transport endpoint is not connected")

    monkeypatch.setattr(place, "identity", refuse)
    assert look(ours) == Sighting(Place.AWAY)


def test_fault_13_a_file_that_was_locked_is_told(
    ours: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    assert look(ours) == Sighting(Place.LOCKED)


def test_a_file_opened_for_reading_only_is_not_told_as_locked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = services_of(file.open_file(path, read_only=True), CLOCK, nobody)
    monkeypatch.setattr(os, "access", lambda *_asked: False)
    assert look(services) == Sighting(Place.HERE)
    services.file.close()


# ------------------------------------------------------------------------------------------ rescue


def spoil(path: Path) -> None:
    """Write something else over the file: the connection cannot read it any more."""
    path.write_bytes(b"nothing" * 1000)


def test_what_can_no_longer_be_read_is_taken_from_the_newest_backup(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    ours.backups.secure(Reason.ASKED)
    add(ours, "Lost")
    spoil(path)
    made, kept = ours.whereabouts.rescue(tmp_path / "copy.styrdesk")
    assert kept == ours.backups.kept()[0]
    ours.whereabouts.go_on(made, from_backup=True)
    changes = ours.work.notice()
    assert changes is not None
    assert {"person", "plan", "committee"} <= changes.topics
    assert names(ours) == ["Anna"]
    add(ours, "Bo")
    assert names_in(made) == ["Anna", "Bo"]


def test_a_disk_that_does_not_answer_is_not_asked(
    ours: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.backups.secure(Reason.ASKED)
    monkeypatch.setattr(ours.file.db, "execute_sql", lambda *_asked: pytest.fail("asked"))
    _made, kept = ours.whereabouts.rescue(tmp_path / "copy.styrdesk", answers=False)
    assert kept is not None


def test_without_a_backup_it_is_said_that_there_is_nothing_to_save(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    spoil(path)
    with pytest.raises(FileProblem) as refused:
        ours.whereabouts.rescue(tmp_path / "copy.styrdesk")
    assert refused.value.fault is FileFault.MISSING
    assert not (tmp_path / "copy.styrdesk").exists()


def test_what_is_wrong_with_the_new_place_is_told_and_no_older_copy_is_taken(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    ours.backups.secure(Reason.ASKED)
    path.unlink()
    with pytest.raises(FileProblem) as refused:
        ours.whereabouts.rescue(tmp_path / "no such folder" / "copy.styrdesk")
    assert refused.value.fault is not FileFault.MISSING


def test_a_place_that_cannot_be_opened_leaves_the_file_where_it_is(
    ours: Services, path: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileProblem):
        ours.whereabouts.go_on(tmp_path / "nothing.styrdesk")
    assert ours.file.path == path
    ours.whereabouts.go_on()
    add(ours, "Bo")
    assert names(ours) == ["Anna", "Bo"]
