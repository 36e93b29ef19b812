"""What is deleted can be put back whole; what is taken away for good is gone from the bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from styrdesk.base.collation import fold, sort_key
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import CommitteeGoal, Goal, StrategicPlan
from styrdesk.domain.organisation import Committee, Municipality, Person, Unit
from styrdesk.domain.plan import Activity, Block, BlockKind, Carried, Chapter, Plan, PlanStatus
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.history import What
from styrdesk.services.trash import Thrown
from styrdesk.storage import file, trash

START = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
PICTURE = b"\x89PNG the only picture"


class Calendar:
    """A clock whose days are turned by hand."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at

    def today(self) -> Any:
        return self.at.date()


class Desk:
    """An open file with a plan in it."""

    def __init__(self, path: Path) -> None:
        self.person, self.clock = "anna", Calendar()
        self.services: Services = services_of(file.create(path), self.clock, lambda: self.person)
        with self.services.work.barrier("Begin"):
            picture = self.services.file.blobs.add(PICTURE, "image/png")
            for record in (
                Municipality("m", name="Borlänge"),
                Person("anna", name="Anna Ek"),
                Person("bo", name="Bo Al"),
                Committee("c", name="Miljönämnden"),
                StrategicPlan("s", title="Strategisk plan"),
                Goal("g", strategic_plan_id="s", code="V1", title="Rent vatten"),
                Plan("p", committee_id="c", year=2027, title="Nämndplan 2027"),
                CommitteeGoal("n", plan_id="p", code="N1", title="Bad"),
                Activity("a", plan_id="p", committee_goal_id="n", code="A1", title="Prov"),
                Chapter("k", plan_id="p", title="Inledning", responsible_id="bo"),
                Chapter("u", plan_id="p", parent_id="k", title="Bakgrund"),
                Block("b", chapter_id="k", body="<p>Hej alla</p>"),
                Block("i", chapter_id="u", kind=BlockKind.IMAGE, file=picture, caption="Bild"),
            ):
                self.services.file.store.save(record)

    def state(self) -> dict[str, Any]:
        return {t: set(self.services.file.store.rows(kind)) for t, kind in RECORDS.items()}

    def thrown(self, words: str = "", order: str = "at", *, falling: bool = True) -> list[Thrown]:
        source = self.services.trash.rows(words, order, descending=falling)
        found = list(source.rows(0, 99))
        assert source.count() == len(found)
        return found

    def names(self, *args: Any, **more: Any) -> list[str]:
        return [item.name for item in self.thrown(*args, **more)]

    def bytes(self) -> bytes:
        return self.services.file.path.read_bytes()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "a.styrdesk")
    yield made
    made.services.file.close()


# ---- what lies there ---------------------------------------------------------------------------


def test_the_trash_is_empty_at_first_and_names_what_is_deleted(desk: Desk) -> None:
    assert desk.thrown() == []
    desk.services.goals.delete("g")
    (item,) = desk.thrown()
    assert (item.name, item.kind, item.who, item.at) == (
        *("V1 Rent vatten", "Fullmäktiges mål", "Anna Ek", START),
    )
    assert not item.undone


def test_parts_lie_in_the_whole_and_are_counted(desk: Desk) -> None:
    desk.services.chapters.delete("k")
    (item,) = desk.thrown()
    assert item.name == "Inledning"
    content = desk.services.trash.content(item)
    assert ("Ansvarig", "Bo Al") in content.fields
    assert dict(content.parts) == {"Kapitel": 1, "Block": 2}


def test_what_undo_and_a_new_one_bring_back_is_not_in_the_trash(desk: Desk) -> None:
    desk.services.goals.delete("g")
    desk.services.work.undo()
    assert desk.thrown() == []
    desk.services.work.redo()
    assert desk.names() == ["V1 Rent vatten"]


def test_a_making_that_was_undone_is_found_there_and_said_to_be(desk: Desk) -> None:
    desk.services.people.add(Person("x", name="Ny Person"))
    desk.services.work.undo()
    (item,) = desk.thrown()
    assert (item.name, item.undone) == ("Ny Person", True)


