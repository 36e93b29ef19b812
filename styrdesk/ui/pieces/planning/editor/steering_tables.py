"""Tables of steering: goals and their answers, assignments, indicators, activities, volumes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.assignment import WORK_STATUSES, Assignment, AssignmentAnswer
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer
from styrdesk.domain.indicator import Gender, Indicator, PlanIndicator, ValueKind, shown, table_of
from styrdesk.domain.plan import Activity, Block, Volume
from styrdesk.services.codes import next_code
from styrdesk.ui.pieces.planning.editor.columns import (
    Column,
    Options,
    choice,
    computed,
    day,
    decimal,
    whole,
    words,
)
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.table_spec import TableSpec


def own_goals(manuscript: Manuscript) -> Options:
    """The plan's nämndmål, and none."""
    rows = manuscript.services.committee_goals.rows({"plan_id": manuscript.plan_id})
    return [(None, ""), *((goal.id, f"{goal.code} {goal.title}".strip()) for goal in rows)]


def _statuses() -> Options:
    return [(status, _(said)) for status, said in WORK_STATUSES.items()]


# ---- goals -----------------------------------------------------------------------------------


def _goal_of(plan_id: str, beside: Sequence[CommitteeGoal]) -> CommitteeGoal:
    return CommitteeGoal(
        new_id(), plan_id=plan_id, code=next_code("N", (goal.code for goal in beside))
    )


