"""The way of a case through its steps: what comes next, by when, and what must be there first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from styrdesk.base.i18n import _, ngettext
from styrdesk.base.workdays import add_workdays
from styrdesk.domain.case import ENTERED, AnswerState, Case, CaseEvent, Cause, Measure
from styrdesk.domain.case_type import (
    FEEDBACK,
    CaseStage,
    CaseType,
    Counting,
    Since,
    StageKind,
)
from styrdesk.domain.errors import RuleBroken

Stages = Sequence[CaseStage]


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of case with its steps in order."""

    kind: CaseType
    stages: tuple[CaseStage, ...]

    def of(self, case: Case) -> tuple[CaseStage, ...]:
        """The steps this case goes through: nobody to answer, no feedback."""
        silent = case.anonymous or not self.kind.answered
        return tuple(
            stage
            for stage in self.stages
            if stage.id == case.stage_id or not (silent and stage.kind in FEEDBACK)
        )

    def at(self, case: Case) -> CaseStage | None:
        """The step it stands in."""
        return next((stage for stage in self.stages if stage.id == case.stage_id), None)

    def next(self, case: Case) -> CaseStage | None:
        """The step after; None where it stands in the last."""
        return self._beside(case, 1)

    def before(self, case: Case) -> CaseStage | None:
        """The step before; None where it stands in the first."""
        return self._beside(case, -1)

    def _beside(self, case: Case, by: int) -> CaseStage | None:
        steps = self.of(case)
        at = [stage.id for stage in steps].index(case.stage_id) + by
        return steps[at] if 0 <= at < len(steps) else None

    def of_kind(self, kind: StageKind) -> CaseStage | None:
        """The first step of a kind."""
        return next((stage for stage in self.stages if stage.kind is kind), None)

    def reached(self, case: Case, kind: StageKind) -> bool:
        """Whether the case stands in a step of the kind, or has come past one."""
        at = self.at(case)
        last = at.position if at is not None else -1
        return any(stage.kind is kind and stage.position <= last for stage in self.stages)

    def is_past(self, case: Case, kind: StageKind) -> bool:
        """Whether the case has come past its step of the kind."""
        at = self.at(case)
        return self.reached(case, kind) and at is not None and at.kind is not kind


def deadline(stage: CaseStage, arrived: date | None, entered: date | None) -> date | None:
    """The last day of a step; None where it has none, or it is not known yet."""
    start = arrived if stage.since is Since.ARRIVAL else entered
    if not stage.days or start is None:
        return None
    if stage.counting is Counting.WORKING:
        return add_workdays(start, stage.days)
    return start + timedelta(days=stage.days)


def deadline_of(case: Case, stage: CaseStage) -> date | None:
    """The last day of a step; of one that counts from its own beginning, once it stands there."""
    return deadline(stage, case.arrived, case.entered if stage.id == case.stage_id else None)


def escalates(kind: CaseType, severity: int, likelihood: int) -> bool:
    """Whether the limits of the kind are reached; never of a case that is not assessed."""
    points = severity * likelihood
    if not points:
        return False
    limits = [
        reached
        for limit, reached in (
            (kind.escalate_points, points >= kind.escalate_points),
            (kind.escalate_severity, severity >= kind.escalate_severity),
        )
        if limit
    ]
    return bool(limits) and (all(limits) if kind.escalate_both else any(limits))


def reckoned(case: Case, way: Way) -> Case:
    """The case with all that follows from what is known of it: days, the answer, escalation."""
    escalated = way.kind.assessed and escalates(way.kind, case.severity, case.likelihood)
    answer_by = _answer_by(case, way)
    answered = replace(
        case, escalated=escalated, answer_by=answer_by, answer=_answer(case, answer_by, way)
    )
    return replace(answered, due=_due(answered, way))


def _answer_by(case: Case, way: Way) -> date | None:
    stage = way.of_kind(StageKind.ANSWER)
    if stage is None or case.anonymous or not way.kind.answered:
        return None
    return deadline_of(case, stage) or case.answer_by


