"""Cases, their kinds and what belongs to them."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.domain import case, case_type, letters
from styrdesk.domain import case_arrival as arrival
from styrdesk.domain.case_personal import NAMES
from styrdesk.services.register import RegisterSpec

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
    adds=True,
    by_act=arrival.RECKONED,
    asked=frozenset({"type_id", "arrived"}),
    read_too=frozenset(NAMES["case"]),
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
