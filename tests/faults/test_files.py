"""Files that are gone, locked, damaged, foreign or hostile: told in words, and never written."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from styrdesk import bootstrap
from styrdesk.__main__ import main
from styrdesk.domain.backup import Reason
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.services import copies
from styrdesk.services.backups import backups_of
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService
from styrdesk.storage import connection, file
from styrdesk.storage.migrations import MIGRATIONS, NEWEST
from tests.faults import sweep
from tests.faults.programs import PICTURE, PLAN_TEXT, ROWS
from tests.helpers.builders import CHAPTER, PLAN
from tests.helpers.files import CLOCK
from tests.helpers.rights import see_that_others_may_read
from tests.migrations import make
from tests.storage.test_backup import spoil

ROOT = Path(__file__).resolve().parents[2]
VERSION, APPLICATION = 60, 68  # where they stand in a header


@pytest.fixture
def kept(tmp_path: Path) -> SettingsService:
    return SettingsService(tmp_path / "settings")


@pytest.fixture
def path(tmp_path: Path, kept: SettingsService) -> Path:
    """A file with a plan in it, in a folder of its own."""
    place = tmp_path / "place"
    place.mkdir()
    services = bootstrap.create_services(place / "a.styrdesk", kept, CLOCK)
    services.exchange.import_plan(PLAN_TEXT, secure=False)
    services.file.close()
    return services.file.path


@pytest.fixture
def services(path: Path, kept: SettingsService) -> Iterator[Services]:
    opened = bootstrap.open_services(path, kept, CLOCK)
    yield opened
    opened.file.close()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def held(services: Services) -> dict[str, tuple[object, ...]]:
    return {name: services.file.store.rows(kind) for name, kind in RECORDS.items()}


def committees(path: Path, kept: SettingsService) -> list[str]:
    opened = bootstrap.open_services(path, kept, CLOCK)
    try:
        return [one.name for one in opened.committees.rows()]
    finally:
        opened.file.close()


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> FileProblem:
    """What is told of a file by the program and by its command line, which both leave it be."""
    before, beside = path.read_bytes(), names(path.parent)
    with pytest.raises(FileProblem) as told:
        bootstrap.open_services(path, SettingsService(path.parent.parent / "other"), CLOCK)
    assert main(["plans", str(path)]) > 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == " ".join(str(told.value).split())
    assert told.value.advice
    assert path.read_bytes() == before
    assert names(path.parent) == beside
    return told.value


def changed(path: Path, offset: int, value: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:offset] + struct.pack(">I", value) + content[offset + 4 :])


# ------------------------------------------------------------------ rights, moves and replacing

NOBODY = """
import os, sys
from pathlib import Path
from styrdesk import bootstrap
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.services import copies
from styrdesk.services.settings import SettingsService
path, own = map(Path, sys.argv[1:])
warm = bootstrap.open_services(path, SettingsService(own / "root"), read_only=True)
copies.save_copy(warm, own / "root.styrdesk")  # all is imported that nobody may not read
warm.file.close()
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
services = bootstrap.open_services(path, SettingsService(own / "settings"))
print(services.file.read_only, len(services.plans.plans()))
try:
    services.people.add(Person("p", name="P"))
except FileProblem as problem:
    print(problem.fault.name)
copy = copies.save_copy(services, own / "copy.styrdesk")
services.file.close()
mine = bootstrap.open_services(copy, SettingsService(own / "settings"))
mine.people.add(Person("p", name="P"))
print(mine.file.read_only, mine.people.count())
"""


@pytest.fixture
def lent(path: Path, open_folder: Path) -> Path:
    """The file in a folder that others may come to."""
    shutil.move(path.parent, open_folder / "place")
    return open_folder / "place" / path.name


def as_nobody(path: Path, folder: Path) -> list[str]:
    """What somebody without rights meets, who then goes on in a copy of their own."""
    see_that_others_may_read(ROOT)
    own = folder / "own"
    own.mkdir()
    own.chmod(0o777)
    told = subprocess.run(
        [sys.executable, "-c", NOBODY, path, own],
        cwd=ROOT,
        env=os.environ | {"HOME": str(own), "XDG_DATA_HOME": str(own / "data")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.split()


needs_rights = pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights are others on Windows")


@needs_rights
def test_fault_13_a_file_that_may_only_be_read_is_read_and_copied(
    lent: Path, open_folder: Path
) -> None:
    before = lent.read_bytes()
    lent.chmod(0o444)
    assert as_nobody(lent, open_folder) == ["True", "1", "READ_ONLY", "False", "1"]
    assert lent.read_bytes() == before


@needs_rights
def test_fault_14_a_folder_that_may_only_be_read_is_the_same(lent: Path, open_folder: Path) -> None:
    before = lent.read_bytes()
    lent.chmod(0o666)
    lent.parent.chmod(0o555)
    assert as_nobody(lent, open_folder) == ["True", "1", "READ_ONLY", "False", "1"]
    assert lent.read_bytes() == before
    assert names(lent.parent) == [lent.name]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file whose last save was cut off by a kill, with the journal that puts it right."""
    if sweep.why_not():
        pytest.skip(sweep.why_not())
    folder = tmp_path / "broken"
    folder.mkdir()
    sweep.run("begin", folder)
    backups_of(folder / "a.styrdesk", SettingsService(folder), CLOCK).secure(Reason.START)
    number = 1
    while len(names(folder)) == 1:  # until the kill falls where the journal is needed
        sweep.strike(sweep.Point("edit", "unlink", number, sweep.KILL), folder)
        number += 1
    return folder / "a.styrdesk"