def _answer(case: Case, answer_by: date | None, way: Way) -> AnswerState:
    owed = way.of_kind(StageKind.ANSWER) is not None and way.kind.answered and not case.anonymous
    if not owed or case.duplicate_of is not None:
        return AnswerState.NONE
    if case.answered_on is None:
        return AnswerState.WAITING if case.is_open else AnswerState.NONE
    late = answer_by is not None and case.answered_on > answer_by
    return AnswerState.LATE if late else AnswerState.IN_TIME


def _due(case: Case, way: Way) -> date | None:
    """The nearest last day among the steps that are left."""
    if not case.is_open:
        return None
    steps = way.of(case)
    at = next((n for n, stage in enumerate(steps) if stage.id == case.stage_id), 0)
    days = (
        deadline_of(case, stage)
        for stage in steps[at:]
        if not (stage.kind is StageKind.ANSWER and case.answered_on)
    )
    return min((day for day in days if day is not None), default=None)


def passed(events: Iterable[CaseEvent], case: Case) -> Mapping[str, date]:
    """When each step was left, by its id; the last one when it was come to."""
    found: dict[str, date] = {}
    standing: str | None = None
    for event in sorted(events, key=lambda one: one.position):
        if event.kind not in ENTERED:
            continue
        day = datetime.fromisoformat(event.at).date()
        if standing is not None:
            found[standing] = day
        standing = event.stage_id
        if standing is not None:
            found.pop(standing, None)
        if event.stage_id == case.stage_id and not case.is_open:
            found[case.stage_id] = case.closed_on or day  # it may have been before it came here
    return found


def came_closed(case: Case, left: Mapping[str, date]) -> bool:
    """Whether a case came here closed: nothing is known of its way but the last step.

    Args:
        case: The case.
        left: When each step was left (`passed`).
    """
    return not case.is_open and left.keys() == {case.stage_id}


def check_leaves(
    case: Case, way: Way, causes: Sequence[Cause], measures: Sequence[Measure]
) -> None:
    """Let the case go on from its step, or tell what must be there first.

    Raises:
        RuleBroken: With the field where it is written.
    """
    stage = way.at(case)
    kind = stage.kind if stage is not None else StageKind.OTHER
    for wanted, lacks, field, words in _wants(case, way, causes):
        if kind is wanted and lacks:
            raise RuleBroken(words, field)
    if kind is StageKind.FOLLOW_UP:
        check_settled(measures)


def _wants(
    case: Case, way: Way, causes: Sequence[Cause]
) -> Iterator[tuple[StageKind, bool, str, str]]:
    """In which step, whether it lacks, in which field, and what to say."""
    what = _("Write what happened, or what is wished for.")
    yield StageKind.ARRIVED, not case.body.strip(), "body", what
    who = _("Choose who is to handle it.")
    yield StageKind.ASSIGNED, case.handler_id is None, "handler_id", who
    for field, value in (("severity", case.severity), ("likelihood", case.likelihood)):
        yield StageKind.ASSESSED, way.kind.assessed and not value, field, _("Assess it first.")
    found = bool(causes or case.investigation.strip())
    why = _("Write what was found, or answer a why.")
    yield StageKind.INVESTIGATION, not found, "investigation", why
    answer = _("Write the answer and note that it is sent.")
    yield StageKind.ANSWER, case.answered_on is None, "answered_on", answer


def check_settled(measures: Sequence[Measure]) -> None:
    """Refuse the close of a case with a measure of which something is left to know.

    Raises:
        RuleBroken: It tells how many.
    """
    left = sum(not measure.is_settled for measure in measures)
    if left:
        message = ngettext(
            "{count} action is not followed up: write when it was done, its effect and when that "
            "was seen, or why it was not done.",
            "{count} actions are not followed up: write when each was done, its effect and when "
            "that was seen, or why it was not done.",
            left,
        )
        raise RuleBroken(message.format(count=left), "measures")
