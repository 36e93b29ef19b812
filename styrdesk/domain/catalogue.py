"""Every kind of record, by the name its table, topic and export have."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from styrdesk.domain.anonymisation import Anonymisation
from styrdesk.domain.assignment import Assignment, AssignmentAnswer
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.budget import BudgetFrame, BudgetLine, CategoryLine, FrameItem, Investment
from styrdesk.domain.case import Case, CaseEvent, CaseLetter, CaseLink, Cause, Measure
from styrdesk.domain.case_type import CaseStage, CaseType, CauseCategory, LetterTemplate
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistAnswer,
    ChecklistItem,
    ChecklistTemplate,
    ChecklistUnit,
    ChecklistVersion,
)
from styrdesk.domain.control_result import ControlResult
from styrdesk.domain.decided import DecidedReport
from styrdesk.domain.disposal import Disposal, DisposalExemption, DisposalLine
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, StrategicPlan
from styrdesk.domain.governing_document import (
    DocumentRelation,
    DocumentReview,
    DocumentType,
    GoverningDocument,
)
from styrdesk.domain.indicator import Indicator, IndicatorValue, PlanIndicator
from styrdesk.domain.organisation import (
    Committee,
    CommitteeName,
    Municipality,
    Person,
    Role,
    Unit,
)
from styrdesk.domain.plan import (
    Activity,
    Block,
    Carried,
    Chapter,
    CycleEvent,
    Plan,
    Signatory,
    Volume,
)
from styrdesk.domain.process import Process, ProcessStep
from styrdesk.domain.quality_report import QualityReport, QualityText
from styrdesk.domain.receipt import Receipt
from styrdesk.domain.regulation import Regulation, RegulationUnit
from styrdesk.domain.retention import RetentionRule
from styrdesk.domain.risk import Control, Risk
from styrdesk.domain.routine import Routine, RoutineRegulation
from styrdesk.domain.saved_filter import SavedFilter
from styrdesk.domain.self_check import SelfCheck, SelfCheckMeasure
from styrdesk.domain.shared_model import SharedModel
from styrdesk.domain.version import PlanStamp, PlanVersion, VersionMinutes

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
    "carried": Carried,
    "plan_version": PlanVersion,
    "version_minutes": VersionMinutes,
    "plan_stamp": PlanStamp,
    "saved_filter": SavedFilter,
    "checklist_template": ChecklistTemplate,
    "checklist_unit": ChecklistUnit,
    "checklist_item": ChecklistItem,
    "checklist_version": ChecklistVersion,
    "checklist": Checklist,
    "checklist_answer": ChecklistAnswer,
    "regulation": Regulation,
    "regulation_unit": RegulationUnit,
    "document_type": DocumentType,
    "governing_document": GoverningDocument,
    "document_relation": DocumentRelation,
    "document_review": DocumentReview,
    "routine": Routine,
    "routine_regulation": RoutineRegulation,
    "shared_model": SharedModel,
    "attachment": Attachment,
    "receipt": Receipt,
    "process": Process,
    "process_step": ProcessStep,
    "case_type": CaseType,
    "case_stage": CaseStage,
    "cause_category": CauseCategory,
    "letter_template": LetterTemplate,
    "case": Case,
    "cause": Cause,
    "measure": Measure,
    "case_link": CaseLink,
    "case_letter": CaseLetter,
    "case_event": CaseEvent,
    "self_check": SelfCheck,
    "self_check_measure": SelfCheckMeasure,
    "control_result": ControlResult,
    "quality_report": QualityReport,
    "quality_text": QualityText,
    "decided_report": DecidedReport,
    "retention_rule": RetentionRule,
    "disposal": Disposal,
    "disposal_line": DisposalLine,
    "disposal_exemption": DisposalExemption,
    "anonymisation": Anonymisation,
}
TABLE_OF: dict[type, str] = {kind: table for table, kind in RECORDS.items()}

# The tables that a plan's document holds, and thus its file form. Other registers stay outside.
PLAN_TABLES: Final = tuple(field.name for field in fields(PlanDocument))


def owners(table: str) -> tuple[tuple[str, str], ...]:
    """The fields by which a kind of record belongs to others, with the tables of those.

    Asked of every kind at each start, so their types are not looked up as `specs` does.
    """
    owned = (field for field in fields(RECORDS[table]) if field.metadata.get("owned"))
    return tuple((field.name, field.metadata["link"]) for field in owned)


def _is_owned(table: str) -> bool:
    """Whether a record goes when its plan goes."""
    above = [owner for _field, owner in owners(table) if owner != table]
    return table == "plan" or any(_is_owned(owner) for owner in above)


OWNED: Final = tuple(table for table in PLAN_TABLES if _is_owned(table))
SHARED: Final = tuple(table for table in PLAN_TABLES if table not in OWNED)
