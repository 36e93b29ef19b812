"""The registers of what is kept in versions, and of what belongs to it, as in `registers.py`."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import edition, governing_document, receipt, routine, shared_model
from styrdesk.services.register import RegisterSpec

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
