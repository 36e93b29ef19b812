"""All rows of a list, in words: read a page at a time, so that the window stays awake."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal

from styrdesk.base.i18n import _, speaking
from styrdesk.reports.listing import SPEC
from styrdesk.reports.worker import Made
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.table_model import PAGE, PagedSource
from styrdesk.ui.preview.order import Order

Row = tuple[Any, ...]


class Gathering(Order):
    """Goes through a source.

    Attributes:
        gathered: All of it is here.
        rows: Cells of each row.
    """

    gathered = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, SPEC, "", "gather_cancel")
        self.rows: list[Row] = []
        self._source: PagedSource[Any] | None = None
        self._cells: Callable[[Any], Row] = tuple
        self._spoken = ""
        self._count = 0
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    def begin(
        self, source: PagedSource[Any], cells: Callable[[Any], Row], spoken: str = ""
    ) -> None:
        """Gather from the first row.

        Args:
            source: All rows.
            cells: Gives the cells of a row.
            spoken: The language of their words; that of prints where none is told.
        """
        self._source, self._cells, self.rows = source, cells, []
        self._spoken = spoken or self.language
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
        with speaking(self._spoken):
            return [self._cells(row) for row in source.rows(at, PAGE)]

    def cancel(self) -> None:
        """Give it up."""
        self._next.stop()
        self._source = None
        self._drop()

    def _take(self, made: Made) -> None:
        """Nothing is laid out here."""
