"""The print of a page: asked for by its button or the window's menu, told of under the button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from styrdesk.reports.spec import ReportSpec
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import empty
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.preview.export import Export
from styrdesk.ui.preview.paper import Paper
from styrdesk.ui.preview.press import Press


class PagePrints:
    """Prints what a page shows.

    Args:
        context: Of the page.
        page: The page.
        spec: The report.
        choice: What is printed; empty while there is nothing, or what is typed cannot be kept.

    Attributes:
        told: Where it is told how it goes.
    """

    def __init__(
        self,
        context: PageContext,
        page: QWidget,
        spec: ReportSpec[Any],
        choice: Callable[[], str],
    ) -> None:
        self._context, self._spec, self._choice = context, spec, choice
        self._press = Press(page)
        self.told = QVBoxLayout()

    def as_pdf(self) -> None:
        """Ask for a place, and save a PDF there."""
        choice = self._choice()
        if choice:
            self._begin(Export(self._context, self._press, self._spec, choice, QtDesktop()))

    def on_paper(self) -> None:
        """Ask for a printer, and print."""
        choice = self._choice()
        if choice:
            self._begin(Paper(self._context, self._spec, choice))

    def _begin(self, order: Export | Paper) -> None:
        empty(self.told)
        self.told.addWidget(order)
        order.begin()
