"""Kept files as pages to look at: a PDF as it is, a picture on a page, the words of a document.

What came from elsewhere is only ever read in the child process: what it does there, it does to
nobody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from styrdesk.base.i18n import _, language
from styrdesk.domain.attachment import (
    CSV,
    DOCX,
    DOTX,
    ODT,
    OTT,
    PDF,
    POTX,
    PPTX,
    TEXT,
    XLSX,
    XLTX,
)
from styrdesk.domain.cells import Cell, as_words
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import RichText, from_plain
from styrdesk.services.attached_words import text_of
from styrdesk.services.sheets import csv_form, xlsx_form

MOST_PAGES: Final = 12
"""Pages that are looked at; who wants more opens the file."""

TEXT_ALONE: Final = frozenset({DOCX, DOTX, PPTX, POTX, ODT, OTT, TEXT})
"""What is shown as its words, without its looks."""
TABLES: Final = frozenset({XLSX, XLTX, CSV})
"""What is shown as a plain table of its first rows."""
SHOWN: Final = frozenset({PDF, "image/png", "image/jpeg", *TEXT_ALONE, *TABLES})
_MOST_ROWS, _MOST_COLUMNS = 60, 8
_MOST_IN_A_CELL: Final = 160  # letters
_MOST_LINES: Final = 400
_MOST_LETTERS: Final = 3_000  # of a paragraph
_TALL: Final = 640  # points of a picture on its page
_SIDES: Final = (18, 20_000)  # points that a page's side may measure
_WIDER, _LONGER = 3, 6  # than the first page is wide


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file, as it is sent to the child."""

    name: str
    media_type: str
    content: bytes


def render(kept: Kept) -> bytes:
    """Its pages as a PDF.

    Raises:
        RuleBroken: It is damaged, or has no words.
    """
    if kept.media_type == PDF:
        return kept.content
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    part: kit.Part
    if kept.media_type in TEXT_ALONE:
        part = kit.Prose(_words(kept))
    elif kept.media_type in TABLES:
        heads, rows = _cells(kept)
        part = kit.TableSpec(
            _("The first rows"),
            tuple(map(kit.ColumnSpec, heads)),
            tuple(map(kit.Row, rows)),
            dense=True,
        )
    else:
        part = kit.Picture(kept.content, kept.name, max_height=_TALL)
    created = datetime.fromtimestamp(0, UTC)  # nobody sees when
    meta = kit.Meta(kept.name, created, language=language())
    return kit.build(meta, (kit.Title(kept.name), part), kit.PageStyle())


def looked_at(sizes: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The first pages, as far as they are of sizes that can be painted.

    A page may say that it is a kilometre long, and its picture would fill the memory.

    Args:
        sizes: Widths and heights of all pages, in points.
    """
    found: list[tuple[float, float]] = []
    for wide, tall in sizes[:MOST_PAGES]:
        base = found[0][0] if found else wide
        if not all(_SIDES[0] <= side <= _SIDES[1] for side in (wide, tall)):
            break
        if wide > base * _WIDER or tall > base * _LONGER:
            break
        found.append((wide, tall))
    return tuple(found)


def _words(kept: Kept) -> RichText:
    """The words of a document, from its beginning.

    Raises:
        RuleBroken: It has none that can be read.
    """
    lines = map(str.strip, text_of(kept.content, kept.media_type).splitlines())
    said = [line[:_MOST_LETTERS] for line in lines if line][:_MOST_LINES]
    if not said:
        raise RuleBroken(kept.name)
    return from_plain("\n".join(said))


def _cells(kept: Kept) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The heads and the first rows of a sheet, as words.

    Raises:
        RuleBroken: It cannot be read, or there is nothing in it.
    """
    if kept.media_type == CSV:
        grid = csv_form.read(kept.content, kept.name)
    else:
        grid = xlsx_form.read(kept.content, kept.name, _MOST_ROWS)
    if not grid.heads:
        raise RuleBroken(kept.name)
    rows = [_said(row) for _number, row in grid.rows[:_MOST_ROWS]]
    return _said(grid.heads), rows


def _said(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(as_words(c).split())[:_MOST_IN_A_CELL] for c in row[:_MOST_COLUMNS])
