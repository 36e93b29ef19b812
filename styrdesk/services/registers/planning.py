"""Planning: the strategic plan, budget frames, and what a nämndplan holds."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import assignment, budget, control_result, goal, indicator, plan, risk
from styrdesk.services.register import RegisterSpec

STRATEGIC_PLANS = RegisterSpec(
    goal.StrategicPlan,
    N_("New strategic plan"),
    N_("Change strategic plan"),
    N_("Delete strategic plan"),
    goal.check_strategic_plan,
)
GOALS = RegisterSpec(
    goal.Goal,
    N_("New goal"),
    N_("Change goal"),
    N_("Delete goal"),
    goal.check_goal,
    siblings=("strategic_plan_id",),
)
INDICATORS = RegisterSpec(
    indicator.Indicator,
    N_("New indicator"),
    N_("Change indicator"),
    N_("Delete indicator"),
    indicator.check_indicator,
)
INDICATOR_VALUES = RegisterSpec(
    indicator.IndicatorValue,
    N_("New indicator value"),
    N_("Change indicator value"),
    N_("Delete indicator value"),
    siblings=("indicator_id",),
)
ASSIGNMENTS = RegisterSpec(
    assignment.Assignment,
    N_("New assignment"),
    N_("Change assignment"),
    N_("Delete assignment"),
    assignment.check_assignment,
    siblings=("strategic_plan_id",),
)
BUDGET_FRAMES = RegisterSpec(
    budget.BudgetFrame,
    N_("New budget frame"),
    N_("Change budget frame"),
    N_("Delete budget frame"),
    budget.check_frame,
)
FRAME_ITEMS = RegisterSpec(
    budget.FrameItem,
    N_("New line in the budget frame"),
    N_("Change budget frame"),
    N_("Delete line in the budget frame"),
    siblings=("frame_id",),
)
COMMITTEE_GOALS = RegisterSpec(
    goal.CommitteeGoal,
    N_("New committee goal"),
    N_("Change committee goal"),
    N_("Delete committee goal"),
    goal.check_committee_goal,
    siblings=("plan_id",),
)
GOAL_ANSWERS = RegisterSpec(
    goal.GoalAnswer,
    N_("New answer to a goal"),
    N_("Change answer to a goal"),
    N_("Delete answer to a goal"),
    siblings=("plan_id",),
)
PLAN_INDICATORS = RegisterSpec(
    indicator.PlanIndicator,
    N_("Add indicator to the plan"),
    N_("Change indicator in the plan"),
    N_("Take indicator out of the plan"),
    siblings=("plan_id",),
)
ASSIGNMENT_ANSWERS = RegisterSpec(
    assignment.AssignmentAnswer,
    N_("New answer to an assignment"),
    N_("Change answer to an assignment"),
    N_("Delete answer to an assignment"),
    siblings=("plan_id",),
)
ACTIVITIES = RegisterSpec(
    plan.Activity,
    N_("New activity"),
    N_("Change activity"),
    N_("Delete activity"),
    plan.check_activity,
    siblings=("plan_id",),
)
BUDGET_LINES = RegisterSpec(
    budget.BudgetLine,
    N_("New line in the operating budget"),
    N_("Change operating budget"),
    N_("Delete line in the operating budget"),
    siblings=("plan_id",),
)
CATEGORY_LINES = RegisterSpec(
    budget.CategoryLine,
    N_("New line in the budget by category"),
    N_("Change budget by category"),
    N_("Delete line in the budget by category"),
    siblings=("plan_id",),
)
INVESTMENTS = RegisterSpec(
    budget.Investment,
    N_("New investment"),
    N_("Change investment"),
    N_("Delete investment"),
    siblings=("plan_id",),
)
VOLUMES = RegisterSpec(
    plan.Volume,
    N_("New volume"),
    N_("Change volume"),
    N_("Delete volume"),
    siblings=("plan_id",),
)
RISKS = RegisterSpec(
    risk.Risk,
    N_("New risk"),
    N_("Change risk"),
    N_("Delete risk"),
    risk.check_risk,
    siblings=("plan_id",),
    left_out=(control_result.ControlResult,),
)
CONTROLS = RegisterSpec(
    risk.Control,
    N_("New control"),
    N_("Change control"),
    N_("Delete control"),
    risk.check_control,
    siblings=("plan_id",),
    left_out=(control_result.ControlResult,),
)
CYCLE_EVENTS = RegisterSpec(
    plan.CycleEvent,
    N_("New event in the annual cycle"),
    N_("Change annual cycle"),
    N_("Delete event in the annual cycle"),
    siblings=("plan_id",),
)
SIGNATORIES = RegisterSpec(
    plan.Signatory,
    N_("New signatory"),
    N_("Change signatory"),
    N_("Delete signatory"),
    siblings=("plan_id",),
)
