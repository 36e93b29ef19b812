"""Kept files as pages to look at: a PDF as it is, a picture on a page, the words of a document.

What came from elsewhere is only ever read in the child process: what it does there, it does to
nobody else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from xml.etree import ElementTree as ET

from styrdesk.base.i18n import language
from styrdesk.domain.attachment import DOCX, DOTX, ODT, OTT, PDF, POTX, PPTX
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.richtext import Paragraph, Text, clean

MOST_PAGES: Final = 12
"""Pages that are looked at; who wants more opens the file."""

# Of a document: the parts with its words, by their names in the archive.
_WORD: Final = re.compile(r"word/document\.xml")
_SLIDES: Final = re.compile(r"ppt/slides/slide\d+\.xml")
_OPEN: Final = re.compile(r"content\.xml")
_PARTS: Final = {
    DOCX: _WORD,
    DOTX: _WORD,
    PPTX: _SLIDES,
    POTX: _SLIDES,
    ODT: _OPEN,
    OTT: _OPEN,
}
TEXT_ALONE: Final = frozenset(_PARTS)
"""What is shown as its words, without its looks."""
SHOWN: Final = frozenset({PDF, "image/png", "image/jpeg", *TEXT_ALONE})
_MOST_BYTES: Final = 8_000_000  # of XML in a part: a book of 2,000 pages
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
        RuleBroken: It is of no kind that is shown, or is damaged.
    """
    if kept.media_type == PDF:
        return kept.content
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    part: kit.Part = (
        kit.Prose(tuple(_words(kept)))
        if kept.media_type in TEXT_ALONE
        else kit.Picture(kept.content, kept.name, max_height=_TALL)
    )
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


class _NoDoctype(ET.TreeBuilder):
    """Refuses a document type, with which a few letters could stand for thousands of millions."""

    def doctype(self, name: str, *_where: object) -> None:
        raise RuleBroken(name)


def _words(kept: Kept) -> Iterator[Paragraph]:
    count, is_odf = 0, kept.media_type in {ODT, OTT}
    for root in _roots(kept):
        for element in root.iter():
            if _local(element) not in {"p", "h"}:
                continue
            words = clean("".join(_said(element, is_odf=is_odf))).strip()
            if words:
                yield Paragraph((Text(words[:_MOST_LETTERS], bold=_is_head(element)),))
                count += 1
            if count >= _MOST_LINES:
                return


def _roots(kept: Kept) -> Iterator[ET.Element]:
    """The parts with words, in their order.

    Raises:
        RuleBroken: A part is larger than anybody writes, or is not what such documents hold.
    """
    wanted = _PARTS[kept.media_type]
    with zipfile.ZipFile(io.BytesIO(kept.content)) as archive:
        names = [name for name in archive.namelist() if wanted.fullmatch(name)]
        for name in sorted(names, key=lambda name: (len(name), name)):  # slide 2 before slide 10
            with archive.open(name) as part:
                content = part.read(_MOST_BYTES + 1)
            if len(content) > _MOST_BYTES:
                raise RuleBroken(name)
            parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314  # no DTD can get through
            yield ET.fromstring(content, parser)  # noqa: S314  # nor here


def _said(element: ET.Element, *, is_odf: bool) -> Iterator[str]:
    """The words of a paragraph: OOXML has them in "t" alone, ODF wherever they stand."""
    if is_odf or _local(element) == "t":
        yield element.text or ""
    if _local(element) in {"tab", "br", "line-break", "s"}:
        yield " "
    for part in element:
        yield from _said(part, is_odf=is_odf)
        if is_odf:
            yield part.tail or ""


def _is_head(element: ET.Element) -> bool:
    """Whether it is a heading, which is set in bold."""
    styles = [part for part in element.iter() if _local(part) == "pStyle"]
    said = [value.lower() for style in styles for value in style.attrib.values()]
    return _local(element) == "h" or any(
        value.startswith(("heading", "rubrik", "title")) for value in said
    )


def _local(element: ET.Element) -> str:
    """Its name without its namespace."""
    return str(element.tag).rpartition("}")[2]
