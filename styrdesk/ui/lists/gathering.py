"""All rows of a list, in words: read a page at a time, so that the window stays awake."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal

from styrdesk.base.i18n import _, speaking
from styrdesk.reports.spec import ReportSpec
from styrdesk.reports.worker import Made
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.table_model import PAGE, Column, PagedSource, words_of
from styrdesk.ui.preview.order import Order

Row = tuple[str, ...]
_INDENT: Final = "\u2003"  # a list that is a tree is read by its indents, which a cell keeps


class Gathering(Order):
    """Goes through a source. What is gathered is in the language of the print.

    Attributes:
        gathered: All of it is here.
        rows: Cells of each row, as they are read.
    """

    gathered = Signal()

    def __init__(self, context: PageContext, spec: ReportSpec[Any]) -> None:
        super().__init__(context, spec, "", "gather_cancel")
        self.rows: list[Row] = []
        self._source: PagedSource[Any] | None = None
        self._columns: Sequence[Column[Any]] = ()
        self._count = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    def begin(self, source: PagedSource[Any], columns: Sequence[Column[Any]]) -> None:
        """Gather from the first row."""
        self._source, self._columns, self.rows = source, columns, []
        self._count = source.count()
        self._number = 1
        self._step()

    def _step(self) -> None:
        if self._source is None:
            return
        at = len(self.rows)
        read = self._context.operations.run(partial(self._read, self._source, at))
        if read is None:
            self.cancel()
            return
        self.rows += read
        if not read or len(self.rows) >= self._count:
            self._source = None
            self._drop()
            self.gathered.emit()
            return
        told = _("Gathering row {row} of {count} …")
        self._say(told.format(row=len(self.rows), count=self._count))
        self._next.start()

    def _read(self, source: PagedSource[Any], at: int) -> list[Row]:
        with speaking(self.language):
            return [
                tuple(_plain(words_of(column.cell(row))) for column in self._columns)
                for row in source.rows(at, PAGE)
            ]

    def cancel(self) -> None:
        """Give it up."""
        self._next.stop()
        self._source = None
        self._drop()

    def _take(self, made: Made) -> None:
        """Nothing is laid out here."""


def _plain(words: str) -> str:
    """A cell on one line; what it is indented by stays."""
    indent = len(words) - len(words.lstrip(_INDENT))
    return _INDENT * indent + " ".join(words.split())
