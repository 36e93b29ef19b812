"""Where a record of a plan is mended: in the block that shows it, or in its own register.

A typed table stands in a block, and a block may show only what belongs to one nämndmål. The same
row may thus be in several chapters; it is mended in the one that is about its own nämndmål.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.domain.checks.finding import Place
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.domain.record import specs

# Where the plan's own records are written. What other registers hold is never written in a block.
KIND_OF: Final = {
    "committee_goal": BlockKind.GOALS,
    "goal_answer": BlockKind.GOALS,
    "assignment_answer": BlockKind.ASSIGNMENTS,
    "plan_indicator": BlockKind.INDICATORS,
    "activity": BlockKind.ACTIVITIES,
    "budget_line": BlockKind.OPERATING_BUDGET,
    "category_line": BlockKind.CATEGORY_BUDGET,
    "investment": BlockKind.INVESTMENTS,
    "volume": BlockKind.VOLUMES,
    "risk": BlockKind.RISKS,
    "control": BlockKind.CONTROLS,
    "cycle_event": BlockKind.ANNUAL_CYCLE,
    "signatory": BlockKind.SIGNATURES,
}
BY_GOAL: Final = frozenset({BlockKind.INDICATORS, BlockKind.ACTIVITIES})
_NEAR: Final = {
    BlockKind.INDICATORS: (BlockKind.ACTIVITIES, BlockKind.GOALS),
    BlockKind.ACTIVITIES: (BlockKind.INDICATORS, BlockKind.GOALS),
    BlockKind.ASSIGNMENTS: (BlockKind.GOALS,),
    BlockKind.OPERATING_BUDGET: (BlockKind.FRAME, BlockKind.CATEGORY_BUDGET),
    BlockKind.CATEGORY_BUDGET: (BlockKind.OPERATING_BUDGET,),
    BlockKind.CONTROLS: (BlockKind.RISKS,),
    BlockKind.RISKS: (BlockKind.CONTROLS,),
}


def at(
    document: PlanDocument, table: str, record: str = "", field: str = "", row: str = ""
) -> Place:
    """Where one mends a record, or a table as a whole.

    Args:
        document: The plan.
        table: Kind of record.
        record: Its id, empty for the table as a whole.
        field: Its field, empty for the whole.
        row: Row to stand in where `record` is empty.
    """
    place = Place(table, record, field, row=row)
    if table == "chapter":
        return replace(place, chapter=record)
    if table == "block":
        chapters = {block.id: block.chapter_id for block in document.block}
        return replace(place, chapter=chapters.get(record, ""), block=record)
    kind = KIND_OF.get(table)
    if kind is None:
        return place
    about = next((one for one in document.rows(table) if one.id == record), None)
    return inside(document, place, kind, getattr(about, "committee_goal_id", None))


def inside(document: PlanDocument, place: Place, kind: BlockKind, goal: str | None = None) -> Place:
    """The place in the block of a kind that shows what belongs to a nämndmål.

    Where no block does, it is the chapter nearest in matter, where such a block can be added.
    """
    block = block_of(document, kind, goal, whole=not (place.record or place.row))
    if block is not None:
        return replace(place, chapter=block.chapter_id, block=block.id)
    near = (block_of(document, kin, goal, whole=True) for kin in _NEAR.get(kind, ()))
    chapters = [found.chapter_id for found in near if found is not None]
    chapters += [chapter.id for _level, chapter in document.chapters]
    return replace(place, chapter=chapters[0] if chapters else "", missing=kind)


def block_of(
    document: PlanDocument, kind: BlockKind, goal: str | None = None, *, whole: bool = False
) -> Block | None:
    """The block that shows what belongs to a nämndmål: one of that goal's own before one of all.

    Args:
        document: The plan.
        kind: What the block shows.
        goal: Id of the nämndmål, None for what belongs to none.
        whole: Whether any block of the kind will do, when none shows what is asked for.
    """
    blocks = [block for block in _read(document) if block.kind is kind]
    if kind in BY_GOAL:
        own = [block for block in blocks if goal and block.committee_goal_id == goal]
        every = [block for block in blocks if not block.committee_goal_id]
        blocks = [*own, *every, *(blocks if whole else ())]
    return blocks[0] if blocks else None


def _read(document: PlanDocument) -> Iterator[Block]:
    """The blocks as they are read."""
    for _level, chapter in document.chapters:
        yield from document.blocks_of(chapter.id)


def owner_of(document: PlanDocument, table: str, record: str) -> tuple[str, str]:
    """The record in whose form another is written: a line's frame, a value's indicator.

    A record that nothing owns is its own.
    """
    about = next((one for one in document.rows(table) if one.id == record), None)
    kind = RECORDS[table]
    owners = [spec for spec in specs(kind) if spec.owned and spec.link != TABLE_OF[kind]]
    if not owners:
        return table, record
    return owners[0].link, getattr(about, owners[0].name, "")
