"""What the forms of the tab choose among, in Swedish order."""

from __future__ import annotations

from collections.abc import Iterable

from styrdesk.base.i18n import _
from styrdesk.domain import goal
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.goal import StrategicPlan
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit.piece import PageContext


def strategic_plans(context: PageContext) -> list[tuple[str, str]]:
    """All strategic plans, the newest first."""
    rows = context.services.strategic_plans.rows(order=("-first_year", BY_NAME))
    return [(plan.id, plan.title) for plan in rows]


def goals(context: PageContext) -> list[tuple[str, str]]:
    """Goals of the strategic plans that cover the year."""
    rows = context.services.goals.rows(
        {"strategic_plan_id": ids(covering(context))}, order=("code",)
    )
    return [(goal.id, f"{goal.code} {goal.title}") for goal in rows]


def covering(context: PageContext) -> tuple[StrategicPlan, ...]:
    """The strategic plans that hold for the year, the newest first."""
    return goal.covering(context.services.strategic_plans.rows(), context.year())


def the_covering(context: PageContext) -> StrategicPlan:
    """The strategic plan that holds for the year.

    Raises:
        RuleBroken: None does; the message says what to do first.
    """
    found = covering(context)
    if not found:
        message = _("No strategic plan holds for {year}. Begin with one under Strategic plans.")
        raise RuleBroken(message.format(year=context.year()))
    return found[0]


def the_committee(context: PageContext) -> str:
    """Id of the nämnd chosen in the window's head.

    Raises:
        RuleBroken: None is; the message says what to do first.
    """
    chosen = context.shell.where().committee_id
    if not chosen:
        raise RuleBroken(_("There is no committee yet. Begin with one under Committees."))
    return chosen


def in_plan(context: PageContext) -> str:
    """One line on which strategic plan a page shows."""
    found = covering(context)
    if not found:
        return _("No strategic plan holds for {year}.").format(year=context.year())
    return ", ".join(plan.title for plan in found)


def ids(records: Iterable[StrategicPlan]) -> list[str]:
    """The ids of some plans."""
    return [record.id for record in records]
