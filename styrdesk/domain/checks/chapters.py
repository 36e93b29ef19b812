"""Checks of the chapters: nothing empty, nothing unseen, nothing that must not be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain import free_table, personal_number, richtext
from styrdesk.domain.catalogue import SHARED
from styrdesk.domain.checks.finding import Finding, Place, Severity
from styrdesk.domain.checks.places import BY_GOAL, at
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import BLOCK_KINDS, Block, BlockKind, Chapter, heading
from styrdesk.domain.record import Record, specs

_TABLE_OF_BLOCK = {
    BlockKind.GOALS: "goal",
    BlockKind.ASSIGNMENTS: "assignment",
    BlockKind.INDICATORS: "plan_indicator",
    BlockKind.ACTIVITIES: "activity",
    BlockKind.FRAME: "frame_item",
    BlockKind.OPERATING_BUDGET: "budget_line",
    BlockKind.CATEGORY_BUDGET: "category_line",
    BlockKind.INVESTMENTS: "investment",
    BlockKind.VOLUMES: "volume",
    BlockKind.RISKS: "risk",
    BlockKind.CONTROLS: "control",
    BlockKind.ANNUAL_CYCLE: "cycle_event",
}


_BY_HAND: Final = frozenset({BlockKind.TEXT, BlockKind.FREE_TABLE, BlockKind.IMAGE})


def is_empty(block: Block) -> bool:
    """Whether a text or free table holds nothing; other blocks are never empty as such."""
    try:
        if block.kind is BlockKind.TEXT:
            return richtext.is_blank(richtext.parse(block.body))
        if block.kind is BlockKind.FREE_TABLE:
            return not free_table.read(block.body).rows
    except RuleBroken:
        return False
    return block.kind is BlockKind.IMAGE and not block.file


def is_blank(document: PlanDocument) -> bool:
    """Whether nobody has written in any chapter, nor called one ready: a plan just begun."""
    written = (block for block in document.block if block.kind in _BY_HAND)
    return all(map(is_empty, written)) and not any(c.ready for c in document.chapter)


def chapters_have_content(document: PlanDocument) -> Iterator[Finding]:
    """A chapter with neither content nor sub-chapters is empty."""
    parents = {c.parent_id for c in document.chapter}
    for _level, chapter in document.chapters:
        blocks = document.blocks_of(chapter.id)
        if chapter.id not in parents and all(is_empty(block) for block in blocks):
            yield Finding(
                Severity.WARNING,
                "chapter-empty",
                _("The chapter {title} is empty.").format(title=_title(document, chapter)),
                at(document, "chapter", chapter.id),
            )


def images_have_words(document: PlanDocument) -> Iterator[Finding]:
    """An image says in words what it shows (EN 301 549, DOS-lagen)."""
    for block in document.block:
        if block.kind is BlockKind.IMAGE and block.file and not block.alt.strip():
            yield Finding(
                Severity.ERROR,
                "image-alt",
                _("An image has no description in words."),
                at(document, "block", block.id, "alt"),
            )


def tables_have_rows(document: PlanDocument) -> Iterator[Finding]:
    """A table that is shown has something to show, and its numbers are numbers."""
    for block in document.block:
        if _shows_no_rows(document, block):
            yield Finding(
                Severity.WARNING,
                "table-empty",
                _("The table {name} has no rows.").format(
                    name=block.caption or _(BLOCK_KINDS[block.kind])
                ),
                _where_rows_come_from(document, block),
            )
        if block.kind is BlockKind.FREE_TABLE:
            yield from _numbers_are_numbers(block, at(document, "block", block.id))


def _shows_no_rows(document: PlanDocument, block: Block) -> bool:
    table, goal = _TABLE_OF_BLOCK.get(block.kind), block.committee_goal_id
    if not table:
        return False
    rows = document.rows(table)
    if goal and block.kind in BY_GOAL:
        return not any(getattr(row, "committee_goal_id", None) == goal for row in rows)
    return not rows


def _where_rows_come_from(document: PlanDocument, block: Block) -> Place:
    """The table, the register that fills it, or the plan where it names no strategic plan."""
    table = _TABLE_OF_BLOCK[block.kind]
    plan = document.the_plan
    if table in ("goal", "assignment") and plan.strategic_plan_id is None:
        return at(document, "plan", plan.id, "strategic_plan_id")
    if table == "frame_item":
        return Place("budget_frame", document.budget_frame[0].id if document.budget_frame else "")
    return at(document, table) if table in SHARED else at(document, "block", block.id)


def _numbers_are_numbers(block: Block, place: Place) -> Iterator[Finding]:
    try:
        table = free_table.read(block.body)
    except RuleBroken as error:
        yield Finding(Severity.ERROR, "table-damaged", error.message, place)
        return
    for row, column in free_table.bad_numbers(table):
        message = _("In the table {name}, «{text}» in the column {column} is no number.")
        yield Finding(
            Severity.WARNING,
            "table-number",
            message.format(
                name=block.caption,
                text=table.rows[row].cells[column],
                column=table.columns[column].title,
            ),
            replace(place, field=table.columns[column].id, row=table.rows[row].id),
        )


def text_is_sound(document: PlanDocument) -> Iterator[Finding]:
    """Stored rich text can be read."""
    for block in document.block:
        if block.kind is BlockKind.TEXT:
            try:
                richtext.parse(block.body)
            except RuleBroken as error:
                yield Finding(
                    Severity.ERROR,
                    "text-damaged",
                    error.message,
                    at(document, "block", block.id, "body"),
                )


def no_personal_numbers(document: PlanDocument) -> Iterator[Finding]:
    """No personnummer in what is printed and published (GDPR, dataskyddslagen 3 kap. 10 §)."""
    for table, rows in document.tables():
        for row in rows:
            texts = _texts(row)
            for field in dict.fromkeys(f for f, text in texts if any(personal_number.find(text))):
                yield _personal(at(document, table, row.id, field))


def _texts(row: Record) -> Iterator[tuple[str, str]]:
    """Field and words of what a record says, without ids."""
    for spec in specs(type(row)):
        if spec.kind is str and not spec.link and spec.name != "id":
            yield spec.name, getattr(row, spec.name) or ""
    if isinstance(row, Block):
        yield "body", _words(row)


def _words(block: Block) -> str:
    """What a reader sees: no tag or bracket of the stored form cuts a number in two."""
    try:
        if block.kind is BlockKind.TEXT:
            return richtext.plain(richtext.parse(block.body))
        if block.kind is BlockKind.FREE_TABLE:
            rows = free_table.read(block.body).rows
            return "\n".join(cell for row in rows for cell in row.cells)
    except RuleBroken:
        return ""  # told of by the check of the text or table itself
    return ""


def _personal(place: Place) -> Finding:
    message = _("Here stands what looks like a personal identity number.")
    return Finding(Severity.ERROR, "personal-number", message, place)


def _title(document: PlanDocument, chapter: Chapter) -> str:
    return heading(chapter, document.numbers[chapter.id])
