"""Every check speaks when its rule is broken, and is silent when it is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from styrdesk.base.i18n import use_language
from styrdesk.domain import richtext
from styrdesk.domain.assignment import AssignmentAnswer, WorkStatus
from styrdesk.domain.budget import CategoryKind
from styrdesk.domain.catalogue import SHARED
from styrdesk.domain.checks import CHECKS, Finding, Severity, check
from styrdesk.domain.checks.groups import KINDS
from styrdesk.domain.checks.places import owner_of
from styrdesk.domain.goal import GoalAnswer
from styrdesk.domain.indicator import IndicatorValue, Missing, ValueKind
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Block, BlockKind, Carried, CycleEvent
from styrdesk.domain.risk import Handling
from tests.domain.test_personal_number import NUMBERS
from tests.helpers.builders import (
    ASSIGNMENT,
    CHAPTER,
    COMMITTEE_GOAL,
    GOAL,
    INDICATOR,
    PLAN,
    a_block,
    a_category,
    a_committee_goal,
    a_control,
    a_decided_plan,
    a_document,
    a_line,
    a_plan,
    a_risk,
    a_table,
    a_table_block,
    a_text,
    an_activity,
    an_indicator,
    an_investment,
    chapter,
    frame_items,
    uid,
)

NUMBER = NUMBERS[0]


def found(**tables: Any) -> list[Finding]:
    return list(check(a_document(**tables)))


def codes(**tables: Any) -> list[str]:
    return [finding.code for finding in found(**tables)]


def marked(words: str) -> Block:
    """Text of which the first half is bold."""
    half = len(words) // 2
    runs = (richtext.Text(words[:half], bold=True), richtext.Text(words[half:]))
    return a_block(body=richtext.write((richtext.Paragraph(runs),)))


def test_a_sound_plan_has_no_findings() -> None:
    assert not codes(), "a_document() of tests/helpers/builders.py must keep every rule"
    assert codes(plan=(a_decided_plan(),)) == []


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("frame-missing", {"frame_item": ()}),
    ("frame-over", {"budget_line": (a_line(1_000_001, 0, 1_000_000, 1_000_000),)}),
    ("frame-unused", {"budget_line": (a_line(999_999, 0, 1_000_000, 1_000_000),)}),
    ("frame-over", {"budget_line": (a_line(1_000_000, 0, 1_000_001, 1_000_000),)}),
    ("frame-unused", {"budget_line": (a_line(1_000_000, 0, 1_000_000, 999_999),)}),
    (
        "category-cost",
        {
            "category_line": (
                a_category(CategoryKind.COST, 1_199_999),
                a_category(CategoryKind.INCOME, 200_000),
            )
        },
    ),
    (
        "category-income",
        {
            "category_line": (
                a_category(CategoryKind.COST, 1_200_000),
                a_category(CategoryKind.INCOME, 200_001),
            )
        },
    ),
    ("rounding", {"investment": tuple(an_investment(1_333 + (n == 2), n) for n in range(3))}),
    ("goal-unanswered", {"goal_answer": ()}),
    ("goal-unanswered", {"goal_answer": (GoalAnswer(uid(41), PLAN, GOAL, comment=" "),)}),
    ("assignment-unanswered", {"assignment_answer": ()}),
    (
        "assignment-unanswered",
        {"assignment_answer": (AssignmentAnswer(uid(43), PLAN, ASSIGNMENT, " "),)},
    ),
    ("goal-unmeasured", {"plan_indicator": ()}),
    ("indicator-target", {"indicator_value": ()}),
    (
        "indicator-target",
        {
            "indicator_value": (
                IndicatorValue(uid(40), INDICATOR, 2026, ValueKind.TARGET, missing=Missing.NO_DATA),
            )
        },
    ),
    ("indicator-responsible", {"indicator": (an_indicator(responsible=" "),)}),
    ("activity-responsible", {"activity": (an_activity(responsible=""),)}),
    ("activity-start", {"activity": (an_activity(start=None),)}),
    ("activity-end", {"activity": (an_activity(end=None),)}),
    ("activity-comment", {"activity": (an_activity(status=WorkStatus.DROPPED),)}),
    ("risk-handling", {"risk": (a_risk(2, 3),)}),
    ("risk-handling", {"risk": (a_risk(3, 3, handling=Handling.ACT),)}),
    ("risk-uncontrolled", {"risk": (a_risk(1, 1, handling=Handling.CONTROL),)}),
    ("code-twice", {"activity": (an_activity(), an_activity(id=uid(60), code=" A1 "))}),
    ("code-twice", {"risk": (a_risk(), a_risk(id=uid(60)))}),
    ("chapter-empty", {"block": ()}),
    ("chapter-empty", {"block": (a_block(body="<p> </p>"),)}),
    ("chapter-empty", {"block": (a_block(BlockKind.FREE_TABLE),)}),
    ("chapter-empty", {"block": (a_block(BlockKind.IMAGE),)}),
    ("image-alt", {"block": (a_block(BlockKind.IMAGE, file="0" * 64, alt=" "),)}),
    ("table-empty", {"block": (a_block(BlockKind.VOLUMES),)}),
    ("table-empty", {"block": (a_block(BlockKind.ACTIVITIES, committee_goal_id=COMMITTEE_GOAL),)}),
    ("table-number", {"block": (a_table_block(a_table(("a", "12 34"))),)}),
    ("table-damaged", {"block": (a_block(BlockKind.FREE_TABLE, "x"),)}),
    ("text-damaged", {"block": (a_block(body="<p>x"),)}),
    ("personal-number", {"block": (a_text(f"Eleven {NUMBER} får stöd."),)}),
    ("personal-number", {"block": (marked(NUMBER),)}),
    ("personal-number", {"block": (a_table_block(a_table(("a\n" + NUMBER, "1"))),)}),
    ("personal-number", {"block": (a_block(BlockKind.RISKS, caption=NUMBER),)}),
    ("personal-number", {"chapter": (chapter(0, id=CHAPTER, title=NUMBER),)}),
    ("personal-number", {"activity": (an_activity(comment=NUMBER),)}),
    ("personal-number", {"cycle_event": (CycleEvent(uid(50), PLAN, body=NUMBER),)}),
    ("personal-number", {"person": (Person(uid(51), NUMBER),)}),
    ("personal-number", {"plan": (a_plan(related=NUMBER),)}),
    ("information-registration_number", {"plan": (a_plan(registration_number=""),)}),
    ("information-decided_by", {"plan": (a_plan(decided_by=" "),)}),
    ("information-decided_on", {"plan": (a_decided_plan(decided_on=None),)}),
    ("information-paragraph", {"plan": (a_decided_plan(paragraph=""),)}),
    ("approval-early", {"plan": (a_decided_plan(approval_date=date(2025, 12, 9)),)}),
    ("approval-late", {"plan": (a_decided_plan(approval_date=date(2025, 12, 25)),)}),
    ("carried-text", {"carried": (Carried(uid(30), PLAN),)}),
    ("carried-row", {"carried": (Carried(uid(20), PLAN),)}),
]


@pytest.mark.parametrize(("code", "tables"), BROKEN)
def test_a_broken_rule_is_found_once_and_alone(code: str, tables: dict[str, Any]) -> None:
    assert codes(**tables) == [code]


@pytest.mark.parametrize(("code", "tables"), BROKEN)
def test_a_finding_leads_to_a_place_that_there_is(code: str, tables: dict[str, Any]) -> None:
    document = a_document(**tables)
    for finding in check(document):
        place = finding.place
        assert code in KINDS, f"give {code} a kind in checks/groups.py"
        if place.record:
            assert place.record in {row.id for row in document.rows(place.table)}
        if place.block:
            assert not place.missing
            assert {block.id: block.chapter_id for block in document.block}[
                place.block
            ] == place.chapter
        elif place.missing:
            assert place.missing not in {block.kind for block in document.block}
            assert place.chapter == CHAPTER
        elif place.table in SHARED:
            table, record = owner_of(document, place.table, place.record or place.row)
            assert not record or record in {row.id for row in document.rows(table)}
        else:
            assert place.table in ("plan", "chapter")


KEPT: list[dict[str, Any]] = [
    {"budget_line": ()},
    {"frame_item": frame_items((1_000_000, 1_000_000, 1_000_000))},
    {
        "category_line": (
            a_category(CategoryKind.COST, 1_200_000),
            a_category(CategoryKind.INCOME, 200_000),
        )
    },
    {"category_line": (a_category(CategoryKind.COST, 1),), "budget_line": ()},
    {"goal_answer": (GoalAnswer(uid(41), PLAN, GOAL, comment="Berör inte nämnden."),)},
    {"activity": (an_activity(status=WorkStatus.DROPPED, comment="Ny lag."),)},
    {"activity": (an_activity(code=""), an_activity(id=uid(60), code=""))},
    {"risk": (a_risk(2, 3, handling=Handling.ACT),)},
    {"risk": (a_risk(1, 1, handling=Handling.ACT),)},
    {"risk": (a_risk(3, 3, handling=Handling.CONTROL),), "control": (a_control(),)},
    {"plan": (a_plan(risk_action_from=7, risk_control_from=9),), "risk": (a_risk(2, 3),)},
    {"chapter": (chapter(1, title="Över"), chapter(2, 1, id=CHAPTER))},
    {"block": (a_block(BlockKind.IMAGE, file="0" * 64, alt="Ett diagram"),)},
    {"block": (a_table_block(a_table(("a", "i.u."), ("b", "1 450"))),)},
    {"block": (a_block(BlockKind.ACTIVITIES),)},
    {"block": (a_block(BlockKind.INDICATORS, committee_goal_id=COMMITTEE_GOAL),)},
    {"block": (a_block(BlockKind.SIGNATURES),)},
    {"block": (a_text("Organisationsnummer 212000-2239, telefon 0243-740 00."),)},
    {"plan": (a_plan(decided_on=None, paragraph=""),)},
    {"investment": tuple(an_investment(1_000, n) for n in range(3))},
]


@pytest.mark.parametrize("tables", KEPT)
def test_a_kept_rule_is_silent(tables: dict[str, Any]) -> None:
    assert codes(**tables) == []


def test_every_check_has_been_seen_to_speak() -> None:
    spoken = {
        rule for rule in CHECKS for _code, tables in BROKEN if any(rule(a_document(**tables)))
    }
    missing = {rule.__name__ for rule in set(CHECKS) - spoken} - {"frame_is_chained"}
    assert not missing, f"give BROKEN a plan that makes it speak: {missing}"


def test_a_frame_that_does_not_begin_where_the_last_ended_is_told() -> None:
    items = frame_items((900_000, 900_000, 900_000), (100_000, 100_000, 100_000))
    told = [f for f in found(frame_item=items) if f.code == "frame-chain"]
    assert [f.place.field for f in told] == ["year_2", "year_3"]
    assert {f.place.record for f in told} == {items[0].id}


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        (a_line(1_000_001, 0, 1_000_000, 1_000_000), Severity.ERROR),
        (a_line(1_000_000, 0, 1_000_001, 1_000_000), Severity.WARNING),
        (a_line(999_999, 0, 1_000_000, 1_000_000), Severity.WARNING),
    ],
)
def test_only_the_budget_year_over_its_frame_stops_a_decision(
    line: Any, severity: Severity
) -> None:
    assert [f.severity for f in found(budget_line=(line,))] == [severity]


def test_what_is_missing_in_the_decision_is_an_error_only_when_decided() -> None:
    empty = {"registration_number": "", "decided_by": "", "decided_on": None, "paragraph": ""}
    draft = found(plan=(a_plan(**empty),))
    assert [f.severity for f in draft] == [Severity.WARNING] * 2
    decided = found(plan=(a_decided_plan(**empty),))
    assert [f.severity for f in decided] == [Severity.ERROR] * 4
    assert [f.place.field for f in decided] == list(empty)


def test_errors_come_first() -> None:
    told = found(frame_item=(), goal_answer=(), activity=(an_activity(end=None),))
    assert [f.severity.value for f in told] == ["error", "warning", "warning"]


def test_a_finding_of_a_table_leads_to_the_chapter_that_shows_it() -> None:
    block = a_block(BlockKind.ACTIVITIES)
    told = found(block=(block,), activity=(an_activity(start=None),))
    assert [(f.place.table, f.place.field, f.place.chapter) for f in told] == [
        ("activity", "start", CHAPTER)
    ]


def test_a_finding_of_a_chapter_leads_there() -> None:
    told = found(block=(a_text(NUMBER),))[0].place
    assert (told.table, told.field, told.chapter) == ("block", "body", CHAPTER)


def test_amounts_are_told_to_the_krona_in_the_plans_unit() -> None:
    use_language("en")
    told = found(budget_line=(a_line(1_000_500, 0, 1_000_000, 1_000_000),))
    assert told[0].message == "2026: the operating budget is 0.5 tkr over the frame 1,000."


def test_goals_share_no_number() -> None:
    twice = (a_committee_goal(), a_committee_goal(id=uid(61)))
    assert "code-twice" in codes(committee_goal=twice)


def test_a_target_of_another_year_is_no_target() -> None:
    value = IndicatorValue(uid(40), INDICATOR, date(2027, 1, 1).year, ValueKind.TARGET)
    assert codes(indicator_value=(value,)) == ["indicator-target"]
