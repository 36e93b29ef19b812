"""A table one types amounts into, as in a spreadsheet: blocks are pasted, copied and cleared."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from styrdesk.ui.kit.cells import CellDelegate, Header
from styrdesk.ui.kit.copied import words_of
from styrdesk.ui.kit.frozen import FrozenColumn
from styrdesk.ui.kit.grid_model import Edit, GridColumn, GridModel, GridRow, read_number
from styrdesk.ui.kit.line import Line
from styrdesk.ui.kit.pasted import Sifted, sift
from styrdesk.ui.kit.table_model import KIND, Index
from styrdesk.ui.kit.theme import font, px
from styrdesk.ui.kit.tokens import ROW_GRID, S2
from styrdesk.ui.kit.widths import Need, least_of, shares

_DOWN: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CLEAR: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_WAYS_OUT: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})  # with Ctrl
_HINT: Final = QAbstractItemDelegate.EndEditHint
_ASIDE: Final = {_HINT.EditNextItem: 1, _HINT.EditPreviousItem: -1}
_WAYS_IN = QAbstractItemView.EditTrigger
TYPED: Final = _WAYS_IN.DoubleClicked | _WAYS_IN.EditKeyPressed | _WAYS_IN.AnyKeyPressed
_LEAST: Final = 160  # pixels at zoom 1 that the column that takes the rest wishes
_WHOLE: Final = frozenset({"num", "date", "code"})  # kinds of cells that are never broken
_PASTE: Final = 1_000_000  # characters of a paste that are looked at


class _Editing(CellDelegate):
    """A plain line to type in, named by its row and column."""

    def __init__(self) -> None:
        super().__init__(S2, cells=True)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = Line(parent)
        line.setFont(font("dense", figures=True))
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        first = index.model().index(index.row(), 0).data()
        line.setAccessibleName(f"{first}, {head}")
        if index.data(KIND) == "num":
            line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line


class GridTable(QTableView):
    """Typed cells, computed cells on grey, a heavy sum row. Undo is the caller's.

    Args:
        columns: In order.
        name: What the table is, spoken.
        read: Raises NotANumber for words that a num column cannot take.

    Attributes:
        edited: One user action: list of (row, column, text). Cells that cannot be read are not
            in it; they keep what was typed, with an error mark.
        overflowed: A paste was larger than the table: (rows, columns) that did not fit.
        left_out: Rows of a paste were not taken: which, in words.
        passing: Tab or Enter leaves an open cell: what is typed is to be saved, and a row to go on
            in may come of it.
        sums_itself: Amounts are summed under the table: pasted sum and head rows are left out.
    """

    edited = Signal(list)
    overflowed = Signal(int, int)
    left_out = Signal(str)
    passing = Signal()
    sums_itself = False

    def __init__(
        self,
        columns: Sequence[GridColumn],
        name: str,
        read: Callable[[str], object] = read_number,
    ) -> None:
        super().__init__()
        self.grid = GridModel(columns, read, self)
        self.setModel(self.grid)
        self.setAccessibleName(name)
        self._head = Header(S2, clickable=False)
        self.setHorizontalHeader(self._head)
        self._editing = _Editing()  # the view does not keep it alive
        self.setItemDelegate(self._editing)
        self._fitted = False
        self._dress()
        self._frozen = FrozenColumn(self, self._head)
        self._needs: list[Need] = []
        self.grid.edited.connect(self.edited)

    def _dress(self) -> None:
        view = QAbstractItemView
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(16)
        down.setDefaultSectionSize(px(ROW_GRID))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(view.SelectionMode.ContiguousSelection)
        self.setEditTriggers(TYPED)
        self.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head.setStretchLastSection(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: columns give way as far as their words allow; then it is scrolled sideways."""
        super().resizeEvent(event)
        self._share()
        self._frozen.place()

    def _measure(self) -> bool:
        """What the columns need for what now stands in them. True where it is something else."""
        before, self._needs = self._needs, []
        for n, column in enumerate(self.grid.columns):
            words = max((self._least(row, n) for row in range(self.grid.rowCount())), default=0)
            wish, least = px(column.width or _LEAST), max(words, self._head.least(n))
            if column.kind == "num":
                wish = max(wish, least)  # an amount is never cut
            self._needs.append(Need(wish, min(wish, least), rest=not column.width))
        return self._needs != before

    def _least(self, row: int, column: int) -> int:
        """Pixels of width that a cell can do with."""
        role = "dense_strong" if self.grid.rows[row].bold else "dense"
        whole = self.grid.columns[column].kind in _WHOLE
        sign = px(18) if self.grid.error(row, column) else 0
        return least_of(self.grid.words(row, column), role, whole=whole) + 2 * px(S2) + sign + 1

    def _share(self) -> None:
        """Share the width out among the columns."""
        needs = self._needs or [Need(px(c.width or _LEAST), 0) for c in self.grid.columns]
        for n, width in enumerate(shares(self.viewport().width(), needs)):
            if width != self.columnWidth(n):
                self.setColumnWidth(n, width)
        if self._fitted:
            self.fit()

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show other rows. Of a chosen block the current cell is left where rows come or go."""
        many = self.grid.rowCount()
        self.grid.set_rows(rows)
        if many != len(rows):
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), only)
        self._measure()
        self._share()

    def set_errors(
        self, errors: Mapping[tuple[int, int], str], unkept: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Mark cells (row, column) as wrong, with why; those that are not kept as they stand."""
        self.grid.set_errors(errors, unkept)
        if self._measure():  # a sign takes room beside its figure
            self._share()

    def fault(self) -> str:
        """Why the current cell is wrong, or else the first that is not kept; empty for none."""
        here = self.currentIndex()
        why = self.grid.error(here.row(), here.column())
        cells = [] if why else self.grid.unkept()
        return f"{self._named(*cells[0])}: {self.grid.error(*cells[0])}" if cells else why

    def _named(self, row: int, column: int) -> str:
        said = self.grid.words(row, 0), self.grid.columns[column].title
        return ", ".join(words for words in said[column == 0 :] if words)

    def fit(self) -> GridTable:
        """As tall as its rows, each as tall as its words: for tables inside a text."""
        self._fitted = True
        self._head.fit()
        for n in range(len(self.grid.columns)):
            self._delegate(n).fitted = True
        tall = sum(map(self._fit_row, range(self.grid.rowCount())))
        bar = px(14) if self._head.length() > self.viewport().width() else 0
        height = self._head.height() + tall + bar
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return self

    def _fit_row(self, row: int) -> int:
        tall = self.verticalHeader().defaultSectionSize()
        for n in range(len(self.grid.columns)):
            cell = self.grid.index(row, n)
            tall = max(tall, self._delegate(n).height(cell, self.columnWidth(n)))
        if self.rowHeight(row) != tall:
            self.setRowHeight(row, tall)
        return tall

    def _delegate(self, column: int) -> CellDelegate:
        own = self.itemDelegateForColumn(column)
        return own if isinstance(own, CellDelegate) else self._editing

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, out from under the first column."""
        super().scrollTo(index, hint)
        bar = self.horizontalScrollBar()
        hidden = self.columnWidth(0) - self.columnViewportPosition(index.column())
        if index.column() > 0 and bar.value() > 0 and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def block(self) -> tuple[int, int, int, int]:
        """The chosen block: top, left, bottom, right; the current cell where none is chosen."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [i.row() for i in chosen], [i.column() for i in chosen]
        return min(rows), min(columns), max(rows), max(columns)

    def as_tsv(self) -> str:
        """The chosen block with tabs between."""
        top, left, bottom, right = self.block()
        if top < 0:
            return ""
        return "\n".join(
            "\t".join(self.grid.words(row, column) for column in range(left, right + 1))
            for row in range(top, bottom + 1)
        )

    def clear_block(self) -> None:
        """Empty what is chosen: one user action."""
        top, left, bottom, right = self.block()
        self.grid.write(
            [(r, c, "") for r in range(top, bottom + 1) for c in range(left, right + 1)]
        )

    def paste(self, words: str) -> None:
        """Lay a block from a spreadsheet over the table: one user action.

        One value alone fills the whole chosen block. Computed cells are passed over.
        """
        block = self.sifted(words)
        chosen = self.block()
        if chosen[0] < 0:
            return
        self._lay(block.lines, chosen)
        if block.said():
            self.left_out.emit(block.said())

    def sifted(self, words: str) -> Sifted:
        """What of a pasted block is taken."""
        lines, left = read_block(words), max(0, self.block()[1])
        return sift(lines, self.grid.columns[left:]) if self.sums_itself else Sifted(lines)

    def _lay(self, lines: Sequence[Sequence[str]], block: tuple[int, int, int, int]) -> None:
        top, left, bottom, right = block
        if not lines:
            return
        if len(lines) == len(lines[0]) == 1:
            only = lines[0][0]
            chosen = [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
            self.grid.write([(r, c, only) for r, c in chosen])
            return
        edits: list[Edit] = [
            (top + r, left + c, cell) for r, line in enumerate(lines) for c, cell in enumerate(line)
        ]
        self.grid.write(edits)
        widest = max(map(len, lines))
        rows = max(0, top + len(lines) - self.grid.rowCount())
        columns = max(0, left + widest - self.grid.columnCount())
        if rows or columns:
            self.overflowed.emit(rows, columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_tsv())
        elif event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setText(self.as_tsv())
            self.clear_block()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(words_of(QGuiApplication.clipboard().mimeData()))
        elif event.key() in _WAYS_OUT and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QWidget.focusNextPrevChild(self, event.key() == Qt.Key.Key_Tab)
        elif event.key() in _CLEAR and not editing:
            self.clear_block()
        elif event.key() in _DOWN and editing:
            event.accept()  # the editor is closing; going down comes then
        elif event.key() in _DOWN:
            self._down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _down(self, by: int) -> None:
        here = self.currentIndex()
        there = self.grid.index(here.row() + by, here.column())
        if there.isValid():
            self.setCurrentIndex(there)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on downwards and Tab to the side, as in a spreadsheet.

        The next cell is stood in, not opened: a key writes there, Ctrl+V pastes a block there.
        """
        by = _ASIDE.get(hint, 0)
        super().closeEditor(editor, _HINT.NoHint if by else hint)
        if by or hint == _HINT.SubmitModelCache:
            self.passing.emit()
        if hint == _HINT.SubmitModelCache:
            self._down(1)
        elif by:
            self._aside(by)

    def _aside(self, by: int) -> None:
        there = self._beside(by)
        if there == self.currentIndex():
            QWidget.focusNextPrevChild(self, by > 0)
        else:
            self.setCurrentIndex(there)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001  # Qt's own
        """Tab walks the cells, and leaves the table after the last (before the first)."""
        here = self.currentIndex()
        if not here.isValid() or here == self._beside(1 if next else -1):
            return QWidget.focusNextPrevChild(self, next)
        return super().focusNextPrevChild(next)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes to the next cell one may write in, and never round to the first again."""
        steps = {QAbstractItemView.CursorAction.MoveNext: 1}
        steps[QAbstractItemView.CursorAction.MovePrevious] = -1
        by = steps.get(action)
        return super().moveCursor(action, modifiers) if by is None else self._beside(by)

    def _beside(self, by: int) -> QModelIndex:
        """The next cell one may write in, row by row; the current one where there is none."""
        across, here = self.grid.columnCount(), self.currentIndex()
        at = here.row() * across + here.column() + by
        while 0 <= at < across * self.grid.rowCount():
            row, column = divmod(at, across)
            if not (self.grid.rows[row].computed or self.grid.columns[column].computed):
                return self.grid.index(row, column)
            at += by
        return here

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()


def read_block(words: str) -> list[list[str]]:
    """Rows and cells of what a spreadsheet put on the clipboard (tabs, line ends, quoted cells)."""
    source = words[:_PASTE].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        lines = list(csv.reader(io.StringIO(source), delimiter="\t"))
    except csv.Error:
        lines = [line.split("\t") for line in source.split("\n")]
    return [line or [""] for line in lines]
