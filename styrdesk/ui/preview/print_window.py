"""A print in a window of its own: read, printed on paper, saved as a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from styrdesk.reports.spec import ReportSpec
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import Rule, col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.preview.panel import PreviewPanel
from styrdesk.ui.preview.press import Press


class PrintWindow(QDialog):
    """Lies over the window until it is closed.

    Args:
        context: Of the page.
        spec: The report.
        choice: What it is printed for.
        head: What that is called.
        parent: The window it lies over.
    """

    def __init__(
        self,
        context: PageContext,
        spec: ReportSpec[Any],
        choice: str,
        head: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(head)
        self.setModal(True)
        self._press = Press(self)
        self.preview = PreviewPanel(context, self._press, spec, choice, QtDesktop(), alone=True)
        words = col(text(head, "h2", wrap=True), pad=(24, 20, 24, 12))
        self.setLayout(col(words, Rule(), (self.preview, 1), gap=0))
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(px(760), px(900)).boundedTo(room))

    def done(self, result: int) -> None:
        self._press.close()
        super().done(result)


@dataclass(frozen=True)
class InWindow:
    """The print of what a page shows, where the page has no preview beside it.

    Attributes:
        over: The page, whose window it lies over.
    """

    context: PageContext
    spec: ReportSpec[Any]
    choice: str
    head: str
    over: QWidget

    def show(self) -> PrintWindow:
        """Show the print."""
        shown = PrintWindow(self.context, self.spec, self.choice, self.head, self.over.window())
        shown.finished.connect(shown.deleteLater)
        shown.open()
        return shown

    def on_paper(self) -> None:
        """Show it, and ask for a printer."""
        self.show().preview.on_paper()

    def as_pdf(self) -> None:
        """Show it, and ask for a place."""
        self.show().preview.as_pdf()
