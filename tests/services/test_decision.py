"""A plan is decided once and for all; what the minutes say of it is filled in and corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

import pytest

from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Approval, PlanStatus
from styrdesk.services.catalogue import Services
from tests.helpers.builders import CHAPTER, PLAN, a_document, a_line, a_plan, chapter
from tests.helpers.files import approve, correct, decide, empty_services
from tests.services.test_plan import imported

DAY = date(2025, 12, 10)
FACTS = Decision("Barn- och bildningsnämnden", DAY, "§ 112", "2025/1187")
MINUTES = MinutesApproval(
    Approval.MINUTES, date(2025, 12, 17), "Åsa Öberg och Björn Ek", "E-legitimation", "ref-77"
)


@pytest.fixture
def services() -> Iterator[Services]:
    """A file with one small plan without errors; its decision is not written anywhere yet."""
    with empty_services() as made:
        imported(made, a_document(plan=(a_plan(),)))
        yield made


@pytest.fixture
def decided(services: Services) -> Services:
    decide(services, PLAN, FACTS)
    return services


# ---- the decision ------------------------------------------------------------------------------


def test_a_plan_is_decided_with_the_facts_of_the_minutes(services: Services) -> None:
    done = decide(services, PLAN, FACTS)
    plan = services.plans.get(PLAN)
    assert done.topics == {"plan", "plan_version", "version_minutes", "plan_stamp"}
    assert plan.status is PlanStatus.DECIDED
    assert (plan.decided_on, plan.paragraph) == (DAY, "§ 112")
    assert services.plans.newest_decided().id == PLAN


def test_the_document_information_names_the_version_that_was_decided(services: Services) -> None:
    services.plans.save(replace(services.plans.get(PLAN), version="0.3"))
    decide(services, PLAN, FACTS)
    (version,) = services.versions.versions(PLAN)
    shown = services.versions.document(version).the_plan
    assert (version.number, shown.version, services.plans.get(PLAN).version) == (1, "1.0", "1.0")


@pytest.mark.parametrize("field", [field.name for field in fields(Decision)])
def test_a_decision_that_lacks_a_fact_is_refused_at_its_field(
    services: Services, field: str
) -> None:
    empty: Any = {field: None if field == "decided_on" else " "}
    with pytest.raises(RuleBroken) as told:
        decide(services, PLAN, replace(FACTS, **empty))
    assert told.value.field == field
    assert services.plans.get(PLAN) == a_plan()


def test_a_plan_over_its_frame_cannot_be_decided(services: Services) -> None:
    services.budget_lines.save(a_line(1_200_001, 200_000, 1_000_000, 1_000_000))
    (error,) = services.decisions.outlook(PLAN).errors
    assert error.place.table == "budget_line"
    with pytest.raises(RuleBroken):
        decide(services, PLAN, FACTS)
    assert services.plans.get(PLAN).status is PlanStatus.DRAFT
    services.budget_lines.save(a_line(1_200_000, 200_000, 1_000_000, 1_000_000))
    decide(services, PLAN, FACTS)


def test_the_outlook_counts_what_stands_out_but_not_the_facts_that_are_asked_for() -> None:
    with empty_services() as services:
        plan = a_plan(registration_number="", decided_by="")
        chapters = (*a_document().chapter, chapter(1), chapter(2))
        imported(services, a_document(plan=(plan,), chapter=chapters))
        services.chapters.set_ready(CHAPTER, ready=True)
        outlook = services.decisions.outlook(PLAN)
        assert outlook.errors == ()
        assert (outlook.unready, outlook.chapters) == (2, 3)
        assert outlook.warnings == 2  # the two empty chapters


def test_a_day_that_has_not_come_is_known(services: Services) -> None:
    today = services.clock.today()
    assert not services.decisions.is_ahead(today)
    assert not services.decisions.is_ahead(None)
    assert services.decisions.is_ahead(today.replace(year=today.year + 1))


def test_undo_does_not_pass_a_decision(services: Services) -> None:
    services.plans.save(replace(services.plans.get(PLAN), version="1.0"))
    decide(services, PLAN, FACTS)
    with pytest.raises(RuleBroken):
        services.work.undo()
    assert services.plans.get(PLAN).is_final


def test_a_plan_is_decided_only_once(decided: Services) -> None:
    with pytest.raises(RuleBroken):
        decide(decided, PLAN, FACTS)


# ---- what is written after it ------------------------------------------------------------------


def test_the_approval_of_a_decided_plan_is_filled_in_and_changes_nothing_else(
    decided: Services,
) -> None:
    before = decided.plans.get(PLAN)
    done = approve(decided, PLAN, MINUTES)
    after = decided.plans.get(PLAN)
    assert after == replace(before, status=PlanStatus.SIGNED, **asdict(MINUTES))
    assert done.topics == {"plan", "version_minutes", "plan_stamp"}
    step = decided.work.undoable()
    assert step is not None
    assert (step.label, bool(step.at)) == ("Fill in the approval", True)


def test_a_filled_in_approval_is_undone_but_the_decision_is_not(decided: Services) -> None:
    approve(decided, PLAN, MINUTES)
    decided.work.undo()
    assert decided.plans.get(PLAN).status is PlanStatus.DECIDED
    with pytest.raises(RuleBroken):
        decided.work.undo()


def test_an_approval_that_was_written_wrong_is_mended(decided: Services) -> None:
    approve(decided, PLAN, MINUTES)
    approve(decided, PLAN, replace(MINUTES, approval_reference="ref-78"))
    assert decided.plans.get(PLAN).approval_reference == "ref-78"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"approval_date": None}, "approval_date"),
        ({"approval_date": date(2025, 12, 9)}, "approval_date"),
        ({"approval_names": ""}, "approval_names"),
    ],
)
def test_an_approval_says_by_whom_and_when_and_never_before_the_decision(
    decided: Services, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(RuleBroken) as told:
        approve(decided, PLAN, replace(MINUTES, **changes))
    assert told.value.field == field
    assert decided.plans.get(PLAN).status is PlanStatus.DECIDED


@pytest.mark.parametrize(("day", "late"), [(24, False), (25, True)])
def test_an_approval_after_more_than_fourteen_days_is_kept_with_a_warning(
    decided: Services, day: int, *, late: bool
) -> None:
    approve(decided, PLAN, replace(MINUTES, approval_date=date(2025, 12, day)))
    codes = {finding.code for finding in decided.plans.findings(PLAN)}
    assert ("approval-late" in codes) is late


def test_the_form_of_an_approval_begins_with_the_minutes(decided: Services) -> None:
    assert decided.decisions.approval(PLAN).approval is Approval.MINUTES
    by_hand = replace(MINUTES, approval=Approval.SIGNATURES)
    approve(decided, PLAN, by_hand)
    assert decided.decisions.approval(PLAN) == by_hand


def test_a_wrong_paragraph_is_corrected_and_nothing_else_changes(decided: Services) -> None:
    before = decided.plans.get(PLAN)
    correct(decided, PLAN, replace(FACTS, paragraph="§ 121"))
    assert decided.plans.get(PLAN) == replace(before, paragraph="§ 121")


def test_a_correction_leaves_the_decision_whole_and_before_its_approval(decided: Services) -> None:
    approve(decided, PLAN, MINUTES)
    for wrong, field in (
        (replace(FACTS, paragraph=""), "paragraph"),
        (replace(FACTS, decided_on=date(2025, 12, 18)), "decided_on"),
    ):
        with pytest.raises(RuleBroken) as told:
            correct(decided, PLAN, wrong)
        assert told.value.field == field


def test_a_draft_has_neither_approval_nor_correction(services: Services) -> None:
    for act in (
        lambda: approve(services, PLAN, MINUTES),
        lambda: correct(services, PLAN, FACTS),
    ):
        with pytest.raises(RuleBroken):
            act()
    assert services.plans.get(PLAN) == a_plan()
