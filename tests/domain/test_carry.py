"""A plan carried over: what comes along, what its figures become, and what is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain import checks, plan_file
from styrdesk.domain.assignment import AssignmentAnswer, WorkStatus
from styrdesk.domain.budget import CategoryKind
from styrdesk.domain.carry import NextYear, Part, carried_over, rolled
from styrdesk.domain.catalogue import OWNED, TABLE_OF
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import Block, BlockKind, PlanStatus, Signatory, Volume
from styrdesk.domain.plan_file import PlanFile
from tests.helpers.builders import (
    ASSIGNMENT,
    CHAPTER,
    COMMITTEE_GOAL,
    GOAL,
    PLAN,
    STRATEGIC_PLAN,
    a_block,
    a_category,
    a_control,
    a_decided_plan,
    a_document,
    a_line,
    a_risk,
    a_text,
    an_activity,
    an_assignment,
    an_investment,
    chapter,
    uid,
)

ALL = frozenset(Part)
TO = NextYear(2027, STRATEGIC_PLAN, frozenset({GOAL}))


def next_year(old: PlanDocument, parts: frozenset[Part] = ALL, to: NextYear = TO) -> PlanDocument:
    """The new plan with the registers it shares with the old one."""
    made = carried_over(old, to, parts)
    own: dict[str, Any] = {table: [] for table in OWNED}
    for record in made:
        own[TABLE_OF[type(record)]].append(record)
    return replace(old, **{table: tuple(rows) for table, rows in own.items()})


def test_a_decided_plan_becomes_a_draft_of_the_year_after() -> None:
    old = a_decided_plan(
        title="Nämndplan 2026 med plan 2027–2028",
        validity_note="plan t.o.m. 2028",
        version="1.0",
        approval_date=date(2025, 12, 17),
        approval_names="Eva Berg",
    )
    plan = next_year(a_document(plan=(old,))).the_plan
    assert (plan.year, plan.status) == (2027, PlanStatus.DRAFT)
    assert plan.title == "Nämndplan 2027 med plan 2028–2029"
    assert plan.validity_note == "plan t.o.m. 2029"
    assert (plan.valid_from, plan.valid_to) == (date(2027, 1, 1), date(2027, 12, 31))
    assert plan.replaces == "Nämndplan 2026 med plan 2027–2028, 2025/1187"
    said_of_the_old_one = (plan.decided_on, plan.paragraph, plan.registration_number, plan.version)
    assert said_of_the_old_one == (None, "", "", "")
    assert (plan.approval_date, plan.approval_names) == (None, "")


def test_nothing_of_the_new_plan_is_the_old_ones_and_all_of_it_holds_together() -> None:
    old = a_document(
        risk=(a_risk(4, 4),),
        control=(a_control(),),
        chapter=(chapter(1), chapter(2, 1)),
        block=(replace(a_text("Text"), chapter_id=chapter(2).id),),
        signatory=(Signatory(uid(50), PLAN, "Ordförande", "Eva Berg"),),
    )
    made = next_year(old)
    assert plan_file.load(plan_file.dump(PlanFile(made))).document == made
    for table in OWNED:
        old_ids = {row.id for row in old.rows(table)}
        assert not old_ids & {row.id for row in made.rows(table)}
        assert table == "carried" or len(made.rows(table)) == len(old.rows(table))
    assert [level for level, _chapter in made.chapters] == [1, 2]


def test_each_row_and_each_written_block_is_marked_and_told_of() -> None:
    made = next_year(a_document(block=(a_text("Text"), Block(uid(31), chapter_id=CHAPTER))))
    rows = {row.id for table in OWNED for row in made.rows(table)}
    marked = {mark.id for mark in made.carried}
    unmarked = {made.the_plan.id, *(c.id for c in made.chapter), *(made.block[1].id,)}
    assert marked == rows - unmarked
    told = [f for f in checks.check(made) if f.code.startswith("carried")]
    assert [f.code for f in told if f.place.table == "block"] == ["carried-text"]
    assert {f.place.table for f in told} == {
        "block",
        "committee_goal",
        "goal_answer",
        "plan_indicator",
        "assignment_answer",
        "activity",
        "budget_line",
        "risk",
    }


@pytest.mark.parametrize(
    ("status", "end", "comes"),
    [
        (WorkStatus.NOT_STARTED, date(2027, 6, 30), (WorkStatus.NOT_STARTED, date(2027, 6, 30))),
        (WorkStatus.STARTED, date(2026, 12, 18), (WorkStatus.STARTED, None)),
        (WorkStatus.LATE, None, (WorkStatus.STARTED, None)),
        (WorkStatus.DONE, date(2026, 12, 18), None),
        (WorkStatus.DROPPED, date(2027, 12, 18), None),
    ],
)
def test_an_activity_that_is_not_done_goes_on(status: Any, end: Any, comes: Any) -> None:
    made = next_year(a_document(activity=(an_activity(status=status, end=end),)))
    assert [(a.status, a.end) for a in made.activity] == ([comes] if comes else [])


def test_the_figure_of_a_year_stays_that_years_figure() -> None:
    line = replace(a_line(1_200_000, 200_000, 1_050_000, 1_090_000), accounts=7, last_budget=8)
    slag = replace(a_category(CategoryKind.COST, 500), plan_2=510, plan_3=520)
    project = replace(an_investment(100), total=600, earlier=50, year_2=200, year_3=250)
    volume = Volume(
        uid(60), PLAN, "Elever", year_1=Decimal(10), year_2=Decimal(11), year_3=Decimal(12)
    )
    made = next_year(
        a_document(
            budget_line=(line,), category_line=(slag,), investment=(project,), volume=(volume,)
        )
    )
    (budget,) = made.budget_line
    assert (budget.accounts, budget.last_budget) == (0, line.net)
    assert (budget.income, budget.net) == (line.income, line.plan_2)
    assert (budget.plan_2, budget.plan_3) == (line.plan_3, 0)
    (cost,) = made.category_line
    assert (cost.last_budget, cost.budget, cost.plan_2, cost.plan_3) == (500, 510, 520, 0)
    (goes_on,) = made.investment
    assert (goes_on.total, goes_on.earlier) == (600, 150)
    assert (goes_on.year_1, goes_on.year_2, goes_on.year_3) == (200, 250, 0)
    (volumes,) = made.volume
    assert (volumes.outcome, volumes.last_budget) == (None, Decimal(10))
    assert (volumes.year_1, volumes.year_2, volumes.year_3) == (Decimal(11), Decimal(12), None)


def test_a_year_that_was_not_planned_begins_as_the_budget_before_it() -> None:
    made = next_year(a_document(budget_line=(a_line(1_200_000, 200_000),)))
    assert [line.net for line in made.budget_line] == [1_000_000]


def test_an_investment_that_is_done_does_not_come_along() -> None:
    assert next_year(a_document(investment=(an_investment(100),))).investment == ()


def test_what_kommunfullmaktige_no_longer_asks_is_not_answered() -> None:
    due = an_assignment(deadline=date(2026, 10, 1))
    old = a_document(assignment=(due,))
    assert old.assignment_answer == (
        AssignmentAnswer(uid(43), PLAN, ASSIGNMENT, "Genom läslyftet."),
    )
    made = next_year(old, to=NextYear(2027))
    assert (made.assignment_answer, made.goal_answer) == ((), ())
    assert made.the_plan.strategic_plan_id is None


def test_only_what_is_chosen_comes_along() -> None:
    own_table = a_block(BlockKind.ACTIVITIES, id=uid(31), committee_goal_id=COMMITTEE_GOAL)
    every_table = a_block(BlockKind.RISKS, id=uid(32), position=2)
    old = a_document(block=(a_text("Text"), own_table, every_table))
    made = next_year(old, frozenset({Part.ACTIVITIES}))
    filled = {table for table in OWNED if made.rows(table)}
    assert filled == {"plan", "chapter", "block", "activity", "carried"}
    assert made.activity[0].committee_goal_id is None
    assert [(block.kind, block.body) for block in made.block] == [
        (BlockKind.TEXT, ""),
        (BlockKind.RISKS, ""),
    ]
    assert {mark.id for mark in made.carried} == {made.activity[0].id}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Nämndplan 2026 med plan 2027–2028", "Nämndplan 2027 med plan 2028–2029"),
        ("Bokslut 2024, budget 2026", "Bokslut 2025, budget 2027"),
        ("Strategisk plan 2024–2027", "Strategisk plan 2024–2027"),
        ("Beslut 2025-11-20 § 180", "Beslut 2025-11-20 § 180"),
        ("Lagen (2017:725), dnr 2025/1187", "Lagen (2017:725), dnr 2025/1187"),
        ("Vision 2030", "Vision 2030"),
        ("12026 kronor", "12026 kronor"),
        ("", ""),
    ],
)
def test_the_years_of_the_plan_are_moved_in_words_and_no_others(before: str, after: str) -> None:
    assert rolled(before, 2026, 1) == after


@given(st.text(), st.integers(1990, 2200), st.integers(1, 9))
def test_words_without_years_stay_as_they_are(words: str, year: int, by: int) -> None:
    bare = "".join(c for c in words if not c.isdigit())
    assert rolled(bare, year, by) == bare
