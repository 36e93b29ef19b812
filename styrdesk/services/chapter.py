"""Chapters and blocks of a plan: their order, text, and readiness."""

from __future__ import annotations

from dataclasses import replace

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.plan import Block, BlockKind, Carried, Chapter, in_order
from styrdesk.domain.template import MAX_LEVEL
from styrdesk.services.changes import Changes
from styrdesk.services.guard import PlanGuard
from styrdesk.services.image import check_image
from styrdesk.services.work import Work
from styrdesk.storage.file import File

MAX_TEXT = 400_000  # characters of one text block in its stored form


class ChapterService:
    """Use cases of a plan's chapters and blocks."""

    def __init__(self, file: File, work: Work, guard: PlanGuard) -> None:
        self._file = file
        self._store = file.store
        self._work = work
        self._guard = guard

    def chapters(self, plan_id: str) -> list[tuple[int, Chapter]]:
        """Chapters with their level, as they are read."""
        return in_order(self._store.rows(Chapter, {"plan_id": plan_id}))

    def get(self, chapter_id: str) -> Chapter:
        """One chapter; KeyError where there is none."""
        return self._store.get(Chapter, chapter_id)

    def blocks(self, chapter_id: str) -> tuple[Block, ...]:
        """The blocks of a chapter, in order."""
        return self._store.rows(Block, {"chapter_id": chapter_id})

    def add(self, plan_id: str, title: str, after: str | None = None) -> Chapter:
        """A new chapter beside and after another one, or last; it begins with an empty text."""
        beside = self.get(after) if after else None
        chapter = Chapter(
            new_id(),
            plan_id=plan_id,
            parent_id=beside.parent_id if beside else None,
            title=title,
            appendix=beside.appendix if beside else False,
        )
        self._guard(chapter)
        required(title, "title", _("Write the chapter's title."))
        order = list(self._siblings(chapter))
        place = order.index(beside) + 1 if beside else len(order)
        order.insert(place, chapter)
        with self._work.step(N_("New chapter")):
            self._save_order(order, chapter)
            self._store.save(Block(new_id(), chapter_id=chapter.id))
        return self.get(chapter.id)

    def save(self, chapter: Chapter, visit: str = "") -> Changes:
        """Save a chapter's title, instruction, responsible person, or readiness.

        Its place, and whether it is an appendix, are changed by `move` alone.
        """
        before = self.get(chapter.id)
        self._guard(chapter)
        required(chapter.title, "title", _("Write the chapter's title."))
        richtext.parse(chapter.instruction)
        placed = replace(
            chapter,
            plan_id=before.plan_id,
            parent_id=before.parent_id,
            position=before.position,
            appendix=before.appendix,
        )
        with self._work.step(N_("Change chapter"), visit):
            self._store.save(placed)
        return self._work.last

    def set_ready(self, chapter_id: str, *, ready: bool) -> Changes:
        """Note that a chapter is finished (klarmarkera), or not."""
        return self.save(replace(self.get(chapter_id), ready=ready))

    def move(
        self, chapter_id: str, parent_id: str | None, to: int, *, appendix: bool | None = None
    ) -> Changes:
        """Put a chapter at a place (0 is first) under a parent, or at the top.

        Args:
            chapter_id: The chapter; what lies under it goes with it.
            parent_id: The parent, which tells whether it is an appendix; None is the top.
            to: Its place among the siblings there.
            appendix: At the top: among the appendices or the chapters; None stays as it was.

        Raises:
            RuleBroken: It would lie under itself, or deeper than three levels.
        """
        chapter = self.get(chapter_id)
        self._guard(chapter)
        parent = self.get(parent_id) if parent_id else None
        if parent and parent.plan_id != chapter.plan_id:
            raise RuleBroken(_("A chapter stays in its plan."), "parent_id")
        self._see_that_it_fits(chapter, parent_id)
        part = chapter.appendix if appendix is None else appendix
        moved = replace(chapter, parent_id=parent_id, appendix=parent.appendix if parent else part)
        order = [c for c in self._siblings(moved) if c.id != chapter_id]
        order.insert(max(0, min(to, len(order))), moved)
        with self._work.step(N_("Move chapter")):
            self._save_order(order, moved)
            self._save_below(moved)
        return self._work.last

    def _see_that_it_fits(self, chapter: Chapter, parent_id: str | None) -> None:
        levels = {c.id: level for level, c in self.chapters(chapter.plan_id)}
        parents = {c.id: c.parent_id for _level, c in self.chapters(chapter.plan_id)}
        at = parent_id
        while at is not None:
            if at == chapter.id:
                raise RuleBroken(_("A chapter cannot lie under itself."), "parent_id")
            at = parents.get(at)
        depth = max(
            levels[i] for i in levels if i == chapter.id or self._is_under(i, chapter.id, parents)
        )
        below = depth - levels[chapter.id]
        level = levels[parent_id] + 1 if parent_id else 1
        if level + below > MAX_LEVEL:
            raise RuleBroken(_("Chapters have at most three levels."), "parent_id")

    @staticmethod
    def _is_under(chapter_id: str, above: str, parents: dict[str, str | None]) -> bool:
        at = parents.get(chapter_id)
        while at is not None and at != above:
            at = parents.get(at)
        return at == above

    def _siblings(self, chapter: Chapter) -> tuple[Chapter, ...]:
        return self._store.rows(
            Chapter,
            {
                "plan_id": chapter.plan_id,
                "parent_id": chapter.parent_id,
                "appendix": chapter.appendix,
            },
        )

    def _save_below(self, chapter: Chapter) -> None:
        """What lies under an appendix belongs to the appendix, and the other way round."""
        for below in self._store.rows(Chapter, {"parent_id": chapter.id}):
            changed = replace(below, appendix=chapter.appendix)
            if changed != below:
                self._store.save(changed)
            self._save_below(changed)

    def _save_order(self, order: list[Chapter], changed: Chapter) -> None:
        for place, chapter in enumerate(order):
            if chapter.position != place or chapter.id == changed.id:
                self._store.save(replace(chapter, position=place))

    def delete(self, chapter_id: str) -> Changes:
        """Delete a chapter with its sub-chapters and blocks."""
        self._guard(self.get(chapter_id))
        with self._work.step(N_("Delete chapter")):
            self._store.delete(Chapter, chapter_id)
        return self._work.last

    # ---- blocks ----------------------------------------------------------------------------

    def add_block(self, block: Block, to: int | None = None) -> Changes:
        """A new block at a place in its chapter, or last."""
        self.check_block(block)
        order = list(self.blocks(block.chapter_id))
        order.insert(len(order) if to is None else max(0, min(to, len(order))), block)
        with self._work.step(N_("New block")):
            for place, row in enumerate(order):
                if row.position != place or row.id == block.id:
                    self._store.save(replace(row, position=place))
        return self._work.last

    def save_block(self, block: Block, visit: str = "") -> Changes:
        """Save a block's text, caption, or settings."""
        self.check_block(block)
        with self._work.step(N_("Write in chapter"), visit):
            self._store.save(block)
            self._store.delete(Carried, block.id)  # it has been looked at
        return self._work.last

    def move_block(self, block_id: str, to: int) -> Changes:
        """Put a block at a place in its chapter (0 is first)."""
        block = self._store.get(Block, block_id)
        self._guard(block)
        order = [b for b in self.blocks(block.chapter_id) if b.id != block_id]
        order.insert(max(0, min(to, len(order))), block)
        with self._work.step(N_("Move block")):
            for place, row in enumerate(order):
                if row.position != place:
                    self._store.save(replace(row, position=place))
        return self._work.last

    def delete_block(self, block_id: str) -> Changes:
        """Delete a block. What a typed table shows stays in the plan's registers."""
        self._guard(self._store.get(Block, block_id))
        with self._work.step(N_("Delete block")):
            self._store.delete(Block, block_id)
        return self._work.last

    def set_image(self, block: Block, content: bytes) -> Changes:
        """Set the image of an image block (PNG or JPEG, bounded)."""
        self._guard(block)
        media_type = check_image(content)
        with self._work.step(N_("Change image")):
            digest = self._file.blobs.add(content, media_type)
            self._store.save(replace(block, file=digest))
            self._store.delete(Carried, block.id)
        return self._work.last

    def check_block(self, block: Block) -> None:
        """Let a block be saved, or raise `RuleBroken`."""
        self._guard(block)
        if len(block.body) > MAX_TEXT:
            raise RuleBroken(_("The text is too long for one block. Divide it."), "body")
        if block.kind is BlockKind.TEXT:
            richtext.parse(block.body)
