"""Every register works the same way: add, change, delete, duplicate, move; rules and guard held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain import plan_file
from styrdesk.domain.budget import BudgetFrame
from styrdesk.domain.catalogue import OWNED, RECORDS, TABLE_OF
from styrdesk.domain.edition import Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, CommitteeName, Person, Unit
from styrdesk.domain.plan import Plan, PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.record import specs
from styrdesk.services.catalogue import Services
from styrdesk.services.register import IN_USE, Register
from tests.helpers.builders import (
    ASSIGNMENT,
    COMMITTEE,
    GOAL,
    INDICATOR,
    PLAN,
    STRATEGIC_PLAN,
    a_document,
    a_goal,
    a_record,
    a_unit,
    an_activity,
    uid,
)
from tests.helpers.files import demo_services, empty_services

# What is changed by services of its own, and not by a register.
WITH_THEIR_OWN = {
    *("municipality", "plan", "chapter", "block", "carried"),
    *("plan_version", "version_minutes", "plan_stamp", "decided_report", "anonymisation"),
    *("attachment", "receipt"),
    *("checklist_version", "checklist", "checklist_answer"),
    *("case", "case_event", "disposal", "disposal_line", "disposal_exemption"),
}


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan."""
    with empty_services() as made:
        made.exchange.import_plan(plan_file.dump(PlanFile(a_document())))
        yield made


def registers(services: Services) -> dict[str, Register[Any]]:
    """All registers by the name of their table."""
    found = [getattr(services, f.name) for f in fields(services)]
    return {TABLE_OF[r.spec.kind]: r for r in found if isinstance(r, Register)}


def some_rows(services: Services, table: str, plan_id: str) -> tuple[Any, ...]:
    """The demo's rows of a table, those of a plan where a plan owns them; one where it has none."""
    mine: dict[str, Any] | None = {"plan_id": plan_id} if table in OWNED else None
    if table == "case":
        mine = {"closed_on": None}  # a closed one is not changed, nor what it owns
    elif any(spec.link == "case" and spec.owned for spec in specs(RECORDS[table])):
        mine = {"case_id": [case.id for case in some_rows(services, "case", plan_id)]}
    elif table == "routine":
        mine = {"standing": Standing.DRAFT}  # what is in force is locked, with its legal basis
    elif table == "routine_regulation":
        mine = {"routine_id": [one.id for one in some_rows(services, "routine", plan_id)]}
    register = registers(services)[table]
    if not register.count(mine):
        made = a_record(table, lambda link: some_rows(services, link, plan_id)[0].id)
        register.add(made)
    return register.rows(mine)


def test_there_is_a_register_for_each_table_without_a_service_of_its_own(
    services: Services,
) -> None:
    missing = set(RECORDS) - WITH_THEIR_OWN - set(registers(services))
    assert not missing, (
        f"a RegisterSpec in services/registers/, and its field of Services: {missing}"
    )


@pytest.mark.parametrize("table", sorted(set(RECORDS) - WITH_THEIR_OWN))
def test_a_record_is_duplicated_changed_moved_deleted_and_all_of_it_undone(table: str) -> None:
    with demo_services() as services:
        register = registers(services)[table]
        draft = next(p for p in services.plans.plans() if not p.is_final)
        rows = some_rows(services, table, draft.id)
        before = register.rows()
        if table == "budget_frame":  # a nämnd has one frame a year
            register.add(replace(rows[0], id=uid(1), year=2040))
            copy = register.get(uid(1))
        else:
            copy = register.duplicate(rows[0].id)
        assert register.spec.new_label == services.work.last.label
        assert table in services.work.last.topics
        changes = {"title": "Ändrad"} if hasattr(copy, "title") else {}
        register.save_all([replace(copy, **changes)])
        if hasattr(copy, "position"):
            assert copy.position == max(r.position for r in register._siblings(copy))
            register.move(copy.id, 0)
            assert register.rows(_place_of(register, copy))[0].id == copy.id
        register.delete(copy.id)
        assert copy.id not in {r.id for r in register.rows()}
        for _step in range(6):
            if register.rows() != before:
                services.work.undo()
        assert register.rows() == before


