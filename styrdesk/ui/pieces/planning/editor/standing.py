"""How far a chapter has come: tom, utkast or klarmarkerad, told by a shape and a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_
from styrdesk.domain.checks.chapters import is_empty
from styrdesk.domain.plan import Block, Chapter


class Standing(StrEnum):
    """The value is the kit's status of the same shape."""

    EMPTY = "empty"
    DRAFT = "doing"
    READY = "done"


STANDINGS: Final = {
    Standing.EMPTY: N_("Empty"),
    Standing.DRAFT: N_("Draft"),
    Standing.READY: N_("Ready"),
}


def standings(chapters: Iterable[Chapter], blocks: Iterable[Block]) -> Mapping[str, Standing]:
    """How far each chapter has come, by its id.

    A chapter that only holds sub-chapters is no emptier than they are.
    """
    chapters = tuple(chapters)
    filled = {block.chapter_id for block in blocks if not is_empty(block)}
    parents = {chapter.id: chapter.parent_id for chapter in chapters}
    for chapter_id in tuple(filled):
        above = parents.get(chapter_id)
        while above is not None:
            filled.add(above)
            above = parents.get(above)
    return {
        chapter.id: Standing.READY
        if chapter.ready
        else Standing.DRAFT
        if chapter.id in filled
        else Standing.EMPTY
        for chapter in chapters
    }
