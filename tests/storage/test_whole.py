"""All of a file is looked through before it is opened, or beside the work by its one owner."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import FileFault, FileProblem, Unseen
from styrdesk.domain.organisation import Committee
from styrdesk.services import opening
from styrdesk.services.work import Work
from styrdesk.storage import connection, file, place, whole
from styrdesk.storage.migrations import MIGRATIONS
from styrdesk.storage.whole import LookThrough
from tests.storage.test_backup import spoil

CLOCK = FrozenClock(datetime(2026, 11, 27, 14, 2, tzinfo=UTC))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.styrdesk"
    opened = file.create(made)
    write(opened, "A")
    opened.close()
    return made


@pytest.fixture
def left(path: Path) -> str:
    """What its owner left it as."""
    opened = file.open_file(path, owned=True)
    opened.close()
    assert opened.left
    return opened.left


def write(opened: file.File, name: str) -> None:
    with Work(opened, CLOCK, str).step("Name it"):
        opened.store.save(Committee("c", name=name))


def spoil_unseen(path: Path, table: str = "") -> None:
    """Damage that leaves no trace on the outside, as a disk does it: all over, or in a table."""
    before = path.stat()
    if table:
        with contextlib.closing(sqlite3.connect(path)) as db:
            asked = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
            (page,) = db.execute(asked, (table,)).fetchone()
        content = bytearray(path.read_bytes())
        content[4096 * (page - 1) : 4096 * page] = os.urandom(4096)
        path.write_bytes(content)
    else:
        spoil(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


# ------------------------------------------------------------------------------------- at opening


def test_a_file_as_it_was_left_is_opened_at_once(path: Path, left: str) -> None:
    opened = file.open_file(path, owned=True, left=left)
    assert not opened.is_whole
    assert opened.store.get(Committee, "c").name == "A"
    opened.close()
    assert opened.left == ""  # nobody has looked it through


def written(path: Path) -> None:
    opened = file.open_file(path)
    write(opened, "B")
    opened.close()


def replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy2(path, other)
    other.replace(path)


def put_back(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content)


@pytest.mark.parametrize("what", [written, replaced, put_back])
def test_a_file_that_others_have_touched_is_looked_through(
    path: Path, left: str, what: Callable[[Path], None]
) -> None:
    what(path)
    opened = file.open_file(path, owned=True, left=left)
    assert opened.is_whole
    opened.close()


def test_a_file_without_one_owner_is_looked_through(path: Path, left: str) -> None:
    opened = file.open_file(path, left=left)
    assert opened.is_whole
    opened.close()
    assert opened.left == ""


def test_a_file_of_an_older_form_is_looked_through(
    path: Path, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "MIGRATIONS", (*MIGRATIONS, ()))
    monkeypatch.setattr(file, "_migrate", lambda *_asked, **_more: None)
    opened = file.open_file(path, owned=True, left=left)
    assert opened.is_whole
    opened.close()


def test_fault_28_damage_at_opening_is_told_of_all_that_does_not_lie_as_it_was_left(
    path: Path, left: str
) -> None:
    spoil(path)
    with pytest.raises(FileProblem) as told:
        file.open_file(path, owned=True, left=left)
    assert told.value.fault is FileFault.DAMAGED


# ----------------------------------------------------------------------- before a large is opened


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(file, "LARGE", path.stat().st_size - 1)
    return path


def never() -> bool:
    return False


def test_its_one_owner_does_not_wait_for_a_large_file_and_opens_what_was_looked_through(
    large: Path,
) -> None:
    with pytest.raises(Unseen) as unseen:
        file.open_file(large, owned=True, at_once=True)
    assert unseen.value.size == large.stat().st_size
    mark = file.look_through(large, never)
    opened = file.open_file(large, owned=True, at_once=True, left=mark)  # nobody owns it
    assert not opened.is_whole  # whoever looked it through says so
    opened.close()


def test_what_was_written_meanwhile_is_looked_through_anew(large: Path) -> None:
    mark = file.look_through(large, never)
    other = file.open_file(large)
    write(other, "B")
    other.close()
    with pytest.raises(Unseen):
        file.open_file(large, owned=True, at_once=True, left=mark)


@pytest.mark.parametrize("owned", [True, False])
def test_a_command_and_one_who_waits_get_a_large_file_looked_through(
    large: Path,
    owned: bool,  # a parameter
) -> None:
    opened = file.open_file(large, owned=owned, at_once=not owned)
    assert opened.is_whole
    opened.close()


def test_a_small_file_is_looked_through_in_a_blink(path: Path) -> None:
    opened = file.open_file(path, owned=True, at_once=True)
    assert opened.is_whole
    opened.close()


def test_damage_that_is_found_before_is_told(large: Path) -> None:
    spoil(large)
    with pytest.raises(FileProblem) as told:
        file.look_through(large, never)
    assert told.value.fault is FileFault.DAMAGED


def test_a_save_that_broke_off_is_put_right_before_it_is_looked_through(
    large: Path, tmp_path: Path
) -> None:
    hurt = tmp_path / "hurt.styrdesk"
    with contextlib.closing(sqlite3.connect(large, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")  # it is written to the disk before it is done
        db.execute("PRAGMA cache_spill = 1")
        db.execute("BEGIN")
        db.execute("CREATE TABLE half AS SELECT * FROM change, change AS other")
        for end in ("", "-journal"):
            shutil.copy(f"{large}{end}", f"{hurt}{end}")
        db.execute("ROLLBACK")
    assert hurt.read_bytes() != large.read_bytes()
    mark = file.look_through(hurt, never)
    opened = file.open_file(hurt, owned=True, at_once=True, left=mark)
    assert opened.store.rows(Committee)[0].name == "A"
    opened.close()


class Enough(Exception):
    """One has waited long enough."""


def test_one_who_has_waited_long_enough_is_not_told_of_damage(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "OFTEN", 1)

    def look(_count: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        opening.look_through(large, look)


# ------------------------------------------------------------------------------- beside the work


def test_a_whole_file_is_seen_to_be_whole(path: Path) -> None:
    assert LookThrough(path).run() == ""


def test_fault_28_damage_is_found(path: Path) -> None:
    spoil(path)
    assert LookThrough(path).run()


def test_what_looks_like_damage_in_the_midst_of_a_save_is_looked_at_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = iter(["torn", "torn", ""])

    def torn(_db: object) -> str:
        now = path.stat().st_mtime_ns + 1
        os.utime(path, ns=(now, now))  # somebody has written
        return next(said)

    monkeypatch.setattr(connection, "sound", torn)
    assert LookThrough(path).run() == ""


def test_damage_is_told_only_when_it_is_there_while_nobody_can_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = iter(["torn", ""])
    monkeypatch.setattr(connection, "sound", lambda _db: next(said))
    assert LookThrough(path).run() == ""


def test_a_file_that_is_away_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_db: object) -> str:
        raise FileProblem(FileFault.UNREADABLE, "No.")

    monkeypatch.setattr(connection, "sound", away)
    assert LookThrough(path).run() is None
    path.unlink()
    assert LookThrough(path).run() is None


def test_it_can_be_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    through = LookThrough(path)

    def endless(db: connection.Database) -> str:
        db.register_function(through.give_up, "give_up", 0)
        db.asked("WITH n(x) AS (SELECT 1 UNION ALL SELECT give_up() FROM n) SELECT MAX(x) FROM n")
        raise AssertionError

    monkeypatch.setattr(connection, "sound", endless)
    assert through.run() is None


@pytest.fixture
def writing(path: Path) -> Iterator[file.File]:
    """The file in the midst of a save."""
    opened = file.open_file(path)
    with connection.transaction(opened.db):
        yield opened
    opened.close()


WRITE = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"


def test_looking_costs_the_window_none_of_its_locks(path: Path, writing: file.File) -> None:
    LookThrough(path).run()
    other = [sys.executable, "-c", WRITE, str(path)]
    done = subprocess.run(other, capture_output=True, text=True, check=False)
    assert "locked" in done.stderr


def test_no_save_waits_for_it(path: Path) -> None:
    opened = file.open_file(path)
    looking = connection.connect(path, read_only=True, unlocked=True)
    looking.execute_sql("BEGIN")
    looking.asked("SELECT COUNT(*) FROM sqlite_schema")
    opened.db.execute_sql("PRAGMA busy_timeout = 0")
    write(opened, "B")
    looking.close()
    opened.close()


def test_a_mark_is_another_for_each_write(path: Path) -> None:
    before = place.left_as(path)
    written(path)
    assert place.left_as(path) != before


# ---------------------------------------------------------------------- over another connection


def test_an_open_file_is_opened_beside_without_looking_through_it_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = file.open_file(path)
    monkeypatch.setattr(connection, "sound", lambda _db: "nobody asks")
    beside = file.open_beside(opened)
    write(beside, "B")
    beside.close()
    assert opened.store.get(Committee, "c").name == "B"
    opened.close()


def test_fault_18_another_file_in_its_place_is_not_opened_beside(path: Path) -> None:
    opened = file.open_file(path)
    replaced(path)
    with pytest.raises(FileProblem) as told:
        file.open_beside(opened)
    assert told.value.fault is FileFault.MOVED
    opened.close()
