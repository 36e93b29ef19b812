"""What would go, row by row: a tick takes a row with it, without one it is left and why is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from styrdesk.base.i18n import N_, _
from styrdesk.domain.disposal import Due, Item
from styrdesk.ui.kit.cells import CellDelegate, Header
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.line import Line
from styrdesk.ui.kit.paint import rrect
from styrdesk.ui.kit.table_model import CELL, ERROR, KIND, Index
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colours, font, px
from styrdesk.ui.kit.tokens import ROW_GRID, S2

NAME, RULE, CLOSED, REASON = range(4)
_HEADS: Final = (N_("Goes"), N_("Rule"), N_("Closed"), N_("Why it is left out"))
_KINDS: Final = ("text", "quiet", "date", "text")
_WIDTHS: Final = (0, 132, 100, 216)  # pixels at zoom 1; 0 takes the rest
_NARROW, _NARROWER = 560, 440  # widths at zoom 1 at which the rule goes, and the day
_BOX: Final = 18  # pixels at zoom 1 of a tick's box
_ROOT: Final = QModelIndex()
_OPEN: Final = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TICK: Final = Qt.ItemDataRole.CheckStateRole


class DisposalModel(QAbstractTableModel):
    """The records of all rules.

    Attributes:
        ticked: What goes, or why something does not, was changed.
        left: Why a record is left, by its id.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Due, Item]] = []
        self.left: dict[str, str] = {}
        self._latest = ""

    def show_due(self, due: Iterable[Due]) -> None:
        """Show these; what is left stays so where it is among them."""
        self.beginResetModel()
        self._rows = [(one, item) for one in due for item in one.items]
        self.endResetModel()
        self.ticked.emit()

    def shown_left(self) -> Mapping[str, str]:
        """What is left of what is shown."""
        keys = {item.id for _due, item in self._rows}
        return {key: why for key, why in self.left.items() if key in keys}

    def lacking(self) -> int:
        """The first row that is left without a reason; -1 for none."""
        lacks = (n for n, (_d, i) in enumerate(self._rows) if not self.left.get(i.id, "-").strip())
        return next(lacks, -1)

    def goes(self, row: int) -> bool:
        """Whether a row has its tick."""
        return self._rows[row][1].id not in self.left

    def turn(self, rows: Sequence[int]) -> None:
        """Take the ticks of rows away, or give them back where the first has none."""
        if not rows:
            return
        on = not self.goes(rows[0])
        for row in rows:
            key = self._rows[row][1].id
            if on:
                self.left.pop(key, None)
            else:
                self.left.setdefault(key, self._latest)
        self.dataChanged.emit(self.index(min(rows), NAME), self.index(max(rows), REASON))
        self.ticked.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        return {Qt.ItemDataRole.DisplayRole: _(_HEADS[section]), KIND: _KINDS[section]}.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif index.column() == REASON and not self.goes(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        due, item = self._rows[row]
        return (
            item.name, due.rule.name, f"{item.closed_on}", self.left.get(item.id, "")
        )[column]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role in {CELL, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.words(row, column)
        if role == _TICK and column == NAME:
            return Qt.CheckState.Checked if self.goes(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            fate = _("goes") if self.goes(row) else _("is left")
            return f"{self.words(row, NAME)}, {fate}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.words(row, column))
        return {KIND: _KINDS[column], ERROR: False}.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = index.row()
        if role == _TICK and index.column() == NAME:
            self.turn([row])
            return True
        if role != Qt.ItemDataRole.EditRole or index.column() != REASON or self.goes(row):
            return False
        self.left[self._rows[row][1].id] = self._latest = str(value).strip()
        for key, why in self.left.items():  # those that lost their tick with it
            self.left[key] = why or self._latest
        self.dataChanged.emit(self.index(0, REASON), self.index(len(self._rows) - 1, REASON))
        self.ticked.emit()
        return True


class _Cells(CellDelegate):
    """A box with its tick before the name; a line to write why in."""

    def __init__(self) -> None:
        super().__init__(S2, cells=False)

    def _words(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        if index.column() == NAME:
            now, on = colours(), index.data(_TICK) == Qt.CheckState.Checked
            top = inner.center().y() - px(_BOX) / 2
            box = QRectF(inner.left(), top, px(_BOX), px(_BOX))
            fill, line = (now.accent, now.accent) if on else (now.surface, now.border)
            rrect(painter, box, 4, fill, line, 1.5)
            if on:
                draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), now.onaccent, width=3.2)
            inner = inner.adjusted(px(_BOX) + px(S2), 0, 0, 0)
        super()._words(painter, inner, index, words)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Qt ticks where its own box would be; the table does it where ours is."""
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = Line(parent)
        line.setFont(font("dense"))
        head, name = _(_HEADS[REASON]), index.model().index(index.row(), NAME).data()
        line.setAccessibleName(f"{name}, {head}")
        return line


class DisposalTable(QTableView):
    """Space ticks what is chosen, F2 writes why it is left; a click on a box ticks it.

    Attributes:
        rows: What it shows.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows = DisposalModel(self)
        self.setModel(self.rows)
        self.setObjectName("due")
        self.setAccessibleName(_("What would go"))
        self._cells = _Cells()  # the view does not keep it alive
        self.setItemDelegate(self._cells)
        head = Header(S2, clickable=False)
        self.setHorizontalHeader(head)
        down, view = self.verticalHeader(), QAbstractItemView
        down.hide()
        down.setMinimumSectionSize(16)
        down.setDefaultSectionSize(px(ROW_GRID))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(view.SelectionBehavior.SelectRows)
        self.setSelectionMode(view.SelectionMode.ExtendedSelection)
        self.setEditTriggers(view.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
        for n, width in enumerate(_WIDTHS):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(n, mode.Fixed if width else mode.Stretch)
            if width:
                self.setColumnWidth(n, px(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow: first the rule goes, then the day; the reason takes no more than half."""
        super().resizeEvent(event)
        wide = self.viewport().width()
        self.setColumnHidden(RULE, wide < px(_NARROW))
        self.setColumnHidden(CLOSED, wide < px(_NARROWER))
        self.setColumnWidth(REASON, min(px(_WIDTHS[REASON]), wide // 2))

    def write_reason(self, row: int) -> None:
        """Stand in a row that is left, with its reason open."""
        self.setCurrentIndex(self.rows.index(row, REASON))
        self.edit(self.rows.index(row, REASON))

    def turn(self, rows: Sequence[int]) -> None:
        """Tick rows or take their ticks away; of one that is left it is asked why."""
        self.rows.turn(rows)
        if rows and not self.rows.goes(rows[0]):
            self.write_reason(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, editing = self.currentIndex().row(), self.state() == self.State.EditingState
        if editing and event.key() in _OPEN:
            event.accept()  # the editor is closing; it is not for the dialog
        elif event.key() == Qt.Key.Key_Space and not editing:
            chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
            self.turn(chosen)
        elif event.key() in _OPEN and row >= 0 and not self.rows.goes(row):
            self.write_reason(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        edge = self.columnViewportPosition(NAME) + px(_BOX) + 2 * px(S2)
        if at.isValid() and at.column() == NAME and event.position().x() <= edge:
            self.turn([at.row()])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes on out of the table, not into the next cell's editor."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
