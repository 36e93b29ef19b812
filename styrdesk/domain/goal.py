"""Goals: kommunfullmäktige's in the strategic plan, the nämnd's own, and what links them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import link, maybe, named, owner, searched


@dataclass(frozen=True, slots=True)
class StrategicPlan:
    """Kommunfullmäktige's main plan, with the years it holds for."""

    id: str
    title: str = named()
    first_year: int = 2024
    last_year: int = 2027
    decided_on: date | None = None
    paragraph: str = ""


class GoalKind(StrEnum):
    """Kinds of goals in the budget (kommunallagen 11 kap. 6 §)."""

    OPERATIONAL = "operational"
    FINANCIAL = "financial"


GOAL_KINDS = {
    GoalKind.OPERATIONAL: N_("Operational goal"),
    GoalKind.FINANCIAL: N_("Financial goal"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal kommunfullmäktige has set.

    Attributes:
        sound_management: Whether it is a goal for god ekonomisk hushållning.
    """

    id: str
    strategic_plan_id: str = link("strategic_plan")
    code: str = named()
    title: str = named()
    description: str = searched()
    kind: GoalKind = GoalKind.OPERATIONAL
    sound_management: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class CommitteeGoal:
    """A goal the nämnd sets for itself (nämndmål)."""

    id: str
    plan_id: str = owner("plan")
    code: str = named()
    title: str = named()
    motivation: str = searched()
    responsible: str = searched()
    position: int = 0


@dataclass(frozen=True, slots=True)
class GoalAnswer:
    """How the nämnd answers one of kommunfullmäktige's goals: by a goal of its own, or in words."""

    id: str
    plan_id: str = owner("plan")
    goal_id: str = link("goal")
    committee_goal_id: str | None = maybe("committee_goal")
    comment: str = ""
    position: int = 0


def covering(plans: Iterable[StrategicPlan], year: int) -> tuple[StrategicPlan, ...]:
    """The strategic plans that hold for a year, the newest first."""
    found = [plan for plan in plans if plan.first_year <= year <= plan.last_year]
    return tuple(sorted(found, key=lambda plan: (-plan.first_year, plan.id)))


def check_strategic_plan(plan: StrategicPlan) -> None:
    """Rules of a strategic plan."""
    required(plan.title, "title", _("Write the plan's title."))
    if plan.last_year < plan.first_year:
        raise RuleBroken(_("The last year must not come before the first."), "last_year")


def check_goal(goal: Goal) -> None:
    """Rules of a goal."""
    required(goal.code, "code", _("Write the goal's number, such as V1."))
    required(goal.title, "title", _("Write the goal in one sentence."))


def check_committee_goal(goal: CommitteeGoal) -> None:
    """Rules of a nämndmål."""
    required(goal.code, "code", _("Write the goal's number, such as N1."))
    required(goal.title, "title", _("Write the goal in one sentence."))
