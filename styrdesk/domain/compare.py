"""What differs between two versions of a plan, in the order they are read.

Ids stay between the versions of one plan (docs/decisions/0015), so a record is found again by its
id, whatever became of its words and its place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from styrdesk.domain.catalogue import PLAN_TABLES, RECORDS
from styrdesk.domain.checks.places import KIND_OF, block_of
from styrdesk.domain.decision import Decision, MinutesApproval
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import BlockKind, Chapter
from styrdesk.domain.record import Record, specs
from styrdesk.domain.telling import MARKS, SILENT


class Fate(StrEnum):
    """What became of a record, of a field of it, or of the sum of a field over all rows."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        table: Kind of record.
        record: Its id; empty for a sum.
        field: The field that has another value; empty for a whole record.
        before: The field's value, or the record; None of one that is new.
        after: Likewise; None of one that is removed.
        chapter: Id of the chapter it is read in; empty for what stands in none.
    """

    fate: Fate
    table: str
    record: str
    field: str = ""
    before: Any = None
    after: Any = None
    chapter: str = ""


COMPARED: Final = tuple(table for table in PLAN_TABLES if table not in MARKS)
PLACE: Final = frozenset({"parent_id", "appendix", "position"})
"""Fields of a chapter that a move changes; it is told as one."""
# Not compared: a writer's aids are never printed, and a version's name says how it stands.
ASIDE: Final = frozenset(
    {
        ("plan", "status"),
        ("chapter", "instruction"),
        ("chapter", "ready"),
        ("chapter", "responsible_id"),
    }
)
_MINUTES: Final = {f.name: f.default for kind in (Decision, MinutesApproval) for f in fields(kind)}
# What a block shows of the shared registers; the plan's own stand in `places.KIND_OF`.
SHOWN_IN: Final = KIND_OF | {
    "strategic_plan": BlockKind.GOALS,
    "goal": BlockKind.GOALS,
    "assignment": BlockKind.ASSIGNMENTS,
    "indicator": BlockKind.INDICATORS,
    "indicator_value": BlockKind.INDICATORS,
    "budget_frame": BlockKind.FRAME,
    "frame_item": BlockKind.FRAME,
}


def changes(before: PlanDocument, after: PlanDocument) -> tuple[Change, ...]:
    """All that differs, each record and field once; what is the same in both gives nothing.

    Rows that only changed place among one another are not told, nor are the minutes' facts that
    a plan which is not decided yet has to wait for.
    """
    reading = _Reading(before, after)
    found: list[tuple[tuple[int, ...], Change]] = []
    for table in COMPARED:
        old = {row.id: row for row in before.rows(table)}
        new = {row.id: row for row in after.rows(table)}
        rank = _merged(list(old), list(new))
        moved = _moved(before.chapter, after.chapter) if table == "chapter" else frozenset()
        for record, place in rank.items():
            was, now = old.get(record), new.get(record)
            if was == now and record not in moved:
                continue
            chapter, where = reading.place(table, was, now)
            told = list(_of_a_field(table, was, now, chapter)) if was and now else []
            if record in moved:
                told.insert(0, Change(Fate.MOVED, table, record, "", was, now, chapter))
            if not (was and now):
                fate = Fate.REMOVED if was else Fate.NEW
                told.append(Change(fate, table, record, "", was, now, chapter))
            found += (((*where, COMPARED.index(table), place), one) for one in told)
    found.sort(key=lambda one: one[0])  # the fields of a record stay in their own order
    finals = before.the_plan.is_final, after.the_plan.is_final
    return tuple(change for _where, change in found if not _waits(change, *finals))


def _of_a_field(table: str, was: Record, now: Record, chapter: str) -> Iterator[Change]:
    for spec in specs(RECORDS[table]):
        before, after = getattr(was, spec.name), getattr(now, spec.name)
        aside = spec.name in SILENT or (table, spec.name) in ASIDE
        if before != after and not aside and not (table == "chapter" and spec.name in PLACE):
            yield Change(Fate.CHANGED, table, now.id, spec.name, before, after, chapter)


def _waits(change: Change, was_final: bool, is_final: bool) -> bool:  # noqa: FBT001  # of each plan
    """Whether it is a fact of the minutes, and one of the two plans is not decided and has none."""
    if was_final == is_final or change.table != "plan" or change.field not in _MINUTES:
        return False
    return bool((change.after if was_final else change.before) == _MINUTES[change.field])


# ---- where it is read ---------------------------------------------------------------------------


class _Reading:
    """The two plans as one text: where a record is read in it, and after what."""

    def __init__(self, before: PlanDocument, after: PlanDocument) -> None:
        self._before, self._after = before, after
        self._shown: dict[tuple[bool, BlockKind, str | None], tuple[str, str]] = {}

    @cached_property
    def _chapters(self) -> dict[str, int]:
        return _merged(*([c.id for _n, c in d.chapters] for d in (self._before, self._after)))

    @cached_property
    def _blocks(self) -> dict[str, int]:
        return _merged(
            *([b.id for _n, c in d.chapters for b in d.blocks_of(c.id)] for d in self._both)
        )

    @property
    def _both(self) -> tuple[PlanDocument, PlanDocument]:
        return self._before, self._after

    def place(
        self, table: str, was: Record | None, now: Record | None
    ) -> tuple[str, tuple[int, ...]]:
        """The chapter a record is read in, and its rank: part, chapter, block, row of it."""
        if table == "plan":
            return "", (0,)
        chapter, block = self._where(table, now or was, gone=now is None)
        if chapter not in self._chapters:
            return "", (2,)
        rank = self._chapters[chapter], self._blocks.get(block, -1)
        return chapter, (1, *rank, int(table != "block"))

    def _where(self, table: str, row: Any, *, gone: bool) -> tuple[str, str]:  # noqa: ANN401  # any record
        if table == "chapter":
            return row.id, ""
        if table == "block":
            return row.chapter_id, row.id
        kind = SHOWN_IN.get(table)
        if kind is None:
            return "", ""
        goal = self._goal(table, row, gone=gone)
        key = gone, kind, goal
        if key not in self._shown:
            block = block_of(self._both[not gone], kind, goal, whole=True)
            self._shown[key] = (block.chapter_id, block.id) if block else ("", "")
        return self._shown[key]

    def _goal(self, table: str, row: Any, *, gone: bool) -> str | None:  # noqa: ANN401
        """The nämndmål a row belongs to; an indicator and its values do by the plan's own link."""
        if table not in {"indicator", "indicator_value"}:
            return getattr(row, "committee_goal_id", None)
        indicator = getattr(row, "indicator_id", row.id)
        links = self._both[not gone].plan_indicator
        return next((p.committee_goal_id for p in links if p.indicator_id == indicator), None)


