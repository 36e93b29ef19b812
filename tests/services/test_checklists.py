"""Filling in checklists: frozen when begun, stamped when answered, locked when signed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from styrdesk.base.clock import FrozenClock
from styrdesk.base.i18n import use_language
from styrdesk.base.ids import new_id
from styrdesk.domain.agenda import Whose
from styrdesk.domain.case import Channel
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistItem,
    ChecklistStatus,
    ChecklistTemplate,
    ChecklistUnit,
    Frequency,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Person, Role, Unit
from styrdesk.domain.plan import Activity, Plan, PlanStatus
from styrdesk.services.catalogue import Services, services_of
from tests.helpers.builders import uid
from tests.helpers.files import empty_services

TODAY = date(2026, 11, 23)
LAST_DAY = date(2026, 11, 30)
COMMITTEE, UNIT, OTHER, ME, TEMPLATE = uid(1), uid(2), uid(3), uid(4), uid(5)


@pytest.fixture
def services() -> Iterator[Services]:
    use_language("en")
    with empty_services(lambda: ME) as made:
        made.committees.add(Committee(COMMITTEE, "Skolnämnden"))
        made.units.add(Unit(UNIT, COMMITTEE, name="Backaskolan"))
        made.units.add(Unit(OTHER, COMMITTEE, name="Domarskolan"))
        made.people.add(Person(ME, "Åsa Öberg"))
        made.roles.add(Role(uid(6), ME, unit_id=UNIT))
        template = ChecklistTemplate(TEMPLATE, COMMITTEE, "Skyddsrond", valid_from=date(2026, 1, 1))
        made.checklist_templates.add(template)
        for n, unit in enumerate((UNIT, OTHER)):
            made.checklist_units.add(ChecklistUnit(uid(7 + n), TEMPLATE, unit))
        for n, title in enumerate(("Utrymning", "Belysning")):
            made.checklist_items.add(ChecklistItem(uid(10 + n), TEMPLATE, title))
        yield made


def begun(services: Services) -> Checklist:
    key = services.checklists.begin(TEMPLATE, COMMITTEE, UNIT, LAST_DAY)
    return services.checklists.get(key)


def filled(services: Services) -> str:
    key = begun(services).id
    services.checklists.answer(key, 1, "yes")
    services.checklists.answer(key, 2, "no")
    return key


def later(services: Services, who: str = ME) -> Services:
    """The same file an hour later, with another person before it."""
    clock = FrozenClock(datetime(2026, 11, 23, 15, 2, tzinfo=UTC))
    return services_of(services.file, clock, lambda: who)


def test_a_list_is_begun_once_for_an_occasion(services: Services) -> None:
    first = begun(services)
    assert (first.title, first.place, first.started_by) == (
        "Skyddsrond",
        "Backaskolan",
        "Åsa Öberg",
    )
    assert services.checklists.begin(TEMPLATE, COMMITTEE, UNIT, LAST_DAY) == first.id
    assert services.checklists.begin(TEMPLATE, COMMITTEE, OTHER, LAST_DAY) != first.id
    at_event = {services.checklists.begin(TEMPLATE, COMMITTEE, UNIT, None) for _n in range(2)}
    assert len(at_event) == 2  # each event is its own


def test_a_template_without_items_is_not_begun(services: Services) -> None:
    services.checklist_items.delete(uid(10), uid(11))
    with pytest.raises(RuleBroken, match="asks for nothing"):
        begun(services)
    assert services.checklists.count() == 0


def test_lists_begun_on_the_same_form_share_its_version(services: Services) -> None:
    one, two = (
        services.checklists.get(services.checklists.begin(TEMPLATE, COMMITTEE, unit, LAST_DAY))
        for unit in (UNIT, OTHER)
    )
    assert one.version_id == two.version_id


def test_fault_55_a_changed_template_alters_no_list_that_is_begun(services: Services) -> None:
    before = begun(services)
    form = services.checklists.form(before)
    assert not services.checklists.is_outdated(before)
    services.checklist_items.save(
        ChecklistItem(uid(10), TEMPLATE, "Utrymningsvägar är fria", position=0)
    )
    services.checklist_items.delete(uid(11))
    assert services.checklists.form(services.checklists.get(before.id)) == form
    assert services.checklists.is_outdated(before)
    services.checklists.answer(before.id, 2, "yes")  # its own second item is still there
    after = services.checklists.get(services.checklists.begin(TEMPLATE, COMMITTEE, OTHER, LAST_DAY))
    assert [item.title for item in services.checklists.form(after).items] == [
        "Utrymningsvägar är fria"
    ]
    assert services.checklists.version(after).number == 2


def test_an_answer_is_stamped_by_the_program_and_cleared_with_it(services: Services) -> None:
    key = begun(services).id
    services.checklists.answer(key, 1, "no")
    services.checklists.comment(key, 1, "Dörren är låst")
    answer = services.checklists.answers(key)[1]
    assert (answer.value, answer.failed, answer.by) == ("no", True, "Åsa Öberg")
    assert answer.at == "2026-11-23T14:02:00+00:00"
    services.checklists.answer(key, 1, "")
    answer = services.checklists.answers(key)[1]
    assert (answer.value, answer.failed, answer.at, answer.by) == ("", False, "", "")
    assert answer.comment == "Dörren är låst"
    services.checklists.comment(key, 1, "")
    assert services.checklists.answers(key) == {}


def test_each_answer_is_one_step_that_undo_takes_back_with_its_stamp(services: Services) -> None:
    key = filled(services)
    services.work.undo()
    assert set(services.checklists.answers(key)) == {1}
    services.work.redo()
    assert services.checklists.answers(key)[2].by == "Åsa Öberg"


def test_the_one_who_answers_anew_is_stamped(services: Services) -> None:
    key = filled(services)
    services.people.add(Person(uid(20), "Per Ek"))
    later(services, uid(20)).checklists.answer(key, 2, "yes")
    answers = services.checklists.answers(key)
    assert (answers[1].by, answers[2].by) == ("Åsa Öberg", "Per Ek")
    assert answers[2].at == "2026-11-23T15:02:00+00:00"


def test_it_is_not_signed_before_what_must_is_answered(services: Services) -> None:
    key = begun(services).id
    services.checklists.answer(key, 1, "yes")
    with pytest.raises(RuleBroken, match="Belysning") as told:
        services.checklists.sign(key)
    assert told.value.field == "2"


def test_a_signed_list_is_locked_and_counted(services: Services) -> None:
    key = filled(services)
    services.checklists.sign(key, "Åtgärdas i veckan")
    signed = services.checklists.get(key)
    assert (signed.status, signed.answered, signed.failed) == (ChecklistStatus.SIGNED, 2, 1)
    assert (signed.signed_by, signed.signed_at) == ("Åsa Öberg", "2026-11-23T14:02:00+00:00")
    for act in (
        lambda: services.checklists.answer(key, 1, "no"),
        lambda: services.checklists.comment(key, 1, "Nej"),
        lambda: services.checklists.delete(key),
        lambda: services.checklists.sign(key),
    ):
        with pytest.raises(RuleBroken, match="signed"):
            act()
    assert services.work.undoable() is None  # undo does not pass a signature


def test_a_signed_list_is_reopened_by_a_step_that_is_stamped(services: Services) -> None:
    key = filled(services)
    services.checklists.sign(key)
    later(services).checklists.reopen(key)
    opened = services.checklists.get(key)
    assert (opened.status, opened.signed_by, opened.signed_at) == (ChecklistStatus.OPEN, "", "")
    assert (opened.reopened_by, opened.reopened_at) == ("Åsa Öberg", "2026-11-23T15:02:00+00:00")
    services.checklists.answer(key, 2, "yes")
    services.checklists.sign(key)
    assert services.checklists.get(key).failed == 0
    with pytest.raises(RuleBroken):
        services.checklists.reopen(begun_at_event(services))


def begun_at_event(services: Services) -> str:
    return services.checklists.begin(TEMPLATE, COMMITTEE, UNIT, None)


def test_what_is_in_use_is_not_deleted(services: Services) -> None:
    begun(services)
    with pytest.raises(RuleBroken, match="checklists"):
        services.checklist_templates.delete(TEMPLATE)
    with pytest.raises(RuleBroken, match="checklist templates"):
        services.units.delete(UNIT)


def test_a_deleted_list_comes_back_from_the_trash_with_its_answers(services: Services) -> None:
    key = filled(services)
    services.checklists.delete(key)
    thrown = services.trash.rows().rows(0, 10)[0]
    services.trash.restore(thrown.id)
    assert set(services.checklists.answers(key)) == {1, 2}


# ---- what is due -----------------------------------------------------------------------------


def due(services: Services, mine: Whose | None = None) -> tuple[list[str], list[str]]:
    late = services.checklists.late(COMMITTEE, TODAY, mine)
    coming = services.checklists.coming(COMMITTEE, TODAY, mine)
    said = [[f"{row.unit} {row.day}" for row in rows] for rows in (late, coming)]
    return said[0], said[1]


def test_late_and_coming_are_told_for_each_unit(services: Services) -> None:
    assert due(services) == (
        ["Backaskolan 2026-10-30", "Domarskolan 2026-10-30"],
        ["Backaskolan 2026-11-30", "Domarskolan 2026-11-30"],
    )
    assert services.checklists.count_late(COMMITTEE, TODAY) == 2
    assert due(services, Whose(ME)) == (["Backaskolan 2026-10-30"], ["Backaskolan 2026-11-30"])


def test_a_signed_list_is_no_longer_due_and_a_begun_one_is_told(services: Services) -> None:
    key = filled(services)
    row = services.checklists.coming(COMMITTEE, TODAY, Whose(ME))[0]
    assert row.checklist_id == key
    services.checklists.sign(key)
    assert due(services, Whose(ME))[1] == []
    services.checklists.reopen(key)
    assert due(services, Whose(ME))[1] == ["Backaskolan 2026-11-30"]


def test_one_who_is_named_for_a_unit_fills_it_in_and_no_other(services: Services) -> None:
    place = services.checklist_units.get(uid(8))
    services.checklist_units.save(replace(place, person_id=ME))
    assert due(services, Whose(ME))[1] == ["Backaskolan 2026-11-30", "Domarskolan 2026-11-30"]
    services.people.add(Person(uid(20), "Per Ek"))
    services.checklist_units.save(replace(services.checklist_units.get(uid(7)), person_id=uid(20)))
    assert due(services, Whose(ME))[1] == ["Domarskolan 2026-11-30"]


@pytest.mark.parametrize(
    ("changes", "late", "coming"),
    [
        ({"valid_from": None}, [], []),
        ({"valid_from": date(2026, 11, 10)}, [], ["2026-11-30"]),
        ({"valid_to": date(2026, 11, 10)}, ["2026-10-30"], []),
        ({"frequency": Frequency.EVENT}, [], []),
        ({"frequency": Frequency.WEEKDAY}, ["2026-11-20"], ["2026-11-23"]),
        ({"frequency": Frequency.ONCE, "valid_to": date(2026, 12, 1)}, [], ["2026-12-01"]),
        ({"frequency": Frequency.ONCE, "valid_to": date(2026, 10, 1)}, ["2026-10-01"], []),
        ({"frequency": Frequency.YEARLY, "valid_from": date(2020, 1, 1)}, ["2025-12-30"], []),
    ],
)
def test_what_is_due_follows_frequency_and_validity(
    services: Services, changes: dict[str, object], late: list[str], coming: list[str]
) -> None:
    template = services.checklist_templates.get(TEMPLATE)
    services.checklist_templates.save(replace(template, **changes))  # type: ignore[arg-type]
    found = due(services, Whose(ME))
    assert found == ([f"Backaskolan {d}" for d in late], [f"Backaskolan {d}" for d in coming])


def test_a_template_without_units_is_for_the_whole_committee(services: Services) -> None:
    services.checklist_units.delete(uid(7), uid(8))
    assert due(services) == ([" 2026-10-30"], [" 2026-11-30"])


def test_the_outcome_is_counted_month_by_month(services: Services) -> None:
    for day, answer in (("2026-09-30", "yes"), ("2026-10-30", "no"), ("2026-10-29", "yes")):
        key = services.checklists.begin(
            TEMPLATE, COMMITTEE, UNIT if answer == "no" else OTHER, date.fromisoformat(day)
        )
        services.checklists.answer(key, 1, answer)
        services.checklists.answer(key, 2, "yes")
        services.checklists.sign(key)
    begun(services)
    counted = [
        (row.month, row.lists, row.flawed, row.answered, row.failed)
        for row in services.checklists.outcome(TEMPLATE)
    ]
    assert counted == [("2026-09", 1, 0, 2, 0), ("2026-10", 2, 1, 4, 1)]
    assert [row.lists for row in services.checklists.outcome(TEMPLATE, UNIT)] == [1]


# ---- a failure becomes a case ----------------------------------------------------------------


def test_a_failed_point_becomes_a_deviation_once_and_both_lead_to_each_other(
    services: Services,
) -> None:
    services.case_flow.begin()
    key = filled(services)
    services.checklists.comment(key, 2, "Lampan i trapp B")
    case_id = services.checklist_cases.make(key, 2)
    answer = services.checklists.answers(key)[2]
    case = services.cases.get(case_id)
    assert (case.title, case.unit_id, case.channel) == (
        "Skyddsrond: Belysning",
        UNIT,
        Channel.CHECKLIST,
    )
    assert case.body.endswith("Lampan i trapp B")
    assert services.cases.way(case.type_id).kind.name == "Avvikelse"
    assert services.checklist_cases.make(key, 2) == case_id
    assert {place: one.id for place, one in services.checklist_cases.of(key).items()} == {
        2: case_id
    }
    assert services.checklist_cases.checklist_of(case_id) == (key, answer.id)
    (tie,) = services.case_links.rows({"case_id": case_id})
    assert tie.title == "Skyddsrond, Backaskolan, 2026-11-30, Belysning"
    services.checklists.sign(key)  # the tie holds when the list is locked
    assert services.checklist_cases.checklist_of(case_id) == (key, answer.id)


def test_the_case_of_a_point_is_one_step_that_undo_takes_back(services: Services) -> None:
    services.case_flow.begin()
    key = filled(services)
    services.checklist_cases.make(key, 2)
    services.work.undo()
    assert services.cases.count() == 0
    assert services.checklist_cases.of(key) == {}


def test_only_a_failed_point_becomes_a_deviation(services: Services) -> None:
    services.case_flow.begin()
    with pytest.raises(RuleBroken, match="failed"):
        services.checklist_cases.make(filled(services), 1)


def test_without_a_kind_of_case_it_is_told_what_to_do_first(services: Services) -> None:
    with pytest.raises(RuleBroken, match="kind of case"):
        services.checklist_cases.make(filled(services), 2)


# ---- a failure becomes an activity -----------------------------------------------------------


def planned(services: Services, year: int = 2027, **facts: Any) -> str:
    """A plan of the nämnd."""
    plan = Plan(new_id(), COMMITTEE, title=f"Nämndplan {year}", year=year, **facts)
    with services.work.barrier("Begin"):
        services.file.store.save(plan)
    return plan.id


def test_a_failed_point_becomes_an_activity_of_the_plan_that_is_written(services: Services) -> None:
    planned(services, 2026, status=PlanStatus.DECIDED)
    planned(services, 2028)
    plan = planned(services, 2027)
    services.activities.add(Activity(uid(60), plan, code="A1", title="Brandövning"))
    key = filled(services)
    services.checklists.comment(key, 2, "Lampan i trapp B")
    service = services.checklist_activities
    proposed = service.proposed(key, 2)
    assert (proposed.plan_id, proposed.code, proposed.title) == (
        plan,
        "A2",
        "Skyddsrond: Belysning",
    )
    assert proposed.comment.splitlines()[0] == "Skyddsrond, Backaskolan, 2026-11-30, Belysning"
    assert proposed.comment.endswith("Lampan i trapp B")
    service.make(key, 2, replace(proposed, responsible="Rektor"))
    first, made = services.activities.rows({"plan_id": plan})
    assert (made.responsible, made.position > first.position) == ("Rektor", True)
    assert service.of(key) == {2: made}
    with pytest.raises(RuleBroken, match="already"):
        service.make(key, 2, service.proposed(key, 2))
    services.checklists.sign(key)  # the tie holds when the list is locked
    assert service.of(key) == {2: made}


def test_the_activity_and_its_tie_are_one_step_and_go_with_the_activity(services: Services) -> None:
    planned(services)
    key = filled(services)
    service = services.checklist_activities
    service.make(key, 2, service.proposed(key, 2))
    (made,) = services.activities.rows()
    services.work.undo()
    assert (services.activities.rows(), service.of(key)) == ((), {})
    services.work.redo()
    assert service.of(key) == {2: made}
    services.checklists.sign(key)
    services.activities.delete(made.id)
    assert service.of(key) == {}
    assert services.checklists.answers(key)[2].failed
    services.work.undo()
    assert service.of(key) == {2: made}


def test_a_point_without_a_failure_or_a_plan_to_write_in_becomes_no_activity(
    services: Services,
) -> None:
    key = filled(services)
    with pytest.raises(RuleBroken, match="no plan"):
        services.checklist_activities.proposed(key, 2)
    planned(services)
    with pytest.raises(RuleBroken, match="failed"):
        services.checklist_activities.proposed(key, 1)
    nameless = replace(services.checklist_activities.proposed(key, 2), title="")
    with pytest.raises(RuleBroken):
        services.checklist_activities.make(key, 2, nameless)
    assert services.activities.rows() == ()
