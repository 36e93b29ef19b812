"""Carrying a nämndplan over to the next year: what comes along, and what its figures become."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.assignment import OVER, AssignmentAnswer, WorkStatus, is_for
from styrdesk.domain.budget import BudgetLine, CategoryLine, Investment
from styrdesk.domain.catalogue import OWNED
from styrdesk.domain.checks.chapters import is_empty
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.goal import CommitteeGoal, GoalAnswer
from styrdesk.domain.plain import links
from styrdesk.domain.plan import (
    Activity,
    Block,
    BlockKind,
    Carried,
    Chapter,
    CycleEvent,
    Plan,
    PlanStatus,
    Volume,
)
from styrdesk.domain.record import Record


class Part(StrEnum):
    """What one may choose to bring along; the chapters always come."""

    TEXTS = "texts"
    GOALS = "goals"
    ASSIGNMENTS = "assignments"
    ACTIVITIES = "activities"
    BUDGET = "budget"
    INVESTMENTS = "investments"
    VOLUMES = "volumes"
    RISKS = "risks"
    ANNUAL_CYCLE = "annual_cycle"
    SIGNATURES = "signatures"


PARTS: Final = {
    Part.TEXTS: N_("Texts, images and free tables"),
    Part.GOALS: N_("The committee's goals and their indicators"),
    Part.ASSIGNMENTS: N_("Answers to assignments that still run"),
    Part.ACTIVITIES: N_("Activities that are not done"),
    Part.BUDGET: N_("Operating budget: the lines, with figures moved a year"),
    Part.INVESTMENTS: N_("Investments that go on"),
    Part.VOLUMES: N_("Volumes and key figures, moved a year"),
    Part.RISKS: N_("Risk analysis and internal control plan"),
    Part.ANNUAL_CYCLE: N_("Annual cycle"),
    Part.SIGNATURES: N_("Those who sign"),
}
_TABLES: Final = {
    Part.GOALS: ("committee_goal", "goal_answer", "plan_indicator"),
    Part.ASSIGNMENTS: ("assignment_answer",),
    Part.ACTIVITIES: ("activity",),
    Part.BUDGET: ("budget_line", "category_line"),
    Part.INVESTMENTS: ("investment",),
    Part.VOLUMES: ("volume",),
    Part.RISKS: ("risk", "control"),
    Part.ANNUAL_CYCLE: ("cycle_event",),
    Part.SIGNATURES: ("signatory",),
}
_WRITTEN: Final = frozenset({BlockKind.TEXT, BlockKind.IMAGE, BlockKind.FREE_TABLE})
_ROLLED: Final = ("title", "validity_note", "related", "review_due")
_YEARS: Final = re.compile(r"(?<![\d:/-])(\d{4})(?:(\s?[–-]\s?)(\d{4}))?(?![\d:/-])")


@dataclass(frozen=True, slots=True)
class NextYear:
    """What the new plan rests on.

    Attributes:
        year: Its budget year.
        strategic_plan_id: Kommunfullmäktige's plan that holds then, if any.
        goals: Ids of the goals in it.
    """

    year: int
    strategic_plan_id: str | None = None
    goals: Collection[str] = ()


def carried_over(old: PlanDocument, to: NextYear, parts: Collection[Part]) -> list[Record]:
    """A new draft made of an earlier plan, what is pointed at before what points.

    The first record is the plan itself. Each row and each written block that came along has a
    `Carried` mark, until somebody has looked at it.
    """
    before: list[Record] = [_plan(old.the_plan, to)]
    said = [_moved(row, old, to) for row in _chosen(old, to, parts)]
    goals = {row.id for row in said if isinstance(row, CommitteeGoal)}
    written: list[Block] = []
    for _level, chapter in old.chapters:
        blocks = list(_blocks(old, to, chapter, parts, goals))
        written += [b for b in blocks if b.kind in _WRITTEN and not is_empty(b)]
        before += [_chapter(chapter, old, to), *blocks]
    fresh = {row.id: new_id() for row in (*said, *before)}
    own = {row.id for table in OWNED for row in old.rows(table)}
    made = [_renewed(row, fresh, own) for row in (before[0], *said, *before[1:])]
    marked = [fresh[row.id] for row in (*said, *written)]
    return [*made, *(Carried(row_id, plan_id=made[0].id) for row_id in marked)]


def _renewed(row: Any, fresh: Mapping[str, str], own: Collection[str]) -> Any:  # noqa: ANN401  # any record
    """The record in the new plan; what it pointed at in the old one and did not come is let go."""
    targets = {n: fresh.get(i) for n, (_table, i) in links(row).items() if i in own}
    return replace(row, id=fresh[row.id], **targets)


# ---- what comes along ---------------------------------------------------------------------------


def _chosen(old: PlanDocument, to: NextYear, parts: Collection[Part]) -> Iterator[Record]:
    for part, tables in _TABLES.items():
        if part in parts:
            for table in tables:
                yield from (row for row in old.rows(table) if _comes(row, old, to))


def _comes(row: Record, old: PlanDocument, to: NextYear) -> bool:
    """Whether a row has anything to do in the new plan."""
    if isinstance(row, GoalAnswer):
        return row.goal_id in to.goals
    if isinstance(row, AssignmentAnswer):
        asked = next(a for a in old.assignment if a.id == row.assignment_id)
        return is_for(asked, to.year, None)
    if isinstance(row, Activity):
        return row.status not in OVER
    return not isinstance(row, Investment) or bool(row.year_2 or row.year_3)


def _blocks(
    old: PlanDocument,
    to: NextYear,
    chapter: Chapter,
    parts: Collection[Part],
    goals: Collection[str],
) -> Iterator[Block]:
    """The blocks of a chapter: tables always, what is written where that was chosen.

    A table of what belongs to one nämndmål comes only with that nämndmål.
    """
    for block in old.blocks_of(chapter.id):
        moved = replace(block, caption=_rolled(block.caption, old, to))
        if block.committee_goal_id and block.committee_goal_id not in goals:
            continue
        if block.kind not in _WRITTEN or Part.TEXTS in parts:
            yield moved
        elif block.kind is BlockKind.TEXT:
            yield replace(moved, body="")


# ---- what it becomes ----------------------------------------------------------------------------


def rolled(words: str, year: int, by: int) -> str:
    """Words with the years of a plan moved: «Nämndplan 2026 med plan 2027–2028».

    A range is moved when it lies within the plan's three years, a single year when it is one of
    these or of the two before. «Strategisk plan 2024–2027» and dates stay as they are.

    Args:
        words: A heading.
        year: The earlier plan's first year.
        by: How many years.
    """

    def moved(found: re.Match[str]) -> str:
        first, dash, last = int(found[1]), found[2], int(found[3] or found[1])
        if not (year - (0 if dash else 2) <= first <= last <= year + 2):
            return found[0]
        return f"{first + by}{dash}{last + by}" if dash else str(first + by)

    return _YEARS.sub(moved, words)


def _rolled(words: str, old: PlanDocument, to: NextYear) -> str:
    return rolled(words, old.the_plan.year, to.year - old.the_plan.year)


def _plan(plan: Plan, to: NextYear) -> Plan:
    """Document information: what was decided and signed then is not said of the new plan."""
    by = to.year - plan.year
    words: Any = {name: rolled(getattr(plan, name), plan.year, by) for name in _ROLLED}
    told = ", ".join(part for part in (plan.title, plan.registration_number) if part)
    return replace(
        plan,
        strategic_plan_id=to.strategic_plan_id,
        year=to.year,
        status=PlanStatus.DRAFT,
        decided_on=None,
        paragraph="",
        registration_number="",
        valid_from=date(to.year, 1, 1),
        valid_to=date(to.year, 12, 31),
        version="",
        replaces=told,
        approval_date=None,
        approval_names="",
        approval_method="",
        approval_reference="",
        **words,
    )


def _chapter(chapter: Chapter, old: PlanDocument, to: NextYear) -> Chapter:
    return replace(chapter, title=_rolled(chapter.title, old, to), ready=False)


def _moved(row: Any, old: PlanDocument, to: NextYear) -> Any:  # noqa: ANN401  # any record
    """A row as the new plan says it: its figures moved a year, its years in words too."""
    if isinstance(row, CycleEvent):
        return replace(row, title=_rolled(row.title, old, to))
    if isinstance(row, Activity):
        return _going_on(row, to)
    move = _MOVES.get(type(row))
    return move(row) if move is not None else row


# The figure of a year that the earlier plan spoke of stays that year's figure. Bokslut and outcome
# of the year between are not known yet, the last year is new: they are empty. A year that was not
# planned begins as the budget before it.


def _line(row: BudgetLine) -> BudgetLine:
    cost = (row.plan_2 or row.net) + row.income
    return replace(row, accounts=0, last_budget=row.net, cost=cost, plan_2=row.plan_3, plan_3=0)


def _category(row: CategoryLine) -> CategoryLine:
    budget, after = row.plan_2 or row.budget, row.plan_3
    return replace(row, accounts=0, last_budget=row.budget, budget=budget, plan_2=after, plan_3=0)


def _investment(row: Investment) -> Investment:
    spent = row.earlier + row.year_1
    return replace(row, earlier=spent, year_1=row.year_2, year_2=row.year_3, year_3=0)


def _volume(row: Volume) -> Volume:
    first, second = row.year_2, row.year_3
    return replace(
        row, outcome=None, last_budget=row.year_1, year_1=first, year_2=second, year_3=None
    )


_MOVES: Final[Mapping[type, Callable[[Any], Record]]] = {
    BudgetLine: _line,
    CategoryLine: _category,
    Investment: _investment,
    Volume: _volume,
}


def _going_on(row: Activity, to: NextYear) -> Activity:
    """An activity goes on; an end that has passed is to be thought of anew."""
    over = row.end is not None and row.end.year < to.year
    started = row.status is not WorkStatus.NOT_STARTED
    status = WorkStatus.STARTED if started else WorkStatus.NOT_STARTED
    return replace(row, end=None if over else row.end, status=status)
