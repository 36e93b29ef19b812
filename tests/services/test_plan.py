"""A plan is made from a template, read whole and checked; decided, it is not changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from styrdesk.domain import plan_file, template
from styrdesk.domain.decision import Decision, facts_of
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.domain.goal import StrategicPlan
from styrdesk.domain.organisation import Committee
from styrdesk.domain.plan import PlanStatus, numbers
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services.catalogue import Services
from styrdesk.services.styrmodell import plan_template
from tests.helpers.builders import (
    ASSIGNMENT,
    COMMITTEE,
    GOAL,
    PLAN,
    STRATEGIC_PLAN,
    a_document,
    a_plan,
    an_assignment,
    uid,
)
from tests.helpers.files import decide, demo_services, empty_services


def imported(services: Services, document: PlanDocument) -> None:
    services.exchange.import_plan(plan_file.dump(PlanFile(document)))


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan without findings, ready to be decided."""
    with empty_services() as made:
        decision = {"decided_on": date(2025, 12, 10), "paragraph": "§ 112"}
        imported(made, a_document(plan=(a_plan(**decision),)))
        yield made


# ---- made from a template --------------------------------------------------------------------


def test_a_new_plan_has_the_templates_chapters_and_the_years_in_its_words(
    services: Services,
) -> None:
    base = plan_template()
    made = services.plans.create(COMMITTEE, 2027, base)
    assert made.title == "Nämndplan 2027 med plan 2028–2029"
    assert made.validity_note == "plan t.o.m. 2029"
    assert (made.valid_from, made.valid_to) == (date(2027, 1, 1), date(2027, 12, 31))
    assert made.status is PlanStatus.DRAFT
    assert made.strategic_plan_id == STRATEGIC_PLAN
    assert made.decided_by == "Barn- och bildningsnämnden"
    chapters = services.chapters.chapters(made.id)
    assert [c.key for _level, c in chapters] == [c.key for c in base.chapters]
    assert [level for level, _c in chapters] == [c.level for c in base.chapters]
    told = numbers([c for _level, c in chapters])
    found = {c.key: told[c.id] for _level, c in chapters}
    assert (found["mission_org"], found["frame"], found["appendix_documents"]) == (
        "2.3",
        "7.1",
        "C",
    )
    for (_level, made_chapter), wanted in zip(chapters, base.chapters, strict=True):
        kinds = [block.kind for block in services.chapters.blocks(made_chapter.id)]
        assert kinds == [block.kind for block in wanted.blocks]


def test_a_plan_that_was_begun_first_rests_on_the_strategic_plan_of_its_year() -> None:
    with empty_services() as services:
        services.committees.add(Committee(COMMITTEE, name="Kulturnämnden"))
        made = {
            year: services.plans.create(COMMITTEE, year, plan_template()) for year in (2027, 2029)
        }
        services.strategic_plans.add(StrategicPlan("s", "Strategisk plan", 2026, 2028))
        rests = {year: services.plans.get(plan.id) for year, plan in made.items()}
        assert (rests[2027].strategic_plan_id, rests[2029].strategic_plan_id) == ("s", None)
        services.strategic_plans.save(StrategicPlan("s", "Strategisk plan", 2026, 2029))
        assert services.plans.get(made[2029].id).strategic_plan_id == "s"
        services.strategic_plans.add(StrategicPlan("t", "En till", 2026, 2029))
        assert services.plans.get(made[2027].id).strategic_plan_id == "s"
        for _step in range(3):  # what follows is no step of its own
            services.work.undo()
        assert services.plans.get(made[2027].id).strategic_plan_id is None
        assert services.strategic_plans.count() == 0


def test_a_new_plan_is_one_step_and_goes_out_and_in(services: Services) -> None:
    made = services.plans.create(COMMITTEE, 2027, plan_template())
    text = services.exchange.export(made.id)
    with empty_services() as other:
        other.exchange.import_plan(text)
        assert other.exchange.export(made.id) == text
    services.work.undo()
    assert [plan.id for plan in services.plans.plans()] == [PLAN]


