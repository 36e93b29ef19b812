"""What stands at a rubric: a page of its own, or several registers that share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec

_RUBRICS: Final = N_("Rubrics")
Urgent = Callable[[PageContext], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the registers that share a rubric.

    Attributes:
        page: Its page; `under` is the rubric's key.
        tells: What it holds in a sentence, marked by `N_`.
        urgent: What most wants doing there: a status with words, or no words.
    """

    page: PageSpec
    tells: str
    urgent: Urgent | None = None


def _urgent(module: str) -> Urgent:
    """What the module of a page says is urgent there; it is read when it is asked."""

    def ask(context: PageContext) -> tuple[str, str]:
        page = import_module(f"styrdesk.ui.pieces.quality.{module}")
        told: tuple[str, str] = page.urgent(context)
        return told

    return ask


def _law(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.law.law_page import LawPage

    return LawPage(context)


def _results(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.results.results_page import ResultsPage

    return ResultsPage(context)


def _due_laws(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.law import law_page

    return law_page.badge(context)


def _processes(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.processes.processes_page import ProcessesPage

    return ProcessesPage(context)


def _documents(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.documents.documents_page import DocumentsPage

    return DocumentsPage(context)


def _due_documents(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.documents import documents_page

    return documents_page.due(context)


def _document_types(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.documents.types_page import TypesPage

    return TypesPage(context)


def _routines(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.processes.routines_page import RoutinesPage

    return RoutinesPage(context)


def _due_routines(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.processes import routines_page

    return routines_page.due(context)


def _checklists(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.checklists.checklists_page import ChecklistsPage

    return ChecklistsPage(context)


def _late_checklists(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.checklists import checklists_page

    return checklists_page.badge(context)


def _checklist_templates(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.checklists.templates_page import TemplatesPage

    return TemplatesPage(context)


def _cases(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.cases_page import CasesPage

    return CasesPage(context)


def _late_cases(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.cases import cases_page

    return cases_page.badge(context)


def _case_figures(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.figures_page import FiguresPage

    return FiguresPage(context)


def _case_types(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.types_page import TypesPage

    return TypesPage(context)


def _letter_templates(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.templates_page import TemplatesPage

    return TemplatesPage(context)


def _cause_categories(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.categories_page import CategoriesPage

    return CategoriesPage(context)


def _self_checks(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.self_checks_page import SelfChecksPage

    return SelfChecksPage(context)


def _late_self_checks(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.follow_up import self_checks_page

    return self_checks_page.badge(context)


def _controls(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.controls_page import ControlsPage

    return ControlsPage(context)


def _late_controls(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.follow_up import controls_page

    return controls_page.badge(context)


def _quality_report(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.follow_up.report_page import ReportPage

    return ReportPage(context)


def _retention(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.retention_page import RetentionPage

    return RetentionPage(context)


def _personal_data(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.personal_page import PersonalDataPage

    return PersonalDataPage(context)


def _models(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.models.models_page import ModelsPage

    return ModelsPage(context)


def _due_models(context: PageContext) -> str:
    from styrdesk.ui.pieces.quality.models import models_page

    return models_page.due(context)


def _disposals(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.disposals_page import DisposalsPage

    return DisposalsPage(context)


@dataclass(frozen=True, slots=True)
class Sole:
    """The one register of a rubric: its page takes the rubric's place.

    Attributes:
        badge: Count or mark beside the rubric, as in `PageSpec`.
        topics: Tables whose change asks for a new badge.
        shows: Kinds of record that a hit of the search shows here.
        urgent: As of a part.
    """

    build: Callable[[PageContext], Page]
    badge: Callable[[PageContext], str] | None = None
    topics: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    urgent: Urgent | None = None


# Rubrics that are one register, by the rubric's key.
PAGES: Final[Mapping[str, Sole]] = {
    "law": Sole(_law, _due_laws, ("regulation",), ("regulation",), _urgent("law.law_page")),
    "results": Sole(_results),
    "cases": Sole(_cases, _late_cases, ("case",), ("case",), _urgent("cases.cases_page")),
    "models": Sole(
        *(_models, _due_models, ("shared_model",), ("shared_model",)),
        _urgent("models.models_page"),
    ),
}

# Rubrics that several registers share, by the rubric's key: its page leads to them.
PARTS: Final[Mapping[str, tuple[Part, ...]]] = {
    "documents": (
        Part(
            PageSpec(
                "governing_documents", N_("Governing documents"), "landmark", _documents, _RUBRICS,
                badge=_due_documents, topics=("governing_document",), under="documents",
            ),
            N_("Each with its decision, its file, its reviews, and who has read it."),
            _urgent("documents.documents_page"),
        ),
        Part(
            PageSpec(
                "document_types", N_("Types"), "tag", _document_types, _RUBRICS, under="documents",
            ),
            N_("What kinds of governing documents there are, and who decides each."),
        ),
    ),
    "follow_up": (
        Part(
            PageSpec(
                "self_checks", N_("Self-checks"), "clipboard-check", _self_checks, _RUBRICS,
                badge=_late_self_checks, topics=("self_check",), under="follow_up",
                shows=("self_check",),
            ),
            N_("What is checked against which requirement, what was found and what is done."),
            _urgent("follow_up.self_checks_page"),
        ),
        Part(
            PageSpec(
                "control_results", N_("Internal control"), "shield-check", _controls, _RUBRICS,
                badge=_late_controls,
                topics=("control_result", "control", "plan", "plan_version"),
                shows=("control_result",), prints=True, under="follow_up",
            ),
            N_("The controls of the committee's plan, with what each came to."),
        ),
        Part(
            PageSpec(
                "quality_report", N_("Report on quality"), "file-check", _quality_report, _RUBRICS,
                topics=("quality_report",), prints=True, under="follow_up",
            ),
            N_("What the year's figures say, with your commentary, for the committee to decide."),
        ),
    ),
    "processes": (
        Part(
            PageSpec(
                "process", N_("Processes"), "workflow", _processes, _RUBRICS,
                prints=True, under="processes",
            ),
            N_("How the work is done from its beginning to its end, step by step, as a picture."),
        ),
        Part(
            PageSpec(
                "routines", N_("Routines"), "notebook-pen", _routines, _RUBRICS,
                badge=_due_routines, topics=("routine",), prints=True, under="processes",
            ),
            N_("How a thing is done and who answers for it, approved in versions, with receipts."),
            _urgent("processes.routines_page"),
        ),
        Part(
            PageSpec(
                "checklists", N_("Checklists"), "clipboard-check", _checklists, _RUBRICS,
                badge=_late_checklists,
                topics=("checklist", "checklist_template", "checklist_unit"),
                prints=True, shows=("checklist",),
                under="processes",
            ),
            N_("What is to be filled in, and what has been: every answer tells who and when."),
            _urgent("checklists.checklists_page"),
        ),
        Part(
            PageSpec(
                "checklist_templates", N_("Checklist templates"), "list-todo",
                _checklist_templates, _RUBRICS, prints=True, under="processes",
            ),
            N_("What is asked, how often and where."),
        ),
    ),
    "cases": (
        Part(
            PageSpec(
                "case_figures", N_("Figures of cases"), "chart-line", _case_figures, _RUBRICS,
                under="cases", prints=True,
            ),
            N_("How many of each, answered in time, open and late, against last year."),
        ),
        Part(
            PageSpec(
                "case_types", N_("Kinds of cases"), "list-ordered", _case_types, _RUBRICS,
                under="cases",
            ),
            N_("What each asks for, its steps with their last days, and who sees to them."),
        ),
        Part(
            PageSpec(
                "letter_templates", N_("Letter templates"), "mail", _letter_templates, _RUBRICS,
                under="cases",
            ),
            N_("What an acknowledgement and an answer say before they are written."),
        ),
        Part(
            PageSpec(
                "cause_categories", N_("Categories of causes"), "tag", _cause_categories,
                _RUBRICS, under="cases",
            ),
            N_("What cases are due to, in few words. The statistics count by them."),
        ),
        Part(
            PageSpec(
                "retention_rules", N_("Disposal"), "archive", _retention, _RUBRICS, under="cases",
            ),
            N_("How long what is closed is kept, and taking away what has been kept long enough."),
        ),
        Part(
            PageSpec(
                "disposals", N_("Records of disposal"), "eraser", _disposals, _RUBRICS,
                under="cases", prints=True,
            ),
            N_("What has been taken away, by which rule and decision, each with its record."),
        ),
        Part(
            PageSpec(
                "personal_data", N_("Personal data"), "user", _personal_data, _RUBRICS,
                prints=True, under="cases",
            ),
            N_("All that the file tells of a person: for an extract, or to be erased."),
        ),
    ),
}  # fmt: skip


def urgent(context: PageContext, rubric: str) -> tuple[str, str]:
    """What most wants doing at a rubric, with the part it stands at where there are several."""
    sole = PAGES.get(rubric)
    if sole is not None:
        return sole.urgent(context) if sole.urgent is not None else ("", "")
    parts = [part for part in PARTS.get(rubric, ()) if part.urgent is not None]
    found = [(_(part.page.title), *part.urgent(context)) for part in parts if part.urgent]
    for kind in ("bad", "warn", "info"):
        words = [f"{title}: {said}" for title, how, said in found if said and how == kind]
        if words:
            return kind, " · ".join(words)
    return "", ""


def topics(rubric: str) -> frozenset[str]:
    """Tables whose change may change that."""
    pages = (PAGES.get(rubric), *(part.page for part in PARTS.get(rubric, ())))
    return frozenset(topic for page in pages if page is not None for topic in page.topics)
