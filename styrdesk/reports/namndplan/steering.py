"""Tables of steering: goals, assignments, indicators with charts, activities, volumes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from styrdesk.base.formats import EN_DASH, number_as_written, on_one_line
from styrdesk.base.i18n import _
from styrdesk.domain.assignment import WORK_STATUSES, Assignment
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.goal import GOAL_KINDS, CommitteeGoal, Goal
from styrdesk.domain.indicator import (
    ARROWS,
    DIRECTIONS,
    GENDERS,
    Gender,
    Indicator,
    Missing,
    ValueKind,
    shown,
)
from styrdesk.domain.paragraph import decision
from styrdesk.domain.plan import Activity, Block
from styrdesk.reports import kit
from styrdesk.reports.kit import (
    ColumnSpec,
    Measure,
    Row,
    RowKind,
    TableSpec,
    Words,
    joined,
    own,
    short,
)
from styrdesk.reports.namndplan.data import PlanPrint


def coded(record: CommitteeGoal | Goal | Assignment | Indicator | Activity) -> str:
    """«N1 Alla elever når målen»."""
    return f"{record.code} {record.title}".strip()


def measured(indicator: Indicator) -> str:
    """What is measured and in what unit, which some write in the name itself."""
    title, unit = indicator.title, indicator.unit
    told = title.casefold().endswith(unit.casefold()) or f"({unit})" in title
    return title if told else f"{title}, {unit}"


def goals(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Kommunfullmäktige's goals, each with the nämnd's goals or words that answer it."""
    document = data.document
    ours = {goal.id: goal for goal in document.committee_goal}
    told: set[str] = set()
    rows: list[Row] = []
    for goal in document.goal:
        rows.append(Row((_headed(goal),), RowKind.GROUP))
        answers = [a for a in document.goal_answer if a.goal_id == goal.id]
        for answer in answers:
            mine = ours.get(answer.committee_goal_id or "")
            words: list[Words] = [answer.comment]
            if mine and mine.id not in told:
                words.append(mine.motivation)
                told.add(mine.id)
            elif mine and mine.motivation.strip() and not answer.comment.strip():
                words.append(own(_("See above.")))
            name = coded(mine) if mine else own(_("Contributes"))
            text = joined(words) or EN_DASH
            rows.append(Row((name, text, mine.responsible if mine else EN_DASH)))
        if not answers:
            rows.append(Row((EN_DASH, own(_("No answer yet.")), EN_DASH)))
    linked = {a.committee_goal_id for a in document.goal_answer}
    rows.extend(_unlinked([g for g in document.committee_goal if g.id not in linked]))
    yield TableSpec(
        block.caption or own(_("The council's goals and the committee's goals")),
        (
            ColumnSpec(own(_("Committee goal")), weight=1),
            ColumnSpec(own(_("Reason and connection")), weight=1.6),
            ColumnSpec(own(_("Responsible")), weight=0.6),
        ),
        tuple(rows),
        summary=_("Each goal of the council with the committee's goals that answer it."),
    )


def _headed(goal: Goal) -> Words:
    """The goal, and of what kind it is where its own words do not tell."""
    kind = _(GOAL_KINDS[goal.kind])
    kinds = [kind[:1].lower() + kind[1:]]
    if goal.sound_management:
        kinds.append(_("sound financial management"))
    untold = [words for words in kinds if words.casefold() not in goal.title.casefold()]
    return joined((coded(goal), own(f"({', '.join(untold)})") if untold else ""), " ")


def _unlinked(goals: list[CommitteeGoal]) -> Iterator[Row]:
    if goals:
        yield Row((own(_("The committee's own goals")),), RowKind.GROUP)
    for goal in goals:
        yield Row((coded(goal), goal.motivation or EN_DASH, goal.responsible or EN_DASH))


