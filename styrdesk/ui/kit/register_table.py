"""The list of a register: rows chosen whole, sorted by the head, walked and copied by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QElapsedTimer, QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView

from styrdesk.base.i18n import _
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.cells import CellDelegate, Header
from styrdesk.ui.kit.table_model import Column, PagedSource, TableModel
from styrdesk.ui.kit.theme import px, zoom
from styrdesk.ui.kit.tokens import ROW, S3

_OPEN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TYPING: Final = 1_000  # milliseconds within which letters belong together
_LEAST: Final = 240  # what the stretching column keeps before spare ones go
_SHORT: Final = 44  # a status column that keeps its symbol alone
_COPY: Final = 20_000  # rows a copy takes at most


class RegisterTable(QTableView):
    """A sortable, paged list.

    Args:
        columns: In order; one with width 0 takes the rest.
        key: A row's id.
        name: What the list is, spoken.

    Attributes:
        sort_wanted: A head was pressed: (column key, descending). The page loads a new source.
        opened: Enter or a double click: the row's id.
        chosen: The current row changed: its id, or empty.
    """

    sort_wanted = Signal(str, bool)
    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, columns: Sequence[Column[Any]], key: Callable[[Any], str], name: str
    ) -> None:
        super().__init__()
        self.columns: Sequence[Column[Any]] = columns
        self.rows: TableModel[Any] = TableModel(columns, key, self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self._head = Header(S3, clickable=True)
        self.setHorizontalHeader(self._head)
        self._cells = CellDelegate(S3, cells=False)  # the view does not keep it alive
        self.setItemDelegate(self._cells)
        self._dress()
        self._empty: EmptyState | None = None
        self._typed, self._since = "", QElapsedTimer()
        self._head.sectionClicked.connect(self._sort)
        self.doubleClicked.connect(self._open_current)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def _dress(self) -> None:
        view = QAbstractItemView
        across = self.verticalHeader()
        across.hide()
        across.setMinimumSectionSize(16)  # a higher floor set first freezes rows at the floor
        across.setDefaultSectionSize(px(ROW))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for n, column in enumerate(self.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            self._head.setSectionResizeMode(n, mode)
            if column.width:
                self.setColumnWidth(n, px(column.width))

    def set_empty(self, state: EmptyState) -> None:
        """What is shown while there are no rows."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = state
        state.setParent(self.viewport())
        self._place_empty()

    def _place_empty(self) -> None:
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self.rows.rowCount() == 0)

    def show_source(self, source: PagedSource[Any]) -> None:
        """Show other rows; the current row stays the same record where it is still near."""
        key, row = self.key(), self.currentIndex().row()
        self.rows.set_source(source)
        self._place_empty()
        found = self.rows.row_of(key, row) if key else -1
        if found >= 0:
            self._go(found)
        elif key:
            self.chosen.emit("")

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Draw the arrow at a column without asking for anything."""
        keys = [column.key for column in self.columns]
        column = keys.index(key) if key in keys else -1
        self._head.show_sort(column, descending=descending)

    def key(self) -> str:
        """The current row's id, or empty."""
        return self.rows.key_of(self.currentIndex().row())

    def keys(self) -> list[str]:
        """The ids of all chosen rows, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [key for key in map(self.rows.key_of, rows) if key]

    def choose(self, key: str) -> bool:
        """Make the row with this id the current one. False where it is not near."""
        row = self.rows.row_of(key, max(0, self.currentIndex().row()))
        if row >= 0:
            self._go(row)
        return row >= 0

    def choose_row(self, row: int) -> None:
        """Make the row at this place, or the nearest there is, the current one."""
        if self.rows.rowCount():
            self._go(min(max(row, 0), self.rows.rowCount() - 1))

    def _go(self, row: int) -> None:
        index = self.rows.index(row, self._first_shown())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _first_shown(self) -> int:
        return next(n for n in range(len(self.columns)) if not self.isColumnHidden(n))

    def _tell(self) -> None:
        self.chosen.emit(self.key())

    def _open_current(self) -> None:
        if self.key():
            self.opened.emit(self.key())

    def _sort(self, column: int) -> None:
        if self.columns[column].sortable:
            before, descending = self._head.sorted
            self.sort_by(column, descending=before == column and not descending)

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Ask for another order."""
        self._head.show_sort(column, descending=descending)
        self.sort_wanted.emit(self.columns[column].key, descending)

    def as_tsv(self) -> str:
        """The chosen rows with tabs between, as a spreadsheet takes them."""
        shown = [n for n in range(len(self.columns)) if not self.isColumnHidden(n)]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())[:_COPY]
        return "\n".join(
            "\t".join(_flat(self.rows.index(row, n).data()) for n in shown) for row in rows
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.selectionModel().hasSelection():
                QGuiApplication.clipboard().setText(self.as_tsv())
        elif event.key() in _OPEN and not event.modifiers():
            self._open_current()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not event.modifiers():
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else self.rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Type to find: letters typed soon after one another are one word."""
        together = self._since.isValid() and self._since.elapsed() < _TYPING
        self._typed = self._typed + search if together else search
        self._since.start()
        here = max(0, self.currentIndex().row())
        found = self.rows.find(self._typed, here if len(self._typed) > 1 else here + 1)
        if found >= 0:
            self._go(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Sorting and copying without a mouse on the head (the menu key, Shift+F10)."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy rows"), self._copy)
        order = menu.addMenu(_("Sort by"))
        for n, column in enumerate(self.columns):
            if column.sortable:
                order.addAction(_(column.title), partial(self._sort, n))
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_tsv())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: spare columns go first, in their turns; then a status keeps its symbol alone."""
        over = sum(column.width for column in self.columns) + _LEAST
        over -= round(self.viewport().width() / zoom())
        for turn in sorted({column.spare for column in self.columns if column.spare}):
            hide = over > 0
            for n, column in enumerate(self.columns):
                if column.spare == turn:
                    over -= column.width if hide else 0
                    self.setColumnHidden(n, hide)
        for n, column in enumerate(self.columns):
            if column.kind == "status" and column.width:
                self.setColumnWidth(n, px(_SHORT if over > 0 else column.width))
        super().resizeEvent(event)
        self._place_empty()


def _flat(cell: object) -> str:
    return str(cell or "").replace("\t", " ").replace("\n", " ")
