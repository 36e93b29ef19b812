"""The paper: every stroke is either tagged with an element or marked as decoration (artifact).

There is no third way: drawing outside `tagged` and `artifact` raises `Untagged`. Coordinates are
points from the page's lower left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.archive import Facts
from styrdesk.reports.kit.lines import Line, Look, Piece
from styrdesk.reports.kit.structure import Annotation, Element, Mark
from styrdesk.reports.kit.theme import rgb
from styrdesk.reports.kit.words import Tongues
from styrdesk.reports.kit.writer import Writer

A4: Final = (595.2756, 841.8898)
ArtifactKind = Literal["Layout", "Header", "Footer", "Page", "Background"]
_ARTIFACTS: Final[dict[str, str]] = {
    "Layout": "/Type/Layout",
    "Background": "/Type/Background",
    "Page": "/Type/Pagination",
    "Header": "/Type/Pagination/Subtype/Header",
    "Footer": "/Type/Pagination/Subtype/Footer",
}


class Untagged(Exception):
    """Something was to be drawn that is neither content nor decoration: a bug in the kit."""


class Placed(NamedTuple):
    """A line of text at its place: x of its start, y of its foot line."""

    x: float
    y: float
    line: Line


@dataclass(frozen=True, slots=True)
class _LinkArea:
    owner: Element
    href: str
    text: str
    box: tuple[float, float, float, float]


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _numbers(*values: float) -> str:
    return " ".join(map(_number, values))


class Sheet:
    """Draws tagged pages. `root` is the document's element."""

    def __init__(
        self, facts: Facts, link_text: str, tongues: Tongues, size: tuple[float, float] = A4
    ) -> None:
        """Args: link_text: what a link's description begins with ("Link: ")."""
        self._writer = Writer(facts, size)
        self._link_text = link_text
        self._open = 0
        self._decorating = False
        self.size = size
        self._tongues = tongues
        self.places: dict[str, int] = {}  # the page a place is on, once it is drawn
        self.promised: set[str] = set()  # places that will be on some page

    @property
    def root(self) -> Element:
        """The document's element."""
        return self._writer.root

    @property
    def page(self) -> int:
        """The page being drawn, counted from 1."""
        return self._writer.page

    @property
    def pages(self) -> int:
        """How many pages there are; right only when drawing `late`."""
        return self._writer.pages

    # ---- tags ------------------------------------------------------------------------------
    @contextmanager
    def tagged(self, owner: Element) -> Iterator[None]:
        """What is drawn inside belongs to the element."""
        self._begin(owner)
        yield
        self._end()

    @contextmanager
    def artifact(self, kind: ArtifactKind = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration: not read aloud, not exported."""
        nested = self._decorating
        if not nested:
            self._writer.emit(f"/Artifact <<{_ARTIFACTS[kind]}>> BDC")
            self._open += 1
            self._decorating = True
        yield
        if not nested:
            self._decorating = False
            self._end()

    def _begin(self, owner: Element) -> None:
        self._open += 1
        if self._decorating:  # a repeated table head: content drawn as decoration
            return
        number = self._writer.next_mark(owner)
        owner.kids.append(Mark(self.page, number))
        self._writer.emit(f"/{owner.role} <</MCID {number}>> BDC")

    def _end(self) -> None:
        self._open -= 1
        if not self._decorating:
            self._writer.emit("EMC")

    def _draw(self, code: str) -> None:
        if not self._open:
            raise Untagged(code[:80])
        self._writer.emit(code)

    # ---- strokes ---------------------------------------------------------------------------
    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """A filled rectangle."""
        self._draw(f"{_numbers(*rgb(color))} rg {_numbers(x, y, width, height)} re f")

    def frame(
        self, x: float, y: float, width: float, height: float, color: str, pen: float
    ) -> None:
        """A rectangle's outline."""
        box = _numbers(x, y, width, height)
        self._draw(f"{_numbers(*rgb(color))} RG {_number(pen)} w {box} re S")

    def line(  # noqa: PLR0917
        self, x: float, y: float, to_x: float, to_y: float, color: str, pen: float, dash: str = ""
    ) -> None:
        """A straight line; dash in PDF terms ("[0 4] 0")."""
        cap = "1 J " if dash.startswith("[0 ") else ""
        pattern = f"{cap}{dash} d " if dash else ""
        after = " [] 0 d 0 J" if dash else ""
        stroke = f"{_numbers(x, y)} m {_numbers(to_x, to_y)} l S"
        self._draw(f"{pattern}{_numbers(*rgb(color))} RG {_number(pen)} w {stroke}{after}")

    def shape(self, points: Iterable[tuple[float, float]], color: str) -> None:
        """A filled shape."""
        first, *rest = points
        path = " ".join(f"{_numbers(*point)} l" for point in rest)
        self._draw(f"{_numbers(*rgb(color))} rg {_numbers(*first)} m {path} h f")

    def image(self, image: Any, x: float, y: float, width: float, height: float) -> None:
        """A picture (a PIL image or a file object with JPEG) in a box."""
        self._draw(" ")
        self._writer.drawImage(ImageReader(image), x, y, width, height)

    # ---- text ------------------------------------------------------------------------------
    def text(
        self, x: float, y: float, text: str, look: Look, align: str = "left", turn: str = ""
    ) -> None:
        """A short text inside an open tag or artifact; turn is a PDF matrix's first four parts."""
        pieces = tuple(
            Piece(part, look_in(look, name)) for part, name in fonts.spread(text, look.font)
        )
        width = sum(piece.width() for piece in pieces)
        start = x - (width if align == "right" else width / 2 if align == "center" else 0)
        place = f"{turn} {_numbers(x, y)} Tm" if turn else f"{_numbers(start, y)} Td"
        self._draw("\n".join(["BT", place, *self._pieces(pieces, _State()), "ET"]))

    def lines(self, lines: Iterable[Placed], owner: Element, inline: dict[Any, Element]) -> None:
        """Lines of one element. `inline` keeps its links and passages over a page break."""
        self._writer.emit("BT")
        state, areas, strokes = (
            _State(),
            list[_LinkArea](),
            list[tuple[float, float, float, Look]](),
        )
        current: Element | None = None
        at_x = at_y = 0.0
        for x, y, line in lines:
            self._writer.emit(f"{_numbers(x - at_x, y - at_y)} Td")
            at_x, at_y, pen = x, y, x
            for piece in line.pieces:
                element = self._inline(piece.look, owner, inline)
                if element is not current:
                    if current is not None:
                        self._end()
                    self._begin(element)
                    current = element
                for code in self._pieces((piece,), state):
                    self._writer.emit(code)
                width = piece.width() + _end_hyphen(piece)
                self._note(piece, element, (pen, y, width), areas, strokes)
                pen += width
        if current is not None:
            self._end()
        self._writer.emit("ET")
        self._after(areas, strokes)

    def _inline(self, look: Look, owner: Element, inline: dict[Any, Element]) -> Element:
        if self._decorating:
            return owner
        linked = bool(look.link) and (
            not look.href.startswith("#") or look.href[1:] in self.promised
        )
        wanted, spoken = self._tongues.tag(look.language), owner.speaks(self._tongues.frame)
        if not owner.kids and not linked and wanted != spoken:
            owner.language = spoken = wanted  # an element is of the language of its first words
        foreign = "" if wanted == spoken else wanted
        if not linked and not foreign and not look.whole:
            return owner
        key = (look.link if linked else 0, foreign, look.whole)
        again = key in inline and inline[key] is not owner.kids[-1] and not linked
        if key not in inline or again:
            role = "Link" if linked else "Span"
            inline[key] = owner.child(role, language=foreign, whole=look.whole)
        return inline[key]

    def _note(
        self,
        piece: Piece,
        element: Element,
        place: tuple[float, float, float],
        areas: list[_LinkArea],
        strokes: list[tuple[float, float, float, Look]],
    ) -> None:
        x, y, width = place
        if piece.look.underline:
            strokes.append((x, y, width, piece.look))
        if piece.look.link and element.role == "Link":
            box = (x, y - piece.look.size * 0.25, x + width, y + piece.look.size * 0.85)
            areas.append(_LinkArea(element, piece.look.href, piece.text, box))

    def _after(
        self, areas: list[_LinkArea], strokes: list[tuple[float, float, float, Look]]
    ) -> None:
        if strokes:
            with self.artifact():
                for x, y, width, look in strokes:
                    self.line(x, y - 1.6, x + width, y - 1.6, look.color, 0.5)
        if not self._decorating:
            for area in areas:
                self.link(area.owner, area.box, area.href, self._link_text + area.text.strip())

    def _pieces(self, pieces: Iterable[Piece], state: _State) -> Iterator[str]:
        for text, look in pieces:
            if look.color != state.color:
                state.color = look.color
                yield f"{_numbers(*rgb(look.color))} rg"
            if look.rise != state.rise:
                state.rise = look.rise
                yield f"{_number(look.rise)} Ts"
            for name, string in self._writer.encoded(look.font, text):
                if (name, look.size) != state.font:
                    state.font = (name, look.size)
                    yield f"{name} {_number(look.size)} Tf"
                yield f"({string}) Tj"

    # ---- places and links ------------------------------------------------------------------
    def mark_place(self, key: str, y: float, title: str = "", level: int = 0) -> None:
        """A place links lead to; with a title it is also a bookmark, level counted from 0."""
        self.places[key] = self.page
        self._writer.bookmarkPage(key, fit="XYZ", left=0, top=y, zoom=0)
        if title:
            self._writer.addOutlineEntry(title, key, level, closed=level > 0)

    def link(
        self, owner: Element, box: tuple[float, float, float, float], href: str, contents: str
    ) -> None:
        """An active area that belongs to a Link element; "#key" leads to a place."""
        entries: dict[str, Any] = {
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray([round(value, 2) for value in box]),
            "Border": "[0 0 0]",
            "Contents": pdfdoc.PDFString(contents),
        }
        if href.startswith("#"):
            entries["Dest"] = self._writer.place(href[1:])
        else:
            action = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(_address(href))}
            entries["A"] = pdfdoc.PDFDictionary(action)
        owner.kids.append(Annotation(self.page, self._writer.annotate(entries, owner)))

    def signature_field(
        self, owner: Element, box: tuple[float, float, float, float], name: str, tip: str
    ) -> None:
        """An empty field for an electronic signature, owned by a Form element."""
        x, y, to_x, to_y = (round(value, 2) for value in box)
        form = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": pdfdoc.PDFArray([0, 0, to_x - x, to_y - y]),
                "Resources": pdfdoc.PDFDictionary(),
            }
        )
        empty = self._writer.shared(pdfdoc.PDFStream(form, content=""))
        entries: dict[str, Any] = {
            "Subtype": pdfdoc.PDFName("Widget"),
            "FT": pdfdoc.PDFName("Sig"),
            "T": pdfdoc.PDFString(name),
            "TU": pdfdoc.PDFString(tip),
            "Rect": pdfdoc.PDFArray([x, y, to_x, to_y]),
            "P": self._writer.own_page(),
            "AP": pdfdoc.PDFDictionary({"N": empty}),
        }
        owner.kids.append(Annotation(self.page, self._writer.annotate(entries, owner)))
        self._writer.add_field()

    # ---- pages -----------------------------------------------------------------------------
    def late(self, draw: Callable[[], None]) -> None:
        """Draw here, inside the tag that is open now, when all pages are known."""
        if not self._open:
            raise Untagged

        def inside() -> None:
            self._open += 1
            draw()
            self._open -= 1

        self._writer.late(inside)

    def next_page(self, size: tuple[float, float]) -> None:
        """End the page and begin one of the size."""
        self._writer.showPage()
        self.resize(size)

    def resize(self, size: tuple[float, float]) -> None:
        """Set the size of the page that is being begun."""
        self.size = size
        self._writer.setPageSize(size)

    def finish(self) -> bytes:
        """The finished file."""
        return self._writer.finish()


@dataclass(slots=True)
class _State:
    """What the content stream has set last."""

    color: str = ""
    font: tuple[str, float] = ("", 0.0)
    rise: float = 0.0


def look_in(look: Look, name: str) -> Look:
    """The look in another font."""
    return look if look.font == name else Look(name, look.size, look.color, look.rise)


def _end_hyphen(piece: Piece) -> float:
    hyphen = fonts.hyphen_width(piece.look.font) * piece.look.size
    return hyphen if piece.text.endswith("\xad") else 0.0


def _address(href: str) -> str:
    """The address in ASCII: PDF/A wants URI as 7-bit text (ISO 32000-1, 12.6.4.7)."""
    return "".join(c if c.isascii() and c.isprintable() and c != " " else _percent(c) for c in href)


def _percent(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "ignore"))
