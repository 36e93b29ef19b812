"""The registers of a file, one line each: what they hold, what their steps are called."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import (
    assignment,
    budget,
    case,
    case_type,
    checklist,
    control_result,
    edition,
    goal,
    governing_document,
    indicator,
    letters,
    organisation,
    plan,
    process,
    receipt,
    regulation,
    risk,
    routine,
    saved_filter,
)
from styrdesk.services.follow_up_registers import (  # noqa: F401  # found here as the others are
    CONTROL_RESULTS,
    QUALITY_REPORTS,
    QUALITY_TEXTS,
    RETENTION_RULES,
    SELF_CHECK_MEASURES,
    SELF_CHECKS,
)
from styrdesk.services.register import RegisterSpec

COMMITTEES = RegisterSpec(
    organisation.Committee,
    N_("New committee"),
    N_("Change committee"),
    N_("Delete committee"),
    organisation.check_committee,
)
COMMITTEE_NAMES = RegisterSpec(
    organisation.CommitteeName,
    N_("New former name"),
    N_("Change former name"),
    N_("Delete former name"),
    siblings=("committee_id",),
)
UNITS = RegisterSpec(
    organisation.Unit,
    N_("New unit"),
    N_("Change unit"),
    N_("Delete unit"),
    siblings=("committee_id",),
)
PEOPLE = RegisterSpec(
    organisation.Person,
    N_("New person"),
    N_("Change person"),
    N_("Delete person"),
    organisation.check_person,
)
ROLES = RegisterSpec(
    organisation.Role,
    N_("New role"),
    N_("Change role"),
    N_("Delete role"),
    organisation.check_role,
    siblings=("person_id",),
)
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
REGULATIONS = RegisterSpec(
    regulation.Regulation,
    N_("New law or regulation"),
    N_("Change law or regulation"),
    N_("Delete law or regulation"),
    regulation.check_regulation,
)
REGULATION_UNITS = RegisterSpec(
    regulation.RegulationUnit,
    N_("New unit concerned"),
    N_("Change unit concerned"),
    N_("Delete unit concerned"),
    regulation.check_regulation_unit,
    siblings=("regulation_id",),
)
PROCESSES = RegisterSpec(
    process.Process,
    N_("New process"),
    N_("Change process"),
    N_("Delete process"),
    process.check_process,
)
PROCESS_STEPS = RegisterSpec(
    process.ProcessStep,
    N_("New step"),
    N_("Change step"),
    N_("Delete step"),
    process.check_process_step,
    siblings=("process_id",),
)
DOCUMENT_TYPES = RegisterSpec(
    governing_document.DocumentType,
    N_("New document type"),
    N_("Change document type"),
    N_("Delete document type"),
    governing_document.check_document_type,
)
GOVERNING_DOCUMENTS = RegisterSpec(
    governing_document.GoverningDocument,
    N_("New governing document"),
    N_("Change governing document"),
    N_("Delete governing document"),
    governing_document.check_governing_document,
    by_act=edition.BY_ACT,
    is_over=edition.is_over,
    copied=edition.copied,
    left_out=(governing_document.DocumentReview, receipt.Receipt),
)
DOCUMENT_RELATIONS = RegisterSpec(
    governing_document.DocumentRelation,
    N_("New relation"),
    N_("Change relation"),
    N_("Delete relation"),
    governing_document.check_document_relation,
    siblings=("governing_document_id",),
)
DOCUMENT_REVIEWS = RegisterSpec(
    governing_document.DocumentReview,
    N_("New review"),
    N_("Change review"),
    N_("Delete review"),
    governing_document.check_document_review,
    siblings=("governing_document_id",),
)
ROUTINES = RegisterSpec(
    routine.Routine,
    N_("New routine"),
    N_("Change routine"),
    N_("Delete routine"),
    routine.check_routine,
    by_act=edition.BY_ACT,
    is_over=edition.is_over,
    copied=edition.copied,
    left_out=(receipt.Receipt,),
)
ROUTINE_REGULATIONS = RegisterSpec(
    routine.RoutineRegulation,
    N_("New legal basis"),
    N_("Change legal basis"),
    N_("Delete legal basis"),
    routine.check_routine_regulation,
    siblings=("routine_id",),
)
SAVED_FILTERS = RegisterSpec(
    saved_filter.SavedFilter,
    N_("New saved filter"),
    N_("Change saved filter"),
    N_("Delete saved filter"),
    saved_filter.check_saved_filter,
)
CHECKLIST_TEMPLATES = RegisterSpec(
    checklist.ChecklistTemplate,
    N_("New checklist template"),
    N_("Change checklist template"),
    N_("Delete checklist template"),
    checklist.check_template,
)
CHECKLISTS = RegisterSpec(
    checklist.Checklist,
    N_("Begin checklist"),
    N_("Change checklist"),
    N_("Delete checklist"),
    guarded=True,
    told_too=frozenset({"started_at", "started_by", "signed_at", "signed_by"}),
)
CHECKLIST_UNITS = RegisterSpec(
    checklist.ChecklistUnit,
    N_("New unit of a checklist template"),
    N_("Change unit of a checklist template"),
    N_("Delete unit of a checklist template"),
    checklist.check_template_unit,
    siblings=("template_id",),
)
CHECKLIST_ITEMS = RegisterSpec(
    checklist.ChecklistItem,
    N_("New item of a checklist"),
    N_("Change item of a checklist"),
    N_("Delete item of a checklist"),
    checklist.check_item,
    siblings=("template_id",),
)
CASE_TYPES = RegisterSpec(
    case_type.CaseType,
    N_("New kind of case"),
    N_("Change kind of case"),
    N_("Delete kind of case"),
    case_type.check_type,
)
CASE_STAGES = RegisterSpec(
    case_type.CaseStage,
    N_("New step"),
    N_("Change step"),
    N_("Delete step"),
    case_type.check_stage,
    siblings=("type_id",),
)
CAUSE_CATEGORIES = RegisterSpec(
    case_type.CauseCategory,
    N_("New category of causes"),
    N_("Change category of causes"),
    N_("Delete category of causes"),
    case_type.check_category,
)
LETTER_TEMPLATES = RegisterSpec(
    case_type.LetterTemplate,
    N_("New letter template"),
    N_("Change letter template"),
    N_("Delete letter template"),
    letters.check_template,
)
CASES = RegisterSpec(
    case.Case,
    N_("New case"),
    N_("Change case"),
    N_("Delete case"),
    guarded=True,
)
CAUSES = RegisterSpec(
    case.Cause,
    N_("New cause"),
    N_("Change cause"),
    N_("Delete cause"),
    siblings=("case_id",),
)
MEASURES = RegisterSpec(
    case.Measure,
    N_("New action"),
    N_("Change action"),
    N_("Delete action"),
    siblings=("case_id",),
)
CASE_LINKS = RegisterSpec(
    case.CaseLink,
    N_("New connection"),
    N_("Change connection"),
    N_("Delete connection"),
    siblings=("case_id",),
)
CASE_LETTERS = RegisterSpec(
    case.CaseLetter,
    N_("New letter"),
    N_("Change letter"),
    N_("Delete letter"),
    siblings=("case_id",),
)
