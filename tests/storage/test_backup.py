"""A backup is whole and verified before it has a name, and never harms an earlier one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.services.work import Work
from styrdesk.storage import backup, connection, file

NOW = datetime(2026, 11, 27, 14, 2, tzinfo=UTC)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[file.File]:
    made = file.create(tmp_path / "Nämndplan.styrdesk")
    name(made, "A")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path, opened: file.File) -> Path:
    return backup.folder_of(tmp_path / "backups", opened.path)


def name(opened: file.File, words: str) -> None:
    with Work(opened, FrozenClock(NOW), str).step("Name it"):
        opened.store.save(Committee("c", name=words))


def kept(opened: file.File, folder: Path, reason: Reason = Reason.START) -> Path:
    return folder / backup.keep_file(opened.path, folder, NOW, reason).name


def committee(path: Path) -> str:
    found = file.open_file(path)
    try:
        return found.store.get(Committee, "c").name
    finally:
        found.close()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def spoil(path: Path) -> None:
    """Damage that `integrity_check` finds, somewhere behind the first page."""
    content = bytearray(path.read_bytes())
    content[4096:12288] = os.urandom(8192)
    path.write_bytes(content)


def test_a_backup_holds_what_is_saved_and_nothing_is_left_beside_it(
    opened: file.File, folder: Path
) -> None:
    made = kept(opened, folder)
    name(opened, "B")
    assert committee(made) == "A"
    assert backup.listed(folder)[0].size == made.stat().st_size
    assert names(folder) == ["00001 2026-11-27 14.02.00+0000 start.styrdesk"]


def test_backups_are_numbered_and_listed_newest_first(opened: file.File, folder: Path) -> None:
    made = [kept(opened, folder, reason) for reason in (Reason.START, Reason.ASKED)]
    (folder / "mine.styrdesk").touch()
    assert [one.name for one in backup.listed(folder)] == [one.name for one in made[::-1]]


def test_each_file_has_a_folder_one_knows_it_by(tmp_path: Path) -> None:
    one = backup.folder_of(tmp_path, Path("/a/Plan 2027: BUN*.styrdesk"))
    assert one.parent == tmp_path
    assert one.name.startswith("Plan 2027 BUN ")
    assert one != backup.folder_of(tmp_path, Path("/b/Plan 2027: BUN*.styrdesk"))
    assert len(backup.folder_of(tmp_path, Path("/a/" + "x" * 200)).name) < 60


def test_a_link_and_its_file_have_the_same_backups(opened: file.File, tmp_path: Path) -> None:
    link = tmp_path / "other.styrdesk"
    link.symlink_to(opened.path)
    assert backup.folder_of(tmp_path, link) == backup.folder_of(tmp_path, opened.path)


def test_a_damaged_file_takes_no_good_backups_place(opened: file.File, folder: Path) -> None:
    good = kept(opened, folder)
    spoil(opened.path)
    with pytest.raises(FileProblem) as told:
        kept(opened, folder)
    assert told.value.fault is FileFault.DAMAGED
    assert names(folder) == [good.name]


def test_a_file_with_strange_tables_is_no_backup(opened: file.File, folder: Path) -> None:
    opened.db.execute_sql("DROP TRIGGER journal_committee_update")
    with pytest.raises(FileProblem):
        kept(opened, folder)
    assert names(folder) == []


def test_a_file_that_is_as_its_backup_has_it_is_known(opened: file.File, folder: Path) -> None:
    made = kept(opened, folder)
    assert backup.is_same(opened.path, made)
    assert backup.is_same(opened.path, made)
    name(opened, "B")
    assert not backup.is_same(opened.path, made)
    made = kept(opened, folder)
    assert backup.is_same(opened.path, made)
    spoil(made)
    assert not backup.is_same(opened.path, made)


def test_what_is_not_a_backup_of_ours_is_never_thinned(opened: file.File, folder: Path) -> None:
    made = [kept(opened, folder) for _n in range(5)]
    for mine in ("Nämndplan.styrdesk", "00001 anteckning.txt", ".new.1234.tmp"):
        (folder / mine).touch()
    backup.thin(folder, NOW + timedelta(days=30))
    left = [one.name for one in backup.listed(folder)]
    assert left == [made[-1].name]
    assert {"Nämndplan.styrdesk", "00001 anteckning.txt", ".new.1234.tmp"} <= set(names(folder))


def test_a_copy_never_takes_the_place_of_another(opened: file.File, tmp_path: Path) -> None:
    target = tmp_path / "copy.styrdesk"
    target.write_bytes(b"mine")
    assert backup.copy_to(opened.path, target).name == "copy 2.styrdesk"
    assert backup.copy_open(opened.db, target).name == "copy 3.styrdesk"
    assert target.read_bytes() == b"mine"
    assert committee(tmp_path / "copy 3.styrdesk") == "A"


def test_a_second_place_gets_a_backup_once(opened: file.File, folder: Path, tmp_path: Path) -> None:
    made, second = kept(opened, folder), tmp_path / "second"
    for _time in range(2):
        backup.mirror(made, second)
        assert names(second) == [made.name]
    assert (second / made.name).read_bytes() == made.read_bytes()


def test_a_save_in_the_midst_of_a_backup_is_in_it_or_not_but_whole(
    opened: file.File, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "COPY_PAGES", 1)
    monkeypatch.setattr(connection, "COPY_SECONDS", 200)  # each save in between begins it anew
    made: list[Path] = []

    def work() -> None:
        made.extend(kept(opened, folder) for _n in range(5))

    thread = threading.Thread(target=work)
    thread.start()
    for number in range(20):
        name(opened, str(number))
    thread.join()
    assert len(made) == 5
    assert {committee(one) for one in made} <= {"A", *map(str, range(20))}


def test_a_file_that_is_held_by_another_program_is_given_up(
    opened: file.File, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "COPY_SECONDS", 0)
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0)
    other = sqlite3.connect(opened.path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileProblem) as told:
        kept(opened, folder)
    other.close()
    assert told.value.fault is FileFault.LOCKED
    assert names(folder) == []


def test_two_programs_never_give_a_backup_the_same_name(
    opened: file.File, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(opened, folder)
    seen = iter([(), backup.listed(folder)])
    monkeypatch.setattr(backup, "listed", lambda _folder: next(seen))
    assert kept(opened, folder).name.startswith("00002 ")
    assert len(names(folder)) == 2


def test_a_copy_that_does_not_come_out_alike_is_no_copy(
    opened: file.File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1])

    monkeypatch.setattr(shutil, "copyfile", short)
    with pytest.raises(FileProblem):
        backup.copy_to(opened.path, tmp_path / "copy.styrdesk")
    assert not (tmp_path / "copy.styrdesk").exists()


@pytest.mark.skipif(os.name == "nt", reason="locks of Windows belong to the handle")
def test_comparing_a_file_with_its_backup_lets_go_of_no_lock(tmp_path: Path) -> None:
    """A save may be under way on another thread; another program must still be kept out."""
    path, copy = tmp_path / "a.styrdesk", tmp_path / "copy.styrdesk"
    opened = file.create(path)
    shutil.copyfile(path, copy)
    try_to_write = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    )
    with opened.transaction():
        assert backup.is_same(path, copy)
        done = subprocess.run(
            [sys.executable, "-c", try_to_write, path], capture_output=True, check=False
        )
    opened.close()
    assert b"database is locked" in done.stderr