def test_fault_15_a_broken_save_on_a_share_is_told_and_put_right_in_a_copy_of_both(
    broken: Path, tmp_path: Path, kept: SettingsService
) -> None:
    before = {each: each.read_bytes() for each in broken.parent.iterdir()}
    with pytest.raises(FileProblem) as told:
        bootstrap.open_services(broken, kept, CLOCK, read_only=True)
    assert told.value.fault is FileFault.READ_ONLY
    assert "-journal" in told.value.advice
    assert {each: each.read_bytes() for each in broken.parent.iterdir()} == before
    mine = shutil.copytree(broken.parent, tmp_path / "mine")
    opened = bootstrap.open_services(mine / broken.name, kept, CLOCK)
    assert opened.units.count() == ROWS
    assert connection.sound(opened.file.db) == ""
    opened.file.close()


def away(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("moved.styrdesk"))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    other.replace(path)


@pytest.mark.parametrize(
    "what",
    [
        pytest.param(away, id="fault_16_deleted"),
        pytest.param(moved, id="fault_17_moved"),
        pytest.param(replaced, id="fault_18_replaced"),
    ],
)
def test_fault_16_17_18_what_happens_to_an_open_file_is_told_and_nothing_is_lost(
    services: Services, kept: SettingsService, what: Callable[[Path], None], tmp_path: Path
) -> None:
    services.people.add(Person("p", name="Sparad"))
    before = held(services)
    what(services.file.path)
    there = {each: each.read_bytes() for each in services.file.path.parent.iterdir()}
    with pytest.raises(FileProblem) as told:
        services.people.add(Person("q", name="Osparad"))
    assert told.value.fault is FileFault.MOVED
    assert held(services) == before
    copy = copies.save_copy(services, tmp_path / "rescued.styrdesk")
    assert {each: each.read_bytes() for each in services.file.path.parent.iterdir()} == there
    rescued = bootstrap.open_services(copy, kept, CLOCK)
    assert held(rescued) == before
    rescued.people.add(Person("q", name="Nu sparad"))
    rescued.file.close()


# ---------------------------------------------------------------------------- other forms


