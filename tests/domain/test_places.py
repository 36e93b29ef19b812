"""A record is mended in the chapter that is about its own nämndmål, or in its register."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from styrdesk.domain.checks import Finding, Place, Severity, check
from styrdesk.domain.checks.groups import grouped
from styrdesk.domain.checks.places import at, owner_of
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import PlanIndicator
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.domain.risk import Handling
from tests.helpers.builders import (
    COMMITTEE_GOAL,
    FRAME,
    GOAL,
    INDICATOR,
    PLAN,
    RISK,
    a_block,
    a_committee_goal,
    a_document,
    a_plan,
    a_risk,
    an_activity,
    chapter,
    uid,
)

OTHER = uid(61)


def block(n: int, of: int, kind: BlockKind, goal: str | None = None) -> Block:
    return a_block(kind, id=uid(300 + n), chapter_id=uid(1000 + of), committee_goal_id=goal)


def by_goal(**tables: Any) -> PlanDocument:
    """All goals in chapter 1; what belongs to each in 2 and 3; chapter 4 shows all of it."""
    goals = (a_committee_goal(), a_committee_goal(id=OTHER, code="N2"))
    blocks = [block(1, 1, BlockKind.GOALS)]
    for n, (of, goal) in enumerate(((2, COMMITTEE_GOAL), (3, OTHER), (4, None)), 1):
        blocks.append(block(10 + n, of, BlockKind.INDICATORS, goal))
        blocks.append(block(20 + n, of, BlockKind.ACTIVITIES, goal))
    chapters = tuple(chapter(n) for n in range(1, 5))
    document = a_document(chapter=chapters, block=tuple(blocks), committee_goal=goals)
    return replace(document, **tables)


def place_of(document: PlanDocument, code: str) -> Place:
    return next(finding.place for finding in check(document) if finding.code == code)


def test_an_activity_is_mended_in_the_chapter_of_its_own_goal() -> None:
    activity = an_activity(committee_goal_id=OTHER, start=None)
    place = place_of(by_goal(activity=(activity,)), "activity-start")
    assert (place.chapter, place.block, place.field) == (uid(1003), uid(322), "start")


def test_an_activity_of_no_goal_is_mended_where_all_are_shown() -> None:
    place = place_of(by_goal(activity=(an_activity(start=None),)), "activity-start")
    assert place.chapter == uid(1004)


def test_an_indicator_is_added_where_those_of_the_goal_stand() -> None:
    links = (PlanIndicator(uid(42), PLAN, INDICATOR, COMMITTEE_GOAL),)
    place = place_of(by_goal(plan_indicator=links), "goal-unmeasured")
    assert (place.record, place.chapter, place.block) == (OTHER, uid(1003), uid(312))


def test_where_no_table_of_indicators_is_shown_it_is_added_beside_the_goals_activities() -> None:
    document = by_goal()
    kept = tuple(b for b in document.block if b.kind is not BlockKind.INDICATORS)
    place = place_of(replace(document, block=kept), "goal-unmeasured")
    assert (place.chapter, place.missing) == (uid(1003), BlockKind.INDICATORS)


def test_a_line_of_the_frame_is_mended_in_the_register_of_frames() -> None:
    document = a_document()
    line = document.frame_item[0].id
    assert at(document, "frame_item", line, "year_2") == Place("frame_item", line, "year_2")
    assert owner_of(document, "frame_item", line) == ("budget_frame", FRAME)
    assert owner_of(document, "goal", GOAL) == ("goal", GOAL)


def test_a_risk_without_control_leads_to_the_controls() -> None:
    blocks = (block(1, 1, BlockKind.RISKS), block(2, 2, BlockKind.CONTROLS))
    document = by_goal(block=blocks, risk=(a_risk(handling=Handling.CONTROL),))
    place = place_of(document, "risk-uncontrolled")
    assert (place.record, place.block, place.field) == (RISK, uid(302), "risk_id")


def test_goals_that_are_lacking_are_chosen_in_the_document_information() -> None:
    document = by_goal(goal=(), plan=(a_plan(strategic_plan_id=None),))
    place = place_of(document, "table-empty")
    assert (place.table, place.field) == ("plan", "strategic_plan_id")


def test_of_a_number_used_twice_the_last_is_changed() -> None:
    twice = (an_activity(), an_activity(id=uid(60)))
    assert place_of(by_goal(activity=twice), "code-twice").record == uid(60)


def test_findings_of_a_kind_stand_together_and_what_stops_a_decision_first() -> None:
    found = [
        Finding(Severity.WARNING, "chapter-empty", "1", Place("chapter")),
        Finding(Severity.ERROR, "goal-unanswered", "V1", Place("goal")),
        Finding(Severity.WARNING, "activity-end", "A1", Place("activity")),
        Finding(Severity.WARNING, "chapter-empty", "2", Place("chapter")),
    ]
    told = [(group.severity.value, [f.message for f in group.findings]) for group in grouped(found)]
    assert told == [("error", ["V1"]), ("warning", ["A1"]), ("warning", ["1", "2"])]