def test_it_is_sorted_and_filtered_by_words_of_what_was_held(desk: Desk) -> None:
    services = desk.services
    services.chapters.delete_block("b")
    services.goals.delete("g")
    services.people.delete("bo")
    assert desk.names(order="name", falling=False) == ["Bo Al", "Text: Hej alla", "V1 Rent vatten"]
    assert desk.names() == ["Bo Al", "V1 Rent vatten", "Text: Hej alla"]
    kinds = [item.kind for item in desk.thrown(order="kind", falling=False)]
    assert kinds == sorted(kinds, key=sort_key)
    assert desk.names("ALLA hej") == ["Text: Hej alla"]
    assert desk.names("vatten hej") == []


# ---- put back ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("delete", "key"),
    [
        ("chapters.delete", "k"),
        ("chapters.delete", "u"),
        ("chapters.delete_block", "b"),
        ("committee_goals.delete", "n"),
        ("people.delete", "bo"),
        ("plans.delete", "p"),
        ("goals.delete", "g"),
    ],
)
def test_to_delete_and_put_back_changes_nothing_at_all(desk: Desk, delete: str, key: str) -> None:
    before = desk.state()
    service, name = delete.split(".")
    getattr(getattr(desk.services, service), name)(key)
    after = desk.state()
    desk.services.trash.restore(desk.thrown()[0].id)
    assert desk.state() == before
    assert desk.thrown() == []
    desk.services.work.undo()  # one step
    assert desk.state() == after


def test_a_mark_on_it_goes_and_comes_with_it_and_is_not_told(desk: Desk) -> None:
    with desk.services.work.step("Carry over"):
        desk.services.file.store.save(Carried("b", plan_id="p"))
    before = desk.state()
    desk.services.chapters.delete_block("b")
    (item,) = desk.thrown()
    assert desk.services.trash.content(item).parts == ()
    desk.services.trash.restore(item.id)
    assert desk.state() == before


def test_a_link_chosen_since_is_not_written_over(desk: Desk) -> None:
    desk.services.people.delete("bo")
    chapters = desk.services.chapters
    chapters.save(replace(chapters.get("k"), responsible_id="anna"))
    desk.services.trash.restore(desk.thrown()[0].id)
    assert chapters.get("k").responsible_id == "anna"


def test_a_part_waits_for_its_whole_or_comes_back_with_it(desk: Desk) -> None:
    before = desk.state()
    desk.services.chapters.delete_block("b")
    desk.services.chapters.delete("k")
    whole, part = desk.thrown()
    with pytest.raises(RuleBroken, match="Inledning"):
        desk.services.trash.restore(part.id)
    assert len(desk.thrown()) == 2
    desk.services.trash.restore(part.id, whole.id)
    assert desk.state() == before


def test_a_link_that_leads_nowhere_is_left_empty(desk: Desk) -> None:
    desk.services.activities.delete("a")
    desk.services.committee_goals.delete("n")
    goal, activity = desk.thrown()
    desk.services.trash.restore(activity.id)
    assert desk.services.activities.get("a").committee_goal_id is None
    desk.services.trash.restore(goal.id)


def test_a_unit_comes_back_at_the_top_when_what_it_lay_under_is_gone(desk: Desk) -> None:
    units = desk.services.units
    units.add(Unit("x", committee_id="c", name="Över"))
    units.add(Unit("y", committee_id="c", parent_id="x", name="Under"))
    units.delete("y")
    units.delete("x")
    desk.services.trash.restore(next(i.id for i in desk.thrown() if i.name == "Under"))
    assert units.get("y").parent_id is None


def test_what_it_rests_on_must_be_there(desk: Desk) -> None:
    desk.services.goals.delete("g")
    desk.services.strategic_plans.delete("s")
    goal = next(item for item in desk.thrown() if item.table == "goal")
    with pytest.raises(RuleBroken, match="Strategisk plan"):
        desk.services.trash.restore(goal.id)


