"""Of a damaged file what can be read is saved in a new one, and what was lost is told."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import FileProblem
from styrdesk.services.catalogue import services_of
from styrdesk.storage import connection, file
from styrdesk.storage.salvage import salvage
from tests.helpers.files import CLOCK, demo_services, nobody

PAGE = 4096


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Path]:
    with demo_services() as services:
        path = tmp_path / "a.styrdesk"
        path.write_bytes(services.file.path.read_bytes())
        yield path


def everything(path: Path) -> dict[str, object]:
    opened = file.open_file(path)
    try:
        rows: dict[str, Any] = {}
        for table, kind in RECORDS.items():
            found: tuple[Any, ...] = opened.store.rows(kind)
            rows |= {f"{table}/{row.id}": row for row in found}
        return rows
    finally:
        opened.close()


def test_of_a_whole_file_nothing_is_lost_but_history(demo: Path, tmp_path: Path) -> None:
    done = salvage(demo, tmp_path / "b.styrdesk")
    assert done.whole
    assert done.lost == 0
    assert everything(done.path) == everything(demo)
    opened = file.open_file(done.path)
    assert services_of(opened, CLOCK, nobody).work.undoable() is None
    opened.close()


def schema_pages(path: Path) -> set[int]:
    """The pages, from 0, without which SQLite knows of no table."""
    db = sqlite3.connect(path)
    found = db.execute("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").fetchall()
    db.close()
    return {0, *(number - 1 for (number,) in found)}


@pytest.mark.parametrize("seed", range(12))
def test_damaged_pages_cost_what_lay_on_them_and_it_is_told(
    demo: Path, tmp_path: Path, seed: int
) -> None:
    whole, chance = everything(demo), random.Random(seed)  # noqa: S311
    content = bytearray(demo.read_bytes())
    pages = sorted(set(range(len(content) // PAGE)) - schema_pages(demo))
    for _n in range(3):
        start = chance.choice(pages) * PAGE
        content[start : start + PAGE] = chance.randbytes(PAGE)
    demo.write_bytes(content)
    done = salvage(demo, tmp_path / "b.styrdesk")
    saved = everything(done.path)
    assert saved.keys() <= whole.keys()
    assert len(saved) > 100
    assert len(saved) <= done.kept
    missing = len(whole) - len(saved)
    assert done.lost >= missing or not done.whole  # what is missing is counted, or told of
    assert demo.read_bytes() == content


@pytest.mark.parametrize("part", [0.5, 0.8, 0.95])
def test_of_a_file_cut_short_the_rest_is_saved(demo: Path, tmp_path: Path, part: float) -> None:
    os.truncate(demo, int(demo.stat().st_size * part))
    done = salvage(demo, tmp_path / "b.styrdesk")
    assert done.kept > 0
    opened = file.open_file(done.path)
    assert connection.sound(opened.db) == ""
    opened.close()


@pytest.mark.parametrize("content", [b"", b"\0" * 9000, b"A plan" * 2000])
def test_where_nothing_can_be_read_no_file_is_made(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.styrdesk"
    path.write_bytes(content)
    with pytest.raises(FileProblem):
        salvage(path, tmp_path / "b.styrdesk")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == content