def test_fault_22_a_file_of_a_newer_program_is_never_written(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(path, VERSION, NEWEST + 1)
    problem = refused(path, capsys)
    assert problem.fault is FileFault.NEWER
    assert "nyare version av Styrdesk" in problem.message


@pytest.mark.parametrize("done", [0, 1])
def test_fault_04_a_migration_that_fails_leaves_the_file_and_tells_of_the_backup(
    path: Path, kept: SettingsService, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    before = path.read_bytes()
    with monkeypatch.context() as newer:
        broken = (*("CREATE TABLE more (id TEXT)",)[:done], "CREATE TABLE person (id TEXT)")
        newer.setattr(file, "MIGRATIONS", (*MIGRATIONS, broken))
        with pytest.raises(FileProblem) as told:
            bootstrap.open_services(path, kept, CLOCK)
    assert told.value.fault is FileFault.MIGRATION
    assert path.read_bytes() == before
    backups = backups_of(path, kept, CLOCK)
    (saved,) = backups.kept()
    assert str(backups.path(saved)) in told.value.advice
    assert committees(path, kept) == committees(backups.path(saved), kept)


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_fault_23_a_file_of_every_earlier_form_opens_for_work(
    tmp_path: Path, kept: SettingsService, version: int
) -> None:
    path = make.restored(make.HERE / f"schema_{version}.sql", tmp_path / "a.styrdesk", version)
    services = bootstrap.open_services(path, kept, CLOCK)
    assert services.committees.get("c").name == "Miljö- och byggnämnden"
    services.exchange.import_plan(PLAN_TEXT, secure=False)
    assert services.plans.get(PLAN).title
    services.work.undo()
    assert services.committees.get("c").name == "Miljö- och byggnämnden"
    services.file.close()


def test_fault_24_an_empty_file_is_not_taken_for_a_new_one(
    path: Path, kept: SettingsService, capsys: pytest.CaptureFixture[str]
) -> None:
    backups = backups_of(path, kept, CLOCK)
    backups.secure(Reason.START)
    path.write_bytes(b"")
    assert refused(path, capsys).fault is FileFault.EMPTY
    good = backups.newest_good()
    assert good is not None
    assert committees(backups.restore(good), kept)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("lost", [0.001, 0.1, 0.5])
def test_fault_25_a_file_cut_short_is_told_and_its_backup_comes_back(
    path: Path, kept: SettingsService, capsys: pytest.CaptureFixture[str], lost: float
) -> None:
    backups = backups_of(path, kept, CLOCK)
    backups.secure(Reason.START)
    size = path.stat().st_size
    os.truncate(path, int(size * (1 - lost)))
    assert refused(path, capsys).fault is FileFault.DAMAGED
    good = backups.newest_good()
    assert good is not None
    assert committees(backups.restore(good), kept)


def zipped(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("plan.json", PLAN_TEXT)


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda path: path.write_bytes(os.urandom(9000)), id="noise"),
        pytest.param(lambda path: path.write_text(PLAN_TEXT, encoding="utf-8"), id="text"),
        pytest.param(zipped, id="zip"),
    ],
)
def test_fault_26_what_is_no_styrdesk_file_is_refused(
    path: Path, capsys: pytest.CaptureFixture[str], write: Callable[[Path], None]
) -> None:
    write(path)
    assert refused(path, capsys).fault is FileFault.FOREIGN


