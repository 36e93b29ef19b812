"""A file is made whole or not at all, opened only when it is ours, and never harmed by looking."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.services.work import Work
from styrdesk.storage import connection, file

ROOT = Path(__file__).resolve().parents[2]
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))
APPLICATION_ID = 0x53545944
FLIPS = 150


def at_work(opened: file.File) -> Work:
    return Work(opened, CLOCK, lambda: "anna")


def name_it(opened: file.File, name: str) -> None:
    with at_work(opened).step("Name it"):
        opened.store.save(Committee("c", name=name))


def fault(path: Path) -> FileFault:
    with pytest.raises(FileProblem) as told:
        file.open_file(path)
    assert told.value.message
    assert told.value.advice
    return told.value.fault


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with content over several pages."""
    opened = file.create(tmp_path_factory.mktemp("made") / "a.styrdesk")
    with at_work(opened).step("Fill"):
        for number in range(60):
            opened.store.save(Committee(f"{number:03}", name=f"Nämnd {number} " + "ö" * 200))
    opened.close()
    return opened.path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.styrdesk"


@pytest.fixture
def opened(path: Path) -> Iterator[file.File]:
    found = file.create(path)
    name_it(found, "A")
    yield found
    found.close()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def refused_and_untouched(path: Path, content: bytes) -> FileFault:
    path.write_bytes(content)
    told = fault(path)
    assert path.read_bytes() == content
    assert names(path.parent) == [path.name]
    return told


# ------------------------------------------------------------------------------- what it is


def test_an_empty_file_is_not_taken_for_a_new_one(path: Path) -> None:
    assert refused_and_untouched(path, b"") is FileFault.EMPTY


@pytest.mark.parametrize(
    "content",
    [b"\x00" * 5000, os.urandom(5000), b"A plan 2027".ljust(5000), b"SQLite format 4\x00" * 500],
    ids=["zeros", "noise", "text", "nearly"],
)
def test_what_is_no_database_is_refused(path: Path, content: bytes) -> None:
    assert refused_and_untouched(path, content) is FileFault.FOREIGN


def test_a_zip_file_is_refused(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "x" * 1000)
    assert refused_and_untouched(path, path.read_bytes()) is FileFault.FOREIGN


def test_the_database_of_another_program_is_refused(path: Path, tmp_path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE committee (id TEXT)")
    other.close()
    assert refused_and_untouched(path, path.read_bytes()) is FileFault.FOREIGN


@pytest.mark.parametrize(
    ("offset", "value", "expected"),
    [
        (60, 2**31 - 1, FileFault.NEWER),
        (60, 99, FileFault.NEWER),
        (60, 0, FileFault.DAMAGED),
        (68, APPLICATION_ID + 1, FileFault.FOREIGN),
        (68, 0, FileFault.FOREIGN),
    ],
)
def test_a_file_of_another_form_is_refused(
    path: Path, made: bytes, offset: int, value: int, expected: FileFault
) -> None:
    changed = made[:offset] + struct.pack(">I", value) + made[offset + 4 :]
    assert refused_and_untouched(path, changed) is expected


@pytest.mark.parametrize(
    "part", [0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.999, *range(1, 110, 9), -1, -4096]
)
def test_a_file_cut_short_is_refused(path: Path, made: bytes, part: float) -> None:
    size = int(len(made) * part) if 0 < part < 1 else int(part)
    assert refused_and_untouched(path, made[:size]) is FileFault.DAMAGED


@given(content=st.binary(max_size=300))
def test_any_bytes_are_refused(path: Path, content: bytes) -> None:
    refused_and_untouched(path, content)


@given(content=st.binary(min_size=84, max_size=3000))
def test_any_bytes_behind_our_header_are_refused(path: Path, made: bytes, content: bytes) -> None:
    refused_and_untouched(path, made[:100] + content)


def test_a_missing_file_is_not_made(path: Path) -> None:
    assert fault(path) is FileFault.MISSING
    assert not path.exists()


def test_what_is_no_file_is_not_waited_for(path: Path) -> None:
    path.mkdir()
    assert fault(path) is FileFault.UNREADABLE
    if hasattr(os, "mkfifo"):
        os.mkfifo(path.with_name("pipe.styrdesk"))
        assert fault(path.with_name("pipe.styrdesk")) is FileFault.UNREADABLE


def test_bit_flips_are_told_or_harmless_but_never_a_crash(path: Path, made: bytes) -> None:
    whole = told = 0
    for number in range(0, len(made) * 8, len(made) * 8 // FLIPS | 1):
        flipped = bytearray(made)
        flipped[number // 8] ^= 1 << number % 8
        path.write_bytes(flipped)
        try:
            opened = file.open_file(path)
        except FileProblem:
            told += 1
            assert path.read_bytes() == flipped
            continue
        try:
            for kind in RECORDS.values():
                opened.store.rows(kind)
            name_it(opened, "B")
            at_work(opened).undo()
            whole += 1
        except FileProblem:
            told += 1
        finally:
            opened.close()
    assert whole + told >= FLIPS


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER journal_committee_update",
        "CREATE TRIGGER strange AFTER INSERT ON committee BEGIN DELETE FROM committee; END",
        "CREATE VIEW strange AS SELECT 1",
        "CREATE TABLE strange (id)",
        "ALTER TABLE committee ADD COLUMN strange",
        "DROP INDEX unit_parent_id",
    ],
)
def test_a_file_whose_tables_are_not_ours_is_refused(path: Path, made: bytes, change: str) -> None:
    path.write_bytes(made)
    other = sqlite3.connect(path)
    other.execute(change)
    other.close()
    assert refused_and_untouched(path, path.read_bytes()) is FileFault.DAMAGED


def test_a_copy_taken_in_the_midst_of_a_save_is_told(path: Path, made: bytes) -> None:
    path.write_bytes(made)
    other = sqlite3.connect(path)
    other.execute("UPDATE step_now SET seq = 1")
    other.commit()
    other.close()
    assert fault(path) is FileFault.DAMAGED


def test_looking_at_a_good_file_does_not_change_it(path: Path, made: bytes) -> None:
    path.write_bytes(made)
    opened = file.open_file(path)
    assert opened.store.count(Committee) == 60
    opened.close()
    assert path.read_bytes() == made
    assert names(path.parent) == [path.name]


# ------------------------------------------------------------------------------ making one


def test_a_new_file_never_takes_the_place_of_another(path: Path) -> None:
    path.write_bytes(b"something of mine")
    with pytest.raises(FileProblem) as told:
        file.create(path)
    assert told.value.fault is FileFault.EXISTS
    assert path.read_bytes() == b"something of mine"
    assert names(path.parent) == [path.name]


def test_a_new_file_does_not_follow_a_link_that_leads_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))
    with pytest.raises(FileProblem) as told:
        file.create(path)
    assert told.value.fault is FileFault.EXISTS
    assert not path.exists()


