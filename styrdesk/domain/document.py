"""A whole nämndplan as one frozen value: what the print, the check and the export read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from styrdesk.domain.assignment import Assignment, AssignmentAnswer
from styrdesk.domain.budget import BudgetFrame, BudgetLine, CategoryLine, FrameItem, Investment
from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, StrategicPlan
from styrdesk.domain.indicator import (
    Gender,
    Indicator,
    IndicatorValue,
    PlanIndicator,
    ValueKind,
    table_of,
)
from styrdesk.domain.organisation import (
    Committee,
    CommitteeName,
    Municipality,
    Person,
    Role,
    Unit,
)
from styrdesk.domain.plan import (
    Activity,
    Block,
    Carried,
    Chapter,
    CycleEvent,
    Plan,
    Signatory,
    Volume,
    in_order,
    numbers,
)
from styrdesk.domain.record import Record
from styrdesk.domain.risk import Control, Risk


@dataclass(frozen=True)
class PlanDocument:
    """A plan with everything it says and everything it rests on.

    Each field is named as the table it comes from; its rows stand in their own order.
    `frame_item` is empty when kommunfullmäktige has given no frame for the year.
    """

    municipality: tuple[Municipality, ...] = ()
    committee: tuple[Committee, ...] = ()
    committee_name: tuple[CommitteeName, ...] = ()
    unit: tuple[Unit, ...] = ()
    person: tuple[Person, ...] = ()
    role: tuple[Role, ...] = ()
    strategic_plan: tuple[StrategicPlan, ...] = ()
    goal: tuple[Goal, ...] = ()
    indicator: tuple[Indicator, ...] = ()
    indicator_value: tuple[IndicatorValue, ...] = ()
    assignment: tuple[Assignment, ...] = ()
    budget_frame: tuple[BudgetFrame, ...] = ()
    frame_item: tuple[FrameItem, ...] = ()
    plan: tuple[Plan, ...] = ()
    committee_goal: tuple[CommitteeGoal, ...] = ()
    goal_answer: tuple[GoalAnswer, ...] = ()
    plan_indicator: tuple[PlanIndicator, ...] = ()
    assignment_answer: tuple[AssignmentAnswer, ...] = ()
    activity: tuple[Activity, ...] = ()
    budget_line: tuple[BudgetLine, ...] = ()
    category_line: tuple[CategoryLine, ...] = ()
    investment: tuple[Investment, ...] = ()
    volume: tuple[Volume, ...] = ()
    risk: tuple[Risk, ...] = ()
    control: tuple[Control, ...] = ()
    cycle_event: tuple[CycleEvent, ...] = ()
    signatory: tuple[Signatory, ...] = ()
    chapter: tuple[Chapter, ...] = ()
    block: tuple[Block, ...] = ()
    carried: tuple[Carried, ...] = ()

    @classmethod
    def of(cls, tables: Mapping[str, tuple[Record, ...]]) -> PlanDocument:
        """A document from rows by table name."""
        return cls(**tables)  # type: ignore[arg-type]  # each table holds its own class

    def rows(self, table: str) -> tuple[Record, ...]:
        """The rows of one table."""
        rows: tuple[Record, ...] = getattr(self, table)
        return rows

    def tables(self) -> Iterator[tuple[str, tuple[Record, ...]]]:
        """Every table's name and rows."""
        for field in fields(self):
            yield field.name, self.rows(field.name)

    @property
    def the_plan(self) -> Plan:
        """The plan itself."""
        return self.plan[0]

    @property
    def the_committee(self) -> Committee:
        """The nämnd whose plan it is."""
        return next(c for c in self.committee if c.id == self.the_plan.committee_id)

    @cached_property
    def chapters(self) -> list[tuple[int, Chapter]]:
        """Chapters with their level, as they are read."""
        return in_order(self.chapter)

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Chapter numbers by chapter id."""
        return numbers(self.chapter)

    @cached_property
    def values(self) -> dict[tuple[str, ValueKind, Gender, int], IndicatorValue]:
        """Indicator values by (indicator id, kind, gender, year)."""
        return table_of(self.indicator_value)

    def blocks_of(self, chapter_id: str) -> list[Block]:
        """The blocks of a chapter, in order."""
        return sorted(
            (b for b in self.block if b.chapter_id == chapter_id), key=lambda b: b.position
        )

    def indicators_of(self, committee_goal_id: str | None) -> list[Indicator]:
        """Indicators the plan follows, once each; all of them, or those of one nämndmål."""
        by_id = {i.id: i for i in self.indicator}
        wanted = [
            link.indicator_id
            for link in sorted(self.plan_indicator, key=lambda p: p.position)
            if committee_goal_id in (None, link.committee_goal_id)
        ]
        return [by_id[indicator_id] for indicator_id in dict.fromkeys(wanted)]
