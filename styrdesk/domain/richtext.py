"""Rich text: a small versioned XHTML subset, its frozen nodes, and our own reader and writer.

Blocks: `p h2 h3 ul ol li(nested) note`; inline: `b i u sub sup a br`, `span lang`,
`span class="secret"` and `span data-ref`. A line break is a newline inside a run. Spaces are
kept as they were typed. Anything else is refused with its name, never dropped in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

VERSION: Final = 1
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LITERAL_SPACE = re.compile("[\t\n\r]+")
_LINK = re.compile(r"(https?://|mailto:|tel:|#)[^\s]+", re.IGNORECASE)
_MARKS: Final = {"b": "bold", "i": "italic", "u": "underline", "sub": "sub", "sup": "sup"}
MAX_DEPTH: Final = 6


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text of one look. A newline in it is a line break.

    Attributes:
        href: Where a link leads (http, https, mailto, tel), empty for plain text.
        lang: Language of the run where it is not the document's ("en", "fi").
        secret: Left out of an edition made for publishing.
        ref: Key of a live figure whose value the run shows.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    sub: bool = False
    sup: bool = False
    href: str = ""
    lang: str = ""
    secret: bool = False
    ref: str = ""


Runs = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading inside a chapter, level 2 or 3."""

    level: int
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One point of a list, with the lists under it."""

    runs: Runs = ()
    children: tuple[ListBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet or numbered list."""

    ordered: bool
    items: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A remark set apart from the running text."""

    paragraphs: tuple[Paragraph, ...] = ()


Block = Paragraph | Heading | ListBlock | Note
RichText = tuple[Block, ...]


def clean(text: str) -> str:
    """Text without control characters and lone surrogates; line ends become newlines."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_link(href: str) -> bool:
    """Whether an address may stand in a document (web, mail, telephone, place)."""
    return bool(_LINK.fullmatch(href))


# ---- reading -------------------------------------------------------------------------------


def parse(xhtml: str) -> RichText:
    """Read the stored form.

    Raises:
        RuleBroken: The markup is not well formed or holds what the subset has not.
    """
    source = clean(xhtml)
    if "<!" in source or "<?" in source:
        raise RuleBroken(_("The text holds markup that is not allowed: {tag}").format(tag="<!"))
    try:
        root = ET.fromstring(f"<r>{source}</r>")  # noqa: S314  # no DTD can get here
    except ET.ParseError as error:
        raise RuleBroken(_("The text's markup is damaged: {error}").format(error=error)) from error
    blocks = tuple(_block(element) for element in root)
    if (root.text or "").strip() or any((element.tail or "").strip() for element in root):
        raise RuleBroken(_("The text's markup is damaged: {error}").format(error="text < p"))
    return blocks


def _block(element: ET.Element) -> Block:
    match element.tag:
        case "p":
            return Paragraph(_runs(element))
        case "h2" | "h3":
            return Heading(int(element.tag[1]), _runs(element))
        case "ul" | "ol":
            return _list(element, 1)
        case "note":
            inner = tuple(_block(child) for child in element)
            return Note(
                tuple(b for b in inner if isinstance(b, Paragraph))
                or ((Paragraph(_runs(element))),)
            )
    raise _refused(element)


def _list(element: ET.Element, depth: int) -> ListBlock:
    if depth > MAX_DEPTH or any(child.tag != "li" for child in element):
        raise _refused(element)
    return ListBlock(element.tag == "ol", tuple(_item(child, depth) for child in element))


def _item(element: ET.Element, depth: int) -> ListItem:
    lists = [child for child in element if child.tag in {"ul", "ol"}]
    children = tuple(_list(child, depth + 1) for child in lists)
    for child in lists:
        element.remove(child)
    return ListItem(_runs(element), children)


def _runs(element: ET.Element) -> Runs:
    return merge(_inline(element, Text("")))


def _inline(element: ET.Element, look: Text) -> Iterator[Text]:
    yield replace(look, text=_LITERAL_SPACE.sub(" ", element.text or ""))
    for child in element:
        if child.tag == "br":
            yield replace(look, text="\n")
        else:
            yield from _inline(child, _look(child, look))
        yield replace(look, text=_LITERAL_SPACE.sub(" ", child.tail or ""))


def _look(element: ET.Element, look: Text) -> Text:
    if element.tag in _MARKS:
        return replace(look, **{_MARKS[element.tag]: True})
    if element.tag == "a" and is_link(element.get("href", "")):
        return replace(look, href=element.get("href", ""))
    if element.tag == "span":
        return replace(
            look,
            lang=element.get("lang", look.lang),
            secret=look.secret or element.get("class") == "secret",
            ref=element.get("data-ref", look.ref),
        )
    raise _refused(element)


def _refused(element: ET.Element) -> RuleBroken:
    message = _("The text holds markup that is not allowed: {tag}")
    return RuleBroken(message.format(tag=f"<{element.tag}>"))


def merge(runs: Iterable[Text]) -> Runs:
    """Runs in normal form: none empty, no two neighbours of the same look."""
    merged: list[Text] = []
    for run in runs:
        if not run.text:
            continue
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


# ---- writing -------------------------------------------------------------------------------


def write(text: RichText) -> str:
    """The stored form."""
    return "".join(_write_block(block) for block in text)


def _write_block(block: Block) -> str:
    match block:
        case Paragraph(runs):
            return f"<p>{_write_runs(runs)}</p>"
        case Heading(level, runs):
            return f"<h{level}>{_write_runs(runs)}</h{level}>"
        case ListBlock(ordered, items):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(map(_write_item, items))}</{tag}>"
        case Note(paragraphs):
            return f"<note>{''.join(map(_write_block, paragraphs))}</note>"


def _write_item(item: ListItem) -> str:
    return f"<li>{_write_runs(item.runs)}{''.join(map(_write_block, item.children))}</li>"


def _write_runs(runs: Runs) -> str:
    return "".join(map(_write_run, merge(runs)))


def _write_run(run: Text) -> str:
    out = escape(_LITERAL_SPACE.sub(_space_or_break, clean(run.text))).replace("\n", "<br/>")
    for tag, name in reversed(_MARKS.items()):
        if getattr(run, name):
            out = f"<{tag}>{out}</{tag}>"
    if run.href:
        out = f"<a href={quoteattr(run.href)}>{out}</a>"
    span = f" lang={quoteattr(run.lang)}" if run.lang else ""
    span += ' class="secret"' if run.secret else ""
    span += f" data-ref={quoteattr(run.ref)}" if run.ref else ""
    return f"<span{span}>{out}</span>" if span else out


def _space_or_break(match: re.Match[str]) -> str:
    return match.group().replace("\t", " ")


# ---- asking --------------------------------------------------------------------------------


def runs_of(text: RichText) -> Iterator[Runs]:
    """The runs of every paragraph, heading and point, in reading order."""
    for block in text:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield runs
            case Note(paragraphs):
                yield from runs_of(paragraphs)
            case ListBlock(_, items):
                for item in items:
                    yield item.runs
                    yield from runs_of(item.children)


def plain(text: RichText) -> str:
    """The words alone, one paragraph or point a line."""
    return "\n".join("".join(run.text for run in runs) for runs in runs_of(text))


def from_plain(text: str) -> RichText:
    """Plain text as paragraphs, one a line."""
    return tuple(
        Paragraph((Text(line),) if line else ())
        for line in clean(text).replace("\t", " ").split("\n")
    )


def is_blank(text: RichText) -> bool:
    """Whether there is nothing to read."""
    return not plain(text).strip()


def word_count(text: RichText) -> int:
    """Words, as a writer counts them."""
    return len(plain(text).split())
