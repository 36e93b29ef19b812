"""Every kind of record, by the name its table, topic and export have."""

from __future__ import annotations

from styrdesk.domain.assignment import Assignment, AssignmentAnswer
from styrdesk.domain.budget import BudgetFrame, BudgetLine, CategoryLine, FrameItem, Investment
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, StrategicPlan
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator
from styrdesk.domain.organisation import (
    Committee,
    CommitteeName,
    Municipality,
    Person,
    Role,
    Unit,
)
from styrdesk.domain.plan import Activity, Block, Chapter, CycleEvent, Plan, Signatory, Volume
from styrdesk.domain.risk import Control, Risk

# In an order where what is pointed at comes before what points.
RECORDS: dict[str, type] = {
    "municipality": Municipality,
    "committee": Committee,
    "committee_name": CommitteeName,
    "unit": Unit,
    "person": Person,
    "role": Role,
    "strategic_plan": StrategicPlan,
    "goal": Goal,
    "indicator": Indicator,
    "indicator_value": IndicatorValue,
    "assignment": Assignment,
    "budget_frame": BudgetFrame,
    "frame_item": FrameItem,
    "plan": Plan,
    "committee_goal": CommitteeGoal,
    "goal_answer": GoalAnswer,
    "plan_indicator": PlanIndicator,
    "assignment_answer": AssignmentAnswer,
    "activity": Activity,
    "budget_line": BudgetLine,
    "category_line": CategoryLine,
    "investment": Investment,
    "volume": Volume,
    "risk": Risk,
    "control": Control,
    "cycle_event": CycleEvent,
    "signatory": Signatory,
    "chapter": Chapter,
    "block": Block,
}
TABLE_OF: dict[type, str] = {kind: table for table, kind in RECORDS.items()}

# Registers shared by plans, and those that one plan owns.
SHARED = tuple(RECORDS)[: tuple(RECORDS).index("plan")]
OWNED = tuple(RECORDS)[tuple(RECORDS).index("plan") :]
