"""A small table of what a record owns: lines of a frame, roles of a person, former names.

The last row is empty: what is typed or pasted there becomes a new line. One edit or one paste is
one step. Words that a rule refuses stay in their cell, with why.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import Record
from styrdesk.services.register import Register
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.grid_model import Edit, GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.growing_table import (
    MOST,
    Edits,
    GrowingTable,
    Overflow,
    close_cell,
    in_place,
    no_choice,
)
from styrdesk.ui.kit.held import Past
from styrdesk.ui.kit.layout import box, col, row
from styrdesk.ui.kit.operations import Operations
from styrdesk.ui.kit.owned_columns import OwnedColumn
from styrdesk.ui.kit.row_grips import RowGrips
from styrdesk.ui.kit.text import key_words
from styrdesk.ui.kit.tokens import S2

R = TypeVar("R", bound=Record)


_ACROSS = Qt.Orientation.Horizontal


class OwnedGrid(QWidget, Generic[R]):
    """Lines of one owner, typed, pasted, moved and taken away.

    Args:
        register: The service of the lines.
        operations: The door for writes.
        columns: In order.
        name: What the table is, spoken.
        fresh: A new line of the owner.
        lines: The lines as they are now, in order.
        total: The sum row of some lines; None for no such row.
    """

    def __init__(
        self,
        register: Register[R],
        operations: Operations,
        columns: Sequence[OwnedColumn[R]],
        *,
        name: str,
        fresh: Callable[[], R],
        lines: Callable[[], Sequence[R]],
        total: Callable[[Sequence[R]], GridRow] | None = None,
    ) -> None:
        super().__init__()
        self._register, self._operations = register, operations
        self.columns, self._fresh, self._lines, self._total = tuple(columns), fresh, lines, total
        self._records: list[R] = []
        self._blank: list[R] = [fresh()]
        self._wrong: dict[tuple[str, int], tuple[str, str]] = {}
        self._past = Past()
        self._unwritten: set[tuple[str, int]] = set()  # cells that the file or its disk refused
        heads = [GridColumn(c.title, c.kind, c.width) for c in columns]
        self.table = GrowingTable(heads, name)
        self._edits = Edits(self, self._try_again)
        self.table.sums_itself = total is not None
        self.table.offer(c.choices for c in columns)
        self.table.setObjectName("lines")
        self._add = link(_("Add line"), "plus", name="add_line")
        self._remove = link(_("Remove line"), "minus", name="remove_line")
        self._remove.setToolTip(key_words("Ctrl+Del"))
        self.note = Overflow(self.table)
        foot = GridFoot(self.table)
        self._ways = box(row(self._add, self._remove, None))
        self._ways.setObjectName("ways_of_lines")
        self.setLayout(col(self.table, foot, self.note, self._ways, gap=S2))
        self._bind()

    def _bind(self) -> None:
        self._operations.writable.connect(self._try_again)
        self.table.edited.connect(self._edits.add)
        self.table.passing.connect(self._write_waiting)
        self.table.room.connect(self._make_room)
        self._add.clicked.connect(self.add)
        self._remove.clicked.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        everywhere = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.table.on_rows(self.remove, self._move, everywhere)
        if self._register.has_order:
            RowGrips(self.table, self._may_move, self._move)

    def set_read_only(self, *, on: bool) -> None:
        """Show the lines without letting them be changed; what is chosen can still be copied."""
        self.table.lock(on=on)
        self._ways.setVisible(not on)

    # ---- showing -----------------------------------------------------------------------------

    def rename(self, columns: Sequence[OwnedColumn[R]]) -> None:
        """The same columns under other titles."""
        self.columns = tuple(columns)
        heads = zip(self.table.grid.columns, columns, strict=True)
        self.table.grid.columns = tuple(replace(head, title=c.title) for head, c in heads)
        self.table.grid.headerDataChanged.emit(_ACROSS, 0, len(columns) - 1)

    def reload(self) -> None:
        """Show the lines as they are now; the cell one stands in stays."""
        self._write_waiting()  # it tells its rows by number
        self._records = list(self._lines())
        known = {record.id for record in self._records}
        held = {key for key, _column in self._unwritten}
        left = [line for line in self._blank if line.id not in known]
        self._blank = [line for line in left if line.id in held] or left[:1] or [self._fresh()]
        kept = known | {line.id for line in self._blank}
        self._wrong = {at: said for at, said in self._wrong.items() if at[0] in kept}
        self._draw()

    def _draw(self) -> None:
        here = self.table.currentIndex()
        at = here.row(), here.column()
        blank_ids = {line.id for line in self._blank}
        rows = [
            GridRow(tuple(self._cell(line, n, blank=line.id in blank_ids) for n in self._across()))
            for line in self.all()
        ]
        if self._total is not None:
            rows.append(self._total(self._records))
        self.table.set_rows(rows)
        self.table.fit()
        places = {line.id: n for n, line in enumerate(self.all())}
        wrong = {(places[key], n): why for (key, n), (_words, why) in self._wrong.items()}
        self.table.set_errors(wrong, wrong)
        if at[0] >= 0 and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.grid.index(min(at[0], len(rows) - 1), at[1]))
        self._follow()

    def _across(self) -> range:
        return range(len(self.columns))

    def _cell(self, line: R, column: int, *, blank: bool) -> str:
        typed = self._wrong.get((line.id, column))
        if typed is not None:
            return typed[0]
        return "" if blank else self.columns[column].show(line)

    def all(self) -> list[R]:
        """The lines and the empty ones under them."""
        return [*self._records, *self._blank]

    def words(self) -> list[tuple[str, ...]]:
        """What the table shows, for tests."""
        return [line.cells for line in self.table.grid.rows]

    def wrong(self) -> GridTable | None:
        """The table, while a cell of it holds what cannot be kept."""
        return self.table if self._wrong else None

    # ---- writing -----------------------------------------------------------------------------

    def _make_room(self, rows: int) -> None:
        more = min(rows, MOST) - len(self.all())
        if more > 0:
            self._blank += [self._fresh() for _n in range(more)]
            self._draw()

    def flush(self) -> None:
        """Save at once what was typed, also in the cell that is open."""
        close_cell(self.table)
        self._try_again()

    def _try_again(self) -> None:
        if self._unwritten:
            self._write(self._again())
        self._write_waiting()

    def _write_waiting(self) -> None:
        for edits in self._edits.take():
            self._write(edits)

    def _again(self) -> list[Edit]:
        """What the file refused, as if it were typed now."""
        rows = {line.id: n for n, line in enumerate(self.all())}
        held, self._unwritten = self._unwritten, set()
        return [
            (rows[key], n, self._wrong[key, n][0]) for key, n in held if (key, n) in self._wrong
        ]

    def _write(self, edits: Sequence[Edit]) -> None:
        lines, changed, before = self.all(), dict[str, R](), self._wrong.copy()
        touched: list[tuple[str, int, str]] = []
        for at, column, words in edits:
            if at >= len(lines):
                continue
            if no_choice(words, self.columns[column].choices):
                continue
            line = changed.get(lines[at].id, lines[at])
            self._wrong.pop((line.id, column), None)
            try:
                changed[line.id] = self.columns[column].put(line, words)
                touched.append((line.id, column, words))
            except RuleBroken as broken:
                self._wrong[line.id, column] = words, broken.message
        if changed:
            written = [changed[line.id] for line in lines if line.id in changed]
            save = partial(self._register.save_all, in_place(written, self._records))
            done = self._operations.run(save, broken=partial(self._refused, touched))
            if done is None and self._operations.unwritten:
                self._refused(touched, RuleBroken(_("Not saved yet: the file cannot be written.")))
                self._unwritten.update((key, column) for key, column, _words in touched)
        self.reload()
        self._past.wrote((before,), (self._wrong.copy(),))
        self._operations.tried.emit()

    def take_back(self) -> bool:
        """Take back the latest typing that could not be kept. False where all is kept."""
        if not self._wrong:
            return False
        (self._wrong,) = self._past.take_back((self._wrong,))
        self.reload()
        self._operations.tried.emit()
        return True

    def _refused(self, touched: Sequence[tuple[str, int, str]], broken: RuleBroken) -> None:
        for key, column, words in touched:
            self._wrong[key, column] = words, broken.message

    # ---- adding, taking away and moving ------------------------------------------------------

    def add(self) -> None:
        """Open the first cell of the empty line."""
        there = self.table.grid.index(len(self._records), 0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setCurrentIndex(there)
        self.table.edit(there)

    def _follow(self) -> None:
        self._remove.setEnabled(bool(self._chosen()))
        self._remove.setVisible(bool(self._records))

    def _chosen(self) -> list[R]:
        top, _left, bottom, _right = self.table.block()
        return self._records[max(top, 0) : bottom + 1] if top >= 0 else []

    def remove(self) -> None:
        """Take the chosen lines away: one step."""
        lines = self._chosen()
        if lines and not self.table.locked:
            self._operations.run(partial(self._register.delete, *(line.id for line in lines)))
            self.reload()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_move(self, row: int) -> bool:
        free = self._register.has_order and not self.table.locked
        return free and 0 <= row < len(self._records)

    def _move(self, at: int, to: int) -> bool:
        if not (self._may_move(at) and self._may_move(to)):
            return False
        self._write_waiting()
        self._operations.run(partial(self._register.move, self._records[at].id, to))
        self.reload()
        return True