@pytest.mark.parametrize(
    ("owner", "part", "link"),
    [
        ("committee", "committee_name", "committee_id"),
        ("person", "role", "person_id"),
        ("indicator", "indicator_value", "indicator_id"),
        ("risk", "control", "risk_id"),
    ],
)
def test_a_copy_has_copies_of_what_the_record_owns_in_the_same_step(
    owner: str, part: str, link: str
) -> None:
    with demo_services() as services:
        found = registers(services)
        draft = next(p for p in services.plans.plans() if not p.is_final)
        if part == "committee_name":  # the demo's nämnd has always had its name
            services.committee_names.add(CommitteeName(uid(2), draft.committee_id, "Skolnämnden"))
        mine = {"plan_id": draft.id} if part in OWNED else None
        record_id = getattr(found[part].rows(mine)[0], link)
        before = found[part].rows({link: record_id})
        copy = found[owner].duplicate(record_id)
        copies = found[part].rows({link: copy.id})
        assert len(copies) == len(before)
        bare = {"id": "", link: ""}
        assert sorted(map(repr, (replace(r, **bare) for r in copies))) == sorted(
            map(repr, (replace(r, **bare) for r in before))
        )
        assert found[part].rows({link: record_id}) == before
        services.work.undo()
        assert found[part].rows({link: copy.id}) == ()


def _place_of(register: Register[Any], row: Any) -> dict[str, Any]:
    return {field: getattr(row, field) for field in register.spec.siblings}


def test_moving_a_row_gives_its_siblings_their_places(services: Services) -> None:
    for n in range(1, 4):
        services.activities.add(an_activity(id=uid(600 + n), code=f"B{n}"))
    services.activities.move(uid(603), 1)
    rows = services.activities.rows({"plan_id": PLAN})
    assert [r.code for r in rows] == ["A1", "B3", "B1", "B2"]
    assert [r.position for r in rows] == [0, 1, 2, 3]
    services.activities.move(uid(603), 99)
    assert services.activities.rows({"plan_id": PLAN})[-1].code == "B3"
    services.activities.move(uid(603), -5)
    assert services.activities.rows({"plan_id": PLAN})[0].code == "B3"


def test_a_broken_rule_is_told_at_its_field_and_nothing_is_saved(services: Services) -> None:
    before = services.activities.rows()
    with pytest.raises(RuleBroken) as told:
        services.activities.save_all([an_activity(title="Ny"), an_activity(id=uid(601), title=" ")])
    assert told.value.field == "title"
    assert services.activities.rows() == before


@pytest.mark.parametrize(
    ("register", "record", "where"),
    [
        ("goals", GOAL, "answers in plans"),
        ("indicators", INDICATOR, "plans"),
        ("assignments", ASSIGNMENT, "answers in plans"),
        ("strategic_plans", STRATEGIC_PLAN, "goals, assignments"),
        ("committees", COMMITTEE, "budget frames, plans"),
    ],
)
def test_what_is_in_use_is_not_deleted_and_it_is_told_where(
    services: Services, register: str, record: str, where: str
) -> None:
    use_language("en")
    with pytest.raises(RuleBroken) as told:
        getattr(services, register).delete(record)
    assert where in told.value.message
    assert getattr(services, register).get(record)


def test_of_several_to_delete_none_goes_when_one_is_in_use(services: Services) -> None:
    services.goals.add(a_goal(id=uid(602), code="V9"))
    with pytest.raises(RuleBroken):
        services.goals.delete(uid(602), GOAL)
    assert services.goals.count() == 2


def test_rows_are_found_by_words_and_counted(services: Services) -> None:
    services.people.add(Person(uid(610), "Åsa Öberg", "Controller"))
    services.people.add(Person(uid(611), "Östen Ek", "Rektor"))
    assert [p.name for p in services.people.rows(words="öBERG")] == ["Åsa Öberg"]
    assert services.people.count(words="controller") == 1
    assert [p.name for p in services.people.rows(limit=1, offset=1)] == ["Östen Ek"]


