"""The document's structure tree: what a screen reader reads, in the order it reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

_LONGEST: Final = 16_000
"""Letters of an Alt: PDF/A takes a string of 32,767 bytes, two for each letter."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a page's content (MCID)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link or form field on a page, by the name the PDF writer knows it by."""

    page: int
    name: str


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree, with its PDF 1.7 structure type as role.

    Attributes:
        attributes: PDF source of the attribute dictionary, empty for none.
        alt: Text instead of a picture.
        language: Language of the passage where it is not the document's.
        whole: What an abbreviation stands for.
    """

    role: str
    parent: Element | None = None
    attributes: str = ""
    alt: str = ""
    language: str = ""
    whole: str = ""
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    name: str = ""

    def child(
        self,
        role: str,
        *,
        attributes: str = "",
        alt: str = "",
        language: str = "",
        whole: str = "",
    ) -> Element:
        """A new last child."""
        made = Element(role, self, attributes, alt, language, whole)
        self.kids.append(made)
        return made

    def speaks(self, document: str) -> str:
        """Language of its words: its own, that of what it stands in, or the document's."""
        at: Element | None = self
        while at is not None and not at.language:
            at = at.parent
        return at.language if at is not None else document

    def is_empty(self) -> bool:
        """Whether nothing was drawn for the element or anything under it."""
        return not any(not isinstance(kid, Element) or not kid.is_empty() for kid in self.kids)


def in_order(root: Element) -> Iterator[Element]:
    """Every element, parents first. Iterative: a deep tree must not hit the recursion limit."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


def prune(root: Element) -> None:
    """Take out elements without content; a table's empty cells stay, they hold a place."""
    for element in reversed(list(in_order(root))):
        parent = element.parent
        if parent is not None and not element.kids and element.role not in {"TD", "TH"}:
            parent.kids.remove(element)


Reference = Callable[[str], bytes]
"""From the name of a PDF object to its reference ("12 0 R")."""


def source(element: Element, reference: Reference, string: Callable[[str], bytes]) -> bytes:
    """The PDF source of an element."""
    page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), 0)
    parent = element.parent.name if element.parent else "StructTreeRoot"
    out = [b"<</Type/StructElem/S/", element.role.encode(), b"/P ", reference(parent)]
    if page:
        out += [b"/Pg ", reference(f"Page{page}")]
    if element.kids:
        kids = [_kid(kid, page, reference) for kid in element.kids]
        out += [b"/K ", kids[0] if len(kids) == 1 else b"[" + b" ".join(kids) + b"]"]
    if element.attributes:
        out += [b"/A ", element.attributes.encode()]
    if element.alt:
        short = element.alt[:_LONGEST]
        out += [b"/Alt ", string(short if short == element.alt else f"{short} …")]
    if element.whole:
        out += [b"/E ", string(element.whole)]
    if element.language:
        out += [b"/Lang ", string(element.language)]
    return b"".join(out) + b">>"


def _kid(kid: Element | Mark | Annotation, page: int, reference: Reference) -> bytes:
    if isinstance(kid, Element):
        return reference(kid.name)
    if isinstance(kid, Annotation):
        return b"<</Type/OBJR/Obj %s/Pg %s>>" % (
            reference(kid.name),
            reference(f"Page{kid.page}"),
        )
    if kid.page == page:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %s/MCID %d>>" % (reference(f"Page{kid.page}"), kid.number)


def root_source(
    root: Element, owners: list[list[Element] | Element], reference: Reference
) -> bytes:
    """The PDF source of the tree's root, with the way back from marks to elements."""
    entries = []
    for key, owner in enumerate(owners):
        if isinstance(owner, Element):
            target = reference(owner.name)
        else:
            target = b"[" + b" ".join(reference(one.name) for one in owner) + b"]"
        entries.append(b"%d %s" % (key, target))
    return (
        b"<</Type/StructTreeRoot/K %s/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d/RoleMap<<>>>>"
        % (reference(root.name), b"\n".join(entries), len(owners))
    )
