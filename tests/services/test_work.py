"""A step is all or nothing, and undo takes back exactly what it did."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import peewee
import pytest

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.organisation import Committee, Person
from styrdesk.domain.plan import Block, Chapter, Plan
from styrdesk.services.work import Work
from styrdesk.storage import file

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


class Desk:
    """An open file with someone at it."""

    def __init__(self, path: Path) -> None:
        self.person = "anna"
        self.file = file.create(path)
        self.work = Work(self.file, CLOCK, lambda: self.person)
        self.store = self.file.store

    def name(self, *names: str, visit: str = "") -> None:
        with self.work.step("Name it", visit):
            for name in names:
                self.store.save(Committee("c", name=name))

    def named(self) -> list[str]:
        return [c.name for c in self.store.rows(Committee)]

    def steps(self) -> int:
        ((count,),) = self.file.db.asked("SELECT COUNT(*) FROM step")
        return int(count)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "plan.styrdesk")
    yield made
    made.file.close()


def test_a_step_tells_what_it_touched_and_when(desk: Desk) -> None:
    desk.name("A")
    assert desk.work.last.topics == {"committee"}
    assert (desk.work.last.label, desk.work.last.at) == ("Name it", "2026-11-23T14:02:00+00:00")
    undoable = desk.work.undoable()
    assert undoable is not None
    assert (undoable.label, undoable.person) == ("Name it", "anna")


def test_an_empty_step_leaves_no_trace_and_keeps_redo(desk: Desk) -> None:
    desk.name("A")
    desk.name("B")
    desk.work.undo()
    before = desk.steps()
    desk.name("A")  # what it is called already
    with desk.work.step("Nothing"):
        pass
    assert desk.work.last.topics == frozenset()
    assert desk.work.last.at == ""
    assert desk.steps() == before
    desk.work.redo()
    assert desk.named() == ["B"]


def test_a_step_inside_a_step_is_a_bug_and_undoes_the_outer(desk: Desk) -> None:
    def nested() -> None:
        with desk.work.step("Outer"):
            desk.store.save(Committee("c", name="A"))
            desk.name("B")

    with pytest.raises(RuntimeError, match="inside"):
        nested()
    assert desk.named() == []
    desk.name("C")
    assert desk.named() == ["C"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, GeneratorExit, RuleBroken])
def test_a_failing_step_changes_nothing_and_the_next_one_works(
    desk: Desk, error: type[BaseException]
) -> None:
    desk.name("A")

    def failing() -> None:
        with desk.work.step("Fail"):
            desk.store.save(Committee("c", name="B"))
            raise error("x")

    with pytest.raises(error):
        failing()
    assert not desk.file.db.connection().in_transaction
    assert desk.named() == ["A"]
    desk.name("C")
    assert desk.named() == ["C"]


def test_a_failing_commit_changes_nothing_and_the_next_step_works(desk: Desk) -> None:
    def orphaned() -> None:
        with desk.work.step("Orphan"):
            desk.file.db.execute_sql("PRAGMA defer_foreign_keys = ON")
            desk.store.save(Plan("p", committee_id="gone"))

    with pytest.raises(peewee.IntegrityError):
        orphaned()
    assert not desk.file.db.connection().in_transaction
    desk.name("A")
    assert desk.named() == ["A"]
    assert desk.store.rows(Plan) == ()


def test_a_row_saved_twice_in_a_step_goes_back_to_what_it_was_first(desk: Desk) -> None:
    desk.name("A")
    desk.name("B", "C")
    desk.work.undo()
    assert desk.named() == ["A"]
    desk.work.redo()
    assert desk.named() == ["C"]


def test_a_row_made_taken_away_and_made_again_in_a_step_goes_when_it_is_undone(desk: Desk) -> None:
    with desk.work.step("Make"):
        desk.store.save(Committee("c", name="A"))
        desk.store.delete(Committee, "c")
        desk.store.save(Committee("c", name="B"))
    desk.work.undo()
    assert desk.named() == []


def test_a_row_taken_away_and_made_again_is_a_change(desk: Desk) -> None:
    desk.name("A")
    with desk.work.step("Make anew"):
        desk.store.delete(Committee, "c")
        desk.store.save(Committee("c", name="B"))
    latest = desk.file.journal.latest()
    assert latest is not None
    (change,) = desk.file.journal.changes(latest.seq)
    assert change.before["name"] == "A"
    assert change.after["name"] == "B"
    desk.work.undo()
    assert desk.named() == ["A"]


def test_a_chapter_moved_into_one_made_in_the_same_step_stays_when_it_is_undone(
    desk: Desk,
) -> None:
    with desk.work.step("Begin"):
        desk.store.save(Committee("c"))
        desk.store.save(Plan("p", committee_id="c"))
        desk.store.save(Chapter("old", plan_id="p", title="Mål"))
        desk.store.save(Block("b", chapter_id="old", body="<p>text</p>"))
    before = desk.store.rows(Chapter), desk.store.rows(Block)
    with desk.work.step("Move"):
        desk.store.save(Chapter("old", plan_id="p", title="Våra mål"))
        desk.store.save(Chapter("new", plan_id="p", title="Del 1"))
        desk.store.save(Chapter("old", plan_id="p", title="Våra mål", parent_id="new"))
    desk.work.undo()
    assert (desk.store.rows(Chapter), desk.store.rows(Block)) == before


def test_what_went_with_its_owner_comes_back_with_it(desk: Desk) -> None:
    with desk.work.step("Begin"):
        desk.store.save(Committee("c"))
        desk.store.save(Person("p"))
        desk.store.save(Plan("p", committee_id="c"))
        desk.store.save(Chapter("a", plan_id="p", responsible_id="p"))
        desk.store.save(Chapter("b", plan_id="p", parent_id="a"))
        desk.store.save(Block("x", chapter_id="b", body="text"))
    whole = [desk.store.rows(kind) for kind in (Person, Plan, Chapter, Block)]
    with desk.work.step("Delete"):
        desk.store.delete(Person, "p")
        desk.store.delete(Plan, "p")
    assert desk.work.last.topics == {"person", "plan", "chapter", "block"}
    assert desk.store.rows(Block) == ()
    desk.work.undo()
    assert [desk.store.rows(kind) for kind in (Person, Plan, Chapter, Block)] == whole
    desk.work.redo()
    assert [desk.store.rows(kind) for kind in (Person, Plan, Chapter, Block)] == [()] * 4


def test_autosaves_of_one_visit_are_one_undo(desk: Desk) -> None:
    desk.name("A")
    for text in ("B", "Bu", "Bud"):
        desk.name(text, visit="v1")
    desk.name("Bud 2", visit="v2")
    desk.work.undo()
    assert desk.named() == ["Bud"]
    desk.work.undo()
    assert desk.named() == ["A"]
    desk.work.redo()
    assert desk.named() == ["Bud"]


def test_a_visit_that_ends_as_it_began_leaves_no_trace(desk: Desk) -> None:
    desk.name("A")
    before = desk.steps()
    desk.name("AB", visit="v")
    desk.name("A", visit="v")
    assert desk.work.last.topics == {"committee"}
    assert desk.steps() == before


def test_a_visit_is_not_joined_over_an_undo_or_to_another_persons(desk: Desk) -> None:
    desk.name("A")
    desk.name("B", visit="v")
    desk.work.undo()
    desk.name("C", visit="v")
    desk.person = "bo"
    desk.name("D", visit="v")
    desk.work.undo()
    assert desk.named() == ["C"]
    desk.person = "anna"
    desk.work.undo()
    assert desk.named() == ["A"]


def test_undo_and_redo_go_on_after_a_restart(desk: Desk) -> None:
    for name in "ABC":
        desk.name(name)
    desk.work.undo()
    desk.file.close()
    again = file.open_file(desk.file.path)
    work = Work(again, CLOCK, lambda: "anna")
    work.undo()
    assert again.store.get(Committee, "c").name == "A"
    work.redo()
    work.redo()
    assert again.store.get(Committee, "c").name == "C"
    with pytest.raises(RuleBroken):
        work.redo()
    again.close()


def test_a_new_step_closes_the_way_to_redo(desk: Desk) -> None:
    desk.name("A")
    desk.name("B")
    desk.work.undo()
    desk.name("C")
    assert desk.work.redoable() is None
    desk.work.undo()
    assert desk.named() == ["A"]


def test_undo_stops_at_a_barrier_even_an_empty_one(desk: Desk) -> None:
    desk.name("A")
    with desk.work.barrier("Decide"):
        pass
    assert desk.work.undoable() is None
    with pytest.raises(RuleBroken):
        desk.work.undo()
    desk.name("B")
    desk.work.undo()
    assert desk.named() == ["A"]
    assert desk.work.undoable() is None


def test_undo_stops_at_another_persons_step(desk: Desk) -> None:
    desk.name("A")
    desk.person = "bo"
    desk.name("B")
    desk.person = "anna"
    with pytest.raises(RuleBroken):
        desk.work.undo()
    assert desk.named() == ["B"]


def test_a_journal_that_does_not_fit_is_damage_and_changes_nothing(desk: Desk) -> None:
    desk.name("A")
    desk.name("B")
    for change in (
        "UPDATE change SET tbl = 'comnittee'",
        "UPDATE change SET tbl = 'committee', record = 'other'",
        "UPDATE change SET record = 'c', col = 'nane'",
        "UPDATE change SET col = 'name', op = 'UPDATF'",
    ):
        desk.file.db.execute_sql(f"{change} WHERE step = 2")
        with pytest.raises(FileProblem) as told:
            desk.work.undo()
        assert told.value.fault is FileFault.DAMAGED
        assert desk.named() == ["B"]
        assert desk.work.undoable() is not None


def test_two_programs_write_in_turn_and_each_sees_the_other(desk: Desk) -> None:
    other = file.open_file(desk.file.path)
    work = Work(other, CLOCK, lambda: "anna")
    desk.name("A")
    with work.step("Name it there"):
        other.store.save(Committee("c", name="B"))
    assert desk.named() == ["B"]
    desk.work.undo()
    assert other.store.get(Committee, "c").name == "A"
    other.close()


def test_a_file_open_for_reading_is_not_written(desk: Desk) -> None:
    reader = file.open_file(desk.file.path, read_only=True)
    work = Work(reader, CLOCK, lambda: "anna")
    for act in (work.undo, work.redo, work.step("x").__enter__, work.barrier("x").__enter__):
        with pytest.raises(FileProblem) as told:
            act()
        assert told.value.fault is FileFault.READ_ONLY
    with pytest.raises(FileProblem) as told:
        reader.store.save(Committee("c"))
    assert told.value.fault is FileFault.READ_ONLY
    reader.close()
