"""Processes: what shares the rubric."""

from __future__ import annotations

from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec
from styrdesk.ui.pieces.quality.part import RUBRICS, Part, urgent_of


def _processes(context: PageContext) -> Page:
    from styrdesk.ui.pieces.quality.processes.processes_page import ProcessesPage

    return ProcessesPage(context)


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


PARTS: Final[tuple[Part, ...]] = (
    Part(
        PageSpec(
            "process", N_("Processes"), "workflow", _processes, RUBRICS,
            prints=True, under="processes",
        ),
        N_("How the work is done from its beginning to its end, step by step, as a picture."),
    ),
    Part(
        PageSpec(
            "routines", N_("Routines"), "notebook-pen", _routines, RUBRICS,
            badge=_due_routines, topics=("routine",), prints=True, under="processes",
        ),
        N_("How a thing is done and who answers for it, approved in versions, with receipts."),
        urgent_of("processes.routines_page"),
    ),
    Part(
        PageSpec(
            "checklists", N_("Checklists"), "clipboard-check", _checklists, RUBRICS,
            badge=_late_checklists,
            topics=("checklist", "checklist_template", "checklist_unit"),
            prints=True, shows=("checklist",),
            under="processes",
        ),
        N_("What is to be filled in, and what has been: every answer tells who and when."),
        urgent_of("checklists.checklists_page"),
    ),
    Part(
        PageSpec(
            "checklist_templates", N_("Checklist templates"), "list-todo",
            _checklist_templates, RUBRICS, prints=True, under="processes",
        ),
        N_("What is asked, how often and where."),
    ),
)  # fmt: skip
