"""Last year's plan carried over in the file: one step, marked until touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain import checks
from styrdesk.domain.carry import Part
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Carried, Plan
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services

ALL = frozenset(Part)


@pytest.fixture
def services() -> Iterator[Services]:
    """The demo: 2026 is decided, 2027 half written."""
    with demo_services() as made:
        yield made


def decided(services: Services) -> Plan:
    return services.plans.newest_decided()


def test_the_source_is_the_latest_plan_from_a_year_before(services: Services) -> None:
    old = decided(services)
    assert services.carry.source(old.committee_id, 2027) == old
    assert services.carry.source(old.committee_id, 2026) is None
    later = services.carry.source(old.committee_id, 2040)
    assert later is not None
    assert later.year == 2027


def test_the_demo_is_carried_over_whole_and_left_as_it_was(services: Services) -> None:
    old = decided(services)
    before = services.exchange.export(old.id)
    made = services.carry.copy(old.id, 2027, ALL)
    assert services.exchange.export(old.id) == before
    document = services.plans.document(made.id)
    source = services.plans.document(old.id)
    assert [c.title for _l, c in document.chapters] == [
        carried.title.replace("2026", "2027") for _l, carried in source.chapters
    ]
    assert len(document.block) == len(source.block)
    assert len(document.budget_line) == len(source.budget_line)
    assert services.carry.marks(made.id)
    assert not services.carry.marks(old.id)


def test_it_is_one_step_that_is_undone_and_done_again(services: Services) -> None:
    old = decided(services)
    made = services.carry.copy(old.id, 2027, ALL)
    export = services.exchange.export(made.id)
    services.work.undo()
    assert made.id not in [plan.id for plan in services.plans.plans()]
    services.work.redo()
    assert services.exchange.export(made.id) == export


def test_an_assignment_that_was_prolonged_since_the_decision_is_answered_on(
    services: Services,
) -> None:
    old = decided(services)
    answers = services.assignment_answers.rows({"plan_id": old.id})
    asked = services.assignments.get(answers[0].assignment_id)
    services.assignments.save(replace(asked, deadline=date(2027, 6, 30)))
    made = services.carry.copy(old.id, 2027, ALL)
    again = services.assignment_answers.rows({"plan_id": made.id})
    assert [answer.assignment_id for answer in again] == [asked.id]


def test_a_mark_goes_when_the_row_is_changed_and_returns_with_undo(services: Services) -> None:
    made = services.carry.copy(decided(services).id, 2027, ALL)
    line = services.budget_lines.rows({"plan_id": made.id})[0]
    assert line.id in services.carry.marks(made.id)
    services.budget_lines.save(replace(line, cost=line.cost + 1000))
    assert line.id not in services.carry.marks(made.id)
    services.work.undo()
    assert line.id in services.carry.marks(made.id)


def test_a_mark_of_a_text_goes_when_it_is_written_in(services: Services) -> None:
    made = services.carry.copy(decided(services).id, 2027, ALL)
    document = services.plans.document(made.id)
    block = next(b for b in document.block if b.id in services.carry.marks(made.id))
    services.chapters.save_block(replace(block, body="<p>Nytt</p>"))
    assert block.id not in services.carry.marks(made.id)


def test_moving_rows_is_not_looking_at_them(services: Services) -> None:
    made = services.carry.copy(decided(services).id, 2027, ALL)
    before = services.carry.marks(made.id)
    line = services.budget_lines.rows({"plan_id": made.id})[0]
    services.budget_lines.move(line.id, 2)
    assert services.carry.marks(made.id) == before


def test_what_is_kept_as_it_stands_is_no_longer_told_of(services: Services) -> None:
    made = services.carry.copy(decided(services).id, 2027, ALL)
    told = {f.code for f in services.plans.findings(made.id)}
    assert {"carried-text", "carried-row"} <= told
    before = services.plans.document(made.id)
    services.carry.keep(services.carry.marks(made.id))
    after = services.plans.document(made.id)
    assert after == replace(before, carried=())
    assert not {f.code for f in checks.check(after)} & {"carried-text", "carried-row"}
    services.work.undo()
    assert services.plans.document(made.id) == before


def test_a_mark_of_a_decided_plan_stays(services: Services) -> None:
    old = decided(services)
    line = services.budget_lines.rows({"plan_id": old.id})[0]
    with services.work.step("Mark"):
        services.file.store.save(Carried(line.id, old.id))
    with pytest.raises(RuleBroken):
        services.carry.keep([line.id])
    assert services.carry.marks(old.id) == {line.id}


def test_a_plan_is_not_carried_over_to_its_own_year(services: Services) -> None:
    old = decided(services)
    with pytest.raises(RuleBroken):
        services.carry.copy(old.id, old.year, ALL)
    assert services.plans.plans(old.committee_id, old.year) == (old,)
