"""A Qt table over rows that are fetched a page at a time; sorting and filtering is the source's."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _
from styrdesk.ui.kit.text import tip

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
Kind = Literal["text", "num", "date", "status", "code", "quiet"]
Index = QModelIndex | QPersistentModelIndex

CELL: Final = Qt.ItemDataRole.UserRole  # str or Mark
KIND: Final = Qt.ItemDataRole.UserRole + 1
BOLD: Final = Qt.ItemDataRole.UserRole + 2
COMPUTED: Final = Qt.ItemDataRole.UserRole + 3
ERROR: Final = Qt.ItemDataRole.UserRole + 4
CARRIED: Final = Qt.ItemDataRole.UserRole + 5
PAGE: Final = 200
_PAGES: Final = 16
_LOOK: Final = 2_000  # rows a search by typing or by key goes through
_ROOT: Final = QModelIndex()


class PagedSource(Protocol[R_co]):
    """Rows in their order. A new filter or order is a new source."""

    def count(self) -> int:
        """How many there are."""
        ...

    def rows(self, offset: int, limit: int) -> Sequence[R_co]:
        """Some of them."""
        ...


@dataclass(frozen=True)
class Rows(Generic[R]):
    """A source over rows that are already here."""

    all: Sequence[R] = ()

    def count(self) -> int:
        return len(self.all)

    def rows(self, offset: int, limit: int) -> Sequence[R]:
        return self.all[offset : offset + limit]


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that is a status: symbol and word."""

    kind: str
    words: str


@dataclass(frozen=True)
class Column(Generic[R]):
    """A column.

    Attributes:
        key: What the source sorts by.
        title: Marked for translation.
        show: The cell of a row, in words or as a status; the attribute named as the key where
            nothing else is told.
        kind: num stands right; date, code and quiet stand back.
        width: Pixels at zoom 1; 0 for the one that takes the rest.
        spare: The turn in which it goes where it is narrow; 0 stays.
        sortable: Whether a press on the head sorts.
    """

    key: str
    title: str
    show: Callable[[R], str | Mark] | None = None
    kind: Kind = "text"
    width: int = 0
    spare: int = 0
    sortable: bool = True

    def cell(self, row: R) -> str | Mark:
        """The cell of a row."""
        if self.show is not None:
            return self.show(row)
        value = getattr(row, self.key)
        return "" if value is None else str(value)


def words_of(cell: str | Mark) -> str:
    """A cell in words alone."""
    return cell.words if isinstance(cell, Mark) else cell


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of a source, at most 16 pages of 200 kept.

    Args:
        columns: In order.
        key: A row's id.
    """

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._source: PagedSource[R] = Rows[R]()
        self._count = 0
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()

    def set_source(self, source: PagedSource[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._source = source
        self._count = source.count()
        self._pages.clear()
        self.endResetModel()

    def record(self, row: int) -> R | None:
        """The row itself; None past the end, also when rows went away behind our back."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._source.rows(number * PAGE, PAGE)
            while len(self._pages) > _PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def key_of(self, row: int) -> str:
        """A row's id, or empty."""
        record = self.record(row)
        return self.key(record) if record is not None else ""

    def row_of(self, key: str, near: int = 0) -> int:
        """Where the row with this id stands, looked for near a place; -1 where not found."""
        for row in self._around(near):
            if self.key_of(row) == key:
                return row
        return -1

    def find(self, start: str, after: int) -> int:
        """The next row one of whose cells in words begins so; -1 where none near does."""
        wanted = fold(start)
        texts = [c for c in self.columns if c.kind in {"text", "code"}]
        last = min(self._count, _LOOK)
        for step in range(last):
            row = (after + step) % self._count
            record = self.record(row)
            if record is not None and any(
                fold(words_of(column.cell(record))).startswith(wanted) for column in texts
            ):
                return row
        return -1

    def _around(self, near: int) -> Iterator[int]:
        near = min(max(near, 0), max(0, self._count - 1))
        for step in range(min(self._count, _LOOK)):
            for row in {near - step, near + step}:
                if 0 <= row < self._count:
                    yield row

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == KIND:
            return self.columns[index.column()].kind
        if role not in {
            CELL,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        record = self.record(index.row())
        cell = self.columns[index.column()].cell(record) if record is not None else ""
        if role == CELL:
            return cell
        words = words_of(cell)
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(self.columns):
            return _(self.columns[section].title)
        if across and role == KIND:
            return self.columns[section].kind
        return None
