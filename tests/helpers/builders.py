"""Small whole plans and their parts, made by what a test cares about; the rest is sound.

`a_document()` is a plan without findings. Give it tables to replace, and a check speaks of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from styrdesk.domain import free_table, richtext
from styrdesk.domain.assignment import Assignment, AssignmentAnswer
from styrdesk.domain.budget import (
    BudgetFrame,
    BudgetLine,
    CategoryKind,
    CategoryLine,
    FrameItem,
    FrameItemKind,
    Investment,
)
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.free_table import ColumnKind, FreeColumn, FreeRow, FreeTable
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, StrategicPlan
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator, ValueKind
from styrdesk.domain.organisation import Committee, Municipality, Unit
from styrdesk.domain.plan import Activity, Block, BlockKind, Chapter, Plan, PlanStatus
from styrdesk.domain.record import specs
from styrdesk.domain.risk import Control, Risk


def uid(n: int) -> str:
    """The same id each time, in the form of a UUIDv7."""
    return f"01930000-0000-7000-8000-{n:012x}"


MUNICIPALITY, COMMITTEE, STRATEGIC_PLAN, PLAN = uid(1), uid(2), uid(3), uid(4)
GOAL, COMMITTEE_GOAL, INDICATOR, ASSIGNMENT = uid(5), uid(6), uid(7), uid(8)
FRAME, CHAPTER, RISK = uid(9), uid(10), uid(11)


def a_record(table: str, id_in: Callable[[str], str]) -> Any:
    """A record of any kind, as empty as may be but with a name.

    Args:
        table: The kind.
        id_in: An id of a record that is there, by the name of its table.
    """
    must = [spec for spec in specs(RECORDS[table]) if spec.link and not spec.optional]
    names = {
        spec.name: "Namn"
        for spec in specs(RECORDS[table])
        if spec.in_key or spec.name in ("title", "name")
    }
    return RECORDS[table](uid(900), **names, **{spec.name: id_in(spec.link) for spec in must})


def _made(record: Any, changes: dict[str, Any]) -> Any:
    return replace(record, **changes)


def a_plan(**changes: Any) -> Plan:
    """A decided-ready plan for 2026."""
    plan = Plan(
        PLAN,
        committee_id=COMMITTEE,
        strategic_plan_id=STRATEGIC_PLAN,
        year=2026,
        title="Nämndplan 2026",
        registration_number="2025/1187",
        decided_by="Barn- och bildningsnämnden",
    )
    made: Plan = _made(plan, changes)
    return made


def a_decided_plan(**changes: Any) -> Plan:
    """A decided plan with all that a decision needs."""
    decision = {
        "status": PlanStatus.DECIDED,
        "decided_on": date(2025, 12, 10),
        "paragraph": "§ 112",
    }
    return a_plan(**(decision | changes))


def a_goal(**changes: Any) -> Goal:
    """One of kommunfullmäktige's goals."""
    goal = Goal(GOAL, strategic_plan_id=STRATEGIC_PLAN, code="V1", title="Kunskap och arbetsro")
    made: Goal = _made(goal, changes)
    return made


def a_committee_goal(**changes: Any) -> CommitteeGoal:
    """A nämndmål."""
    goal = CommitteeGoal(COMMITTEE_GOAL, plan_id=PLAN, code="N1", title="Alla elever når målen")
    made: CommitteeGoal = _made(goal, changes)
    return made


def an_assignment(**changes: Any) -> Assignment:
    """An uppdrag from kommunfullmäktige."""
    assignment = Assignment(
        ASSIGNMENT, strategic_plan_id=STRATEGIC_PLAN, code="U1", title="Stärk läsningen"
    )
    made: Assignment = _made(assignment, changes)
    return made


def an_indicator(**changes: Any) -> Indicator:
    """An indicator with someone responsible."""
    indicator = Indicator(INDICATOR, code="I1", title="Behöriga elever", responsible="Skolchef")
    made: Indicator = _made(indicator, changes)
    return made


def an_activity(**changes: Any) -> Activity:
    """A complete activity."""
    activity = Activity(
        uid(20),
        plan_id=PLAN,
        code="A1",
        title="Läslyft",
        start=date(2026, 1, 15),
        end=date(2026, 12, 18),
        responsible="Utvecklingsledare",
    )
    made: Activity = _made(activity, changes)
    return made


def a_risk(likelihood: int = 1, impact: int = 1, **changes: Any) -> Risk:
    """A risk, accepted unless told otherwise."""
    risk = Risk(RISK, plan_id=PLAN, code="R1", title="Jäv", likelihood=likelihood, impact=impact)
    made: Risk = _made(risk, changes)
    return made


def a_control(**changes: Any) -> Control:
    """A kontrollmoment of the risk of `a_risk`."""
    made: Control = _made(Control(uid(21), plan_id=PLAN, risk_id=RISK, title="Prov"), changes)
    return made


