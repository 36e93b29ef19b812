"""The preview beside the text: follows what is written and where one writes, and is exported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from styrdesk.base.formats import hour
from styrdesk.base.i18n import NAMES, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import printing
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import Made, Painted
from styrdesk.services.changes import Changes
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button, tool
from styrdesk.ui.kit.desktop import Desktop
from styrdesk.ui.kit.header import FlatCombo
from styrdesk.ui.kit.helped import helped
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.preview.export import Export
from styrdesk.ui.preview.paper import Paper
from styrdesk.ui.preview.press import Press
from styrdesk.ui.preview.sheets import DOUBLE, WHOLE, WIDTH, Sheets

_PAUSE: Final = 30  # milliseconds: several changes of one moment are one request


class PreviewPanel(QWidget):
    """The print of one thing.

    Args:
        context: Of the page.
        press: Makes the PDFs.
        spec: The report.
        choice: What it is printed for.
        desktop: Opens what was exported.
        alone: In a window of its own, where all its buttons have room for their words.

    Attributes:
        settled: The pages in view show the file as it is.
        spoken: Another language of prints was chosen.
    """

    settled = Signal()
    spoken = Signal()

    def __init__(
        self,
        context: PageContext,
        press: Press,
        spec: ReportSpec[Any],
        choice: str,
        desktop: Desktop,
        *,
        alone: bool = False,
    ) -> None:
        super().__init__()
        helped(self, "preview")
        self._context, self.press = context, press
        self._spec, self._choice = spec, choice
        self.flush: Callable[[], object] | None = None
        self.export = Export(context, press, spec, choice, desktop)
        self.paper = Paper(context, spec, choice)
        self.sheets = Sheets()
        self._bookmarks: tuple[tuple[int, str, int], ...] = ()
        self._heads: list[str] = []
        self._followed, self._shown_at = "", -1
        self._number, self._asked, self._stale = 0, 0, True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.refresh)
        self._build(alone=alone)
        press.made.connect(self._made)
        press.painted.connect(self._painted)
        press.failed.connect(self._failed)
        context.operations.changed.connect(self._heard)

    def _build(self, *, alone: bool) -> None:
        self.back = tool("chevron-left", _("Page before"), keys="PgUp", name="page_before")
        self.on = tool("chevron-right", _("Next page"), keys="PgDown", name="page_next")
        self.place = text("", "dense")
        self.zoom = FlatCombo(_("Size of the page"), "dense")
        self.zoom.setObjectName("preview_zoom")
        for words, key in ((_("Whole page"), WHOLE), (_("Width"), WIDTH), (_("Double"), DOUBLE)):
            self.zoom.addItem(words, key)
        self.said = Banner("info", _("Laying out …"))
        self._said = box(row((self.said, 1), pad=(16, 8, 16, 0)))
        self.updated = quiet("")
        words = _("Print …")
        self.paper_button: QAbstractButton = (
            button(words, glyph="printer", name="print")
            if alone
            else tool("printer", words, keys="Ctrl+P", name="print")
        )
        self.paper_button.clicked.connect(self.on_paper)
        self.export_button = button(_("Save as PDF …"), name="export_pdf")
        self.export_button.clicked.connect(self.as_pdf)
        self.speech = FlatCombo(_("Language of the print"), "dense")
        self.speech.setObjectName("print_language")
        for code, words in NAMES.items():
            self.speech.addItem(words, code)
        self.speech.setCurrentIndex(self.speech.findData(self.language))
        self.speech.activated.connect(self._speak)
        ways = None, self.speech, self.zoom
        head = row(self.back, self.place, self.on, *ways, gap=4, pad=(12, 4, 12, 0))
        buttons = self.paper_button, self.export_button
        foot = row((self.updated, 1), *buttons, gap=4, pad=(16, 8, 12, 12))
        orders = col(self.export, self.paper, gap=0)
        self.setLayout(col(head, self._said, (self.sheets, 1), Rule(), orders, foot, gap=0))
        self.back.clicked.connect(self._turn_back)
        self.on.clicked.connect(self._turn_on)
        self.zoom.activated.connect(self._zoom)
        self.sheets.wanted.connect(self.press.paint)
        self.sheets.turned.connect(self._say_place)
        self._say_place(0)

    # ---- asking ------------------------------------------------------------------------------

    def _heard(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()

    def refresh(self) -> None:
        """Ask for the print as the file is now."""
        self._soon.stop()
        self._stale = False
        try:
            data = printing.collect(self._spec, self._context.services, self._choice, self.language)
        except RuleBroken:  # it is gone; its page is told by its own topic
            return
        self._asked = self.press.make(self._spec.render, data, self.language)

    # ---- answers -----------------------------------------------------------------------------

    def _made(self, made: Made) -> None:
        if made.number < self._number:
            return
        self._number, self._bookmarks = made.number, made.bookmarks
        self._said.hide()
        self.sheets.set_pages(made.sizes)
        now = self._context.services.clock.now()
        self.updated.setText(_("Updated {time}").format(time=hour(now)))
        self._say_place(self.sheets.page)
        self._follow(moved=False)

    def _painted(self, painted: Painted) -> None:
        self.sheets.take(painted)
        if not (self.sheets.missing() or self._stale or self._soon.isActive()):
            self.settled.emit()

    def _failed(self, number: int) -> None:
        if number == self._asked and number > self._number:
            said = _("It is tried again at the next change. The text itself is saved.")
            self.said.say("warn", _("The preview could not be laid out"), said)
            self._said.show()

    # ---- where one is ------------------------------------------------------------------------

    def follow(self, heads: list[str], head: str) -> None:
        """Show the page of a heading.

        Args:
            heads: All headings in their order, as they are printed.
            head: The one that is written under; empty for the first page.
        """
        self._heads, moved = heads, head != self._followed
        self._followed = head
        self._follow(moved=moved)

    def _follow(self, *, moved: bool) -> None:
        at = self.page_of(self._followed)
        if at is not None and (moved or at != self._shown_at):
            self._shown_at = at
            self.sheets.show_page(at)

    def page_of(self, head: str) -> int | None:
        """The page a heading stands on, from 0; None where it is not printed yet."""
        if not head:
            return 0 if self.sheets.count else None
        heads, found = iter(self._heads), dict[str, int]()
        wanted = next(heads, None)
        for _level, title, page in self._bookmarks:
            if title == wanted:
                found[title] = page
                wanted = next(heads, None)
        if head in found:
            return found[head]
        return next((page for _level, title, page in self._bookmarks if title == head), None)

    def _say_place(self, page: int) -> None:
        count = self.sheets.count
        self.place.setText(f"{page + 1} / {count}" if count else "–")
        self.place.setAccessibleName(_("Page {page} of {count}").format(page=page + 1, count=count))
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page < count - 1)

    def _turn_back(self) -> None:
        self.sheets.show_page(self.sheets.page - 1)

    def _turn_on(self) -> None:
        self.sheets.show_page(self.sheets.page + 1)

    def _zoom(self, at: int) -> None:
        self.sheets.set_zoom(str(self.zoom.itemData(at)))

    @property
    def language(self) -> str:
        """Of the program's own words on prints, on this machine."""
        return self._context.settings.current.print_language

    def _speak(self, at: int) -> None:
        self._context.settings.change(print_language=str(self.speech.itemData(at)))
        self.spoken.emit()
        self.refresh()

    # ---- the print itself (Prints) -----------------------------------------------------------

    def on_paper(self) -> None:
        """Ask for a printer, and print, once what waits is saved."""
        if self.flush is None or self.flush():
            self.paper.begin()

    def as_pdf(self) -> None:
        """Ask for a place, and save a PDF there, once what waits is saved."""
        if self.flush is None or self.flush():
            self.export.begin()

    def exported(self) -> Path | None:
        """Where the latest export lies."""
        return self.export.path
