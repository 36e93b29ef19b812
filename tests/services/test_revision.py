"""A decided plan is opened as its next version; the earlier one stays as it was decided."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Approval, Block, BlockKind, PlanStatus
from styrdesk.services.catalogue import Services
from tests.helpers.builders import CHAPTER, GOAL, PLAN, a_document, a_plan, an_activity, uid
from tests.helpers.files import approve, decide, empty_services
from tests.services.test_decision import FACTS, MINUTES
from tests.services.test_plan import imported

PICTURE = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 1, 1)
LATER = replace(FACTS, decided_on=date(2026, 1, 20), paragraph="§ 4")


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan, decided and approved, and someone who sits there."""
    with empty_services(lambda: uid(900)) as made:
        imported(made, a_document(plan=(a_plan(version="1.0"),)))
        made.people.add(Person(uid(900), "Anna Ek"))
        decide(made, PLAN, FACTS)
        approve(made, PLAN, MINUTES)
        yield made


def test_a_new_version_is_a_draft_that_says_what_it_replaces(services: Services) -> None:
    before = services.plans.get(PLAN)
    services.revisions.begin(PLAN)
    plan = services.plans.get(PLAN)
    assert plan == replace(
        before,
        status=PlanStatus.DRAFT,
        decided_on=None,
        paragraph="",
        version="2.0",
        replaces="Version 1.0, beslutad 2025-12-10 §\N{NO-BREAK SPACE}112",
        approval=Approval.SIGNATURES,
        approval_date=None,
        approval_names="",
        approval_method="",
        approval_reference="",
    )
    assert services.revisions.is_open(PLAN)
    services.work.undo()
    assert services.plans.get(PLAN) == before
    assert not services.revisions.is_open(PLAN)


def test_while_it_is_written_the_decided_one_is_in_force(services: Services) -> None:
    version = services.versions.newest(PLAN)
    assert version is not None
    decided = services.plans.document(PLAN)
    services.revisions.begin(PLAN)
    services.activities.add(an_activity(id=uid(950), code="A2", title="Ny"))
    assert services.versions.document(version) == decided
    assert services.versions.standing(version) is PlanStatus.SIGNED
    assert services.plans.newest_decided().id == PLAN
    assert services.plans.document(PLAN).the_plan.status is PlanStatus.DRAFT
    with pytest.raises(RuleBroken):
        services.plans.delete(PLAN)


def test_the_next_decision_replaces_the_one_before(services: Services) -> None:
    first = services.versions.newest(PLAN)
    assert first is not None
    decided, text = services.plans.document(PLAN), services.exchange.export(PLAN)
    services.revisions.begin(PLAN)
    services.activities.add(an_activity(id=uid(950), code="A2", title="Ny"))
    decide(services, PLAN, LATER, b"%PDF-1.7 another")
    second, again = services.versions.versions(PLAN)
    assert again == first
    assert (second.number, second.made_by) == (2, "Anna Ek")
    assert second.code != first.code
    assert services.versions.standing(first) is PlanStatus.REPLACED
    assert services.versions.standing(second) is PlanStatus.DECIDED
    assert services.versions.document(first) == decided
    assert services.exchange.export(first.id) == text
    assert "Ny" in {a.title for a in services.versions.document(second).activity}
    replaced = services.plans.life.steps(PLAN, 1)[-1]
    assert (replaced.status, replaced.by) == (PlanStatus.REPLACED, "Anna Ek")
    assert replaced.at


def test_the_approval_of_a_later_version_leaves_the_earlier_ones_alone(services: Services) -> None:
    services.revisions.begin(PLAN)
    decide(services, PLAN, LATER)
    approve(services, PLAN, replace(MINUTES, approval_date=date(2026, 1, 21)))
    second, first = services.versions.versions(PLAN)
    assert services.versions.minutes(first).approval_date == MINUTES.approval_date
    assert services.versions.minutes(second).approval_date == date(2026, 1, 21)


@pytest.fixture
def waiting(services: Services) -> Services:
    """The plan is decided and its revision begun; the minutes are yet to be approved."""
    services.work.undo()
    services.revisions.begin(PLAN)
    return services


