"""What must be there before a page can hold anything, and the button that makes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.goal import StrategicPlan
from styrdesk.domain.organisation import Committee
from styrdesk.domain.record import Record
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import Need
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.pieces.planning import choices

R = TypeVar("R", bound=Record)
_TERM = 4  # years of a mandatperiod, which a strategic plan follows


def new_strategic_plan(context: PageContext) -> StrategicPlan:
    """A plan of four years from the year chosen."""
    title = _(context.services.strategic_plans.spec.new_label)
    first = context.year()
    return StrategicPlan(new_id(), title=title, first_year=first, last_year=first + _TERM - 1)


def a_strategic_plan(context: PageContext) -> Need | None:
    """Goals and assignments belong to a strategic plan that holds for the year."""
    if choices.covering(context):
        return None
    register = context.services.strategic_plans
    head = _("First a strategic plan for {year}").format(year=context.year())
    if register.count():
        body = _("The strategic plans in the file hold for other years. Add one, or change years.")
        act: Callable[[], object] = partial(_go, context, "strategic_plans")
        return Need(head, body, _("Show strategic plans"), act)
    body = _("Goals and assignments belong to the council's strategic plan. Its title is enough.")
    act = partial(_make, context, register, new_strategic_plan, "strategic_plans")
    return Need(head, body, _(register.spec.new_label), act)


def a_committee(context: PageContext) -> Need | None:
    """Units, frames and plans belong to a nämnd."""
    if context.shell.where().committee_id:
        return None
    register = context.services.committees
    head, body = _("First a committee"), _("What stands here belongs to it. Its name is enough.")
    act = partial(_make, context, register, _new_committee, "committees")
    return Need(head, body, _(register.spec.new_label), act)


def _new_committee(context: PageContext) -> Committee:
    return Committee(new_id(), name=_(context.services.committees.spec.new_label))


def _make(
    context: PageContext,
    register: Register[R],
    fresh: Callable[[PageContext], R],
    page: str,
) -> None:
    """Make the first one and open its form on its own page."""
    record = fresh(context)
    if context.operations.run(partial(register.add, record)) is not None:
        _go(context, page, record.id)


def _go(context: PageContext, page: str, record: str = "") -> None:
    context.shell.go(Target("planning", page, record))
