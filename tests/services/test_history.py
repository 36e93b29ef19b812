"""A record's history says who changed what from what to what, and puts an earlier value back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Committee, Person, Role, RoleKind
from styrdesk.domain.plan import Block, Chapter, Plan, PlanStatus
from styrdesk.services.catalogue import Services, services_of
from styrdesk.services.history import Event, Way, What
from styrdesk.storage import file

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


class Desk:
    """An open file, and who sits at it."""

    def __init__(self, path: Path) -> None:
        self.person = "anna"
        self.services: Services = services_of(file.create(path), CLOCK, lambda: self.person)
        with self.services.work.barrier("Begin"):
            for record in (
                Person("anna", name="Anna Ek"),
                Person("bo", name="Bo Al"),
                Committee("c", name="Miljönämnden"),
                StrategicPlan("s", title="Strategisk plan"),
                Goal("g", strategic_plan_id="s", code="V1", title="Rent vatten"),
                Plan("p", committee_id="c", year=2027, title="Nämndplan 2027"),
                Chapter("k", plan_id="p", title="Inledning", responsible_id="bo"),
                Block("b", chapter_id="k", body="<p>Hej <b>alla</b></p>"),
            ):
                self.services.file.store.save(record)

    def events(self, table: str, record: str) -> list[Event]:
        source = self.services.history.of(table, record)
        return list(source.rows(0, source.count()))

    def told(self, table: str, record: str) -> list[tuple[str, str, str]]:
        source = self.services.history.of(table, record)
        return [(e.title, *source.told(e)) for e in source.rows(0, 99) if e.what is What.CHANGED]

    def rename(self, title: str, visit: str = "") -> None:
        goals = self.services.goals
        goals.save(replace(goals.get("g"), title=title), visit)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "a.styrdesk")
    yield made
    made.services.file.close()


def test_what_one_step_saves_twice_is_one_change(desk: Desk) -> None:
    store = desk.services.file.store
    with desk.services.work.step("Twice"):
        for title in ("Klart vatten", "Friskt vatten"):
            store.save(replace(store.get(Goal, "g"), title=title))
    assert [(before, after) for _title, before, after in desk.told("goal", "g")] == [
        ("Rent vatten", "Friskt vatten")
    ]


def test_it_says_who_when_and_from_what_to_what_the_latest_first(desk: Desk) -> None:
    desk.rename("Friskt vatten")
    desk.person = "bo"
    desk.rename("Klart vatten")
    newest, older, first = desk.events("goal", "g")
    assert (newest.who, newest.at, newest.label) == ("Bo Al", CLOCK.now(), "Change goal")
    assert (older.who, first.what) == ("Anna Ek", What.CREATED)
    assert desk.told("goal", "g") == [
        ("Mål", "Friskt vatten", "Klart vatten"),
        ("Mål", "Rent vatten", "Friskt vatten"),
    ]


def test_autosaves_of_one_visit_are_one_event(desk: Desk) -> None:
    for words in ("Rent v", "Rent va", "Rent vad"):
        desk.rename(words, visit="1")
    assert desk.told("goal", "g") == [("Mål", "Rent vatten", "Rent vad")]


def test_undone_and_undoing_are_told_apart_from_what_holds(desk: Desk) -> None:
    desk.rename("Friskt vatten")
    desk.services.work.undo()
    assert [e.way for e in desk.events("goal", "g")] == [Way.UNDOING, Way.TAKEN_BACK, Way.DONE]
    desk.services.work.redo()
    ways = [e.way for e in desk.events("goal", "g")]
    assert ways == [Way.REDOING, Way.UNDOING, Way.DONE, Way.DONE]


def test_values_are_told_as_people_read_them(desk: Desk) -> None:
    chapters, plans = desk.services.chapters, desk.services.plans
    chapters.save_block(replace(chapters.blocks("k")[0], body="<p>Hej <i>då</i></p>"))
    chapters.save(replace(chapters.get("k"), responsible_id=None, ready=True))
    plans.save(replace(plans.get("p"), valid_from=date(2027, 1, 1)))
    assert set(desk.told("chapter", "k")) == {
        ("Text", "Hej alla", "Hej då"),
        ("Ansvarig", "Bo Al", ""),
        ("Klart", "nej", "ja"),
    }
    assert desk.told("plan", "p") == [("Gäller från", "", "2027-01-01")]


def test_parts_are_told_with_their_names_also_those_that_are_gone(desk: Desk) -> None:
    roles = desk.services.roles
    roles.add(Role("r", person_id="bo", committee_id="c", kind=RoleKind.CHAIR))
    roles.delete("r")
    gone, made = desk.events("person", "bo")[:2]
    assert (gone.what, made.what) == (What.DELETED, What.CREATED)
    assert gone.part == made.part == "Bo Al, Ordförande (borttagen)"


def test_a_person_who_is_gone_is_still_named(desk: Desk) -> None:
    desk.rename("Friskt vatten")
    desk.person = "bo"
    desk.services.people.delete("anna")
    assert desk.events("goal", "g")[0].who == "Anna Ek (borttagen)"


def test_the_order_among_siblings_is_no_news(desk: Desk) -> None:
    desk.services.goals.add(Goal("h", strategic_plan_id="s", code="V2", title="Ren luft"))
    desk.services.goals.move("h", 0)
    assert [e.what for e in desk.events("goal", "h")] == [What.CREATED]


def test_pages_follow_one_another_without_gap_or_double(desk: Desk) -> None:
    for n in range(25):
        desk.rename(f"Namn {n}")
    source = desk.services.history.of("goal", "g")
    whole = [event.id for event in source.rows(0, 99)]
    paged = [event.id for at in range(0, 30, 10) for event in source.rows(at, 10)]
    assert paged == whole
    assert len(whole) == source.count() == 26


# ---- an earlier value back ---------------------------------------------------------------------


def test_an_earlier_value_is_put_back_as_a_step_of_its_own(desk: Desk) -> None:
    desk.rename("Friskt vatten")
    desk.rename("Klart vatten")
    oldest = [e for e in desk.events("goal", "g") if e.may_restore][-1]
    desk.services.history.restore(oldest.id)
    assert desk.services.goals.get("g").title == "Rent vatten"
    assert desk.events("goal", "g")[0].label == "Restore an earlier value"
    desk.services.work.undo()
    assert desk.services.goals.get("g").title == "Klart vatten"
    desk.rename("Nytt")  # the label was lent for one step
    assert desk.events("goal", "g")[0].label == "Change goal"


def test_the_rules_of_the_register_hold_for_it(desk: Desk) -> None:
    with desk.services.work.step("Import"):
        desk.services.file.store.save(Goal("g", strategic_plan_id="s", code="", title="Utan"))
    desk.services.goals.save(Goal("g", strategic_plan_id="s", code="V1", title="Med"))
    empty = next(e for e in desk.events("goal", "g") if e.field == "code")
    with pytest.raises(RuleBroken) as refused:
        desk.services.history.restore(empty.id)
    assert refused.value.field == "code"
    assert desk.services.goals.get("g").code == "V1"


def test_a_decided_plan_refuses_it(desk: Desk) -> None:
    chapters = desk.services.chapters
    chapters.save(replace(chapters.get("k"), title="Början"))
    with desk.services.work.barrier("Decide"):
        plan = desk.services.plans.get("p")
        desk.services.file.store.save(replace(plan, status=PlanStatus.DECIDED))
    renamed = next(e for e in desk.events("chapter", "k") if e.field == "title")
    with pytest.raises(RuleBroken, match="beslutad"):
        desk.services.history.restore(renamed.id)


def test_what_cannot_be_put_back_says_why(desk: Desk) -> None:
    desk.rename("Friskt vatten")
    renamed, made = desk.events("goal", "g")
    with pytest.raises(RuleBroken):
        desk.services.history.restore(made.id)
    desk.services.history.restore(renamed.id)
    with pytest.raises(RuleBroken):  # it stands there now
        desk.services.history.restore(renamed.id)
    desk.services.goals.delete("g")
    with pytest.raises(RuleBroken, match="papperskorgen"):
        desk.services.history.restore(renamed.id)
    with pytest.raises(RuleBroken):
        desk.services.history.restore("4711")


def test_a_link_to_what_is_gone_is_not_put_back(desk: Desk) -> None:
    chapters = desk.services.chapters
    chapters.save(replace(chapters.get("k"), responsible_id=None))
    desk.services.people.delete("bo")
    freed = next(e for e in desk.events("chapter", "k") if e.field == "responsible_id")
    with pytest.raises(RuleBroken, match="Bo Al"):
        desk.services.history.restore(freed.id)


def test_a_chapters_place_and_a_plans_status_are_not_offered(desk: Desk) -> None:
    chapters, plans = desk.services.chapters, desk.services.plans
    second = chapters.add("p", "Två")
    chapters.move(second.id, "k", 0)
    plans.set_status("p", PlanStatus.CONSULTATION)
    events = [*desk.events("chapter", second.id), *desk.events("plan", "p")]
    offered = {e.field: e.may_restore for e in events if e.field}
    assert offered == {"parent_id": False, "status": False}