def goals(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """The nämnd's own goals, and how each of kommunfullmäktige's goals is answered."""
    services = manuscript.services
    own: TableSpec[CommitteeGoal] = TableSpec(
        name=_("The committee's goals"),
        table="committee_goal",
        topics=frozenset({"committee_goal"}),
        columns=(
            words(_("No."), "code", 56),
            words(_("Committee goal"), "title"),
            words(_("Responsible"), "responsible", 152),
        ),
        lines=partial(services.committee_goals.rows, {"plan_id": manuscript.plan_id}),
        register=services.committee_goals,
        fresh=partial(_goal_of, manuscript.plan_id),
        details=(("title", _("Committee goal")), ("motivation", _("Reason and connection"))),
    )
    return own, _Answers(manuscript).spec()


class _Answers:
    """Kommunfullmäktige's goals with their answers; a goal without one has an empty row."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript, self._services = manuscript, manuscript.services
        self._unsaved: dict[str, str] = {}
        self._goals: dict[str, Goal] = {}

    def spec(self) -> TableSpec[GoalAnswer]:
        """The table."""
        return TableSpec(
            name=_("Answers to the council's goals"),
            table="goal_answer",
            topics=frozenset({"goal", "goal_answer", "committee_goal", "plan"}),
            columns=(
                computed(_("The council's goal"), self._title, 0, "text"),
                choice(_("Answered by"), "committee_goal_id", own_goals(self._manuscript), 176),
                words(_("In words"), "comment", 184),
            ),
            lines=self._lines,
            register=self._services.goal_answers,
            details=(("comment", _("How the committee contributes")),),
            is_about=self._is_about,
            again=(_("One more answer"), self._again),
            page="goals",
            hint=_("Each goal is answered by a committee goal, or in words."),
        )

    def _lines(self) -> list[GoalAnswer]:
        plan = self._manuscript.plan
        here = {"strategic_plan_id": plan.strategic_plan_id}
        given = self._manuscript.shared(self._services.goals, here)
        self._goals = {goal.id: goal for goal in given}
        answers = self._services.goal_answers.rows({"plan_id": plan.id})
        lines: list[GoalAnswer] = []
        for goal in given:
            mine = [answer for answer in answers if answer.goal_id == goal.id]
            key = self._unsaved.setdefault(goal.id, new_id())
            lines += mine or [GoalAnswer(key, plan_id=plan.id, goal_id=goal.id)]
        return lines

    def _again(self, answer: GoalAnswer) -> GoalAnswer:
        return GoalAnswer(new_id(), plan_id=answer.plan_id, goal_id=answer.goal_id)

    def _title(self, answer: GoalAnswer) -> str:
        goal = self._goals.get(answer.goal_id)
        return f"{goal.code} {goal.title}" if goal is not None else ""

    def _is_about(self, answer: GoalAnswer, record_id: str) -> bool:
        return record_id in (answer.id, answer.goal_id)


# ---- assignments -----------------------------------------------------------------------------


class _Tasks:
    """The assignments given to the nämnd with the plan's answers."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript, self._services = manuscript, manuscript.services
        self._unsaved: dict[str, str] = {}
        self._tasks: dict[str, Assignment] = {}

    def spec(self) -> TableSpec[AssignmentAnswer]:
        """The table."""
        return TableSpec(
            name=_("The council's assignments"),
            table="assignment_answer",
            topics=frozenset({"assignment", "assignment_answer", "plan"}),
            columns=(
                computed(_("Assignment"), self._title, 0, "text"),
                computed(_("Due"), self._due, 104, "date"),
                words(_("How the committee works with it"), "how", 200),
                words(_("Responsible"), "responsible", 120),
                choice(_("Status"), "status", _statuses(), 104),
            ),
            lines=self._lines,
            register=self._services.assignment_answers,
            details=(("how", _("How the committee works with it")),),
            is_about=self._is_about,
            page="assignments",
        )

    def _lines(self) -> list[AssignmentAnswer]:
        plan = self._manuscript.plan
        given = self._manuscript.document.assignment  # those of its own time, and those it answers
        self._tasks = {task.id: task for task in given}
        answers = {
            answer.assignment_id: answer
            for answer in self._services.assignment_answers.rows({"plan_id": plan.id})
        }
        return [
            answers.get(task.id)
            or AssignmentAnswer(
                self._unsaved.setdefault(task.id, new_id()),
                plan_id=plan.id,
                assignment_id=task.id,
            )
            for task in given
        ]

    def _title(self, answer: AssignmentAnswer) -> str:
        task = self._tasks.get(answer.assignment_id)
        return f"{task.code} {task.title}" if task is not None else ""

    def _due(self, answer: AssignmentAnswer) -> str:
        task = self._tasks.get(answer.assignment_id)
        return task.deadline.isoformat() if task is not None and task.deadline else ""

    def _is_about(self, answer: AssignmentAnswer, record_id: str) -> bool:
        return record_id in (answer.id, answer.assignment_id)


def assignments(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Assignments and how the nämnd works with them."""
    return (_Tasks(manuscript).spec(),)


# ---- indicators ------------------------------------------------------------------------------


class _Followed:
    """The indicators that the plan follows, with their values from the register."""

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        self._manuscript, self._services = manuscript, manuscript.services
        self._goal = block.committee_goal_id
        self._known: dict[str, Indicator] = {}
        self._values = table_of(())

    def spec(self) -> TableSpec[PlanIndicator]:
        """The table."""
        rows = sorted(
            self._manuscript.shared(self._services.indicators, {}), key=attrgetter("code")
        )
        options = [(row.id, f"{row.code} {row.title}") for row in rows]
        year = self._manuscript.plan.year
        past = [
            computed(str(at), partial(self._value, ValueKind.OUTCOME, at), 64)
            for at in (year - 2, year - 1)
        ]
        aims = [
            computed(
                _("Target {year}").format(year=f"{at % 100:02d}"),
                partial(self._value, ValueKind.TARGET, at),
                76,
            )
            for at in (year, year + 1, year + 2)
        ]
        return TableSpec(
            name=_("Indicators"),
            table="plan_indicator",
            topics=frozenset({"indicator", "indicator_value", "plan_indicator", "committee_goal"}),
            columns=(
                choice(_("Indicator"), "indicator_id", options, 0),
                choice(_("Committee goal"), "committee_goal_id", own_goals(self._manuscript), 112),
                *past,
                *aims,
            ),
            lines=self._lines,
            register=self._services.plan_indicators,
            fresh=self._fresh,
            is_about=self._is_about,
            page="indicators",
            hint=_("Choose indicators in the last row. Their values are written in the register."),
        )

    def _lines(self) -> tuple[PlanIndicator, ...]:
        where: dict[str, object] = {"plan_id": self._manuscript.plan_id}
        if self._goal:
            where["committee_goal_id"] = self._goal
        links = self._services.plan_indicators.rows(where)
        ids = [link.indicator_id for link in links]
        shared, services = self._manuscript.shared, self._services
        self._known = {row.id: row for row in shared(services.indicators, {"id": ids})}
        values = shared(services.indicator_values, {"indicator_id": ids})
        self._values = table_of(values)
        return links

    def _fresh(self, _beside: Sequence[PlanIndicator]) -> PlanIndicator:
        return PlanIndicator(
            new_id(), plan_id=self._manuscript.plan_id, committee_goal_id=self._goal
        )

    def _value(self, kind: ValueKind, year: int, link: PlanIndicator) -> str:
        indicator = self._known.get(link.indicator_id)
        if indicator is None:
            return ""
        return shown(self._values.get((indicator.id, kind, Gender.ALL, year)), indicator.decimals)

    def _is_about(self, link: PlanIndicator, record_id: str) -> bool:
        return record_id in (link.id, link.indicator_id)


def indicators(manuscript: Manuscript, block: Block) -> tuple[TableSpec[Any], ...]:
    """What the plan is judged by."""
    return (_Followed(manuscript, block).spec(),)


# ---- activities and volumes ------------------------------------------------------------------


def _activity_of(plan_id: str, goal: str | None, beside: Sequence[Activity]) -> Activity:
    code = next_code("A", (activity.code for activity in beside))
    return Activity(new_id(), plan_id=plan_id, committee_goal_id=goal, code=code)


def activities(manuscript: Manuscript, block: Block) -> tuple[TableSpec[Any], ...]:
    """What is done, when and by whom."""
    services, goal = manuscript.services, block.committee_goal_id
    given = {"strategic_plan_id": manuscript.plan.strategic_plan_id}
    tasks = manuscript.shared(services.assignments, given)
    where: dict[str, object] = {"plan_id": manuscript.plan_id}
    if goal:
        where["committee_goal_id"] = goal
    today, year = services.clock.today, manuscript.plan.year
    columns: tuple[Column[Any], ...] = (
        words(_("No."), "code", 52),
        words(_("Activity"), "title"),
        choice(_("Committee goal"), "committee_goal_id", own_goals(manuscript), 104),
        choice(
            _("Assignment"),
            "assignment_id",
            [(None, ""), *((task.id, f"{task.code} {task.title}") for task in tasks)],
            92,
        ),
        day(_("Start"), "start", today, year),
        day(_("End"), "end", today, year),
        words(_("Responsible"), "responsible", 128),
        choice(_("Status"), "status", _statuses(), 104),
    )
    spec: TableSpec[Activity] = TableSpec(
        name=_("Activities"),
        table="activity",
        topics=frozenset({"activity", "committee_goal", "assignment"}),
        columns=columns,
        lines=partial(services.activities.rows, where),
        register=services.activities,
        fresh=partial(_activity_of, manuscript.plan_id, goal),
        details=(("title", _("Activity")), ("comment", _("Comment"))),
    )
    return (spec,)


def _volume_of(plan_id: str, _beside: Sequence[Volume]) -> Volume:
    return Volume(new_id(), plan_id=plan_id)


def volumes(manuscript: Manuscript, _block: Block) -> tuple[TableSpec[Any], ...]:
    """Volumes and key figures."""
    plan, services = manuscript.plan, manuscript.services
    ends = [f"{(plan.year + n) % 100:02d}" for n in range(-2, 3)]
    columns: tuple[Column[Any], ...] = (
        words(_("Measure"), "title"),
        words(_("Unit"), "unit", 72),
        whole(_("Decimals"), "decimals", (0, 4), 76),
        decimal(_("Outcome {year}").format(year=ends[0]), "outcome", 84),
        decimal(_("Budget {year}").format(year=ends[1]), "last_budget", 84),
        decimal(_("Budget {year}").format(year=ends[2]), "year_1", 84),
        decimal(_("Plan {year}").format(year=ends[3]), "year_2", 76),
        decimal(_("Plan {year}").format(year=ends[4]), "year_3", 76),
    )
    spec: TableSpec[Volume] = TableSpec(
        name=_("Volumes and key figures"),
        table="volume",
        topics=frozenset({"volume"}),
        columns=columns,
        lines=partial(services.volumes.rows, {"plan_id": plan.id}),
        register=services.volumes,
        fresh=partial(_volume_of, plan.id),
    )
    return (spec,)


TABLES: dict[str, Callable[[Manuscript, Block], tuple[TableSpec[Any], ...]]] = {
    "goals": goals,
    "assignments": assignments,
    "indicators": indicators,
    "activities": activities,
    "volumes": volumes,
}