@pytest.mark.parametrize("number", [0, 0x53545945])
def test_fault_27_the_database_of_another_program_is_refused(
    path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    changed(path, APPLICATION, number)
    assert refused(path, capsys).fault is FileFault.FOREIGN


# ---------------------------------------------------------------------- damaged and hostile


def told_in_use(path: Path, kept: SettingsService) -> bool:
    """Whether a file is told of, at opening or by anything that reads it or writes in it."""
    try:
        use(path, kept)
    except (FileProblem, RuleBroken):
        return True
    return False


def use(path: Path, kept: SettingsService) -> None:
    services = bootstrap.open_services(path, kept, CLOCK)
    try:
        held(services)
        for plan in services.plans.plans():
            services.plans.findings(plan.id)
            services.exchange.export(plan.id)
            for _level, chapter in services.chapters.chapters(plan.id):
                services.chapters.blocks(chapter.id)
        services.committees.save(Committee("new", name="Ny"))
        services.work.undo()
    finally:
        services.file.close()


@pytest.fixture
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """For hundreds of files that nobody will miss."""
    monkeypatch.setitem(connection.PRAGMAS, "synchronous", "off")


@pytest.mark.slow
@pytest.mark.usefixtures("unsynced")
def test_fault_28_bit_flips_are_told_or_harmless_but_never_a_crash(
    path: Path, kept: SettingsService
) -> None:
    whole = path.read_bytes()
    chance = random.Random(28)  # noqa: S311  # the same flips each time
    told = 0
    for _flip in range(60):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        told += told_in_use(path, kept)
    assert 0 < told < 60


def columns() -> list[tuple[str, str]]:
    db = sqlite3.connect(":memory:")
    db.executescript((make.HERE / "schema_1.sql").read_text(encoding="utf-8"))
    found = [
        (name, str(column))
        for name in RECORDS
        for _n, column, *_rest in db.execute(f'PRAGMA table_info("{name}")')
    ]
    db.close()
    return found


def hostile(path: Path, sql: str, *values: object) -> None:
    """Change a file behind the program's back, its triggers and checks put out."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        made = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in made:
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(sql, values)
        for _name, trigger in made:
            db.execute(trigger)
        db.commit()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER strange AFTER INSERT ON person BEGIN DELETE FROM plan; END",
        "CREATE VIEW strange AS SELECT load_extension('evil.so')",
        "ALTER TABLE person ADD COLUMN strange AS (hex(zeroblob(1000000000)))",
        "DROP TRIGGER journal_plan_update",
    ],
)
def test_fault_29_a_file_with_anothers_triggers_views_or_columns_is_refused(
    path: Path, capsys: pytest.CaptureFixture[str], sql: str
) -> None:
    db = sqlite3.connect(path)
    db.execute(sql)
    db.commit()
    db.close()
    assert refused(path, capsys).fault is FileFault.DAMAGED


STRANGE = st.one_of(
    st.binary(max_size=20),
    st.text(max_size=20),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.sampled_from(["\x00", "<p>", "{", "9" * 5000, "0000-00-00", "x" * 200_000]),
)


@pytest.mark.slow
@pytest.mark.usefixtures("unsynced")
@settings(max_examples=60)
@given(data=st.data(), value=STRANGE)
def test_fault_29_values_that_nobody_can_have_written_are_told_or_harmless(
    path: Path, kept: SettingsService, data: st.DataObject, value: object
) -> None:
    table, column = data.draw(st.sampled_from(columns()))
    assume((table, column) != ("plan", "unit"))  # a rule of plans, seen to when it is written
    copy = path.with_name("copy.styrdesk")
    shutil.copyfile(path, copy)
    try:
        hostile(copy, f'UPDATE "{table}" SET "{column}" = ?', value)  # noqa: S608  # ours
    except sqlite3.IntegrityError:
        return  # two rows with the same key: no such file can be made
    told_in_use(copy, kept)


def test_fault_31_a_backup_put_in_a_broken_files_place_is_not_ruined_by_what_was_left(
    broken: Path, kept: SettingsService, tmp_path: Path
) -> None:
    backups = backups_of(broken, kept, CLOCK)
    backup = backups.path(backups.kept()[0])
    shutil.copyfile(backup, broken)
    left = broken.with_name(broken.name + "-journal")
    with pytest.raises(FileProblem) as told:
        bootstrap.open_services(broken, kept, CLOCK)
    assert left.name in told.value.advice
    assert broken.read_bytes() == backup.read_bytes()
    left.rename(tmp_path / "moved")
    assert committees(broken, kept) == ["0"]


def test_fault_30_without_any_good_backup_the_damaged_file_is_left_and_read_row_by_row(
    path: Path, kept: SettingsService
) -> None:
    backups = backups_of(path, kept, CLOCK)
    backups.secure(Reason.START)
    for each in (path, backups.path(backups.kept()[0])):
        spoil(each)
    before = path.read_bytes()
    assert backups.newest_good() is None
    salvaged = backups.salvage()
    assert salvaged.kept > 0
    bootstrap.open_services(salvaged.path, kept, CLOCK).file.close()
    assert path.read_bytes() == before


def test_fault_30_a_salvaged_plan_whose_picture_is_lost_can_be_read_out_again(
    path: Path, kept: SettingsService
) -> None:
    services = bootstrap.open_services(path, kept, CLOCK)
    image = Block("image", chapter_id=CHAPTER, kind=BlockKind.IMAGE)
    services.chapters.add_block(image)
    services.chapters.set_image(image, PICTURE)
    services.file.close()
    hostile(path, "UPDATE blob SET content = x'00'")
    salvaged = backups_of(path, kept, CLOCK).salvage()
    assert salvaged.lost == 1
    opened = bootstrap.open_services(salvaged.path, kept, CLOCK)
    assert "image" in opened.exchange.export(PLAN)
    opened.file.close()


# ------------------------------------------------------------------------------ what is written

HOSTILE_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x0b\x0c\x1b\x7f\ud800\udfff\u202e\ufeff\u2028'\";--%_\r\n"),
    ),
    max_size=80,
)


@settings(max_examples=60)
@given(text=HOSTILE_TEXT)
def test_fault_45_any_text_is_kept_or_cleaned_and_comes_back_the_same_for_ever(
    services: Services, text: str
) -> None:
    services.people.save(Person("p", name="P" + text))
    once = services.people.get("p")
    assert once.name.startswith("P")
    assert "\x00" not in once.name
    once.name.encode()  # no half characters
    visible = [letter for letter in text if letter.isalnum()]
    assert [letter for letter in once.name[1:] if letter.isalnum()] == visible
    services.people.save(replace(once))
    assert services.people.get("p") == once
    assert [one.id for one in services.people.rows(words="P")] == ["p"]


def test_fault_45_a_file_with_half_characters_in_it_is_told(
    path: Path, kept: SettingsService
) -> None:
    hostile(path, "UPDATE committee SET name = CAST(x'4dc3' AS TEXT)")
    with pytest.raises(FileProblem) as told:
        committees(path, kept)
    assert told.value.fault is FileFault.DAMAGED