def test_a_decided_plan_takes_nothing_back(desk: Desk) -> None:
    desk.services.chapters.delete_block("b")
    with desk.services.work.barrier("Decide"):
        plan = desk.services.plans.get("p")
        desk.services.file.store.save(replace(plan, status=PlanStatus.DECIDED))
    before = desk.state()
    with pytest.raises(RuleBroken, match="beslutad"):
        desk.services.trash.restore(desk.thrown()[0].id)
    assert desk.state() == before


def test_twice_is_refused(desk: Desk) -> None:
    desk.services.goals.delete("g")
    (item,) = desk.thrown()
    desk.services.trash.restore(item.id)
    with pytest.raises(RuleBroken):
        desk.services.trash.restore(item.id)


# ---- for good ----------------------------------------------------------------------------------


def forms(words: str) -> list[bytes]:
    return [form.encode() for form in (words, fold(words), sort_key(words))]


def test_what_is_emptied_is_gone_from_the_bytes_of_the_file(desk: Desk) -> None:
    people = desk.services.people
    people.add(Person("x", name="Första Namnet", email="ett@example.se"))
    people.save(Person("x", name="Andra Namnet", email="ett@example.se"))
    people.delete("x")
    desk.services.chapters.delete("k")
    words = ("Första Namnet", "Andra Namnet", "ett@example.se", "Hej alla", "Inledning")
    assert all(any(form in desk.bytes() for form in forms(said)) for said in words)
    assert PICTURE in desk.bytes()
    desk.services.trash.empty()
    for said in words:
        assert [form for form in forms(said) if form in desk.bytes()] == []
    assert PICTURE not in desk.bytes()
    assert desk.thrown() == []
    assert b"Rent vatten" in desk.bytes()


class Stop(Exception):
    """One has thought better of it."""


def held_in_it(desk: Desk) -> list[Any]:
    return [(one, desk.services.trash.content(one)) for one in desk.thrown()]


def test_it_tells_how_far_it_has_come_and_is_taken_back_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "_PIECE", 1)
    people = desk.services.people
    for n in range(4):
        people.add(Person(f"p{n}", name=f"Bo {n}"))
        people.delete(f"p{n}")
    before = held_in_it(desk)
    told: list[int] = []

    def until_half(percent: int) -> None:
        told.append(percent)
        if percent == 50:
            raise Stop

    with pytest.raises(Stop):
        desk.services.trash.empty(until_half)
    assert told == [0, 25, 50]
    assert held_in_it(desk) == before
    desk.services.trash.empty(told.append)
    assert told[3:] == [0, 25, 50, 75]
    assert desk.services.trash.rows().count() == 0
    stop = desk.services.work.stop()
    assert stop is not None
    assert stop.label == "Empty the trash"


def test_what_was_deleted_while_the_clock_was_ahead_is_emptied_too(desk: Desk) -> None:
    desk.clock.at += timedelta(days=400)
    desk.services.goals.delete("g")
    desk.clock.at -= timedelta(days=400)
    assert desk.names() == ["V1 Rent vatten"]
    desk.services.trash.empty()
    assert b"Rent vatten" not in desk.bytes()


def test_a_field_that_a_later_form_of_the_file_added_gets_its_default(desk: Desk) -> None:
    desk.services.goals.delete("g")
    with desk.services.file.transaction():
        desk.services.file.db.execute_sql("DELETE FROM change WHERE col = 'description'")
    assert desk.names() == ["V1 Rent vatten"]
    desk.services.trash.restore(desk.thrown()[0].id)
    assert desk.services.goals.get("g").description == ""


def test_a_picture_that_is_shown_elsewhere_stays(desk: Desk) -> None:
    (image,) = desk.services.chapters.blocks("u")
    with desk.services.work.step("Logo"):
        desk.services.file.store.save(Municipality("m", name="Borlänge", logo=image.file))
    desk.services.chapters.delete("k")
    desk.services.trash.empty()
    assert desk.services.organisation.image(image.file) == PICTURE


