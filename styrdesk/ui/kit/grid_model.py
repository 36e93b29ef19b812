"""The rows of a typed table of amounts: what may be typed, what is computed, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from styrdesk.base.formats import NotANumber, parse_number
from styrdesk.base.i18n import _
from styrdesk.domain.richtext import clean
from styrdesk.ui.kit.held import Past
from styrdesk.ui.kit.table_model import BOLD, CARRIED, CELL, COMPUTED, ERROR, KIND, Index, Kind
from styrdesk.ui.kit.text import tip

_ROOT: Final = QModelIndex()
_CAP: Final = 2_000  # characters a cell takes
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column.

    Attributes:
        title: Translated ("Budget 26").
        kind: num is read as a number when typed; text is any words.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
        computed: Calculated, never typed; on canvas grey.
    """

    title: str
    kind: Kind = "num"
    width: int = 96
    computed: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row as it is shown.

    Attributes:
        cells: One formatted text a column.
        computed: Calculated, never typed.
        bold: The sum: a dark line over it and heavier words.
        carried: It came from elsewhere and nobody has looked at it; a line at its left.
    """

    cells: tuple[str, ...]
    computed: bool = False
    bold: bool = False
    carried: bool = False


def read_number(words: str) -> None:
    """Refuse what is no number.

    Raises:
        NotANumber: It is none.
    """
    parse_number(words)


class GridModel(QAbstractTableModel):
    """Cells with what was typed and could not be read, and with errors given from outside.

    Attributes:
        edited: One user action: a list of (row, column, text), text stripped; empty clears.
    """

    edited = Signal(list)

    def __init__(
        self,
        columns: Sequence[GridColumn],
        read: Callable[[str], object] = read_number,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[GridRow, ...] = ()
        self._read = read
        self._unread: dict[tuple[int, int], str] = {}
        self._past = Past()
        self._errors: dict[tuple[int, int], str] = {}
        self._unkept: frozenset[tuple[int, int]] = frozenset()

    def set_rows(self, rows: Sequence[GridRow]) -> None:
        """Show other rows. The cell one stands in, or has open, stays where there still is one.

        Rows come and go just over the sums at the end: a new table would close the open cell.
        """
        more = len(rows) - len(self.rows)
        if more:
            self._unread.clear()
            self._errors.clear()
        end = len(self.rows)
        while end and self.rows[end - 1].computed:
            end -= 1
        if more > 0:
            self.beginInsertRows(_ROOT, end, end + more - 1)
            self.rows = tuple(rows)
            self.endInsertRows()
        elif end + more < 0:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        elif more < 0:
            self.beginRemoveRows(_ROOT, end + more, end - 1)
            self.rows = tuple(rows)
            self.endRemoveRows()
        self.rows = tuple(rows)
        self._refresh()

    def set_errors(
        self, errors: Mapping[tuple[int, int], str], unkept: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Mark cells (row, column) as wrong, with why; those that are not kept as they stand."""
        self._errors, self._unkept = dict(errors), frozenset(unkept)
        self._refresh()

    def unkept(self) -> list[tuple[int, int]]:
        """The cells (row, column) whose words are not kept, in order."""
        return sorted(self._unkept | self._unread.keys())

    def _refresh(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def may_edit(self, row: int, column: int) -> bool:
        """Whether a cell is typed in."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.columns)
        return inside and not (self.rows[row].computed or self.columns[column].computed)

    def write(self, edits: Sequence[Edit]) -> None:
        """One user action. What can be read is told at once; the rest stays with its error."""
        told: list[Edit] = []
        before = dict(self._unread)
        for row, column, typed in edits:
            words = clean(typed).replace("\n", " ").strip()[:_CAP]
            if not self.may_edit(row, column):
                continue
            if self._readable(column, words):
                self._unread.pop((row, column), None)
                if words != self.rows[row].cells[column]:
                    told.append((row, column, words))
            else:
                self._unread[row, column] = words
        self._past.wrote((before,), (self._unread.copy(),))
        self._refresh()
        if told:
            self.edited.emit(told)

    def take_back(self) -> bool:
        """Take back the latest words that could not be read. False where there are none."""
        had = bool(self._unread)
        (self._unread,) = self._past.take_back((self._unread,))
        self._refresh()
        return had

    def _readable(self, column: int, words: str) -> bool:
        if not words or self.columns[column].kind != "num":
            return True
        try:
            self._read(words)
        except NotANumber:
            return False
        return True

    def error(self, row: int, column: int) -> str:
        """Why a cell is wrong, or empty."""
        if (row, column) in self._unread:
            return _("Write a number, such as {example}.").format(example="1 450,1")
        return self._errors.get((row, column), "")

    def words(self, row: int, column: int) -> str:
        """What a cell shows."""
        unread = self._unread.get((row, column))
        return self.rows[row].cells[column] if unread is None else unread

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.may_edit(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self.words(row, column), self.error(row, column), self._carried(row, column))
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.error(row, column) or self.words(row, column))
        return self._look(row, column).get(role)

    def _carried(self, row: int, column: int) -> str:
        return _("from the earlier plan") if self.rows[row].carried and not column else ""

    def _look(self, row: int, column: int) -> dict[int, object]:
        return {
            KIND: self.columns[column].kind,
            BOLD: self.rows[row].bold,
            COMPUTED: not self.may_edit(row, column) and self.columns[column].kind == "num",
            ERROR: bool(self.error(row, column)),
            CARRIED: self.rows[row].carried,
        }

    def setData(
        self,
        index: Index,
        value: Any,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.may_edit(index.row(), index.column()):
            return False
        self.write([(index.row(), index.column(), str(value))])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        return {Qt.ItemDataRole.DisplayRole: column.title, KIND: column.kind}.get(role)
