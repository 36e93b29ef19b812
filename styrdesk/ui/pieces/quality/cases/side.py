"""What stands beside a case: its last days, the assessment, and what has happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.case import AnswerState, Case, CaseEvent, told
from styrdesk.domain.case_flow import Way, came_closed, deadline_of
from styrdesk.domain.case_type import CaseStage, Counting, StageKind
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit.layout import Rule, box, col, empty, row
from styrdesk.ui.kit.moments import away, moment, weekday
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.cases.matrix import Matrix, placed

_SOON = 3  # days within which a last day is told as near


@dataclass(frozen=True, slots=True)
class LastDay:
    """A last day of a case.

    Attributes:
        mark: A status kind and its words.
    """

    title: str
    day: date
    mark: tuple[str, str]


def last_days(case: Case, way: Way, left: Mapping[str, date], today: date) -> Iterator[LastDay]:
    """The last days of a case's steps that are known, in order."""
    for stage in way.of(case):
        day = deadline_of(case, stage)
        if day is not None:
            done = case.answered_on if stage.kind is StageKind.ANSWER else left.get(stage.id)
            if done is None and came_closed(case, left):
                continue
            yield LastDay(_within(stage), day, _standing(day, done, case, today))


def _within(stage: CaseStage) -> str:
    """Bedömning inom 5 dagar."""
    count = (
        ngettext("{count} working day", "{count} working days", stage.days)
        if stage.counting is Counting.WORKING
        else ngettext("{count} day", "{count} days", stage.days)
    ).format(count=stage.days)
    return _("{step} within {count}").format(step=stage.name, count=count)


def _standing(day: date, done: date | None, case: Case, today: date) -> tuple[str, str]:
    if done is not None:
        late = done > day
        words = _("Late, {day}") if late else _("Done {day}")
        return ("warn" if late else "done"), words.format(day=weekday(done))
    if not case.is_open:
        return "draft", _("Not needed")
    days = (day - today).days
    if days < 0:
        return "bad", away(day, today)
    if days == 0:
        return "warn", _("today")
    words = ngettext("{count} day left", "{count} days left", days).format(count=days)
    return ("warn" if days <= _SOON else "doing"), words


class CaseSide(QWidget):
    """Last days, assessment, history. Reads; never writes."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._days, self._events = QVBoxLayout(), QVBoxLayout()
        self._days.setSpacing(px(10))
        self._events.setSpacing(px(8))
        self.matrix = Matrix()
        self._points = text("", "dense", wrap=True)
        self.verdict = StatusMark("warn", "", tinted=False)
        self._assessed = box(
            col(
                Rule(), 12, text(_("Assessment"), "h3"), self.matrix,
                quiet(_("Likelihood to the right, severity upwards."), wrap=True),
                self._points, self.verdict, 12, gap=6,
            )
        )  # fmt: skip
        self.setLayout(
            col(
                text(_("Last days"), "h3"), self._days, 12, self._assessed,
                Rule(), 12, text(_("What has happened"), "h3"), self._events, None, gap=6,
            )
        )  # fmt: skip

    def show_case(
        self, case: Case, way: Way, left: Mapping[str, date], events: Sequence[CaseEvent]
    ) -> None:
        """Show a case.

        Args:
            case: As it may be seen.
            way: Its kind with its steps.
            left: When each step was left.
            events: The latest first.
        """
        clock = self._services.clock
        days = list(last_days(case, way, left, clock.today()))
        empty(self._days)
        for each in days:
            self._days.addWidget(_DayRow(each))
        if came_closed(case, left):
            words = _("It was closed when it was read in. What is not known of it is not shown.")
            self._days.addWidget(quiet(words, wrap=True))
        elif not days:
            self._days.addWidget(quiet(_("This kind of case has no last days."), wrap=True))
        assessed = way.kind.assessed and way.reached(case, StageKind.ASSESSED)
        self._assessed.setVisible(assessed)
        self.matrix.show_place(way.kind, case.severity, case.likelihood)
        self._points.setText(placed(case.severity, case.likelihood))
        self.verdict.setVisible(case.escalated)
        self.verdict.show_status("bad", _("The limit is reached"))
        empty(self._events)
        for event in events:
            self._events.addWidget(_EventRow(event, clock.now()))


class _DayRow(QWidget):
    """Bedömning inom 5 dagar, tis 25 nov: done."""

    def __init__(self, each: LastDay) -> None:
        super().__init__()
        words = box(col(text(each.title, "dense", wrap=True), quiet(weekday(each.day)), gap=0))
        kind, said = each.mark
        self.setLayout(row((words, 1), StatusMark(kind, said, tinted=False, role="dense"), gap=8))


class _EventRow(QWidget):
    """What, who, when."""

    def __init__(self, event: CaseEvent, now: datetime) -> None:
        super().__init__()
        at = moment(datetime.fromisoformat(event.at), now)
        second = " · ".join(part for part in (event.by, at) if part)
        self.setLayout(col(text(told(event), "dense", wrap=True), quiet(second), gap=0))


def answer_words(case: Case) -> str:
    """How it stands with the answer, in a sentence; empty where none is owed."""
    if case.answer is AnswerState.WAITING and case.answer_by is not None:
        return _("The answer is due {day}.").format(day=weekday(case.answer_by))
    if case.answered_on is not None:
        return _("Answered {day}.").format(day=weekday(case.answered_on))
    return ""
