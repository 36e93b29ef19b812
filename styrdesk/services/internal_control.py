"""Internal control of a nämnd: the controls of its plan of a year, and what each has come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from styrdesk.base.clock import Clock
from styrdesk.base.collation import sort_key
from styrdesk.base.i18n import N_, _
from styrdesk.domain.control_report import ControlContent, ControlOutcome, NotedResult
from styrdesk.domain.control_result import ControlResult, next_day, state
from styrdesk.domain.criteria import Between
from styrdesk.domain.decided import ReportHead
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Plan
from styrdesk.domain.risk import Control, Risk
from styrdesk.domain.version import PlanVersion
from styrdesk.services.reporting import Reporting
from styrdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Awaited:
    """A control of a decided plan whose next result is not noted.

    Attributes:
        day: The last day of that reporting.
        year: Of the plan.
    """

    control: Control
    day: date
    year: int


class InternalControl:
    """What the controls of plans have come to, and the report on it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def results(self, control_id: str) -> tuple[ControlResult, ...]:
        """What is noted of a control."""
        return self._store.rows(ControlResult, {"control_id": control_id})

    def awaited(self, committee_id: str, until: date) -> tuple[Awaited, ...]:
        """Controls of this year's and last year's decided plans with a reporting until a day."""
        return tuple(sorted(self._awaited(committee_id, until), key=lambda one: one.day))

    def _awaited(self, committee_id: str, until: date) -> Iterator[Awaited]:
        this = self._clock.today().year
        where = {"committee_id": committee_id, "year": Between(this - 1, this)}
        for plan in self._store.rows(Plan, where):
            if not self._is_decided(plan):
                continue
            for control in self._store.rows(Control, {"plan_id": plan.id}):
                day = next_day(control, plan.year, self.results(control.id))
                if day is not None and day <= until:
                    yield Awaited(control, day, plan.year)

    def _is_decided(self, plan: Plan) -> bool:
        """Also one that is opened as its next version: what was decided holds meanwhile."""
        return plan.is_final or bool(self._store.count(PlanVersion, {"plan_id": plan.id}))

    def years(self, committee_id: str) -> tuple[int, ...]:
        """The years that a nämnd's plans have controls for."""
        plans = self._store.rows(Plan, {"committee_id": committee_id})
        return tuple(p.year for p in plans if self._store.count(Control, {"plan_id": p.id}))

    def occasions(self, plan_id: str) -> tuple[str, ...]:
        """The reportings that results of a plan's controls are noted for."""
        controls = self._store.rows(Control, {"plan_id": plan_id})
        found = {one.occasion for control in controls for one in self.results(control.id)}
        return tuple(sorted(found, key=sort_key))

    # ---- the report --------------------------------------------------------------------------

    def reporting(self) -> Reporting:
        """What its report has of its own. It is decided as often as it is reported."""
        return Reporting(
            N_("Decide report on internal control"),
            ControlContent,
            report_title,
            self._place,
            self._collect,
            self._see,
            lambda _plan: None,
        )

    def _place(self, plan_id: str) -> tuple[str, int]:
        plan = self._store.get(Plan, plan_id)
        return plan.committee_id, plan.year

    def _see(self, plan_id: str) -> None:
        if not self._is_decided(self._store.get(Plan, plan_id)):
            raise RuleBroken(_("The plan that the controls stand in is not decided yet."))
        if not self._store.count(Control, {"plan_id": plan_id}):
            raise RuleBroken(_("The committee's plan for the year has no controls."))

    def _collect(self, plan_id: str, head: ReportHead) -> ControlContent:
        plan, today = self._store.get(Plan, plan_id), self._clock.today()
        people = {one.id: one.name for one in self._store.rows(Person)}
        risks = {one.id: one.title for one in self._store.rows(Risk, {"plan_id": plan_id})}
        found = []
        for control in self._store.rows(Control, {"plan_id": plan_id}):
            results = self.results(control.id)
            found.append(
                ControlOutcome(
                    control.title,
                    risks.get(control.risk_id, ""),
                    control.method,
                    control.frequency,
                    control.responsible,
                    control.reported,
                    state(control, plan.year, results, today),
                    tuple(_noted(one, people) for one in results),
                )
            )
        return ControlContent(head, tuple(found))


def report_title(year: int) -> str:
    """What a report of a year is called, as a draft and when it is decided."""
    return _("Report on internal control {year}").format(year=year)


def _noted(one: ControlResult, people: dict[str, str]) -> NotedResult:
    return NotedResult(
        one.occasion,
        one.noted_on,
        people.get(one.person_id or "", ""),
        one.result,
        one.deviations,
        one.comment,
        one.measure,
    )