def test_a_unit_does_not_lie_under_itself(services: Services) -> None:
    services.units.add(a_unit(1))
    services.units.add(a_unit(2, 1))
    with pytest.raises(RuleBroken) as told:
        services.units.save(a_unit(1, 2))
    assert told.value.field == "parent_id"


def test_a_unit_lies_under_a_unit_of_its_own_committee(services: Services) -> None:
    services.committees.add(Committee(uid(620), "Socialnämnden"))
    services.units.add(Unit(uid(621), uid(620), None, "Sektor omsorg"))
    with pytest.raises(RuleBroken) as told:
        services.units.add(a_unit(1, parent_id=uid(621)))
    assert told.value.field == "parent_id"


def test_a_committee_has_one_frame_a_year(services: Services) -> None:
    with pytest.raises(RuleBroken) as told:
        services.budget_frames.add(BudgetFrame(uid(630), COMMITTEE, 2026))
    assert told.value.field == "year"
    services.budget_frames.add(BudgetFrame(uid(630), COMMITTEE, 2027))


def test_what_may_stand_in_the_way_of_a_deletion_is_told_in_words() -> None:
    points = {
        table
        for table, kind in RECORDS.items()
        for spec in specs(kind)
        if spec.link and not spec.owned and not spec.optional and spec.link not in WITH_THEIR_OWN
    }
    silent = points - set(IN_USE)
    assert not silent, f"give them words in IN_USE of services/register.py: {silent}"


# ---- a decided plan ----------------------------------------------------------------------------


def decided_and_draft(services: Services) -> tuple[Plan, Plan]:
    found = {plan.status: plan for plan in services.plans.plans()}
    return found[PlanStatus.DECIDED], found[PlanStatus.DRAFT]


@pytest.mark.parametrize("table", [t for t in OWNED if t not in WITH_THEIR_OWN])
def test_no_register_changes_a_decided_plan(table: str) -> None:
    with demo_services() as services:
        decided, draft = decided_and_draft(services)
        export = services.exchange.export(decided.id)
        register = registers(services)[table]
        (row, *_rest) = register.rows({"plan_id": decided.id})
        (free, *_rest) = register.rows({"plan_id": draft.id})
        acts = (
            lambda: register.add(replace(row, id=uid(1))),
            lambda: register.save(row),
            lambda: register.save_all([free, row]),
            lambda: register.save(replace(row, plan_id=draft.id)),
            lambda: register.save(replace(free, plan_id=decided.id)),
            lambda: register.duplicate(row.id),
            lambda: register.move(row.id, 0),
            lambda: register.delete(row.id),
            lambda: register.delete(free.id, row.id),
        )
        for act in acts:
            with pytest.raises(RuleBroken):
                act()
        assert services.exchange.export(decided.id) == export


def test_what_a_decided_plan_names_is_not_taken_from_under_it() -> None:
    with demo_services() as services:
        decided, _draft = decided_and_draft(services)
        export = services.exchange.export(decided.id)
        line = next(b for b in services.budget_lines.rows({"plan_id": decided.id}) if b.unit_id)
        activity = next(
            a for a in services.activities.rows({"plan_id": decided.id}) if a.assignment_id
        )
        chapter = next(c for _l, c in services.chapters.chapters(decided.id) if c.responsible_id)
        taken: list[tuple[Register[Any], str | None]] = [
            (services.units, line.unit_id),
            (services.assignments, activity.assignment_id),
            (services.people, chapter.responsible_id),
            (services.strategic_plans, decided.strategic_plan_id),
            (services.committees, decided.committee_id),
        ]
        for register, record_id in taken:
            with pytest.raises(RuleBroken):
                register.delete(record_id or "")
        assert services.exchange.export(decided.id) == export


def test_a_unit_that_only_a_draft_names_may_go(services: Services) -> None:
    services.units.add(a_unit(1))
    line = services.budget_lines.rows()[0]
    services.budget_lines.save(replace(line, unit_id=a_unit(1).id))
    services.units.delete(a_unit(1).id)
    assert services.budget_lines.get(line.id).unit_id is None