def _merged(old: Sequence[str], new: Sequence[str]) -> dict[str, int]:
    """The place of each in one order: the new one, with what is gone after what it stood behind."""
    kept, behind = set(new), ""
    gone: dict[str, list[str]] = {}
    for one in old:
        if one in kept:
            behind = one
        else:
            gone.setdefault(behind, []).append(one)
    order = [*gone.get("", ())]
    for one in new:
        order += [one, *gone.get(one, ())]
    return {one: place for place, one in enumerate(order)}


# ---- moves --------------------------------------------------------------------------------------


def _moved(before: Iterable[Chapter], after: Iterable[Chapter]) -> frozenset[str]:
    """Chapters that lie under another one, or whose place among the same siblings is another.

    As few as possible: the one that was moved, and not all those it was moved past.
    """
    old = {chapter.id: chapter for chapter in before}
    found: set[str] = set()
    siblings: dict[tuple[str | None, bool], list[Chapter]] = {}
    for chapter in sorted(after, key=lambda c: c.position):
        was = old.get(chapter.id)
        if was is None:
            continue
        if (was.parent_id, was.appendix) != (chapter.parent_id, chapter.appendix):
            found.add(chapter.id)
        else:
            siblings.setdefault((chapter.parent_id, chapter.appendix), []).append(was)
    for group in siblings.values():
        stayed = _rising([was.position for was in group])
        found |= {was.id for place, was in enumerate(group) if place not in stayed}
    return frozenset(found)


def _rising(values: Sequence[int]) -> set[int]:
    """The places of a longest row of values that never fall."""
    ends: list[tuple[int, int]] = []  # the least last value of a row of each length, and its place
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(ends, (value + 1, -1))
        before.append(ends[at - 1][1] if at else -1)
        ends[at : at + 1] = [(value, place)]
    found: set[int] = set()
    place = ends[-1][1] if ends else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
