"""Quality: laws, processes, governing documents, routines, checklists and shared models."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import (
    checklist,
    edition,
    governing_document,
    process,
    receipt,
    regulation,
    routine,
    shared_model,
)
from styrdesk.services.register import RegisterSpec

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
SHARED_MODELS = RegisterSpec(
    shared_model.SharedModel,
    N_("New shared model"),
    N_("Change shared model"),
    N_("Delete shared model"),
    shared_model.check_shared_model,
    by_act=edition.BY_ACT,
    is_over=edition.is_over,
    copied=edition.copied,
)