def assignments(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Assignments from kommunfullmäktige and how the nämnd works with them."""
    document = data.document
    answers = {a.assignment_id: a for a in document.assignment_answer}
    rows = []
    for task in document.assignment:
        answer = answers.get(task.id)
        if answer is None and _given_later(task, document):
            continue
        when = "\n".join(
            p for p in (task.deadline.isoformat() if task.deadline else "", task.reporting) if p
        )
        rows.append(
            Row(
                (
                    task.code,
                    joined((task.title, decision_of(task))),
                    (answer.how if answer else "") or own(_("No answer yet.")),
                    when or EN_DASH,
                    (answer.responsible if answer else "") or EN_DASH,
                    own(on_one_line(_(WORK_STATUSES[answer.status]))) if answer else EN_DASH,
                )
            )
        )
    yield TableSpec(
        block.caption or own(_("The council's assignments")),
        (
            ColumnSpec(own(_("No.")), weight=0),
            ColumnSpec(own(_("Assignment")), weight=1),
            ColumnSpec(own(_("How the committee works with it")), weight=1.5),
            ColumnSpec(own(_("Due and reported")), weight=0.6),
            ColumnSpec(own(_("Responsible")), weight=0.5),
            ColumnSpec(own(_("Status")), weight=0),
        ),
        tuple(rows),
        dense=True,
        summary=_("Each assignment with its decision, work, deadline and status."),
    )


def _given_later(task: Assignment, document: PlanDocument) -> bool:
    """Whether kommunfullmäktige gave the assignment after the nämnd had decided the plan."""
    plan = document.the_plan
    if not (plan.is_final and plan.decided_on and task.decided_on):
        return False
    return task.decided_on > plan.decided_on


def decision_of(task: Assignment) -> Words:
    """«KF 2025-11-18 § 201»."""
    words = on_one_line(decision(task.decided_on, task.paragraph))
    return own(_("Council {decision}"), decision=words) if words else ""


@dataclass(frozen=True, slots=True)
class _Values:
    """Values of a document in the columns of an indicator table."""

    document: PlanDocument
    indicators: tuple[Indicator, ...]

    @property
    def outcome_years(self) -> list[int]:
        """The two latest years before the plan with any outcome."""
        ids = {i.id for i in self.indicators}
        years = {
            v.year
            for v in self.document.indicator_value
            if v.kind is ValueKind.OUTCOME
            and v.indicator_id in ids
            and v.year < self.document.the_plan.year
        }
        return sorted(years)[-2:]

    def cell(self, indicator: Indicator, kind: ValueKind, gender: Gender, year: int) -> Words:
        """One value as it is written."""
        value = self.document.values.get((indicator.id, kind, gender, year))
        if value is not None and value.missing is Missing.NO_DATA:
            return short(shown(value, indicator.decimals), _("no data"))
        return own(shown(value, indicator.decimals))

    def compared(self, indicator: Indicator, gender: Gender) -> Words:
        """The latest value one compares with."""
        years = sorted(
            v.year
            for v in self.document.indicator_value
            if v.kind is ValueKind.COMPARISON
            and v.indicator_id == indicator.id
            and v.gender is gender
        )
        if not years:
            return EN_DASH
        return self.cell(indicator, ValueKind.COMPARISON, gender, years[-1])

    def row(self, indicator: Indicator, gender: Gender, head: tuple[Words, ...]) -> Row:
        """One row: outcomes, targets, comparison."""
        outcomes = (
            self.cell(indicator, ValueKind.OUTCOME, gender, year) for year in self.outcome_years
        )
        targets = (
            self.cell(indicator, ValueKind.TARGET, gender, year)
            for year in self.document.the_plan.years
        )
        return Row((*head, *outcomes, *targets, self.compared(indicator, gender)))


def indicators(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Indicators with outcomes, targets and comparison; then a chart of each, if wanted."""
    document = data.document
    found = tuple(document.indicators_of(block.committee_goal_id))
    values = _Values(document, found)
    rows: list[Row] = []
    for indicator in found:
        arrow = on_one_line(f"{ARROWS[indicator.direction]} {_(DIRECTIONS[indicator.direction])}")
        about = _about(indicator)
        rows.append(values.row(indicator, Gender.ALL, (indicator.code, about, own(arrow))))
        if indicator.by_gender:
            for gender in (Gender.WOMEN, Gender.MEN):
                head = (f"{indicator.code}{gender.value.lower()}", own(_(GENDERS[gender])), "")
                rows.append(values.row(indicator, gender, head))
    compared = {i.compared_with for i in found if i.compared_with}
    before, years = values.outcome_years, document.the_plan.years
    over: list[tuple[Words, int]] = [("", 3), (own(_("Outcome")), len(before))]
    over += [(own(_("Target value")), len(years)), ("", 1)]
    yield TableSpec(
        block.caption or own(_("Indicators")),
        (
            ColumnSpec(own(_("No.")), weight=0),
            ColumnSpec(own(_("Indicator")), weight=1.5),
            ColumnSpec(own(_("Direction")), weight=0),
            *(ColumnSpec(str(year), "right", 0) for year in (*before, *years)),
            ColumnSpec(compared.pop() if len(compared) == 1 else own(_("Comparison")), "right", 0),
        ),
        tuple(rows),
        over_heads=tuple((head, columns) for head, columns in over if columns),
        dense=True,
        summary=_("Outcomes, targets and comparison of each indicator."),
    )
    if block.chart:
        charts = tuple(chart for i in found if (chart := _chart(data, i)) is not None)
        if charts:
            yield kit.ChartRow(charts)


def _about(indicator: Indicator) -> Words:
    """What is measured; under it where the figures come from and who answers for them."""
    told = []
    if indicator.source:
        told.append(own(_("Source: {source}."), source=indicator.source))
    if indicator.responsible:
        told.append(own(_("Responsible: {name}."), name=indicator.responsible))
    return joined((measured(indicator), joined(told, " ")))


def _chart(data: PlanPrint, indicator: Indicator) -> kit.IndicatorChart | None:
    def series(kind: ValueKind) -> tuple[Measure, ...]:
        found = [
            v
            for v in data.document.indicator_value
            if v.indicator_id == indicator.id and v.kind is kind and v.gender is Gender.ALL
        ]
        return tuple(
            Measure(str(v.year), float(v.value), shown(v, indicator.decimals))
            for v in sorted(found, key=lambda v: v.year)
            if v.value is not None
        )

    outcomes, targets = series(ValueKind.OUTCOME), series(ValueKind.TARGET)
    if not (outcomes or targets):
        return None
    return kit.IndicatorChart(
        f"{indicator.code} {measured(indicator)}".strip(),
        outcomes,
        targets,
        series(ValueKind.COMPARISON),
        (_("Outcome"), _("Target value"), indicator.compared_with or _("Comparison")),
    )


def activities(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Activities with their dates, person and status."""
    document = data.document
    codes = {goal.id: goal.code for goal in document.committee_goal}
    tasks = {task.id: task.code for task in document.assignment}
    rows = []
    for activity in document.activity:
        if block.committee_goal_id not in (None, activity.committee_goal_id):
            continue
        serves = (
            codes.get(activity.committee_goal_id or ""),
            tasks.get(activity.assignment_id or ""),
        )
        rows.append(
            Row(
                (
                    activity.code,
                    "\n".join(p for p in (activity.title, activity.comment) if p),
                    ", ".join(code for code in serves if code) or EN_DASH,
                    activity.start.isoformat() if activity.start else EN_DASH,
                    activity.end.isoformat() if activity.end else EN_DASH,
                    activity.responsible or EN_DASH,
                    own(on_one_line(_(WORK_STATUSES[activity.status]))),
                )
            )
        )
    yield TableSpec(
        block.caption or own(_("Activities")),
        (
            ColumnSpec(own(_("No.")), weight=0),
            ColumnSpec(own(_("Activity")), weight=1.6),
            ColumnSpec(own(on_one_line(_("Serves"))), weight=0),
            ColumnSpec(own(_("Start")), weight=0),
            ColumnSpec(own(_("End")), weight=0),
            ColumnSpec(own(_("Responsible")), weight=0.7),
            ColumnSpec(own(_("Status")), weight=0),
        ),
        tuple(rows),
        dense=True,
        summary=_("Activities with dates, responsible and status."),
    )


def volumes(data: PlanPrint, block: Block) -> Iterator[kit.Part]:
    """Volumes and key figures."""
    document = data.document
    y = document.the_plan.year
    fields = ("outcome", "last_budget", "year_1", "year_2", "year_3")
    heads = (
        _("Outcome {year}").format(year=y - 2),
        _("Budget {year}").format(year=y - 1),
        _("Budget {year}").format(year=y),
        _("Plan {year}").format(year=y + 1),
        _("Plan {year}").format(year=y + 2),
    )
    rows = []
    for volume in document.volume:
        values = (getattr(volume, field) for field in fields)
        cells = (
            EN_DASH if v is None else own(number_as_written(v, volume.decimals)) for v in values
        )
        name = f"{volume.title}, {volume.unit}" if volume.unit else volume.title
        rows.append(Row((name, *cells)))
    yield TableSpec(
        block.caption or own(_("Volumes and key figures")),
        (ColumnSpec(own(_("Measure"))), *(ColumnSpec(own(head), "right", 0) for head in heads)),
        tuple(rows),
        summary=_("Volumes and key figures: outcome, budget and plan."),
    )


BUILDERS: dict[str, Callable[[PlanPrint, Block], Iterator[kit.Part]]] = {
    "goals": goals,
    "assignments": assignments,
    "indicators": indicators,
    "activities": activities,
    "volumes": volumes,
}
