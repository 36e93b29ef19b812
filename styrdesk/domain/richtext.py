"""Rich text: a small versioned XHTML subset, its frozen nodes, and our own reader and writer.

Blocks: `p h2 h3 ul ol li(nested) note`; inline: `b i u sub sup a br`, `span lang`,
`span class="secret"` and `span data-ref`. A line break is a newline inside a run. Spaces are
kept as they were typed. Any other element, attribute or place for words is refused by name,
never dropped in silence; what is written can always be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape  # xml.sax.saxutils would load urllib.request and ssl
from typing import TYPE_CHECKING, Any, Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken

if TYPE_CHECKING:  # a list of plans reads no text
    from xml.etree import ElementTree as ET

VERSION: Final = 1
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LITERAL_SPACE = re.compile("[\t\n\r]+")
_LINK = re.compile(r"(https?://|mailto:|tel:|#)[^\s]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MARKS: Final = {"b": "bold", "i": "italic", "u": "underline", "sub": "sub", "sup": "sup"}
_ATTRIBUTES: Final = {"a": {"href"}, "span": {"lang", "class", "data-ref"}}
MAX_DEPTH: Final = 6
_MAX_INLINE: Final = 50  # our own writer nests seven


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
    return bool(_LINK.fullmatch(href)) and href == clean(href)


# ---- reading -------------------------------------------------------------------------------


def parse(xhtml: str) -> RichText:
    """Read the stored form.

    Raises:
        RuleBroken: The markup is not well formed or holds what the subset has not.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415  # as above

    source = clean(xhtml)
    if "<!" in source or "<?" in source:
        raise _refused("<! <?")
    try:
        root = ET.fromstring(f"<r>{source}</r>")  # noqa: S314  # no DTD can get here
    except ET.ParseError as error:
        raise _damaged(error) from error
    for element in root.iter():
        _see_attributes(element)
    _see_no_loose_words(root)
    return tuple(_block(element) for element in root)


def _see_attributes(element: ET.Element) -> None:
    for name in set(element.keys()) - _ATTRIBUTES.get(element.tag, set()):
        raise _refused(f"<{element.tag} {name}>")