def test_that_it_was_there_and_went_stays_in_the_history(desk: Desk) -> None:
    desk.services.chapters.delete_block("b")
    desk.services.trash.empty()
    source = desk.services.history.of("chapter", "k")
    gone = source.rows(0, 9)[0]
    assert (gone.what, gone.erased, gone.who) == (What.DELETED, True, "Anna Ek")
    assert gone.part == "något som är borta"


def test_a_file_whose_trash_was_emptied_goes_on_from_what_it_was(desk: Desk) -> None:
    desk.services.goals.delete("g")  # the newest change of the journal is taken out
    mark = desk.services.file.journal.mark()
    desk.services.trash.empty()
    assert desk.services.file.journal.goes_on_from(mark)


def test_undo_goes_no_further_back_than_what_was_emptied(desk: Desk) -> None:
    goals = desk.services.goals
    goals.save(replace(goals.get("g"), title="Tidigare"))
    desk.services.chapters.delete_block("b")
    goals.save(replace(goals.get("g"), title="Senare"))
    desk.services.trash.empty()
    desk.services.work.undo()  # what came after the deletion
    assert goals.get("g").title == "Tidigare"
    assert desk.services.work.undoable() is None
    stop = desk.services.work.stop()
    assert stop is not None
    assert stop.label == "Empty the trash"
    desk.services.work.redo()
    assert goals.get("g").title == "Senare"


def test_one_can_go_for_good_while_others_stay(desk: Desk) -> None:
    desk.services.goals.delete("g")
    desk.services.people.delete("bo")
    desk.services.trash.erase(next(i.id for i in desk.thrown() if i.name == "Bo Al"))
    assert desk.names() == ["V1 Rent vatten"]
    assert b"Bo Al" not in desk.bytes()


def test_a_part_whose_whole_is_gone_for_good_cannot_come_back(desk: Desk) -> None:
    desk.services.chapters.delete_block("b")
    desk.services.chapters.delete("k")
    whole, part = desk.thrown()
    desk.services.trash.erase(whole.id)
    with pytest.raises(RuleBroken, match="något som är borta"):
        desk.services.trash.restore(part.id)


def test_an_empty_trash_is_emptied_without_a_trace(desk: Desk) -> None:
    before = desk.services.file.journal.latest()
    desk.services.trash.empty()
    desk.services.trash.empty_old()
    assert desk.services.file.journal.latest() == before


# ---- how long ----------------------------------------------------------------------------------


def test_thirty_days_are_kept_and_then_taken_away(desk: Desk) -> None:
    desk.services.goals.delete("g")
    desk.clock.at += timedelta(days=30)
    assert desk.names() == ["V1 Rent vatten"]
    desk.services.trash.empty_old()
    assert b"Rent vatten" in desk.bytes()
    desk.services.people.delete("bo")
    desk.clock.at += timedelta(days=1)
    assert desk.names() == ["Bo Al"]
    desk.services.trash.empty_old()
    assert b"Rent vatten" not in desk.bytes()
    assert b"Bo Al" in desk.bytes()
    desk.services.work.undo()  # of yesterday, and what is left may still be undone
    assert desk.services.people.get("bo").name == "Bo Al"


def test_the_days_are_the_files_own(desk: Desk) -> None:
    desk.services.trash.set_days(7)
    desk.services.goals.delete("g")
    desk.clock.at += timedelta(days=8)
    assert desk.thrown() == []
    path = desk.services.file.path
    again = file.open_file(path)
    assert services_of(again, desk.clock, lambda: "").trash.days == 7
    again.close()
    for days in (0, -1, 3651):
        with pytest.raises(RuleBroken):
            desk.services.trash.set_days(days)


def test_a_file_without_a_choice_keeps_thirty_days(desk: Desk) -> None:
    assert desk.services.trash.days == 30
