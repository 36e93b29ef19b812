"""What a PDF of ours must be, beyond what validators report; and the text as a reader hears it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any

import page as page_validation
import pikepdf
from pikepdf import Array, Dictionary

from styrdesk.reports.kit.fonts import BOX, missing_glyphs

PAINT = {"Tj", "TJ", "'", '"', "S", "s", "f", "f*", "F", "B", "B*", "b", "b*", "Do", "sh", "EI"}
ROLES = {
    *("Document", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "THead"),
    *("TBody", "TFoot", "TR", "TH", "TD", "Caption", "Figure", "Link", "Span", "Div", "TOC"),
    *("TOCI", "Reference", "Form"),
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "Caption": {"Table"},
}


HEADINGS = {"H1", "H2", "H3", "H4"}
BLOCKS = HEADINGS | {"P", "LI", "Caption", "TR", "Figure", "Link", "Form"}
"""Elements that are drawn in the order they are read."""


def validator_findings(data: bytes) -> list[str]:
    """What page-validation says against PDF/UA-1 and PDF/A-2a."""
    limits = page_validation.SafetyLimits(max_reference_depth=2000)
    profiles = page_validation.ValidationProfile
    found = []
    for profile in (profiles.PDF_UA_1, profiles.PDF_A_2A):
        report = page_validation.validate_pdf_bytes(data, profile=profile, limits=limits)
        if not report.is_compliant:
            found += [f"{profile}: {failure}" for failure in report.failures] or [str(profile)]
    return found


@dataclass
class Node:
    """An element of the structure tree, with what it says."""

    role: str
    element: Any
    kids: list[Node | str] = field(default_factory=list)
    mark: tuple[tuple[int, int], int] | None = None
    """The page and the number of its own first mark."""

    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text() for kid in self.kids)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def first(self) -> tuple[tuple[int, int], int] | None:
        """The page and the number of the first mark of what it says."""
        if self.mark is not None:
            return self.mark
        inner = (kid.first() for kid in self.kids if isinstance(kid, Node))
        return next((mark for mark in inner if mark is not None), None)

    def named(self, *roles: str) -> list[Node]:
        return [node for node in self.walk() if node.role in roles]


@dataclass
class Stretch:
    """A marked stretch of a page: what it paints."""

    text: str = ""


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _unicode_map(font: Any) -> dict[int, str]:
    source = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", source)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


class Reading:
    """A PDF opened for questions."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.problems: list[str] = []
        self._fonts: dict[tuple[int, int], dict[int, str]] = {}
        self.stretches: dict[tuple[tuple[int, int], int], Stretch] = {}
        self.artifacts: list[str] = []
        for number, sheet in enumerate(self.pdf.pages, 1):
            self._read_page(number, sheet)
        self.owners: dict[tuple[tuple[int, int], int], list[Any]] = {}
        self.referred: set[tuple[int, int]] = set()
        (top,) = _kids(self.pdf.Root.StructTreeRoot)
        self.root = self._node(top, None)

    def _map(self, font: Any) -> dict[int, str]:
        key = font.objgen
        if key not in self._fonts:
            self._fonts[key] = _unicode_map(font)
        return self._fonts[key]

    def _read_page(self, number: int, sheet: Any) -> None:  # noqa: C901  # an operator a branch
        fonts = sheet.obj.Resources.get("/Font", {})
        marks: list[int | str | None] = []
        letters: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(sheet):
            operands, name = instruction.operands, str(instruction.operator)
            if name in {"BDC", "BMC"}:
                mark = self._mark(operands)
                marks.append(mark)
                if isinstance(mark, int):
                    self.stretches[(sheet.obj.objgen, mark)] = Stretch()
            elif name == "EMC":
                marks.pop()
            elif name == "Tf":
                letters = self._map(fonts[str(operands[0])])
            if name in PAINT:
                inside = [mark for mark in marks if mark is not None]
                if len(inside) != 1:
                    self.problems.append(f"page {number}: {name} in {len(inside)} tags")
                elif name == "Tj":
                    text = "".join(letters[code] for code in bytes(operands[0]))
                    self._hear((sheet.obj.objgen, inside[0]), text)
        if marks:
            self.problems.append(f"page {number}: marks not closed")

    def _hear(self, where: Any, text: str) -> None:
        if where in self.stretches:
            self.stretches[where].text += text
        else:
            self.artifacts.append(text)

    def _mark(self, operands: Any) -> int | str | None:
        if str(operands[0]) == "/Artifact":
            return "artifact"
        if len(operands) > 1 and isinstance(operands[1], Dictionary):
            number = operands[1].get("/MCID")
            return None if number is None else int(number)
        return None

    def _node(self, element: Any, sheet: Any) -> Node:
        sheet = element.get("/Pg", sheet)
        node = Node(str(element.S)[1:], element)
        for kid in _kids(element):
            if isinstance(kid, int) or (isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR"):
                number = kid if isinstance(kid, int) else int(kid.MCID)
                where = sheet if isinstance(kid, int) else kid.get("/Pg", sheet)
                key = (where.objgen, int(number))
                self.owners.setdefault(key, []).append(element)
                node.mark = node.mark or key
                node.kids.append(self.stretches[key].text if key in self.stretches else "")
            elif kid.get("/Type") == "/OBJR":
                self.referred.add(kid.Obj.objgen)
            else:
                node.kids.append(self._node(kid, sheet))
        return node

    # ---- questions -------------------------------------------------------------------------
    def text(self, *roles: str) -> list[str]:
        """What the elements of the roles say, in reading order; soft hyphens taken out."""
        return [spoken(node.text()) for node in self.root.named(*roles)]

    def voices(self) -> list[tuple[str, str]]:
        """Every stretch of words a reader hears, with the language it is told to read it in.

        A figure is read as its Alt, an abbreviation as what it stands for.
        """
        return list(_voices(self.root, str(self.pdf.Root.get("/Lang", ""))))

    def findings(self) -> list[str]:
        """Everything that is wrong."""
        self._check_marks()
        self._check_annotations()
        self._check_tree()
        self._check_order()
        self._check_headings()
        self._check_bookmarks()
        self._check_metadata()
        self._check_fonts()
        self._check_languages()
        return self.problems

    def _check_marks(self) -> None:
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        tree = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        pages = {sheet.obj.objgen: sheet.obj for sheet in self.pdf.pages}
        for key in self.stretches:
            owners = self.owners.get(key, [])
            row = tree.get(int(pages[key[0]].get("/StructParents", -1)))
            if len(owners) != 1:
                self.problems.append(f"mark {key} has {len(owners)} owners")
            elif row is None or row[key[1]].objgen != owners[0].objgen:
                self.problems.append(f"mark {key}: the parent tree names another owner")
        self.problems += [
            f"{key}: no such mark" for key in self.owners if key not in self.stretches
        ]

    def _check_annotations(self) -> None:
        for number, sheet in enumerate(self.pdf.pages, 1):
            if sheet.obj.get("/Tabs") != "/S":
                self.problems.append(f"page {number}: Tabs is not S")
            for note in sheet.obj.get("/Annots", []):
                if note.objgen not in self.referred:
                    self.problems.append(f"page {number}: {note.Subtype} without OBJR")
                if note.Subtype == "/Link" and not str(note.get("/Contents", "")).strip():
                    self.problems.append(f"page {number}: Link without Contents")
                if note.Subtype == "/Link" and not self._leads(note):
                    self.problems.append(f"page {number}: Link that leads nowhere")
                if note.Subtype == "/Widget" and not str(note.get("/TU", "")).strip():
                    self.problems.append(f"page {number}: field without TU")

    def _leads(self, note: Any) -> bool:
        """Whether a link has an address, or a place on a page of this file."""
        if "/A" in note:
            return bool(str(note.A.get("/URI", "")).strip())
        return self._is_place(note.get("/Dest"))

    def _is_place(self, place: Any) -> bool:
        pages = {sheet.obj.objgen for sheet in self.pdf.pages}
        return isinstance(place, Array) and getattr(place[0], "objgen", None) in pages

    def _check_order(self) -> None:
        """What is read first stands first: the tree follows the pages, block by block.

        Inside a row that is divided over pages it cannot: the first cell's end is on the next page.
        """
        numbers = {sheet.obj.objgen: at for at, sheet in enumerate(self.pdf.pages)}
        firsts = [(place, node) for node in self.root.walk() if (place := node.first()) is not None]
        blocks = [(numbers[p], mark, node) for (p, mark), node in firsts if node.role in BLOCKS]
        for before, after in pairwise(blocks):
            if after[:2] < before[:2]:
                self.problems.append(f"read before what stands before it: {after[2].text()[:40]}")

    def _check_tree(self) -> None:
        for node in self.root.walk():
            self._check_names(node)
            if node.role not in ROLES:
                self.problems.append(f"role {node.role}")
            for kid in node.kids:
                if isinstance(kid, Node) and node.role not in PARENTS.get(kid.role, {node.role}):
                    self.problems.append(f"{kid.role} in {node.role}")
            if node.role == "Figure" and len(str(node.element.get("/Alt", "")).strip()) < 3:
                self.problems.append("Figure without Alt")
            if node.role == "Table":
                self._check_table(node)
            if node.role in {"P", "H1", "H2", "H3", "H4", "Caption", "Link"} and not node.kids:
                self.problems.append(f"empty {node.role}")

    def _check_names(self, parent: Node) -> None:
        """A table is named by its caption or the heading above it; a picture is not told twice."""
        before = Node("", None)
        for node in (kid for kid in parent.kids if isinstance(kid, Node)):
            captions = [kid.role for kid in node.kids if isinstance(kid, Node)].count("Caption")
            named = captions == 1 or (not captions and before.role in HEADINGS)
            if node.role == "Table" and not named:
                self.problems.append("Table without Caption")
            alt = spoken(str(node.element.get("/Alt", "")))
            if alt and spoken(before.text()).casefold() == alt.casefold():
                self.problems.append(f"told twice: {alt[:40]}")
            before = node

    def _check_table(self, table: Node) -> None:
        heads = table.named("TH")
        if not heads:
            self.problems.append("Table without TH")
        for head in heads:
            if head.element.get("/A", {}).get("/Scope") not in {"/Row", "/Column", "/Both"}:
                self.problems.append("TH without Scope")
        widths = set()
        for row in table.named("TR"):
            cells = [cell.element for cell in row.named("TH", "TD")]
            widths.add(sum(int(cell.get("/A", {}).get("/ColSpan", 1)) for cell in cells))
        if len(widths) > 1:
            self.problems.append(f"Table with rows of {sorted(widths)} columns")

    def _check_headings(self) -> None:
        levels = [int(node.role[1]) for node in self.root.named("H1", "H2", "H3", "H4")]
        if levels.count(1) != 1 or levels[0] != 1:
            self.problems.append(f"one H1, first, is wanted: {levels[:5]}")
        if any(after > before + 1 for before, after in pairwise(levels)):
            self.problems.append(f"heading level skipped: {levels}")

    def _check_bookmarks(self) -> None:
        """Every heading has its bookmark, at its level, and no bookmark leads nowhere."""
        headings = [
            (int(node.role[1]) - 2, _shown(node.text()))
            for node in self.root.named("H2", "H3", "H4")
        ]
        with self.pdf.open_outline() as outline:
            marks = list(_bookmarks(outline.root))
        if [(depth, _shown(item.title)) for depth, item in marks] != headings:
            self.problems.append("the bookmarks are not the headings")
        for _depth, item in marks:
            if not self._is_place(item.destination):
                self.problems.append(f"bookmark that leads nowhere: {item.title}")

    def _check_metadata(self) -> None:
        root, info = self.pdf.Root, self.pdf.docinfo
        title = str(info.get("/Title", ""))
        with self.pdf.open_metadata(set_pikepdf_as_editor=False) as meta:
            told = (meta.get("dc:title"), meta.get("pdf:Producer"), meta.get("pdf:Keywords"))
        ours = (title, str(info.get("/Producer", "")), str(info.get("/Keywords", "")))
        if not title or tuple(x or "" for x in told) != ours:
            self.problems.append(f"Info and XMP differ: {ours} {told}")
        if not re.fullmatch(r"[a-z]{2,3}-[A-Z]{2}", str(root.get("/Lang", ""))):
            self.problems.append("no language")
        if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
            self.problems.append("the title is not displayed")
        if (
            "/OpenAction" in root
            or "/AA" in root
            or "/JavaScript" in root.get("/Names", Dictionary())
        ):
            self.problems.append("something runs when the file is opened")

    def _check_languages(self) -> None:
        for node in self.root.walk():
            told = str(node.element.get("/Lang", "sv"))
            if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", told):
                self.problems.append(f"{node.role}: no language {told!r}")
            if "/E" in node.element and not str(node.element.E).strip():
                self.problems.append(f"{node.text()} stands for nothing")

    def _check_fonts(self) -> None:
        for sheet in self.pdf.pages:
            for font in sheet.obj.Resources.get("/Font", {}).values():
                if "+" not in str(font.BaseFont) or "/FontFile2" not in font.FontDescriptor:
                    self.problems.append(f"font not embedded: {font.BaseFont}")


def _bookmarks(items: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    for item in items:
        yield depth, item
        yield from _bookmarks(item.children, depth + 1)


def _shown(text: str) -> str:
    """The text as it is drawn: letters that no font has are a box."""
    return spoken("".join(BOX if letter in missing_glyphs(letter) else letter for letter in text))


def _voices(node: Node, language: str) -> Iterator[tuple[str, str]]:
    language = str(node.element.get("/Lang", language))
    if node.role == "Figure":
        yield language, str(node.element.get("/Alt", ""))
        return
    if "/E" in node.element:
        yield language, str(node.element.E)
        return
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _voices(kid, language)
        elif kid.strip():
            yield language, spoken(kid)


def spoken(text: str) -> str:
    """The text as it is read: no soft hyphens, spaces folded."""
    return " ".join(text.replace("\xad", "").split())