def _see_no_loose_words(element: ET.Element) -> None:
    """Words stand in paragraphs, headings and points, not between them."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _damaged(_("words outside a paragraph"))


def _block(element: ET.Element) -> Block:
    match element.tag:
        case "p":
            return Paragraph(_runs(element))
        case "h2" | "h3":
            return Heading(int(element.tag[1]), _runs(element))
        case "ul" | "ol":
            return _list(element, 1)
        case "note":
            return _note(element)
    raise _refused(f"<{element.tag}>")


def _note(element: ET.Element) -> Note:
    _see_no_loose_words(element)
    paragraphs = []
    for child in element:
        if child.tag != "p":
            raise _refused(f"<note><{child.tag}>")
        paragraphs.append(Paragraph(_runs(child)))
    return Note(tuple(paragraphs) or (Paragraph(),))


def _list(element: ET.Element, depth: int) -> ListBlock:
    if depth > MAX_DEPTH:
        raise _refused(f"<{element.tag}>" * depth)
    _see_no_loose_words(element)
    for child in element:
        if child.tag != "li":
            raise _refused(f"<{element.tag}><{child.tag}>")
    return ListBlock(element.tag == "ol", tuple(_item(child, depth) for child in element))


def _item(element: ET.Element, depth: int) -> ListItem:
    """A point: its words, then the lists under it."""
    inner = list(element)
    first = next((n for n, e in enumerate(inner) if e.tag in {"ul", "ol"}), len(inner))
    words, lists = inner[:first], inner[first:]
    if any(e.tag not in {"ul", "ol"} or (e.tail or "").strip() for e in lists):
        raise _damaged(_("words after a list in the same point"))
    children = tuple(_list(child, depth + 1) for child in lists)
    return ListItem(merge(_inline(element, words, Text(""), 1)), children)


def _runs(element: ET.Element) -> Runs:
    return merge(_inline(element, element, Text(""), 1))


def _inline(
    element: ET.Element, inner: Iterable[ET.Element], look: Text, depth: int
) -> Iterator[Text]:
    yield _words(element.text, look)
    for child in inner:
        if depth > _MAX_INLINE or (child.tag == "br" and (child.text or len(child))):
            raise _refused(f"<{child.tag}>")
        if child.tag == "br":
            yield replace(look, text="\n")
        else:
            yield from _inline(child, child, _look(child, look), depth + 1)
        yield _words(child.tail, look)


def _words(text: str | None, look: Text) -> Text:
    return replace(look, text=_one_line(text or ""))


def _one_line(text: str) -> str:
    return _LITERAL_SPACE.sub(" ", clean(text))


def _look(element: ET.Element, look: Text) -> Text:
    tag = element.tag
    if tag in _MARKS:
        return _marked(look, _MARKS[tag])
    if tag == "a":
        href = element.get("href", "")
        if not is_link(href):
            raise _refused(f"<a href={_quoted(href[:80])}>")
        return replace(look, href=href)
    if tag == "span":
        return _spanned(element, look)
    raise _refused(f"<{tag}>")


def _marked(look: Text, name: str) -> Text:
    marks: dict[str, Any] = {name: True}
    return replace(look, **marks)


def _spanned(element: ET.Element, look: Text) -> Text:
    lang, kind = element.get("lang", look.lang), element.get("class", "")
    if kind not in {"", "secret"} or not (lang == "" or _LANGUAGE.fullmatch(lang)):
        raise _refused(f"<span {(kind or lang)[:80]}>")
    return replace(
        look,
        lang=lang,
        secret=look.secret or kind == "secret",
        ref=_one_line(element.get("data-ref", look.ref)),
    )


def _damaged(error: object) -> RuleBroken:
    return RuleBroken(_("The text's markup is damaged: {error}").format(error=error))


def _refused(tag: str) -> RuleBroken:
    return RuleBroken(_("The text holds markup that is not allowed: {tag}").format(tag=tag))


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
            return f"<note>{''.join(map(_write_block, paragraphs or (Paragraph(),)))}</note>"


def _write_item(item: ListItem) -> str:
    return f"<li>{_write_runs(item.runs)}{''.join(map(_write_block, item.children))}</li>"


def _write_runs(runs: Runs) -> str:
    return "".join(map(_write_run, merge(map(_storable, runs))))


def _storable(run: Text) -> Text:
    """A run as it can be read again: a tab is a space, and what is no link or language goes."""
    return replace(
        run,
        text=clean(run.text).replace("\t", " "),
        href=run.href if is_link(run.href) else "",
        lang=run.lang if _LANGUAGE.fullmatch(run.lang) else "",
        ref=_one_line(run.ref),
    )


def _quoted(value: str) -> str:
    """An attribute's value; line ends and tabs as references, or XML would make them spaces."""
    text = escape(value).replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{text}"'


def _write_run(run: Text) -> str:
    out = escape(run.text, quote=False).replace("\n", "<br/>")
    for tag, name in reversed(_MARKS.items()):
        if getattr(run, name):
            out = f"<{tag}>{out}</{tag}>"
    if run.href:
        out = f"<a href={_quoted(run.href)}>{out}</a>"
    span = f" lang={_quoted(run.lang)}" if run.lang else ""
    span += ' class="secret"' if run.secret else ""
    span += f" data-ref={_quoted(run.ref)}" if run.ref else ""
    return f"<span{span}>{out}</span>" if span else out


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


def plain(text: RichText, *, secret: bool = True) -> str:
    """The words alone, one paragraph or point a line.

    Args:
        text: The text.
        secret: Whether passages marked secret are among them.
    """
    lines = ((run.text for run in runs if secret or not run.secret) for runs in runs_of(text))
    return "\n".join(map("".join, lines))


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
