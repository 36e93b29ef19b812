"""The way to the first plan: what it rests on and is not in the file yet, in the order of work."""

from __future__ import annotations

from collections.abc import Iterator

from styrdesk.base.i18n import _
from styrdesk.domain.checks.chapters import is_blank
from styrdesk.domain.goal import covering
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.start.todo import Reader, Todo


def first_steps(reader: Reader, where: Where) -> list[Todo]:
    """The steps that are left to a first plan of a nämnd and year; none once it is written in.

    A plan can be made before any of them: they are advice, and stop nothing.
    """
    services = reader.services
    plans = services.plans.plans(where.committee_id, where.year) if where.committee_id else ()
    begun = [plan for plan in plans if plan.is_final or not is_blank(reader.document(plan.id))]
    if not where.committee_id or begun:
        return []
    return [
        Todo("first", title, second, icon, Target("planning", page))
        for page, icon, title, second in (*_steps(services, where), _plan(where, bool(plans)))
    ]


def _steps(services: Services, where: Where) -> Iterator[tuple[str, str, str, str]]:
    strategic = covering(services.strategic_plans.rows(), where.year)
    mine = {"committee_id": where.committee_id}
    if not services.units.count(mine):
        said = _("The administration and what it runs; the budget follows them")
        yield "units", "list-tree", _("Write in the committee's units"), said
    if services.people.count() <= 1:  # whoever made the file stands there already
        said = _("The chair and those who write; each chapter has one who is responsible")
        yield "people", "users", _("Write in the people"), said
    if not strategic:
        said = _("Title and years; goals and assignments belong to it")
        yield "strategic_plans", "landmark", _("Write in the council's strategic plan"), said
    if not services.goals.count({"strategic_plan_id": [plan.id for plan in strategic]}):
        said = _("The plan answers each of them")
        yield "goals", "target", _("Write in the council's goals and assignments"), said
    if not services.indicators.count():
        said = _("What you follow already, with its values")
        yield "indicators", "chart-line", _("Write in the indicators"), said
    if not services.budget_frames.count({**mine, "year": where.year}):
        said = _("The lines of the year; the operating budget is held against their sum")
        words = _("Write in the budget frame for {year}").format(year=where.year)
        yield "frames", "coins", words, said


def _plan(where: Where, there: bool) -> tuple[str, str, str, str]:  # noqa: FBT001  # of a plan
    said = _("The template has every chapter, with instructions to the writers")
    if there:
        words = _("Write in the committee plan for {year}").format(year=where.year)
        return "plan", "file-pen", words, said
    words = _("Begin the committee plan for {year}").format(year=where.year)
    return "plan", "file-plus", words, said