def test_the_minutes_of_a_decision_are_approved_while_the_next_version_is_written(
    waiting: Services,
) -> None:
    version, draft = waiting.versions.newest(PLAN), waiting.plans.get(PLAN)
    assert version is not None
    with pytest.raises(RuleBroken):  # the draft itself has no minutes
        approve(waiting, PLAN, MINUTES)
    assert waiting.decisions.approval(version.id).approval is Approval.MINUTES
    approve(waiting, version.id, MINUTES)
    assert waiting.plans.get(PLAN) == draft
    assert waiting.versions.standing(version) is PlanStatus.SIGNED
    assert waiting.versions.document(version).the_plan.approval_names == MINUTES.approval_names
    assert waiting.plans.life.steps(PLAN, 1)[4].by == "Anna Ek"
    waiting.work.undo()
    assert waiting.versions.standing(version) is PlanStatus.DECIDED
    waiting.work.redo()
    waiting.revisions.abandon(PLAN)
    assert waiting.plans.get(PLAN).status is PlanStatus.SIGNED
    assert waiting.plans.get(PLAN).approval_date == MINUTES.approval_date


def test_the_minutes_of_a_replaced_version_are_approved_and_the_one_in_force_is_left_alone(
    waiting: Services,
) -> None:
    first = waiting.versions.newest(PLAN)
    assert first is not None
    decide(waiting, PLAN, LATER)
    plan = waiting.plans.get(PLAN)
    approve(waiting, first.id, MINUTES)
    assert waiting.plans.get(PLAN) == plan
    assert waiting.versions.standing(first) is PlanStatus.REPLACED
    assert waiting.versions.minutes(first).approval_date == MINUTES.approval_date
    second = waiting.versions.newest(PLAN)
    assert second is not None
    assert waiting.versions.minutes(second).status is PlanStatus.DECIDED


def test_the_version_in_force_is_the_plan_itself(waiting: Services) -> None:
    decide(waiting, PLAN, LATER)
    version = waiting.versions.newest(PLAN)
    assert version is not None
    approve(waiting, version.id, replace(MINUTES, approval_date=date(2026, 1, 21)))
    assert waiting.plans.get(PLAN).status is PlanStatus.SIGNED
    assert waiting.plans.get(PLAN).approval_date == date(2026, 1, 21)


def test_an_approval_never_comes_before_the_decision_of_its_own_version(waiting: Services) -> None:
    version = waiting.versions.newest(PLAN)
    assert version is not None
    with pytest.raises(RuleBroken):
        approve(waiting, version.id, replace(MINUTES, approval_date=date(2025, 12, 9)))


def test_a_new_version_that_is_given_up_is_what_was_decided(services: Services) -> None:
    decided = services.plans.document(PLAN)
    services.revisions.begin(PLAN)
    services.activities.add(an_activity(id=uid(950), code="A2", title="Ny"))
    services.chapters.delete(CHAPTER)
    for answer in services.goal_answers.rows({"goal_id": GOAL}):
        services.goal_answers.delete(answer.id)
    services.goals.delete(GOAL)  # not even what it rests on is left
    services.revisions.abandon(PLAN)
    assert services.plans.get(PLAN).status is PlanStatus.SIGNED
    assert services.plans.document(PLAN) == decided
    services.revisions.begin(PLAN)  # and what is live again is the same
    live = services.plans.document(PLAN)
    assert live.chapter == decided.chapter
    assert live.block == decided.block
    assert live.activity == decided.activity
    assert live.goal == decided.goal


def test_a_picture_that_was_taken_away_for_good_comes_back_with_what_was_decided(
    services: Services,
) -> None:
    services.revisions.begin(PLAN)
    services.chapters.add_block(Block(uid(960), CHAPTER, BlockKind.IMAGE, alt="En sjö"))
    services.chapters.set_image(services.chapters.blocks(CHAPTER)[-1], PICTURE)
    digest = services.chapters.blocks(CHAPTER)[-1].file
    decide(services, PLAN, LATER)
    decided = services.plans.document(PLAN)
    services.revisions.begin(PLAN)
    services.chapters.delete_block(uid(960))
    services.trash.empty()
    services.revisions.abandon(PLAN)
    assert services.plans.document(PLAN) == decided
    assert services.organisation.image(digest) == PICTURE


def test_giving_up_is_one_step_that_can_be_undone(services: Services) -> None:
    services.revisions.begin(PLAN)
    services.activities.add(an_activity(id=uid(950), code="A2", title="Ny"))
    written = services.plans.document(PLAN)
    services.revisions.abandon(PLAN)
    services.work.undo()
    assert services.plans.document(PLAN) == written


def test_only_a_decided_plan_is_revised_and_only_a_revision_is_given_up(services: Services) -> None:
    with pytest.raises(RuleBroken):
        services.revisions.abandon(PLAN)
    services.revisions.begin(PLAN)
    with pytest.raises(RuleBroken):
        services.revisions.begin(PLAN)