def test_another_program_may_be_quicker_to_make_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def later(source: Path, target: Path) -> None:
        target.write_bytes(b"theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", later)
    with pytest.raises(FileProblem) as told:
        file.create(path)
    assert told.value.fault is FileFault.EXISTS
    assert path.read_bytes() == b"theirs"
    assert names(path.parent) == [path.name]


def test_a_file_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        file.create(tmp_path / "gone" / "a.styrdesk")
    assert names(tmp_path) == []


def test_what_a_killed_program_left_is_ignored(path: Path) -> None:
    left = path.with_name(".a.styrdesk.0123abcd.tmp")
    left.write_bytes(b"half")
    file.create(path).close()
    file.open_file(path).close()
    assert left.read_bytes() == b"half"


@pytest.mark.parametrize(
    "name",
    [
        "ä å ö.styrdesk",
        "a?mode=ro.styrdesk",
        "100 %.styrdesk",
        "%41.styrdesk",
        "a#b&c=d.styrdesk",
        "it's.styrdesk",
        "två  blanksteg",
        "a\udce4.styrdesk",
        ";.styrdesk",
        "\u202e.styrdesk",
    ],
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "mapp ?#% å"
    folder.mkdir()
    opened = file.create(folder / name)
    name_it(opened, "A")
    opened.close()
    again = file.open_file(folder / name)
    assert not again.read_only
    assert again.store.count(Committee) == 1
    again.close()
    assert names(folder) == [name]


def test_a_link_leads_to_the_file_and_stays_a_link(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    file.create(real / "b.styrdesk").close()
    path.symlink_to(real / "b.styrdesk")
    opened = file.open_file(path)
    name_it(opened, "A")
    opened.close()
    assert path.is_symlink()
    again = file.open_file(real / "b.styrdesk")
    assert again.store.count(Committee) == 1
    again.close()


# -------------------------------------------------------------------------- while it is open


def write_fails(opened: file.File) -> FileFault:
    with pytest.raises(FileProblem) as told:
        name_it(opened, "B")
    assert not opened.db.connection().in_transaction
    return told.value.fault


def test_a_file_deleted_while_open_is_told_at_the_next_save(opened: file.File) -> None:
    opened.path.unlink()
    assert write_fails(opened) is FileFault.MOVED
    assert opened.store.get(Committee, "c").name == "A"  # it can still be saved elsewhere


def test_a_file_moved_while_open_is_told_at_the_next_save(opened: file.File) -> None:
    elsewhere = opened.path.with_name("b.styrdesk")
    opened.path.rename(elsewhere)
    assert write_fails(opened) is FileFault.MOVED
    elsewhere.rename(opened.path)
    name_it(opened, "C")
    assert opened.store.get(Committee, "c").name == "C"


def test_a_file_replaced_while_open_is_told_and_the_new_one_untouched(
    opened: file.File, made: bytes
) -> None:
    other = opened.path.with_name("other")
    other.write_bytes(made)
    other.replace(opened.path)
    assert write_fails(opened) is FileFault.MOVED
    assert opened.path.read_bytes() == made


def test_another_writer_is_waited_for_and_then_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    opened = file.create(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert write_fails(opened) is FileFault.LOCKED
    assert opened.store.count(Committee) == 0
    other.execute("ROLLBACK")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileProblem) as told:
        opened.store.count(Committee)
    assert told.value.fault is FileFault.LOCKED
    assert fault(path) is FileFault.LOCKED
    other.close()
    name_it(opened, "B")
    opened.close()


def test_a_reader_in_another_program_only_delays_a_save(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    opened = file.create(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM committee").fetchall()
    assert write_fails(opened) is FileFault.LOCKED
    other.close()
    name_it(opened, "B")
    assert opened.store.get(Committee, "c").name == "B"
    opened.close()


def test_a_full_disk_is_told_nothing_is_lost_and_saving_works_again(opened: file.File) -> None:
    (pages,) = opened.db.asked("PRAGMA page_count")[0]
    opened.db.execute_sql(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with at_work(opened).step("Fill"):
            for number in range(100):
                opened.store.save(Committee(f"{number}", name="x" * 3000))

    with pytest.raises(FileProblem) as told:
        fill()
    assert told.value.fault is FileFault.DISK_FULL
    assert not opened.db.connection().in_transaction
    assert [c.name for c in opened.store.rows(Committee)] == ["A"]
    opened.db.execute_sql("PRAGMA max_page_count = 1000000")
    fill()
    at_work(opened).undo()
    assert [c.name for c in opened.store.rows(Committee)] == ["A"]
    assert connection.sound(opened.db) == ""


def test_what_there_was_no_memory_to_take_back_goes_before_the_next_step(opened: file.File) -> None:
    opened.db.execute_sql("BEGIN IMMEDIATE")
    opened.db.execute_sql("DELETE FROM step")
    opened.db.left_open = True
    name_it(opened, "B")
    at_work(opened).undo()
    at_work(opened).undo()
    assert opened.store.count(Committee) == 0


# ------------------------------------------------------------------------- rights and real disks

READER = """
import os, sys
from pathlib import Path
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.services.work import Work
from styrdesk.base.clock import SystemClock
from styrdesk.storage import file
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
opened = file.open_file(Path(sys.argv[1]))
print(opened.read_only, opened.store.count(Committee))
try:
    with Work(opened, SystemClock(), str).step("x"):
        opened.store.save(Committee("new"))
except FileProblem as problem:
    print(problem.fault.name)
try:
    file.create(Path(sys.argv[1]).with_name("new.styrdesk"))
except FileProblem as problem:
    print(problem.fault.name)
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are otherwise on Windows")
@pytest.mark.parametrize(("folder", "itself"), [(0o755, 0o444), (0o555, 0o666)])
def test_what_may_not_be_written_is_opened_for_reading(
    open_folder: Path, made: bytes, folder: int, itself: int
) -> None:
    place = open_folder / "place"
    place.mkdir()
    path = place / "a.styrdesk"
    path.write_bytes(made)
    path.chmod(itself)
    place.chmod(folder)
    told = subprocess.run(
        [sys.executable, "-c", READER, path], cwd=ROOT, capture_output=True, text=True, check=False
    )
    place.chmod(0o755)
    if "Permission" in told.stderr and "styrdesk" not in told.stdout:
        pytest.skip("another user may not read the project's folder")
    words = told.stdout.split()
    assert words[:3] == ["True", "60", "READ_ONLY"], told.stderr
    assert words[3:] in (["READ_ONLY"], ["UNREADABLE"]) or (os.getuid() and folder & 0o200)
    assert path.read_bytes() == made
    assert names(place) == [path.name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    if not mount or not hasattr(os, "getuid") or os.getuid() != 0:
        pytest.skip("only root may mount a small disk")
    done = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=4m", "styrdesk-test", place], check=False
    )
    if done.returncode:
        pytest.skip("this machine lets no small disk be mounted")
    yield place
    subprocess.run(["umount", "-l", place], check=True)  # an error in hand holds its statement


def test_on_a_disk_that_fills_up_nothing_is_lost(small_disk: Path) -> None:
    path = small_disk / "a.styrdesk"
    opened = file.create(path)
    saved = []

    def fill() -> None:
        for number in range(10_000):
            name_it(opened, f"{number}" + "x" * 20_000)
            saved.append(number)

    with pytest.raises(FileProblem) as told:
        fill()
    assert told.value.fault is FileFault.DISK_FULL
    assert saved
    assert opened.store.get(Committee, "c").name.rstrip("x") == str(saved[-1])
    with pytest.raises(FileProblem) as told:
        file.create(small_disk / "b.styrdesk")
    assert told.value.fault is FileFault.DISK_FULL
    assert names(small_disk) == ["a.styrdesk"]
    opened.close()
    again = file.open_file(path)
    assert connection.sound(again.db) == ""
    assert again.store.get(Committee, "c").name.rstrip("x") == str(saved[-1])
    again.close()


def test_a_disk_that_may_only_be_read_opens_for_reading(small_disk: Path) -> None:
    path = small_disk / "a.styrdesk"
    file.create(path).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    opened = file.open_file(path)
    assert opened.read_only
    assert opened.store.count(Committee) == 0
    opened.close()
