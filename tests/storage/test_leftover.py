"""A broken save is put right from its own journal, and no other file is ruined by it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee
from styrdesk.services.work import Work
from styrdesk.storage import file
from styrdesk.storage.leftover import is_strange

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file in the midst of a save, as a kill would leave it; `earlier` is an older copy of it."""
    source = tmp_path / "source.styrdesk"
    opened = file.create(source)
    work = Work(opened, CLOCK, lambda: "anna")
    for name in ("first", "second", "third"):
        with work.step("Name it"):
            opened.store.save(Committee("c", name=name + " " * 9000))
        if name == "first":
            (tmp_path / "earlier").write_bytes(source.read_bytes())
    path = tmp_path / "a.styrdesk"
    opened.db.execute_sql("PRAGMA cache_size = 1")  # pages reach the disk before the commit
    with work.step("Fill"):
        for number in range(50):
            opened.store.save(Committee(f"{number}", name="x" * 3000))
        path.write_bytes(source.read_bytes())
        journal(path).write_bytes(journal(source).read_bytes())
    opened.close()
    return path


def journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def test_a_broken_save_is_put_right_at_opening(broken: Path) -> None:
    opened = file.open_file(broken)
    assert [c.name.strip() for c in opened.store.rows(Committee)] == ["third"]
    opened.close()
    assert not journal(broken).exists()


def test_a_backup_put_in_place_of_a_broken_file_is_not_ruined_by_its_journal(broken: Path) -> None:
    backup = (broken.parent / "earlier").read_bytes()
    broken.write_bytes(backup)
    left = journal(broken).read_bytes()
    with pytest.raises(FileProblem) as told:
        file.open_file(broken)
    assert told.value.fault is FileFault.DAMAGED
    assert journal(broken).name in told.value.advice
    assert broken.read_bytes() == backup
    assert journal(broken).read_bytes() == left
    journal(broken).rename(broken.with_name("moved"))
    opened = file.open_file(broken)
    assert [c.name.strip() for c in opened.store.rows(Committee)] == ["first"]
    opened.close()


def test_a_broken_save_in_a_file_for_reading_only_is_told(broken: Path) -> None:
    before = broken.read_bytes()
    with pytest.raises(FileProblem) as told:
        file.open_file(broken, read_only=True)
    assert told.value.fault is FileFault.READ_ONLY
    assert "-journal" in told.value.advice
    assert broken.read_bytes() == before


def test_an_empty_journal_is_nobodys(broken: Path) -> None:
    head = broken.read_bytes()[:100]
    for content in (b"", b"\x00" * 4096, os.urandom(10)):
        journal(broken).write_bytes(content)
        assert not is_strange(journal(broken), head)
    journal(broken).unlink()
    assert not is_strange(journal(broken), head)


@given(cut=st.integers(0, 70_000), garbage=st.binary(max_size=600))
@settings(max_examples=40)
def test_any_journal_can_be_judged(broken: Path, cut: int, garbage: bytes) -> None:
    left = journal(broken).with_name("other-journal")
    content = journal(broken).read_bytes()
    left.write_bytes(content[:28] + garbage + content[28 + len(garbage) : cut])
    is_strange(left, broken.read_bytes()[:100])
