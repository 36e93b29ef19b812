"""Services: everything that can be done with an open file, in one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from styrdesk.base.clock import Clock
from styrdesk.domain import (
    assignment,
    budget,
    case,
    case_type,
    checklist,
    control_result,
    goal,
    governing_document,
    indicator,
    plan,
    process,
    quality_report,
    regulation,
    retention,
    risk,
    routine,
    self_check,
)
from styrdesk.domain import organisation as org
from styrdesk.domain.attachment import Attachment
from styrdesk.domain.catalogue import TABLE_OF
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.saved_filter import SavedFilter
from styrdesk.domain.shared_model import SharedModel
from styrdesk.services.agenda import AgendaService
from styrdesk.services.attachment import AttachmentService, FileGuard
from styrdesk.services.backups import BackupService
from styrdesk.services.carry import CarryService
from styrdesk.services.case_flow import CaseFlow
from styrdesk.services.case_statistics import CaseStatistics
from styrdesk.services.cases import CaseRegister
from styrdesk.services.chapter import ChapterService
from styrdesk.services.checklist_activities import ChecklistActivities
from styrdesk.services.checklist_cases import ChecklistCases
from styrdesk.services.checklists import ChecklistService
from styrdesk.services.comparison import ComparisonService
from styrdesk.services.decided import DecidedService
from styrdesk.services.decision import DecisionService
from styrdesk.services.disposal import DisposalService
from styrdesk.services.edition import EditionService
from styrdesk.services.exchange import ExchangeService
from styrdesk.services.filters import FilterService
from styrdesk.services.frames import FrameService
from styrdesk.services.governing_document import DocumentService
from styrdesk.services.guard import PlanGuard
from styrdesk.services.history import HistoryService, Save
from styrdesk.services.internal_control import InternalControl
from styrdesk.services.letters import LetterService
from styrdesk.services.life import LifeService
from styrdesk.services.organisation import OrganisationService
from styrdesk.services.personal_data import PersonalDataService
from styrdesk.services.plan import PlanService
from styrdesk.services.quality_report import QualityReportService
from styrdesk.services.receipt import ReceiptService
from styrdesk.services.register import Register
from styrdesk.services.registers import REGISTERS
from styrdesk.services.regulation import RegulationService
from styrdesk.services.reporting import ReportService
from styrdesk.services.retention import RetentionService
from styrdesk.services.revision import RevisionService
from styrdesk.services.search import SearchService
from styrdesk.services.secrecy import Secrecy
from styrdesk.services.shared_model import ModelService
from styrdesk.services.trash import Check, TrashService
from styrdesk.services.version import VersionService
from styrdesk.services.whereabouts import Whereabouts
from styrdesk.services.work import Work
from styrdesk.storage.file import File


@dataclass(frozen=True)
class Services:
    """The services of an open file."""

    file: File
    clock: Clock
    work: Work
    backups: BackupService
    whereabouts: Whereabouts
    organisation: OrganisationService
    plans: PlanService
    versions: VersionService
    decided: DecidedService
    reports: ReportService
    comparisons: ComparisonService
    carry: CarryService
    decisions: DecisionService
    revisions: RevisionService
    frames: FrameService
    chapters: ChapterService
    checklists: ChecklistService
    checklist_cases: ChecklistCases
    checklist_activities: ChecklistActivities
    exchange: ExchangeService
    history: HistoryService
    trash: TrashService
    search: SearchService
    filters: FilterService
    laws: RegulationService
    attachments: AttachmentService
    receipts: ReceiptService
    quality: QualityReportService
    internal_control: InternalControl
    documents: DocumentService
    routine_versions: EditionService[routine.Routine]
    models: ModelService
    committees: Register[org.Committee]
    committee_names: Register[org.CommitteeName]
    units: Register[org.Unit]
    people: Register[org.Person]
    roles: Register[org.Role]
    strategic_plans: Register[goal.StrategicPlan]
    goals: Register[goal.Goal]
    indicators: Register[indicator.Indicator]
    indicator_values: Register[indicator.IndicatorValue]
    assignments: Register[assignment.Assignment]
    budget_frames: Register[budget.BudgetFrame]
    frame_items: Register[budget.FrameItem]
    committee_goals: Register[goal.CommitteeGoal]
    goal_answers: Register[goal.GoalAnswer]
    plan_indicators: Register[indicator.PlanIndicator]
    assignment_answers: Register[assignment.AssignmentAnswer]
    activities: Register[plan.Activity]
    budget_lines: Register[budget.BudgetLine]
    category_lines: Register[budget.CategoryLine]
    investments: Register[budget.Investment]
    volumes: Register[plan.Volume]
    risks: Register[risk.Risk]
    controls: Register[risk.Control]
    cycle_events: Register[plan.CycleEvent]
    signatories: Register[plan.Signatory]
    saved_filters: Register[SavedFilter]
    regulations: Register[regulation.Regulation]
    regulation_units: Register[regulation.RegulationUnit]
    processes: Register[process.Process]
    process_steps: Register[process.ProcessStep]
    document_types: Register[governing_document.DocumentType]
    governing_documents: Register[governing_document.GoverningDocument]
    document_relations: Register[governing_document.DocumentRelation]
    document_reviews: Register[governing_document.DocumentReview]
    routines: Register[routine.Routine]
    routine_regulations: Register[routine.RoutineRegulation]
    shared_models: Register[SharedModel]
    checklist_templates: Register[checklist.ChecklistTemplate]
    checklist_units: Register[checklist.ChecklistUnit]
    checklist_items: Register[checklist.ChecklistItem]
    self_checks: Register[self_check.SelfCheck]
    self_check_measures: Register[self_check.SelfCheckMeasure]
    control_results: Register[control_result.ControlResult]
    quality_reports: Register[quality_report.QualityReport]
    quality_texts: Register[quality_report.QualityText]
    case_types: Register[case_type.CaseType]
    case_stages: Register[case_type.CaseStage]
    cause_categories: Register[case_type.CauseCategory]
    letter_templates: Register[case_type.LetterTemplate]
    cases: CaseRegister
    case_flow: CaseFlow
    case_statistics: CaseStatistics
    letters: LetterService
    causes: Register[case.Cause]
    measures: Register[case.Measure]
    agenda: AgendaService
    case_links: Register[case.CaseLink]
    case_letters: Register[case.CaseLetter]
    retention_rules: Register[retention.RetentionRule]
    retention: RetentionService
    personal_data: PersonalDataService
    disposals: DisposalService


def _no_places() -> None:
    return None


def services_of(
    file: File,
    clock: Clock,
    person: Callable[[], str],
    backups: BackupService | None = None,
) -> Services:
    """The services of a file.

    Args:
        file: The open file.
        clock: The time.
        person: Tells who sits here: a person's id, or empty.
        backups: The file's backups; none are made when not given.
    """
    backups = backups or BackupService(file.path, clock, _no_places)
    work = Work(file, clock, person, backups.secure)
    guard = PlanGuard(file.store)
    life = LifeService(file.store, clock, person)
    versions = VersionService(file, work, life)
    plans = PlanService(file.store, work, versions, life)
    frames = FrameService(file.store, work)
    organisation = OrganisationService(file, work)
    documents = DocumentService(file.store, work, clock)
    models = ModelService(file.store, work, clock)
    routine_parts = (routine.RoutineRegulation, Attachment)
    routine_versions = EditionService(
        file.store, work, clock, routine.Routine, routine.check_routine, routine_parts
    )
    specs = dict(REGISTERS)
    specs |= {
        "units": replace(
            specs["units"],
            check=organisation.check_unit,
            check_delete=organisation.check_units_go,
        ),
        "strategic_plans": replace(specs["strategic_plans"], follows=plans.resting_on),
        "budget_frames": replace(specs["budget_frames"], check=frames.check),
        "governing_documents": replace(specs["governing_documents"], check=documents.check),
        "shared_models": replace(specs["shared_models"], check=models.check),
        "routines": replace(specs["routines"], check=routine_versions.check),
        "document_relations": documents.guarding(specs["document_relations"]),
        "document_reviews": documents.guarding(specs["document_reviews"]),
        "routine_regulations": routine_versions.guarding(
            specs["routine_regulations"], adopted=True
        ),
    }
    # Registers with more to them.
    cases = CaseRegister(file, work, specs.pop("cases"), guard, life)
    checklists = ChecklistService(file, work, life, specs.pop("checklists"), guard)
    for name in ("causes", "measures", "case_links", "case_letters"):
        going = partial(cases.check_parts_go, specs[name].kind)
        specs[name] = replace(specs[name], check=cases.check_part, check_delete=going)
    statistics = CaseStatistics(file.store, life)
    quality = QualityReportService(file.store, work, clock, statistics)
    specs["quality_reports"] = replace(
        specs["quality_reports"], check=quality.check, check_delete=quality.check_go
    )
    specs["quality_texts"] = replace(
        specs["quality_texts"],
        check=quality.check_text,
        check_delete=quality.check_texts_go,
    )
    control = InternalControl(file.store, clock)
    kinds = {
        DecidedKind.INTERNAL_CONTROL: control.reporting(),
        DecidedKind.QUALITY_REPORT: quality.reporting(),
    }
    secrecy = Secrecy(file.store)
    made = {name: Register(file.store, work, spec, guard) for name, spec in specs.items()}
    chapters = ChapterService(file, work, guard)
    saves: dict[str, Save] = {
        "municipality": organisation.save,
        "plan": plans.save,
        "chapter": chapters.save,
        "block": chapters.save_block,
        "checklist": checklists.refuse,
        "checklist_answer": checklists.refuse,
    }
    checks: dict[str, Check] = {
        "plan": plan.check_plan,
        "chapter": guard,
        "block": chapters.check_block,
        "checklist": checklists.may_come_back,
        "checklist_answer": checklists.may_come_back,
    }
    for register in (cases, *made.values()):
        saves[TABLE_OF[register.spec.kind]] = register.save
        checks[TABLE_OF[register.spec.kind]] = register.check
    attachments = AttachmentService(
        file,
        work,
        clock,
        life.who,
        {
            "governing_document": documents.file_guard(),
            "routine": routine_versions.file_guard(),
            "shared_model": models.file_guard(),
            "checklist": FileGuard(checklists.see_that_it_is_open, checklists.see_that_it_is_open),
            "case": FileGuard(cases.see_that_it_is_open, cases.see_that_it_is_open),
        },
    )
    checks[TABLE_OF[Attachment]] = attachments.check
    retaining = RetentionService(file, work, backups, attachments.opened.close)
    flow = CaseFlow(file.store, work, cases, secrecy)
    return Services(
        file=file,
        clock=clock,
        work=work,
        backups=backups,
        whereabouts=Whereabouts(file, work, backups),
        organisation=organisation,
        plans=plans,
        versions=versions,
        decided=DecidedService(file),
        reports=ReportService(file, work, life, kinds),
        comparisons=ComparisonService(plans, versions),
        carry=CarryService(file.store, work, plans, guard),
        decisions=DecisionService(file.store, work, plans, versions, clock),
        revisions=RevisionService(file, work, plans, versions),
        frames=frames,
        chapters=chapters,
        checklists=checklists,
        checklist_cases=ChecklistCases(file.store, cases, checklists),
        checklist_activities=ChecklistActivities(file.store, work, checklists, made["activities"]),
        exchange=ExchangeService(file, work, plans, versions),
        history=HistoryService(file, work, saves, secrecy.is_hidden),
        trash=TrashService(file, work, clock, checks),
        search=SearchService(file),
        filters=FilterService(made["saved_filters"]),
        laws=RegulationService(file.store, work, clock, person),
        attachments=attachments,
        retention=retaining,
        personal_data=PersonalDataService(file, work, life, flow, retaining.finish),
        disposals=DisposalService(file, work, life, retaining.finish),
        agenda=AgendaService(file.store, checklists, control, clock),
        receipts=ReceiptService(file.store, work, clock, person),
        documents=documents,
        quality=quality,
        internal_control=control,
        routine_versions=routine_versions,
        models=models,
        cases=cases,
        case_flow=flow,
        case_statistics=statistics,
        letters=LetterService(file.store, cases, made["case_letters"]),
        **made,
    )
