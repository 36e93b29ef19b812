"""The PDF writer's canvas with what it lacks: structure tree, conformance, late text, one clock.

Everything private of reportlab that the kit touches is touched here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from styrdesk.reports.kit import archive, corrections, fonts
from styrdesk.reports.kit.structure import Element, in_order, prune, root_source, source

_LATE = re.compile(r"^%LATE(\d+);$", re.MULTILINE)
"""A line of its own in the content: the same letters in a printed text stand inside ( ) Tj."""


class _Stamp:
    """The moment of making, in the shape the PDF writer asks for."""

    def __init__(self, moment: datetime) -> None:
        utc = moment.astimezone(UTC)
        self.t = int(utc.timestamp())
        self.lt = utc.timetuple()
        self.YMDhms = tuple(self.lt)[:6]
        self.dhh = self.dmm = 0
        self.tzname = "UTC"
        self.datetime = utc


class _Raw(pdfdoc.PDFObject):
    """An indirect object whose source comes from a function."""

    __RefOnly__ = 1

    def __init__(self, make: Callable[[], bytes]) -> None:
        self._make = make

    def format(self, document: Any) -> bytes:  # the writer's own signature
        return self._make()


class Writer(Canvas):
    """A canvas that knows marks, owners and facts. Drawing goes through `kit.sheet`."""

    # What the canvas has and its type stubs hide.
    _doc: Any
    _code: list[str]
    _pageNumber: int  # noqa: N815  # its own name
    _annotationCount: int  # noqa: N815  # its own name
    _escape: Callable[[bytes], str]
    _addAnnotation: Callable[[Any], None]  # noqa: N815  # its own name
    _bookmarkReference: Callable[[str], Any]  # noqa: N815  # its own name

    def __init__(self, facts: archive.Facts, size: tuple[float, float]) -> None:
        corrections.apply()
        fonts.font(fonts.REGULAR)
        self.buffer = BytesIO()
        super().__init__(
            self.buffer,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=facts.language,
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # the stub is wrong
        )
        self.facts = facts
        self.root = Element("Document")
        self.owners: list[list[Element] | Element] = []
        self._marks: list[Element] = []
        self.form_fields: list[Any] = []
        self._page_owner: int | None = None
        self._late: list[Callable[[], None]] = []
        self._late_pages: list[Any] = []
        self._doc._timeStamp = _Stamp(facts.created)  # noqa: SLF001  # it has no setter
        self.setTitle(facts.title)
        self.setAuthor(facts.author)
        self.setSubject(facts.subject)
        self.setKeywords(facts.keywords)
        self.setCreator(facts.creator)
        self.setProducer(facts.producer)
        self.setViewerPreference("DisplayDocTitle", "true")

    # ---- marks -----------------------------------------------------------------------------
    @property
    def page(self) -> int:
        """The page being drawn, counted from 1."""
        return int(self._pageNumber)

    def emit(self, code: str) -> None:
        """Append source to the page's content."""
        self._code.append(code)

    def next_mark(self, owner: Element) -> int:
        """A new mark number on this page for the owner."""
        if self._page_owner is None:
            self._page_owner = len(self.owners)
            self._marks = []
            self.owners.append(self._marks)
        self._marks.append(owner)
        return len(self._marks) - 1

    def encoded(self, name: str, text: str) -> list[tuple[str, str]]:
        """The text as (internal font name, PDF string) pairs."""
        font = fonts.font(name)
        return [
            (font.getSubsetInternalName(subset, self._doc), self._escape(codes))
            for subset, codes in font.splitString(text, self._doc)
        ]

    def late(self, draw: Callable[[], None]) -> None:
        """Draw something here once the whole document is laid out."""
        self._code.append(f"%LATE{len(self._late)};")
        self._late.append(draw)

    # ---- annotations -----------------------------------------------------------------------
    def annotate(self, entries: dict[str, Any], owner: Element) -> str:
        """Add an annotation owned by an element; the name it is known by."""
        entries |= {"F": 4, "StructParent": len(self.owners), "Type": pdfdoc.PDFName("Annot")}
        self.owners.append(owner)
        self._addAnnotation(pdfdoc.PDFDictionary(entries))
        return f"Annot.NUMBER{self._annotationCount}"

    def place(self, key: str) -> Any:
        """The destination of a place in the document."""
        return self._bookmarkReference(key)

    def add_field(self) -> None:
        """Count the last annotation among the form's fields."""
        self.form_fields.append(self._doc.refAnnotation(f"NUMBER{self._annotationCount}"))

    def own_page(self) -> Any:
        """A reference to the page being drawn."""
        return self._doc.thisPageRef()

    def shared(self, thing: Any) -> Any:
        """A reference to a new object of the file."""
        return self._doc.Reference(thing)

    # ---- pages and saving ------------------------------------------------------------------
    def showPage(self) -> None:  # noqa: N802  # the writer's own name
        """End the page."""
        self._doc.signature.update("\n".join(self._code).encode("latin-1", "replace"))
        self._waits = any(code.startswith("%LATE") for code in self._code)
        super().showPage()

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802
        super()._setAnnotations(page)  # type: ignore[misc]  # hidden by the stub
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page_owner
        page.Tabs = pdfdoc.PDFName("S")  # on every page: a time stamp adds a hidden field later
        if self._waits:
            self._late_pages.append(page)
        self._page_owner = None

    def finish(self) -> bytes:
        """End the last page, write what waited, and give the file."""
        self.showPage()
        written = []
        for draw in self._late:
            self._code = []
            draw()
            written.append("\n".join(self._code))
        for page in self._late_pages:
            page.stream = _LATE.sub(lambda match: written[int(match[1])], page.stream)
        self._catalogue()
        self._doc.SaveToFile(self.buffer, self)
        return self.buffer.getvalue()

    @property
    def pages(self) -> int:
        """Pages drawn and ended."""
        return int(self._pageNumber) - 1

    def _reference(self, name: str) -> bytes:
        return b"%d %d R" % self._doc.idToObjectNumberAndVersion[name]

    def _string(self, text: str) -> bytes:
        return bytes(pdfdoc.format(pdfdoc.PDFString(text), self._doc))

    def _catalogue(self) -> None:
        doc: Any = self._doc
        catalogue = doc.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self._write_tree(catalogue)
        metadata = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        catalogue.Metadata = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary(metadata), content=archive.xmp(self.facts)
        )
        catalogue.OutputIntents = pdfdoc.PDFArray([self._intent()])
        if self.form_fields:
            catalogue.AcroForm = pdfdoc.PDFDictionary(
                {"Fields": pdfdoc.PDFArray(self.form_fields), "SigFlags": 0}
            )

    def _write_tree(self, catalogue: Any) -> None:
        doc: Any = self._doc
        prune(self.root)
        elements = list(in_order(self.root))
        for number, element in enumerate(elements):
            element.name = f"SE{number}"
        root = _Raw(lambda: root_source(self.root, self.owners, self._reference))
        catalogue.StructTreeRoot = doc.Reference(root, "StructTreeRoot")
        for element in elements:
            doc.Reference(_Raw(_writing(element, self._reference, self._string)), element.name)

    def _intent(self) -> Any:
        string, name = pdfdoc.PDFString, pdfdoc.PDFName
        profile = pdfdoc.PDFStream(
            pdfdoc.PDFDictionary({"N": 3, "Alternate": name("DeviceRGB")}),
            content=archive.srgb(),
            filters=[pdfdoc.PDFZCompress],
        )
        entries = {
            "Type": name("OutputIntent"),
            "S": name("GTS_PDFA1"),
            "OutputConditionIdentifier": string("sRGB IEC61966-2.1"),
            "Info": string("sRGB IEC61966-2.1"),
            "RegistryName": string("http://www.color.org"),
            "DestOutputProfile": self.shared(profile),
        }
        return pdfdoc.PDFDictionary(entries)


def _writing(
    element: Element, reference: Callable[[str], bytes], string: Callable[[str], bytes]
) -> Callable[[], bytes]:
    return lambda: source(element, reference, string)
