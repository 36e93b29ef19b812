"""The template of a nämndplan: chapters, instructions and blocks, read from an editable file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, BlockKind, Chapter, Plan
from styrdesk.domain.record import Record, specs

MAX_LEVEL = 3
_WORDS = {s.name for s in specs(Plan) if s.kind is str and not s.link} - {"id"}


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block to begin with."""

    kind: BlockKind
    caption: str = ""
    chart: bool = False


@dataclass(frozen=True, slots=True)
class TemplateChapter:
    """A chapter to begin with; `instruction` is rich text for the writer."""

    key: str
    title: str
    level: int = 1
    appendix: bool = False
    instruction: str = ""
    blocks: tuple[TemplateBlock, ...] = field(default=(TemplateBlock(BlockKind.TEXT),))


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its name, document information to begin with, and chapters in order.

    Attributes:
        information: Plan field → text; `{year}`, `{next}` and `{last}` stand for the years.
    """

    title: str
    information: Mapping[str, str]
    chapters: tuple[TemplateChapter, ...]


def read(data: Mapping[str, Any]) -> Template:
    """A template from its file's content.

    Raises:
        RuleBroken: Something is missing or wrong; the message names the chapter.
    """
    given = data.get("chapter", ())
    if not isinstance(given, list | tuple):
        given = [given]
    chapters = tuple(_chapter(n, c) for n, c in enumerate(given, 1))
    level = 0
    for chapter in chapters:
        if not 1 <= chapter.level <= min(level + 1, MAX_LEVEL):
            message = _("The template's chapter {title} is on a level that cannot be.")
            raise RuleBroken(message.format(title=chapter.title))
        level = chapter.level
    return Template(str(data.get("title", "")), _information(data.get("information", {})), chapters)


def _information(data: object) -> dict[str, str]:
    """Words of the document information; only fields that hold words, and the three years."""
    entries = data if isinstance(data, Mapping) else {str(data): None}
    for name, words in entries.items():
        if name not in _WORDS or not _can_be_filled(words):
            message = _("The template's document information cannot be used: {name}")
            raise RuleBroken(message.format(name=name))
    return dict(entries)


def _can_be_filled(words: object) -> bool:
    try:
        str(words).format(year=0, next=0, last=0)
    except (ValueError, KeyError, IndexError, AttributeError):
        return False
    return isinstance(words, str)


def _chapter(place: int, data: Mapping[str, Any]) -> TemplateChapter:
    try:
        richtext.parse(str(data.get("instruction", "")))
        return TemplateChapter(
            key=str(data["key"]),
            title=str(data["title"]),
            level=int(data.get("level", 1)),
            appendix=bool(data.get("appendix", False)),
            instruction=str(data.get("instruction", "")),
            blocks=tuple(_blocks(data.get("blocks", ["text"]))),
        )
    except (KeyError, ValueError, TypeError, AttributeError, RuleBroken) as error:
        message = _("The template's chapter {place} cannot be read: {error}")
        raise RuleBroken(message.format(place=place, error=error)) from None


def _blocks(data: Sequence[Any]) -> Iterator[TemplateBlock]:
    for entry in data:
        kind = entry if isinstance(entry, str) else entry["kind"]
        more: Mapping[str, Any] = {} if isinstance(entry, str) else entry
        caption, chart = str(more.get("caption", "")), bool(more.get("chart", False))
        yield TemplateBlock(BlockKind(kind), caption, chart)


def chapters_for(plan_id: str, template: Template) -> list[Record]:
    """New chapters and blocks of a plan, parents before children."""
    found: list[Record] = []
    parents: list[str] = []
    for place, chapter in enumerate(template.chapters):
        parents = parents[: chapter.level - 1]
        made = Chapter(
            new_id(),
            plan_id=plan_id,
            parent_id=parents[-1] if parents else None,
            title=chapter.title,
            instruction=chapter.instruction,
            appendix=chapter.appendix,
            key=chapter.key,
            position=place,
        )
        parents.append(made.id)
        found.append(made)
        for n, block in enumerate(chapter.blocks):
            found.append(
                Block(
                    new_id(),
                    chapter_id=made.id,
                    kind=block.kind,
                    caption=block.caption,
                    chart=block.chart,
                    position=n,
                )
            )
    return found
