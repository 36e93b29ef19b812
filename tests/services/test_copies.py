"""A copy to send holds what the file says now, and not a letter of what it said before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from styrdesk.base.collation import fold, sort_key
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Municipality, Person
from styrdesk.services import copies
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import file
from tests.helpers.files import CLOCK, demo_services, empty_services, nobody

GONE = "Ängla Borttagsson"
EARLIER = "Förrförra Rubriken"
NOW = "Nuvarande Rubriken"


@pytest.fixture
def services() -> Iterator[Services]:
    """A person deleted, another renamed, and a picture that is not shown any more."""
    with empty_services() as made:
        people = made.people
        people.add(Person("gone", name=GONE, email="angla@example.se"))
        people.add(Person("kept", name=EARLIER))
        people.save(replace(people.get("kept"), name=NOW))
        people.delete("gone")
        with made.work.step("Pictures"):
            used = made.file.blobs.add(b"picture that is used", "image/png")
            made.file.blobs.add(b"picture that was taken away", "image/png")
            made.file.store.save(Municipality("m", name="Borlänge", logo=used))
        yield made


def forms(words: str) -> list[bytes]:
    """The words as they may lie in a file: as text, and in the columns of sorting and search."""
    found = (words, fold(words), sort_key(words))
    return [one.encode(code) for one in found for code in ("utf-8", "utf-16-le")]


def test_nothing_deleted_or_earlier_is_in_the_bytes_of_the_copy(
    services: Services, tmp_path: Path
) -> None:
    made = copies.save_copy_without_history(services, tmp_path / "b.styrdesk")
    content = made.read_bytes()
    for words in (GONE, EARLIER, "angla@example.se", "picture that was taken away"):
        assert [form for form in forms(words) if form in content] == []
    for word in (*GONE.split(), EARLIER.split(maxsplit=1)[0]):
        assert [form for form in forms(word) if form in content] == []
    assert NOW.encode() in content
    assert b"picture that is used" in content


def test_an_ordinary_copy_holds_the_history(services: Services, tmp_path: Path) -> None:
    """The control: the search above can find what is there."""
    content = copies.save_copy(services, tmp_path / "b.styrdesk").read_bytes()
    for words in (GONE, EARLIER):
        assert words.encode() in content


def test_the_copy_opens_has_nothing_to_undo_and_can_be_worked_in(
    services: Services, tmp_path: Path
) -> None:
    made = copies.save_copy_without_history(services, tmp_path / "b.styrdesk")
    opened = file.open_file(made)
    copy = services_of(opened, CLOCK, nobody)
    assert copy.work.undoable() is None
    assert copy.work.redoable() is None
    assert opened.journal.latest() is None
    with pytest.raises(RuleBroken):
        copy.work.undo()
    assert copy.people.rows() == services.people.rows()
    copy.people.add(Person("new", name="Ny"))
    copy.work.undo()
    assert copy.people.rows() == services.people.rows()
    opened.close()


def test_the_file_itself_keeps_its_history(services: Services, tmp_path: Path) -> None:
    before = services.file.path.read_bytes()
    copies.save_copy_without_history(services, tmp_path / "b.styrdesk")
    assert services.file.path.read_bytes() == before
    assert services.work.undoable() is not None


def test_every_plan_of_the_copy_says_the_same(tmp_path: Path) -> None:
    with demo_services() as services:
        made = copies.save_copy_without_history(services, tmp_path / "b.styrdesk")
        opened = file.open_file(made)
        copy = services_of(opened, CLOCK, nobody)
        for plan in services.plans.plans():
            assert copy.exchange.export(plan.id) == services.exchange.export(plan.id)
        opened.close()


def test_what_lies_there_is_not_touched_and_nothing_is_left_beside(
    services: Services, tmp_path: Path
) -> None:
    target = tmp_path / "b.styrdesk"
    target.write_bytes(b"mine")
    with pytest.raises(FileProblem) as told:
        copies.save_copy_without_history(services, target)
    assert told.value.fault is FileFault.EXISTS
    assert target.read_bytes() == b"mine"
    target.unlink()
    copies.save_copy_without_history(services, target)
    assert [one.name for one in tmp_path.iterdir()] == [target.name]
    shutil.rmtree(tmp_path)
