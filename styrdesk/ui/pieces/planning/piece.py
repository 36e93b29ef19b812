"""The tab Planning process: the strategic plan, the nämnd's planning, and the organisation."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.ui.kit.piece import PageContext, PageSpec, PieceSpec
from styrdesk.ui.pieces.planning import choices, plan_page
from styrdesk.ui.pieces.planning.assignments_page import AssignmentsPage
from styrdesk.ui.pieces.planning.committees_page import CommitteesPage
from styrdesk.ui.pieces.planning.editor.manuscript import TOPICS
from styrdesk.ui.pieces.planning.frames_page import FramesPage
from styrdesk.ui.pieces.planning.goals_page import GoalsPage
from styrdesk.ui.pieces.planning.indicators_page import IndicatorsPage
from styrdesk.ui.pieces.planning.municipality_page import MunicipalityPage
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from styrdesk.ui.pieces.planning.strategic_plans_page import StrategicPlansPage
from styrdesk.ui.pieces.planning.units_page import UnitsPage

_STRATEGIC = N_("Strategic plan")
_PLANNING = N_("The committee's planning")
_ORGANISATION = N_("Organisation")


def _goals(context: PageContext) -> str:
    where = {"strategic_plan_id": choices.ids(choices.covering(context))}
    return _shown(context.services.goals.count(where))


def _assignments(context: PageContext) -> str:
    where = {"strategic_plan_id": choices.ids(choices.covering(context))}
    return _shown(context.services.assignments.count(where))


def _indicators(context: PageContext) -> str:
    return _shown(context.services.indicators.count())


def _frames(context: PageContext) -> str:
    return _shown(context.services.budget_frames.count())


def _shown(count: int) -> str:
    return str(count) if count else ""


PLANNING = PieceSpec(
    key="planning",
    title=N_("Planning process"),
    icon="",
    pages=(
        PageSpec(
            "goals", N_("Goals"), "target", GoalsPage, _STRATEGIC,
            badge=_goals, topics=("goal", "strategic_plan"),
        ),
        PageSpec(
            "indicators", N_("Indicators"), "chart-line", IndicatorsPage, _STRATEGIC,
            badge=_indicators, topics=("indicator",),
        ),
        PageSpec(
            "assignments", N_("Assignments"), "flag", AssignmentsPage, _STRATEGIC,
            badge=_assignments, topics=("assignment", "strategic_plan"),
        ),
        PageSpec(
            "frames", N_("Budget frames"), "coins", FramesPage, _STRATEGIC,
            badge=_frames, topics=("budget_frame",),
        ),
        PageSpec(
            "strategic_plans", N_("Strategic plans"), "landmark", StrategicPlansPage, _STRATEGIC
        ),
        PageSpec(
            "plan", N_("Committee plan"), "file-text", plan_page.build, _PLANNING,
            badge=plan_page.badge, topics=tuple(sorted(TOPICS)),
        ),
        PageSpec(
            "municipality", N_("Municipality"), "building-2", MunicipalityPage, _ORGANISATION
        ),
        PageSpec("committees", N_("Committees"), "gavel", CommitteesPage, _ORGANISATION),
        PageSpec("units", N_("Units"), "list-tree", UnitsPage, _ORGANISATION),
        PageSpec("people", N_("People"), "users", PeoplePage, _ORGANISATION),
    ),
    reports=("plan",),
)  # fmt: skip
