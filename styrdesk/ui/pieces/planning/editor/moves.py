"""Where a chapter goes when it is moved in the outline: under which parent, at which place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from styrdesk.domain.plan import Chapter

Order = Sequence[tuple[int, Chapter]]


@dataclass(frozen=True, slots=True)
class Move:
    """A place for a chapter: `to` counts among its siblings there, itself left out.

    At the top `appendix` tells among which; under a parent it is as its parent is.
    """

    parent_id: str | None
    to: int
    appendix: bool = False


def _siblings(order: Order, parent_id: str | None, appendix: bool) -> list[str]:  # noqa: FBT001  # a fact of the rows
    return [c.id for _level, c in order if c.parent_id == parent_id and c.appendix == appendix]


def _find(order: Order, chapter_id: str | None) -> Chapter | None:
    return next((c for _level, c in order if c.id == chapter_id), None)


def beside(order: Order, chapter_id: str, by: int) -> Move | None:
    """One step up or down among its siblings."""
    chapter = _find(order, chapter_id)
    if chapter is None:
        return None
    rows = _siblings(order, chapter.parent_id, chapter.appendix)
    to = rows.index(chapter_id) + by
    return Move(chapter.parent_id, to, chapter.appendix) if 0 <= to < len(rows) else None


def under(order: Order, chapter_id: str) -> Move | None:
    """Last under the sibling before it (demote)."""
    chapter = _find(order, chapter_id)
    if chapter is None:
        return None
    rows = _siblings(order, chapter.parent_id, chapter.appendix)
    at = rows.index(chapter_id)
    if not at:
        return None
    above = rows[at - 1]
    return Move(above, len(_siblings(order, above, chapter.appendix)), chapter.appendix)


def out(order: Order, chapter_id: str) -> Move | None:
    """Beside its parent, after it (promote)."""
    chapter = _find(order, chapter_id)
    parent = _find(order, chapter.parent_id) if chapter is not None else None
    if parent is None:
        return None
    rows = _siblings(order, parent.parent_id, parent.appendix)
    return Move(parent.parent_id, rows.index(parent.id) + 1, parent.appendix)


def across(order: Order, chapter_id: str) -> Move | None:
    """From the chapters to last among the appendices, or the other way; always at the top."""
    chapter = _find(order, chapter_id)
    if chapter is None:
        return None
    appendix = not chapter.appendix
    return Move(None, len(_siblings(order, None, appendix)), appendix)


def dropped(order: Order, chapter_id: str, before: int) -> Move | None:
    """Where it goes when it is let go above the row `before` (0 is the first chapter).

    It becomes a sibling of the row under the pointer, chapter or appendix as that is; at the end,
    of the row above. Just between the last chapter and Appendix A it stays what it was.
    """
    chapter = _find(order, chapter_id)
    rows = [c for _level, c in order]
    if chapter is None or not rows:
        return None
    at_end = before >= len(rows)
    mark = rows[-1] if at_end else rows[before]
    if mark.id == chapter_id:
        return None
    if mark.appendix and not chapter.appendix and before and not rows[before - 1].appendix:
        last = [i for i in _siblings(order, None, appendix=False) if i != chapter_id]
        return Move(None, len(last), appendix=False)
    beside_mark = [i for i in _siblings(order, mark.parent_id, mark.appendix) if i != chapter_id]
    return Move(mark.parent_id, beside_mark.index(mark.id) + at_end, mark.appendix)
