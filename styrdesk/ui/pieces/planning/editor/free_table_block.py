"""A free table: its writer makes the columns; numbers are summed, never typed sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import free_table
from styrdesk.domain.checks import Place
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.free_table import MAX_COLUMNS, ColumnKind, FreeColumn, FreeRow, FreeTable
from styrdesk.domain.plan import Block
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import framed
from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.growing_table import Edits, GrowingTable, Overflow, close_cell
from styrdesk.ui.kit.layout import FlowLayout, box, col
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.tokens import S5
from styrdesk.ui.pieces.planning.editor.block_view import BlockView
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript

_START = 2  # columns of a new table


class FreeTableBlock(BlockView):
    """A table the writer makes."""

    def __init__(self, manuscript: Manuscript, block: Block) -> None:
        super().__init__(manuscript, block)
        self.table = FreeTable()
        self.grid: GrowingTable | None = None
        self._begin = tuple(  # the same at each reload: a grid one stands in is not made anew
            FreeColumn(new_id(), _("Column {number}").format(number=n + 1)) for n in range(_START)
        )
        self._room, self._locked, self._column = 1, False, 0
        self._edits = Edits(self, self._save_cells)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._damage = Banner("bad", "")
        self._damage.hide()
        self.add_column = link(_("Add column"), "plus", name="add_column")
        self.column = link(_("Column"), "table", name="column_menu")
        self._column_menu = QMenu(self)
        self._column_menu.aboutToShow.connect(self.fill_column_menu)
        self.column.clicked.connect(self._pop_up_column)
        self.remove = link(_("Remove row"), "minus", name="remove_free_row")
        self._buttons = box(FlowLayout(self.add_column, self.column, self.remove, gap=S5))
        self._hint = quiet(_("Choose a column's name and kind under Column."), wrap=True)
        column = col(self.head(), self.carried, self._damage, gap=8)
        column.addLayout(self._place)
        column.addWidget(self._hint)
        column.addWidget(self._buttons)
        self.lay_out(column)
        self.add_column.clicked.connect(self._add_column)
        self.remove.clicked.connect(self._remove_rows)
        self.reload()
        manuscript.operations.subscribe(self, ("block",), self.reload)

    # ---- showing -----------------------------------------------------------------------------

    def reload(self) -> None:
        block = self.block
        if block is None:
            return
        self.title.setText(block.caption or _("Table"))
        try:
            table = free_table.read(block.body)
        except RuleBroken as damaged:
            self._damage.say("bad", damaged.message)
            self._buttons.hide()
            return
        if not table.columns:
            table = FreeTable(self._begin)
        rebuild = self.grid is None or table.columns != self.table.columns
        self.table, self._room = table, 1
        if rebuild:
            self._build()
        self._draw()

    def _build(self) -> None:
        old, here = self.grid, 0
        if old is not None:
            here = max(0, old.currentIndex().column())
        while (item := self._place.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        heads = [
            GridColumn(c.title, "num" if c.kind is ColumnKind.NUMBER else "text", self._width(n))
            for n, c in enumerate(self.table.columns)
        ]
        block = self.block
        made = GrowingTable(heads, (block.caption if block else "") or _("Table"))
        made.setObjectName("grid_free")
        made.edited.connect(self._edits.add)
        made.passing.connect(self._save_cells)
        made.room.connect(self._make_room)
        made.locked = self._locked
        if self._locked:
            made.setEditTriggers(GrowingTable.EditTrigger.NoEditTriggers)
        made.on_keys({"Ctrl+Del": self._remove_rows})
        self.grid, self._column = made, min(here, len(heads) - 1)
        self._place.addWidget(framed(made))
        self._place.addWidget(GridFoot(made))
        self._place.addWidget(Overflow(made))
        made.fit()

    def _width(self, place: int) -> int:
        few = len(self.table.columns) <= 4  # noqa: PLR2004  # as many share the page's width
        column = self.table.columns[place]
        return 0 if place == 0 or (few and column.kind is ColumnKind.TEXT) else 112

    def _draw(self) -> None:
        grid, table = self.grid, self.table
        if grid is None:
            return
        wide = range(len(table.columns))
        rows = [
            GridRow(tuple(free_table.shown(table, r, c) for c in wide))
            for r in range(len(table.rows))
        ]
        empty = 0 if self._locked else self._room
        rows += [GridRow(("",) * len(table.columns)) for _n in range(empty)]
        sums = free_table.sums(table)
        if sums:
            rows.append(GridRow(sums, computed=True, bold=True))
        here = grid.currentIndex()
        grid.set_rows(rows)
        wrong = _("This is no number, and is left out of the total.")
        grid.set_errors(dict.fromkeys(free_table.bad_numbers(table), wrong))
        if here.isValid() and not grid.currentIndex().isValid():
            grid.setCurrentIndex(grid.grid.index(min(here.row(), len(rows) - 1), here.column()))

    # ---- cells and rows ----------------------------------------------------------------------

    def _make_room(self, rows: int) -> None:
        more = min(rows, free_table.MAX_ROWS) - len(self.table.rows)
        if more > self._room:
            self._room = more
            self._draw()

    def _save_cells(self) -> None:
        waiting = self._edits.take()
        table = self.table
        for row, column, words in (edit for edits in waiting for edit in edits):
            while row >= len(table.rows):
                blank = FreeRow(new_id(), ("",) * len(table.columns))
                table = replace(table, rows=(*table.rows, blank))
            table = free_table.with_cell(table, row, column, words)
        if waiting:
            self._save(table)

    def _remove_rows(self) -> None:
        if self.grid is None or self._locked:
            return
        top, _left, bottom, _right = self.grid.block()
        kept = [row for n, row in enumerate(self.table.rows) if not max(top, 0) <= n <= bottom]
        if len(kept) < len(self.table.rows) and top >= 0:
            self._save(replace(self.table, rows=tuple(kept)))

    def _save(self, table: FreeTable) -> None:
        block = self.block
        if block is not None:
            self.manuscript.save_block(block, body=free_table.write(table))
        self.reload()

    # ---- columns -----------------------------------------------------------------------------

    def chosen_column(self) -> int:
        """The column one stands in."""
        here = self.grid.currentIndex().column() if self.grid is not None else -1
        return here if here >= 0 else self._column

    def _add_column(self) -> None:
        title = self._ask_name("")
        if title and len(self.table.columns) < MAX_COLUMNS:
            columns = (*self.table.columns, FreeColumn(new_id(), title))
            self._save_columns(columns, [*range(len(self.table.columns)), -1])

    def _ask_name(self, before: str) -> str:
        dialogs = self.manuscript.context.dialogs
        return (dialogs.enter(_("Column"), _("The column's name"), before) or "").strip()

    def _pop_up_column(self) -> None:
        self._column_menu.popup(self.column.mapToGlobal(QPoint(0, self.column.height())))

    def fill_column_menu(self) -> QMenu:
        """What may be done with the column one stands in."""
        menu, at = self._column_menu, self.chosen_column()
        menu.clear()
        column = self.table.columns[at]
        head = menu.addAction(column.title)
        head.setEnabled(False)
        self._do(menu, _("Rename …"), "column_rename", partial(self._rename, at))
        number = column.kind is ColumnKind.NUMBER
        kind = self._do(menu, _("Holds numbers"), "column_kind", partial(self._turn, at))
        kind.setCheckable(True)
        kind.setChecked(number)
        total = self._do(menu, _("With a total"), "column_sum", partial(self._sum, at))
        total.setCheckable(True)
        total.setChecked(column.sum)
        total.setEnabled(number)
        menu.addSeparator()
        left = self._do(menu, _("Move left"), "column_left", partial(self._shift, at, at - 1))
        left.setEnabled(at > 0)
        last = len(self.table.columns) - 1
        right = self._do(menu, _("Move right"), "column_right", partial(self._shift, at, at + 1))
        right.setEnabled(at < last)
        gone = self._do(menu, _("Delete column"), "column_delete", partial(self._drop, at))
        gone.setEnabled(last > 0)
        return menu

    def _rename(self, at: int) -> None:
        title = self._ask_name(self.table.columns[at].title)
        if title:
            self._change(at, replace(self.table.columns[at], title=title))

    def _turn(self, at: int) -> None:
        column = self.table.columns[at]
        number = column.kind is ColumnKind.NUMBER
        kind = ColumnKind.TEXT if number else ColumnKind.NUMBER
        self._change(at, replace(column, kind=kind, sum=column.sum and not number))

    def _sum(self, at: int) -> None:
        column = self.table.columns[at]
        self._change(at, replace(column, sum=not column.sum))

    def _change(self, at: int, column: FreeColumn) -> None:
        columns = list(self.table.columns)
        columns[at] = column
        self._save(replace(self.table, columns=tuple(columns)))

    def _shift(self, at: int, to: int) -> None:
        order = [n for n in range(len(self.table.columns)) if n != at]
        order.insert(to, at)
        self._save_columns([self.table.columns[n] for n in order], order)

    def _drop(self, at: int) -> None:
        order = [n for n in range(len(self.table.columns)) if n != at]
        self._save_columns([self.table.columns[n] for n in order], order)

    def _save_columns(self, columns: Sequence[FreeColumn], order: Sequence[int]) -> None:
        """Other columns; `order` tells which cell comes where, -1 for an empty one."""
        rows = tuple(
            replace(row, cells=tuple(row.cells[n] if n >= 0 else "" for n in order))
            for row in self.table.rows
        )
        self._save(FreeTable(tuple(columns), rows))

    # ---- the block ---------------------------------------------------------------------------

    def flush(self) -> bool:
        if self.grid is not None:
            close_cell(self.grid)
        self._save_cells()
        return True

    def set_locked(self, *, on: bool) -> None:
        super().set_locked(on=on)
        self._buttons.setVisible(not on)
        self._hint.setVisible(not on)
        if on != self._locked:
            self._locked = on
            self._build()
            self._draw()

    def show_place(self, place: Place) -> None:
        table = self.table
        rows = [row.id for row in table.rows]
        columns = [column.id for column in table.columns]
        super().show_place(place)
        if self.grid is not None and place.row in rows and place.field in columns:
            at = rows.index(place.row), columns.index(place.field)
            self.grid.setCurrentIndex(self.grid.grid.index(*at))

    def focus_first(self) -> None:
        if self.grid is not None:
            self.grid.setCurrentIndex(self.grid.grid.index(0, 0))
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
