"""Cases: what shares the rubric beside the register itself."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec
from styrdesk.ui.pieces.quality.part import RUBRICS, Part, Sole, urgent_of


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


def _retention(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.retention_page import RetentionPage

    return RetentionPage(context)


def _personal_data(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.personal_page import PersonalDataPage

    return PersonalDataPage(context)


def _disposals(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.cases.disposals_page import DisposalsPage

    return DisposalsPage(context)


SOLE: Final = Sole(_cases, _late_cases, ("case",), ("case",), urgent_of("cases.cases_page"))
PARTS: Final[tuple[Part, ...]] = (
    Part(
        PageSpec(
            "case_figures", N_("Figures of cases"), "chart-line", _case_figures, RUBRICS,
            under="cases", prints=True,
        ),
        N_("How many of each, answered in time, open and late, against last year."),
    ),
    Part(
        PageSpec(
            "case_types", N_("Kinds of cases"), "list-ordered", _case_types, RUBRICS,
            under="cases",
        ),
        N_("What each asks for, its steps with their last days, and who sees to them."),
    ),
    Part(
        PageSpec(
            "letter_templates", N_("Letter templates"), "mail", _letter_templates, RUBRICS,
            under="cases",
        ),
        N_("What an acknowledgement and an answer say before they are written."),
    ),
    Part(
        PageSpec(
            "cause_categories", N_("Categories of causes"), "tag", _cause_categories,
            RUBRICS, under="cases",
        ),
        N_("What cases are due to, in few words. The statistics count by them."),
    ),
    Part(
        PageSpec(
            "retention_rules", N_("Disposal"), "archive", _retention, RUBRICS, under="cases",
        ),
        N_("How long what is closed is kept, and taking away what has been kept long enough."),
    ),
    Part(
        PageSpec(
            "disposals", N_("Records of disposal"), "eraser", _disposals, RUBRICS,
            under="cases", prints=True,
        ),
        N_("What has been taken away, by which rule and decision, each with its record."),
    ),
    Part(
        PageSpec(
            "personal_data", N_("Personal data"), "user", _personal_data, RUBRICS,
            prints=True, under="cases",
        ),
        N_("All that the file tells of a person: for an extract, or to be erased."),
    ),
)  # fmt: skip
