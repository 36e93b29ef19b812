"""What others write in the open file is seen, and never mixed up with another file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Committee, Person
from styrdesk.services.work import Work
from styrdesk.storage import connection, file
from tests.helpers.files import CLOCK


class Desk:
    """Someone at a file that others have open too."""

    def __init__(self, path: Path, person: str) -> None:
        self.file = file.open_file(path)
        self.work = Work(self.file, CLOCK, lambda: person)

    def name(self, name: str, visit: str = "") -> None:
        with self.work.step("Name it", visit):
            self.file.store.save(Committee("c", name=name))

    def person(self, name: str) -> None:
        with self.work.step("Add person"):
            self.file.store.save(Person(f"p-{name}", name=name))

    def seen(self) -> set[str] | None:
        changes = self.work.notice()
        return None if changes is None else set(changes.topics)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.styrdesk"
    file.create(made).close()
    return made


@pytest.fixture
def ours(path: Path) -> Iterator[Desk]:
    made = Desk(path, "anna")
    yield made
    made.file.close()


@pytest.fixture
def theirs(path: Path) -> Iterator[Desk]:
    made = Desk(path, "bo")
    yield made
    made.file.close()


def test_nothing_is_noticed_while_nobody_else_writes(ours: Desk) -> None:
    assert ours.seen() is None
    ours.name("A")
    assert ours.seen() is None


def test_what_others_write_is_noticed_once_with_its_topics(ours: Desk, theirs: Desk) -> None:
    theirs.name("A")
    theirs.person("Bo")
    assert ours.seen() == {"committee", "person"}
    assert ours.seen() is None
    assert ours.work.last.at == CLOCK.now().isoformat()


def test_only_what_came_since_is_told(ours: Desk, theirs: Desk) -> None:
    theirs.name("A")
    ours.seen()
    theirs.person("Bo")
    assert ours.seen() == {"person"}


def test_what_others_wrote_just_before_our_own_step_is_not_missed(ours: Desk, theirs: Desk) -> None:
    theirs.person("Bo")
    ours.name("A")
    assert ours.seen() == {"person"}


def test_a_step_of_ours_that_is_refused_does_not_hide_theirs(ours: Desk, theirs: Desk) -> None:
    theirs.person("Bo")
    with pytest.raises(ZeroDivisionError), ours.work.step("Fail"):
        1 / 0  # noqa: B018
    assert ours.seen() == {"person"}


def test_what_others_take_back_is_noticed_too(ours: Desk, theirs: Desk) -> None:
    theirs.name("A")
    ours.seen()
    theirs.work.undo()
    assert ours.seen() == {"committee"}


def test_more_typing_in_the_same_visit_is_noticed(ours: Desk, theirs: Desk) -> None:
    theirs.name("A", "visit")
    assert ours.seen() == {"committee"}
    theirs.name("AB", "visit")
    assert ours.seen() == {"committee"}


def test_undo_stops_at_what_another_person_did_meanwhile(ours: Desk, theirs: Desk) -> None:
    ours.name("A")
    theirs.person("Bo")
    ours.seen()
    assert ours.work.undoable() is None


def test_while_another_program_writes_it_is_seen_later_and_nobody_waits(
    ours: Desk, theirs: Desk
) -> None:
    theirs.name("A")
    with connection.transaction(theirs.file.db, "EXCLUSIVE"):
        assert ours.seen() is None
    assert ours.seen() == {"committee"}


def test_inside_a_step_nothing_is_looked_for(ours: Desk, theirs: Desk) -> None:
    theirs.name("A")
    with ours.work.step("Long"):
        assert ours.seen() is None
    assert ours.seen() == {"committee"}


def test_fault_18_another_file_written_over_ours_is_noticed_and_never_written(
    ours: Desk, path: Path, tmp_path: Path
) -> None:
    """`cp other.styrdesk a.styrdesk` keeps the inode: only the content tells."""
    ours.name("A")
    other = tmp_path / "b.styrdesk"
    file.create(other).close()
    for n in range(5):
        its = Desk(other, "bo")
        its.name(f"B{n}")
        its.file.close()
    path.write_bytes(other.read_bytes())
    before = path.read_bytes()
    with pytest.raises(FileProblem) as refused:
        ours.name("Mine")
    assert refused.value.fault is FileFault.MOVED
    with pytest.raises(FileProblem) as seen:
        ours.work.notice()
    assert seen.value.fault is FileFault.MOVED
    assert not ours.work.is_ours()
    assert path.read_bytes() == before


def test_fault_18_an_earlier_copy_written_over_ours_is_noticed(
    ours: Desk, path: Path, tmp_path: Path
) -> None:
    ours.name("A")
    early = tmp_path / "early.styrdesk"
    shutil.copyfile(path, early)
    ours.name("B")
    path.write_bytes(early.read_bytes())
    with pytest.raises(FileProblem):
        ours.work.notice()


def test_fault_18_an_earlier_copy_from_the_midst_of_a_visit_is_noticed(
    ours: Desk, path: Path, tmp_path: Path
) -> None:
    ours.name("A", "visit")
    early = tmp_path / "early.styrdesk"
    shutil.copyfile(path, early)
    ours.name("AB", "visit")
    path.write_bytes(early.read_bytes())
    with pytest.raises(FileProblem):
        ours.work.notice()


def test_fault_22_a_newer_program_that_takes_the_file_over_is_noticed(
    ours: Desk, theirs: Desk
) -> None:
    ((version,),) = theirs.file.db.asked("PRAGMA user_version")
    theirs.file.db.execute_sql(f"PRAGMA user_version = {version + 1}")
    with pytest.raises(FileProblem) as refused:
        ours.name("A")
    assert refused.value.fault is FileFault.NEWER


def test_while_it_is_stopped_nothing_is_written(ours: Desk) -> None:
    ours.work.stopped = FileProblem(FileFault.MOVED, "gone")
    with pytest.raises(FileProblem, match="gone"):
        ours.name("A")
    ours.work.go_on()
    ours.name("A")
