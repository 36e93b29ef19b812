"""A print on paper: the finished PDF's pages as images, one at a time, through a printer.

The PDF is what is archived and what is printed; the printer never lays anything out (decision in
docs/decisions/0011). The pages are painted by a press of their own, so that the preview may go on.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPageLayout, QPainter

from styrdesk.base.i18n import _, ngettext
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import POINTS, Made, Painted
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.order import Order
from styrdesk.ui.preview.press import Press
from styrdesk.ui.preview.sheets import image_of

if TYPE_CHECKING:  # a library that only a print on paper needs
    from PySide6.QtPrintSupport import QPrinter

FINEST: Final = 300  # dots an inch: more is not seen, and costs memory
STRIPS: Final = 12  # of a page, about 2 MB each: the window is held up for none of them


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, as often and in the order that was asked for.

    Args:
        printer: Made ready by its user.
        count: How many pages there are.
    """
    ranges = printer.pageRanges()
    pages = [n for n in range(count) if ranges.isEmpty() or ranges.contains(n + 1)]
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def placed(page: QSize, room: QRect) -> QRect:
    """Where a page comes to lie on the paper: as large as it can be, in the middle."""
    lies = QRect(room.topLeft(), page.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio))
    lies.moveCenter(room.center())
    return lies


def _end(painter: QPainter, _gone: QObject | None = None) -> None:
    if painter.isActive():
        painter.end()


class Paper(Order):
    """Pages on paper. One strip of one page at a time, so that the window stays awake."""

    def __init__(self, context: PageContext, spec: ReportSpec[Any], choice: str) -> None:
        super().__init__(context, spec, choice, "paper_cancel")
        self._press: Press | None = None
        self._printer: QPrinter | None = None
        self._painter = QPainter()
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._waiting: deque[int] = deque()
        self._count = 0
        self._strip, self._scale = 0, 1.0
        self.destroyed.connect(partial(_end, self._painter))  # before its printer is gone

    def begin(self) -> None:
        """Lay out, ask which printer and pages, and print."""
        if self.is_running:
            return
        data = self._data(_("Print anyway"))
        if data is None:
            return
        self._press = Press(self)
        self._hear(self._press)
        self._press.painted.connect(self._painted)
        self._number = self._press.make(self._spec.render, data, self.language, order=True)
        self._say(_("Laying out …"))

    def _take(self, made: Made) -> None:
        printer = self._context.dialogs.printer(self.title(), len(made.sizes))
        if printer is None:
            self._stop()
            self._drop()
            return
        self._sizes = made.sizes
        self._strip = 0
        self._waiting = deque(chosen_pages(printer, len(made.sizes)))
        self._count = len(self._waiting)
        self._printer = printer
        printer.setDocName(self.title())
        printer.setFullPage(True)
        if self._waiting:
            self._turn(self._waiting[0])
        if not self._waiting or not self._painter.begin(printer):
            self._refused()
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # it is mostly text
        self._next()

    def _next(self) -> None:
        """Ask for the next strip of the page that waits."""
        if self._press is None or self._printer is None:
            return
        if not self._strip:
            at = self._count - len(self._waiting) + 1
            self._say(_("Printing page {page} of {count} …").format(page=at, count=self._count))
        self._scale = min(self._printer.resolution(), FINEST) / POINTS
        self._press.paint([self._waiting[0]], self._scale, (self._strip, STRIPS))

    def _painted(self, painted: Painted) -> None:
        """Put the strip on the paper."""
        if self._printer is None:
            return
        wide, tall = (ceil(points * self._scale) for points in self._sizes[painted.page])
        lies = placed(QSize(wide, tall), QRect(0, 0, self._printer.width(), self._printer.height()))
        edges = (n * tall // STRIPS for n in (self._strip, self._strip + 1))
        top, end = (lies.top() + round(edge * lies.height() / tall) for edge in edges)
        target = QRect(lies.left(), top, lies.width(), end - top)
        self._painter.drawImage(target, image_of(painted))
        self._strip += 1
        if self._strip < STRIPS:
            self._next()
        else:
            self._page_done()

    def _page_done(self) -> None:
        self._waiting.popleft()
        self._strip = 0
        if self._printer is None:
            return
        if not self._waiting:
            name = self._printer.printerName()
            self._stop()
            words = ngettext("{count} page", "{count} pages", self._count)
            head = _("Sent to {printer}").format(printer=name) if name else _("Printed")
            self._end("ok", head, words.format(count=self._count))
            return
        self._turn(self._waiting[0])
        if self._printer.newPage():
            self._next()
        else:
            self._refused()

    def _turn(self, page: int) -> None:
        """The paper lies as the page does."""
        wide, tall = self._sizes[page]
        way = QPageLayout.Orientation
        if self._printer is not None:
            self._printer.setPageOrientation(way.Landscape if wide > tall else way.Portrait)

    def _refused(self) -> None:
        self._stop()
        said = _("See that it is on and has paper, or save it as a PDF and print that.")
        self._end("bad", _("The printer does not answer"), said)

    def _failed(self, number: int) -> None:
        if self._printer is not None:  # the child was lost between two pages
            self._stop(abort=True)
            said = _("Print again. What has been printed already can be thrown away.")
            self._end("bad", _("The print was broken off"), said)
        elif number == self._number:
            self._stop()
            super()._failed(number)

    def cancel(self) -> None:
        """Give it up: the printer is told to print no more."""
        self._stop(abort=True)
        self._drop()

    def _stop(self, *, abort: bool = False) -> None:
        printer, self._printer = self._printer, None
        if printer is not None and abort:
            with suppress(RuntimeError):  # a printer that is gone cannot be told
                printer.abort()
        _end(self._painter)
        press, self._press = self._press, None
        if press is not None:
            press.close()
            press.deleteLater()