def test_every_chapter_of_the_shipped_template_tells_the_writer_what_to_do() -> None:
    for chapter in plan_template().chapters:
        assert len(chapter.instruction) > 60, chapter.key
    keys = [chapter.key for chapter in plan_template().chapters]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "information",
    [{"nothing": "x"}, {"title": "{month}"}, {"title": "{"}, {"title": 5}, {"year": "2026"}],
)
def test_a_template_with_strange_words_is_refused(information: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        template.read({"information": information})


def test_a_template_that_is_no_toml_is_a_problem_of_the_file(tmp_path: Any) -> None:
    path = tmp_path / "mall.toml"
    path.write_text("[[chapter", encoding="utf-8")
    with pytest.raises(FileProblem):
        plan_template(path)
    path.write_text("[[chapter]]\ntitle = 'x'\n", encoding="utf-8")
    with pytest.raises(RuleBroken, match=r"mall\.toml"):
        plan_template(path)


def test_a_plan_needs_a_year_of_four_digits(services: Services) -> None:
    with pytest.raises(RuleBroken) as told:
        services.plans.create(COMMITTEE, 27, plan_template())
    assert told.value.field == "year"


# ---- read whole --------------------------------------------------------------------------------


def test_plans_are_listed_newest_year_first_and_by_committee() -> None:
    with demo_services() as services:
        assert [plan.year for plan in services.plans.plans()] == [2027, 2026]
        assert [plan.year for plan in services.plans.plans(year=2026)] == [2026]
        assert services.plans.plans("nobody") == ()
        assert services.plans.newest_decided().year == 2026


def test_a_plan_that_is_not_there_is_told_of(services: Services) -> None:
    with pytest.raises(RuleBroken):
        services.plans.get(uid(404))
    with pytest.raises(RuleBroken):
        services.plans.newest_decided()


@pytest.mark.parametrize(
    ("decided_on", "deadline", "asked"),
    [
        (None, None, True),
        (date(2025, 11, 18), date(2026, 12, 31), True),
        (date(2025, 12, 10), None, True),
        (date(2025, 12, 11), None, False),  # given after the plan was decided
        (date(2024, 11, 18), date(2025, 12, 31), False),  # due before the plan's year
        (date(2024, 11, 18), date(2026, 1, 1), True),
    ],
)
def test_a_plan_answers_the_assignments_of_its_own_time(
    services: Services, decided_on: date | None, deadline: date | None, *, asked: bool
) -> None:
    services.assignments.add(an_assignment(id=uid(700), decided_on=decided_on, deadline=deadline))
    found = {a.id for a in services.plans.document(PLAN).assignment}
    assert (uid(700) in found) == asked


def test_an_assignment_the_plan_has_answered_stays_in_it(services: Services) -> None:
    services.assignments.save(an_assignment(deadline=date(2020, 1, 1)))
    assert [a.id for a in services.plans.document(PLAN).assignment] == [ASSIGNMENT]


def test_an_assignment_to_another_committee_is_not_ours(services: Services) -> None:
    services.committees.add(Committee(uid(701), "Socialnämnden"))
    services.assignments.add(an_assignment(id=uid(700), committee_id=uid(701)))
    assert [a.id for a in services.plans.document(PLAN).assignment] == [ASSIGNMENT]


def test_a_plan_without_its_strategic_plan_still_has_what_it_answers(services: Services) -> None:
    services.plans.save(replace(services.plans.get(PLAN), strategic_plan_id=None))
    document = services.plans.document(PLAN)
    assert [g.id for g in document.goal] == [GOAL]
    assert [s.id for s in document.strategic_plan] == [STRATEGIC_PLAN]
    with empty_services() as other:
        other.exchange.import_plan(services.exchange.export(PLAN))


# ---- on its way to a decision ------------------------------------------------------------------


def test_document_information_is_saved_and_its_rules_held(services: Services) -> None:
    services.plans.save(replace(services.plans.get(PLAN), document_owner="Sektorchef"))
    assert services.plans.get(PLAN).document_owner == "Sektorchef"
    with pytest.raises(RuleBroken) as told:
        services.plans.save(replace(services.plans.get(PLAN), title=""))
    assert told.value.field == "title"


def test_a_plan_goes_out_for_comment_and_back(services: Services) -> None:
    services.plans.set_status(PLAN, PlanStatus.CONSULTATION)
    assert services.plans.get(PLAN).status is PlanStatus.CONSULTATION
    services.work.undo()
    assert services.plans.get(PLAN).status is PlanStatus.DRAFT


@pytest.mark.parametrize("status", [PlanStatus.DECIDED, PlanStatus.SIGNED, PlanStatus.REPLACED])
def test_a_plan_is_decided_by_the_decision_alone(services: Services, status: PlanStatus) -> None:
    with pytest.raises(RuleBroken):
        services.plans.set_status(PLAN, status)
    with pytest.raises(RuleBroken) as told:
        services.plans.save(replace(services.plans.get(PLAN), status=status))
    assert told.value.field == "status"
    assert services.plans.get(PLAN).status is PlanStatus.DRAFT


def test_a_decided_plan_is_neither_changed_nor_deleted(services: Services) -> None:
    decide(services, PLAN, facts_of(Decision, services.plans.get(PLAN)))
    decided = services.plans.get(PLAN)
    acts = (
        lambda: services.plans.save(replace(decided, title="Ny")),
        lambda: services.plans.save(replace(decided, status=PlanStatus.DRAFT)),
        lambda: services.plans.set_status(PLAN, PlanStatus.DRAFT),
        lambda: services.plans.delete(PLAN),
    )
    for act in acts:
        with pytest.raises(RuleBroken):
            act()
    assert services.plans.get(PLAN) == decided


def test_a_deleted_draft_comes_back_whole(services: Services) -> None:
    export = services.exchange.export(PLAN)
    services.plans.delete(PLAN)
    assert services.plans.plans() == ()
    services.work.undo()
    assert services.exchange.export(PLAN) == export