def frame_items(*years: tuple[int, int, int]) -> tuple[FrameItem, ...]:
    """Lines of a frame; the first is the opening one."""
    kinds = [FrameItemKind.OPENING] + [FrameItemKind.OTHER] * len(years)
    return tuple(
        FrameItem(uid(100 + n), FRAME, kinds[n], f"Post {n}", *amounts, position=n)
        for n, amounts in enumerate(years)
    )


def a_line(cost: int = 0, income: int = 0, plan_2: int = 0, plan_3: int = 0) -> BudgetLine:
    """Operating budget of one verksamhet."""
    return BudgetLine(
        uid(120), PLAN, None, "Skola", income=income, cost=cost, plan_2=plan_2, plan_3=plan_3
    )


def a_category(kind: CategoryKind, budget: int) -> CategoryLine:
    """Budget of one slag."""
    return CategoryLine(uid(130), PLAN, kind, "Personal", budget=budget)


def an_investment(year_1: int, n: int = 0) -> Investment:
    """A project of the investment budget."""
    return Investment(uid(140 + n), PLAN, "Inventarier", year_1=year_1)


def chapter(n: int, parent: int | None = None, **changes: Any) -> Chapter:
    """Chapter n, in its place n under its parent."""
    above = None if parent is None else uid(1000 + parent)
    base = Chapter(uid(1000 + n), plan_id=PLAN, parent_id=above, title=f"Kapitel {n}", position=n)
    made: Chapter = _made(base, changes)
    return made


def a_block(kind: BlockKind = BlockKind.TEXT, body: str = "", **changes: Any) -> Block:
    """A block of the one chapter of `a_document`."""
    block = Block(uid(30), chapter_id=CHAPTER, kind=kind, body=body)
    made: Block = _made(block, changes)
    return made


def a_text(words: str) -> Block:
    """A block of text, one paragraph a line."""
    return a_block(body=richtext.write(richtext.from_plain(words)))


def a_table(*rows: tuple[str, ...], numbers: bool = True, summed: bool = True) -> FreeTable:
    """A free table whose first column is text and the others numbers."""
    kind = ColumnKind.NUMBER if numbers else ColumnKind.TEXT
    width = max((len(row) for row in rows), default=1)
    columns = tuple(
        FreeColumn(f"c{n}", f"Kolumn {n}", kind if n else ColumnKind.TEXT, bool(n) and summed)
        for n in range(width)
    )
    return FreeTable(columns, tuple(FreeRow(f"r{n}", row) for n, row in enumerate(rows)))


def a_table_block(table: FreeTable, **changes: Any) -> Block:
    """A block that holds a free table."""
    return a_block(BlockKind.FREE_TABLE, free_table.write(table), **changes)


def a_document(**tables: Any) -> PlanDocument:
    """A small plan without findings; each keyword replaces one table."""
    document = PlanDocument(
        municipality=(Municipality(MUNICIPALITY, "Borlänge kommun", "212000-2239"),),
        committee=(Committee(COMMITTEE, "Barn- och bildningsnämnden"),),
        strategic_plan=(StrategicPlan(STRATEGIC_PLAN, "Strategisk plan 2024–2027"),),
        goal=(a_goal(),),
        indicator=(an_indicator(),),
        indicator_value=(
            IndicatorValue(uid(40), INDICATOR, 2026, ValueKind.TARGET, value=Decimal("83.0")),
        ),
        assignment=(an_assignment(),),
        budget_frame=(BudgetFrame(FRAME, COMMITTEE, 2026),),
        frame_item=frame_items((900_000, 1_000_000, 1_000_000), (100_000, 0, 0)),
        plan=(a_plan(),),
        committee_goal=(a_committee_goal(),),
        goal_answer=(GoalAnswer(uid(41), PLAN, GOAL, COMMITTEE_GOAL),),
        plan_indicator=(PlanIndicator(uid(42), PLAN, INDICATOR, COMMITTEE_GOAL),),
        assignment_answer=(AssignmentAnswer(uid(43), PLAN, ASSIGNMENT, "Genom läslyftet."),),
        activity=(an_activity(),),
        budget_line=(a_line(1_200_000, 200_000, 1_000_000, 1_000_000),),
        risk=(a_risk(),),
        chapter=(Chapter(CHAPTER, plan_id=PLAN, title="Ekonomi"),),
        block=(a_text("Nämndens ekonomi."),),
    )
    return replace(document, **tables)


def a_unit(n: int, parent: int | None = None, **changes: Any) -> Unit:
    """Unit n of the committee, under its parent."""
    above = None if parent is None else uid(2000 + parent)
    made: Unit = _made(Unit(uid(2000 + n), COMMITTEE, above, f"Enhet {n}", position=n), changes)
    return made
