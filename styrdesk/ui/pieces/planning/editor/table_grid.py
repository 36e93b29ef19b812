"""The grid of one of a plan's tables: typed, pasted, moved and taken away; one action, one step.

The last row is empty: what is typed or pasted there becomes a new row. Words that cannot be read
stay in their cell with why; a row a rule refuses stays as a draft until what it lacks is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.grid_model import Edit, GridColumn, GridRow
from styrdesk.ui.kit.growing_table import (
    MOST,
    Edits,
    GrowingTable,
    close_cell,
    in_place,
    no_choice,
)
from styrdesk.ui.kit.held import Held, Past
from styrdesk.ui.pieces.planning.editor.manuscript import Manuscript
from styrdesk.ui.pieces.planning.editor.table_spec import TableSpec

_ACROSS: Final = Qt.Orientation.Horizontal


class TableGrid(GrowingTable):
    """A table of a plan.

    Args:
        manuscript: The plan.
        spec: What sets the table apart.

    Attributes:
        stood: Another row is the current one.
    """

    stood = Signal()

    def __init__(self, manuscript: Manuscript, spec: TableSpec[Any]) -> None:
        heads = [GridColumn(c.title, c.kind, c.width, c.put is None) for c in spec.columns]
        super().__init__(heads, spec.name)
        self.manuscript, self.spec = manuscript, spec
        self.sums_itself = spec.sums_itself
        self.lines: list[Any] = []
        self._drafts: dict[str, Any] = {}
        self._blank: list[Any] = []
        self._typed: dict[tuple[str, int], tuple[str, str]] = {}
        self._broken: dict[tuple[str, str], str] = {}
        self._past = Past()
        self._unwritten: set[str] = set()  # rows that the file or its disk refused
        self._sum_fault: tuple[str, str] | None = None
        self._edits = Edits(self, self._try_again)
        self.offer(c.choices for c in spec.columns)
        manuscript.operations.writable.connect(self._try_again)
        self.edited.connect(self._edits.add)
        self.passing.connect(self._write_waiting)
        self.room.connect(self._make_room)
        self.selectionModel().currentRowChanged.connect(self._stand)
        self.on_rows(self.remove, self._moved_row)
        self.fit()
        self.reload()

    @property
    def may_write(self) -> bool:
        """Whether rows can be changed here."""
        return self.spec.register is not None and not self.locked

    def set_locked(self, *, on: bool) -> None:
        """Show without letting anything be changed."""
        trigger = QAbstractItemView.EditTrigger
        usual = trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        self.setEditTriggers(trigger.NoEditTriggers if on else usual)
        if on != self.locked:
            self.locked = on
            self.reload()

    # ---- showing -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the rows as they are now; the cell one stands in stays."""
        self._write_waiting()  # it tells its rows by number
        self.lines = list(self.spec.lines())
        known = {line.id for line in self.lines}
        drafts = self._drafts
        self._blank = [line for line in self._blank if line.id in drafts and line.id not in known]
        if self.spec.fresh is not None and self.may_write:
            self._blank.append(self.spec.fresh(self.all()))
        kept = known | {line.id for line in self._blank}
        self._typed = {at: said for at, said in self._typed.items() if at[0] in kept}
        self._drafts = {key: line for key, line in drafts.items() if key in kept}
        self._broken = {at: why for at, why in self._broken.items() if at[0] in self._drafts}
        self._draw()

    def all(self) -> list[Any]:
        """The rows with what is written in them, and the empty ones under them."""
        return [self._drafts.get(line.id, line) for line in (*self.lines, *self._blank)]

    def _draw(self) -> None:
        here, lines = self.currentIndex(), self.all()
        at = max(here.row(), 0), max(here.column(), 0)
        carried = self.manuscript.carried
        rows = [GridRow(tuple(self._cells(line)), carried=line.id in carried) for line in lines]
        rows += self.spec.totals(self.lines)
        self.set_rows(rows)
        self._mark(lines)
        if not self.currentIndex().isValid() and rows and (here.isValid() or self.hasFocus()):
            self.setCurrentIndex(self.grid.index(min(at[0], len(rows) - 1), at[1]))

    def _cells(self, line: Any) -> list[str]:
        bare = line.id not in self._drafts and any(line.id == blank.id for blank in self._blank)
        cells = []
        for n, column in enumerate(self.spec.columns):
            typed = self._typed.get((line.id, n))
            cells.append(typed[0] if typed else "" if bare else column.show(line))
        return cells

    def _errors_of(self, lines: Sequence[Any]) -> dict[tuple[int, int], str]:
        found = self.manuscript.wrong_cells(self.spec.table) | self._broken
        errors: dict[tuple[int, int], str] = {}
        for at, line in enumerate(lines):
            for n, column in enumerate(self.spec.columns):
                typed = self._typed.get((line.id, n))
                why = typed[1] if typed else found.get((line.id, column.field), "")
                if why and column.field:
                    errors[at, n] = why
        if self._sum_fault is not None:
            fields = [column.field for column in self.spec.columns]
            field, why = self._sum_fault
            errors[self.grid.rowCount() - 1, fields.index(field)] = why
        return errors

    def mark(self, sum_fault: tuple[str, str] | None = None) -> None:
        """Show what the check says of the cells, and of a field's sum (the field and why)."""
        self._sum_fault = sum_fault
        self._mark(self.all())

    def _mark(self, lines: Sequence[Any]) -> None:
        unkept = [
            (at, n)
            for at, line in enumerate(lines)
            for n, column in enumerate(self.spec.columns)
            if (line.id, n) in self._typed or (line.id, column.field) in self._broken
        ]
        self.set_errors(self._errors_of(lines), unkept)

    def words(self) -> list[tuple[str, ...]]:
        """What the table shows, for tests."""
        return [line.cells for line in self.grid.rows]

    def is_wrong(self) -> bool:
        """Whether a cell or row holds what cannot be kept."""
        return bool(self._typed or self._drafts)

    def line(self) -> Any:
        """The row one stands in, or None where it is empty or a sum."""
        at = self.currentIndex().row()
        return self.all()[at] if 0 <= at < len(self.lines) else None

    def show_cell(self, record_id: str, field: str = "") -> bool:
        """Stand in a record's cell."""
        for at, line in enumerate(self.lines):
            if self.spec.is_about(line, record_id):
                self.stand(at, field)
                return True
        return False

    def has_column(self, field: str) -> bool:
        """Whether a field is written in a column."""
        return any(column.field == field and column.put for column in self.spec.columns)

    @property
    def may_add(self) -> bool:
        """Whether the last row is an empty one to write in."""
        return self.spec.fresh is not None and self.may_write

    def stand(self, row: int, field: str = "") -> None:
        """Stand in a row (-1 is the empty one): in a field's cell, or the first one may write in.

        Cells that are calculated are passed over: nothing is mended there.
        """
        writable = [n for n, column in enumerate(self.spec.columns) if column.put] or [0]
        asked = [n for n in writable if field and self.spec.columns[n].field == field]
        at = len(self.all()) - 1 if row < 0 else row
        self.setCurrentIndex(self.grid.index(at, (asked or writable)[0]))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand(self) -> None:
        self.stood.emit()

    # ---- writing -----------------------------------------------------------------------------

    def _make_room(self, rows: int) -> None:
        if self.spec.fresh is None:
            return
        for _more in range(min(rows, MOST) - len(self.all())):
            self._blank.append(self.spec.fresh(self.all()))
        self._draw()

    def flush(self) -> None:
        """Save at once what was typed, also in a cell that is still open."""
        close_cell(self)
        self._try_again()

    def _try_again(self) -> None:
        again, self._unwritten = self._unwritten, set()
        held = [line for key, line in self._drafts.items() if key in again]
        if held:
            self.save(held)
        self._write_waiting()

    def _write_waiting(self) -> None:
        for edits in self._edits.take():
            self._write(edits)

    def _write(self, edits: Sequence[Edit]) -> None:
        lines, changed, before = self.all(), dict[str, Any](), self._held()
        for at, place, words in edits:
            column = self.spec.columns[place]
            if at >= len(lines) or column.put is None:
                continue
            if no_choice(words, column.choices):
                continue
            line = changed.get(lines[at].id, lines[at])
            self._typed.pop((line.id, place), None)
            try:
                changed[line.id] = column.put(line, words)
            except RuleBroken as broken:
                self._typed[line.id, place] = words, broken.message
                if all(line.id != one.id for one in self.lines):
                    self._drafts.setdefault(line.id, line)
        self.save(list(changed.values()))
        self._past.wrote(before, self._held())
        self.manuscript.operations.tried.emit()

    def _held(self) -> Held:
        return self._typed.copy(), self._drafts.copy(), self._broken.copy()

    def take_back(self) -> bool:
        """Take back the latest typing that could not be kept. False where all is kept."""
        if not self.is_wrong():
            return False
        self._typed, self._drafts, self._broken = self._past.take_back(self._held())
        self.reload()
        self.manuscript.operations.tried.emit()
        return True

    def save(self, records: Sequence[Any], visit: str = "") -> None:
        """Save rows in one step; those a rule refuses stay as drafts, with why."""
        good = [record for record in records if self._fits(record)]
        register = self.spec.register
        if good and register is not None:
            save = partial(register.save_all, in_place(good, self.lines), visit)
            done = self.manuscript.operations.run(save)
            if done is None and self.manuscript.operations.unwritten:
                self._hold(good)
        self.reload()

    def _hold(self, records: Sequence[Any]) -> None:
        """Keep rows that the file refused as drafts, until it can be written."""
        why = _("Not saved yet: the file cannot be written.")
        for record in records:
            self._drafts[record.id] = record
            self._broken[record.id, self.spec.columns[0].field] = why
            self._unwritten.add(record.id)

    def _fits(self, record: Any) -> bool:
        register = self.spec.register
        self._broken = {at: why for at, why in self._broken.items() if at[0] != record.id}
        try:
            if register is not None and register.spec.check is not None:
                register.spec.check(record)
        except RuleBroken as broken:
            self._drafts[record.id] = record
            self._broken[record.id, broken.field] = broken.message
            return False
        self._drafts.pop(record.id, None)
        return True

    # ---- taking away and moving --------------------------------------------------------------

    def _is_saved(self, line: Any) -> bool:
        try:
            return self.spec.register is not None and bool(self.spec.register.get(line.id))
        except KeyError:
            return False

    def chosen(self) -> list[Any]:
        """The saved rows that are chosen."""
        top, _left, bottom, _right = self.block()
        rows = self.lines[max(top, 0) : bottom + 1] if top >= 0 else []
        return [line for line in rows if self._is_saved(line)]

    def remove(self) -> None:
        """Take the chosen rows away: one step."""
        top, _left, bottom, _right = self.block()
        for line in self.all()[max(top, 0) : bottom + 1]:
            self._drafts.pop(line.id, None)
        lines, register = self.chosen(), self.spec.register
        if lines and register is not None and self.may_write:
            self.manuscript.operations.run(partial(register.delete, *(line.id for line in lines)))
        self.reload()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved_row(self, at: int, to: int) -> bool:
        inside = 0 <= at < len(self.lines) and 0 <= to < len(self.lines)
        register = self.spec.register
        if not (inside and self.may_write and register is not None and self.spec.fresh):
            return False
        self.manuscript.operations.run(partial(register.move, self.lines[at].id, to))
        self.reload()
        return True
