"""What records, their fields and their choices are called when the program speaks of them.

The forms say the same words: `tests/ui/pieces/test_field_names.py` holds them to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain import (
    assignment,
    budget,
    case,
    case_type,
    checklist,
    edition,
    goal,
    governing_document,
    indicator,
    organisation,
    plan,
    process,
    retention,
    risk,
    self_check,
    shared_model,
)
from styrdesk.domain.field_names import FIELDS, OF_A_KIND

KINDS: Final[dict[str, str]] = {
    "municipality": N_("Municipality"),
    "committee": N_("Committee"),
    "committee_name": N_("Former name"),
    "unit": N_("Unit of the organisation"),
    "person": N_("Person"),
    "role": N_("Role"),
    "strategic_plan": N_("Strategic plan"),
    "goal": N_("The council's goal"),
    "indicator": N_("Indicator"),
    "indicator_value": N_("Indicator value"),
    "assignment": N_("Assignment"),
    "budget_frame": N_("Budget frame"),
    "frame_item": N_("Line in the budget frame"),
    "plan": N_("Committee plan"),
    "committee_goal": N_("Committee goal"),
    "goal_answer": N_("Answer to a goal"),
    "plan_indicator": N_("Indicator in the plan"),
    "assignment_answer": N_("Answer to an assignment"),
    "activity": N_("Activity"),
    "budget_line": N_("Line in the operating budget"),
    "category_line": N_("Line in the budget by category"),
    "investment": N_("Investment"),
    "volume": N_("Volume or key figure"),
    "risk": N_("Risk"),
    "control": N_("Control"),
    "cycle_event": N_("Event in the annual cycle"),
    "signatory": N_("Signatory"),
    "chapter": N_("Chapter"),
    "block": N_("Block"),
    "saved_filter": N_("Saved filter"),
    "regulation": N_("Law or regulation"),
    "document_type": N_("Type"),
    "governing_document": N_("Governing document"),
    "document_relation": N_("Belongs with"),
    "document_review": N_("Review"),
    "routine": N_("Routine"),
    "routine_regulation": N_("Legal basis"),
    "shared_model": N_("Shared model"),
    "attachment": N_("File"),
    "receipt": N_("Read and understood"),
    "regulation_unit": N_("Unit concerned"),
    "process": N_("Process"),
    "process_step": N_("Step of a process"),
    "quality_report": N_("Report on quality"),
    "quality_text": N_("Text of a report on quality"),
    "control_result": N_("Result of a control"),
    "self_check": N_("Self-check"),
    "self_check_measure": N_("Measure of a self-check"),
    "case_type": N_("Kind of case"),
    "retention_rule": N_("Rule of disposal"),
    "case_stage": N_("Step of a case"),
    "cause_category": N_("Category of causes"),
    "letter_template": N_("Letter template"),
    "case": N_("Case"),
    "cause": N_("Cause"),
    "measure": N_("Action"),
    "case_link": N_("Connection of a case"),
    "case_letter": N_("Letter"),
    "checklist_template": N_("Checklist template"),
    "checklist_unit": N_("Unit of a checklist template"),
    "checklist_item": N_("Item of a checklist"),
    "checklist": N_("Checklist"),
    "checklist_answer": N_("Answer in a checklist"),
}

# Kept by the program itself (`telling.UNTOLD`): named where all of a file is told.
OF_THE_PROGRAM: Final[dict[str, str]] = {
    "carried": N_("Mark of what was carried over"),
    "plan_version": N_("Decided version of a plan"),
    "version_minutes": N_("Minutes of a decided plan"),
    "plan_stamp": N_("Stamp on a plan"),
    "checklist_version": N_("Version of a checklist template"),
    "case_event": N_("What happened to a case"),
    "disposal": N_("Record of disposal"),
    "disposal_line": N_("What a rule took away"),
    "disposal_exemption": N_("What was left at a disposal"),
    "anonymisation": N_("Person made anonymous"),
    "decided_report": N_("Decided report"),
}

LISTS: Final[dict[str, str]] = {
    "committee": N_("Committees"),
    "unit": N_("Units"),
    "person": N_("People"),
    "strategic_plan": N_("Strategic plans"),
    "goal": N_("Goals"),
    "indicator": N_("Indicators"),
    "assignment": N_("Assignments"),
    "budget_frame": N_("Budget frames"),
    "regulation": N_("Laws and regulations"),
    "document_type": N_("Types of governing documents"),
    "governing_document": N_("Governing documents"),
    "routine": N_("Routines"),
    "process": N_("Processes"),
    "quality_report": N_("Reports on quality"),
    "self_check": N_("Self-checks"),
    "case_type": N_("Kinds of cases"),
    "retention_rule": N_("Rules of disposal"),
    "cause_category": N_("Categories of causes"),
    "letter_template": N_("Letter templates"),
    "case": N_("Cases"),
    "checklist_template": N_("Checklist templates"),
}

_CHOICES: Final[tuple[Mapping[Any, str], ...]] = (
    assignment.WORK_STATUSES,
    budget.FRAME_ITEM_KINDS,
    budget.CATEGORY_KINDS,
    budget.INVESTMENT_KINDS,
    goal.GOAL_KINDS,
    indicator.DIRECTIONS,
    indicator.GENDERS,
    organisation.UNIT_KINDS,
    organisation.ROLE_KINDS,
    checklist.FREQUENCIES,
    retention.MATTERS,
    checklist.ITEM_KINDS,
    checklist.CHECKLIST_STATUSES,
    plan.PLAN_STATUSES,
    plan.APPROVALS,
    plan.BLOCK_KINDS,
    risk.HANDLINGS,
    case.CHANNELS,
    case.TRACKS,
    case.ANSWER_STATES,
    case_type.STAGE_KINDS,
    case_type.COUNTINGS,
    case_type.SINCES,
    case_type.LETTER_KINDS,
    process.PROCESS_KINDS,
    edition.STANDINGS,
    governing_document.DOCUMENT_LEVELS,
    governing_document.REVIEW_KINDS,
    governing_document.REVIEW_RESULTS,
    self_check.CHECK_RESULTS,
    shared_model.MODEL_KINDS,
    {
        indicator.ValueKind.OUTCOME: N_("Outcome"),
        indicator.ValueKind.TARGET: N_("Target"),
        indicator.ValueKind.COMPARISON: N_("Compared with"),
    },
    {
        indicator.Missing.NO_DATA: N_("no figure was given"),
        indicator.Missing.NOT_USED: N_("not measured"),
    },
)
CHOICES: Final[dict[type, Mapping[Any, str]]] = {type(next(iter(w))): w for w in _CHOICES}


def kind_name(table: str) -> str:
    """What a kind of record is called."""
    return _(KINDS.get(table) or OF_THE_PROGRAM.get(table, table))


def list_name(table: str) -> str:
    """What a list of them is called, as its page calls it."""
    return _(LISTS.get(table) or KINDS.get(table, table))


def field_words(table: str, field: str) -> str:
    """What a field is called, as its form calls it, untranslated."""
    return OF_A_KIND.get(table, {}).get(field) or FIELDS.get(field, field)


def field_name(table: str, field: str) -> str:
    """The same in the language that is on."""
    return _(field_words(table, field))
