"""The tab Planning process: the strategic plan, the nämnd's planning, and the organisation.

A page is loaded when it is first built, so that the window opens before all of it is read.
"""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import Page, PageContext, PageSpec, PieceSpec

_STRATEGIC = N_("Strategic plan")
_PLANNING = N_("The committee's planning")
_ORGANISATION = N_("Organisation")


def _goals(context: PageContext) -> str:
    from styrdesk.ui.pieces.planning import choices

    where = {"strategic_plan_id": choices.ids(choices.covering(context))}
    return _shown(context.services.goals.count(where))


def _assignments(context: PageContext) -> str:
    from styrdesk.ui.pieces.planning import choices

    where = {"strategic_plan_id": choices.ids(choices.covering(context))}
    return _shown(context.services.assignments.count(where))


def _indicators(context: PageContext) -> str:
    return _shown(context.services.indicators.count())


def _frames(context: PageContext) -> str:
    return _shown(context.services.budget_frames.count())


def _findings(context: PageContext) -> str:
    from styrdesk.ui.pieces.planning import plan_page

    return plan_page.badge(context)


def _shown(count: int) -> str:
    return str(count) if count else ""


def _assignments_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.assignments_page import AssignmentsPage

    return AssignmentsPage(context)


def _committees_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.committees_page import CommitteesPage

    return CommitteesPage(context)


def _frames_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.frames_page import FramesPage

    return FramesPage(context)


def _goals_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.goals_page import GoalsPage

    return GoalsPage(context)


def _indicators_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.indicators_page import IndicatorsPage

    return IndicatorsPage(context)


def _municipality_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.municipality_page import MunicipalityPage

    return MunicipalityPage(context)


def _people_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.people_page import PeoplePage

    return PeoplePage(context)


def _strategic_plans_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.strategic_plans_page import StrategicPlansPage

    return StrategicPlansPage(context)


def _units_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning.units_page import UnitsPage

    return UnitsPage(context)


def _plan_page(context: PageContext) -> Page:
    from styrdesk.ui.pieces.planning import plan_page

    return plan_page.build(context)


def _pages() -> tuple[PageSpec, ...]:
    from styrdesk.domain.catalogue import OWNED, PLAN_TABLES

    return (
        PageSpec(
            "goals", N_("Goals"), "target", _goals_page, _STRATEGIC,
            badge=_goals, topics=("goal", "strategic_plan"),
        ),
        PageSpec(
            "indicators", N_("Indicators"), "chart-line", _indicators_page, _STRATEGIC,
            badge=_indicators, topics=("indicator",),
        ),
        PageSpec(
            "assignments", N_("Assignments"), "flag", _assignments_page, _STRATEGIC,
            badge=_assignments, topics=("assignment", "strategic_plan"),
        ),
        PageSpec(
            "frames", N_("Budget frames"), "coins", _frames_page, _STRATEGIC,
            badge=_frames, topics=("budget_frame",), shows=("budget_frame",),
        ),
        PageSpec(
            "strategic_plans", N_("Strategic plans"), "landmark", _strategic_plans_page, _STRATEGIC
        ),
        PageSpec(
            "plan", N_("Committee plan"), "file-text", _plan_page, _PLANNING,
            badge=_findings, topics=PLAN_TABLES, prints=True, shows=OWNED,
        ),
        PageSpec(
            "municipality", N_("Municipality"), "building-2", _municipality_page, _ORGANISATION,
            shows=("municipality",),
        ),
        PageSpec("committees", N_("Committees"), "gavel", _committees_page, _ORGANISATION),
        PageSpec("units", N_("Units"), "list-tree", _units_page, _ORGANISATION),
        PageSpec("people", N_("People"), "users", _people_page, _ORGANISATION),
    )  # fmt: skip


PLANNING = PieceSpec(
    key="planning",
    title=N_("Planning process"),
    icon="",
    pages=_pages,
)
