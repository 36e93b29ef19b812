"""Checks of the red thread: goals and assignments are answered, measured, and worked with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from styrdesk.base.i18n import N_, _
from styrdesk.domain.assignment import WorkStatus
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.checks.places import at, inside
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import Gender, ValueKind
from styrdesk.domain.plan import BlockKind
from styrdesk.domain.risk import Handling, expected_handling


def goals_are_answered(document: PlanDocument) -> Iterator[Finding]:
    """Each of kommunfullmäktige's goals has an answer: a nämndmål or words."""
    answered = {a.goal_id for a in document.goal_answer if a.committee_goal_id or a.comment.strip()}
    for goal in document.goal:
        if goal.id not in answered:
            yield Finding(
                Severity.ERROR,
                "goal-unanswered",
                _("The goal {code} {title} has no answer.").format(
                    code=goal.code, title=goal.title
                ),
                inside(document, Place("goal", goal.id, "committee_goal_id"), BlockKind.GOALS),
            )


def assignments_are_answered(document: PlanDocument) -> Iterator[Finding]:
    """Each assignment says how the nämnd works with it."""
    answered = {a.assignment_id for a in document.assignment_answer if a.how.strip()}
    for assignment in document.assignment:
        if assignment.id not in answered:
            yield Finding(
                Severity.ERROR,
                "assignment-unanswered",
                _("The assignment {code} {title} has no answer.").format(
                    code=assignment.code, title=assignment.title
                ),
                inside(document, Place("assignment", assignment.id, "how"), BlockKind.ASSIGNMENTS),
            )


def committee_goals_have_indicators(document: PlanDocument) -> Iterator[Finding]:
    """Each nämndmål is judged by at least one indicator."""
    measured = {p.committee_goal_id for p in document.plan_indicator}
    for goal in document.committee_goal:
        if goal.id not in measured:
            yield Finding(
                Severity.WARNING,
                "goal-unmeasured",
                _("The goal {code} {title} has no indicator.").format(
                    code=goal.code, title=goal.title
                ),
                inside(
                    document,
                    Place("committee_goal", goal.id, "indicator_id"),
                    BlockKind.INDICATORS,
                    goal.id,
                ),
            )


def indicators_are_complete(document: PlanDocument) -> Iterator[Finding]:
    """Each indicator the plan follows has a target for the budget year and someone responsible."""
    year = document.the_plan.year
    for indicator in document.indicators_of(None):
        target = document.values.get((indicator.id, ValueKind.TARGET, Gender.ALL, year))
        if target is None or target.value is None:
            message = _("The indicator {code} {title} has no target for {year}.")
            yield Finding(
                Severity.WARNING,
                "indicator-target",
                message.format(code=indicator.code, title=indicator.title, year=year),
                Place("indicator", indicator.id, "target"),
            )
        if not indicator.responsible.strip():
            message = _("The indicator {code} {title} has nobody responsible.")
            yield Finding(
                Severity.WARNING,
                "indicator-responsible",
                message.format(code=indicator.code, title=indicator.title),
                Place("indicator", indicator.id, "responsible"),
            )


def activities_are_complete(document: PlanDocument) -> Iterator[Finding]:
    """Each activity has a beginning, an end and someone responsible; a dropped one says why."""
    for activity in document.activity:
        lacks = [
            (not activity.responsible.strip(), "responsible", N_("nobody responsible")),
            (activity.start is None, "start", N_("no start date")),
            (activity.end is None, "end", N_("no end date")),
            (
                activity.status is WorkStatus.DROPPED and not activity.comment.strip(),
                "comment",
                N_("no reason for being dropped"),
            ),
        ]
        for missing, field, words in lacks:
            if missing:
                yield Finding(
                    Severity.WARNING,
                    f"activity-{field}",
                    _("The activity {code} {title} has {what}.").format(
                        code=activity.code, title=activity.title, what=_(words)
                    ),
                    at(document, "activity", activity.id, field),
                )


def risks_are_handled(document: PlanDocument) -> Iterator[Finding]:
    """Each risk is handled as its value asks, and a controlled one has a control."""
    plan = document.the_plan
    order = list(Handling)
    controlled = {c.risk_id for c in document.control}
    for risk in document.risk:
        expected = expected_handling(risk.value, plan.risk_action_from, plan.risk_control_from)
        if order.index(risk.handling) < order.index(expected):
            message = _("The risk {code} has the value {value} and asks for more than it gets.")
            yield Finding(
                Severity.WARNING,
                "risk-handling",
                message.format(code=risk.code, value=risk.value),
                at(document, "risk", risk.id, "handling"),
            )
        if risk.handling is Handling.CONTROL and risk.id not in controlled:
            yield Finding(
                Severity.WARNING,
                "risk-uncontrolled",
                _("The risk {code} is to be controlled but has no control.").format(code=risk.code),
                inside(document, Place("risk", risk.id, "risk_id"), BlockKind.CONTROLS),
            )


def codes_are_unique(document: PlanDocument) -> Iterator[Finding]:
    """A number such as N1 or A3 names one thing; the last that has it is to be given another."""
    for table in ("committee_goal", "activity", "risk"):
        rows = [(str(getattr(row, "code", "")).strip(), row.id) for row in document.rows(table)]
        last = dict(rows)
        for code, times in Counter(code for code, _record in rows).items():
            if code and times > 1:
                yield Finding(
                    Severity.ERROR,
                    "code-twice",
                    _("The number {code} is used {times} times.").format(code=code, times=times),
                    at(document, table, last[code], "code"),
                )
