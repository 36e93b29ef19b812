"""How a table's head and cells are drawn: figures right, words left, no vertical lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, RIGHT, chevron, elide, paint_status, ring, status_width
from styrdesk.ui.kit.table_model import BOLD, CARRIED, CELL, COMPUTED, ERROR, KIND, Index, Mark
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.kit.widths import least_of
from styrdesk.ui.kit.wrapping import wrapped

NARROW = 60  # a status column under this keeps only its symbol
_HEAD, _HEAD_LINES = 36, 3  # pixels at zoom 1 of a head with one line; lines at the most
_FILLED = "filled"


def _written(editor: QWidget) -> str:
    """What stands in a cell's editor."""
    if isinstance(editor, QLineEdit):
        return editor.text()
    return editor.currentText() if isinstance(editor, QComboBox) else ""


class Header(QHeaderView):
    """The head of a table, as tall as its words; the sorted column is darker and has an arrow."""

    def __init__(self, pad: int, *, clickable: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._pad, self.sorted = pad, (-1, False)
        self.setSectionsClickable(clickable)
        self.setHighlightSections(False)
        self.setFixedHeight(px(_HEAD))
        self.setMinimumSectionSize(px(24))
        self.sectionResized.connect(self.fit)
        # A section that fills what is left is told of before it has its width.
        self.sectionResized.connect(self.fit, Qt.ConnectionType.QueuedConnection)

    def show_sort(self, column: int, *, descending: bool) -> None:
        """Draw the arrow at a column."""
        self.sorted = (column, descending)
        self.viewport().update()

    def words(self, section: int) -> str:
        """The words of a column's head."""
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def least(self, section: int) -> int:
        """Pixels of width that its words can do with."""
        return least_of(self.words(section), "meta_strong") + 2 * px(self._pad) + 1

    def _lines(self, section: int, width: int) -> list[str]:
        """The lines its words fill in a width; none where only a symbol has room."""
        kind = self.model().headerData(section, Qt.Orientation.Horizontal, KIND)
        if kind == "status" and width <= px(NARROW):
            return [""]
        room = width - 2 * px(self._pad) - (px(14) if self.sorted[0] == section else 0)
        return wrapped(self.words(section), font("meta_strong"), room, _HEAD_LINES)

    def fit(self) -> None:
        """As tall as the head with most lines."""
        shown = [n for n in range(self.count()) if not self.isSectionHidden(n)]
        most = max((len(self._lines(n, self.sectionSize(n))) for n in shown), default=1)
        tall = px(_HEAD) + (most - 1) * QFontMetrics(font("meta_strong")).lineSpacing()
        if tall != self.height():
            self.setFixedHeight(tall)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        painter.save()
        painter.fillRect(rect, colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("border"))
        kind = model.headerData(logicalIndex, Qt.Orientation.Horizontal, KIND)
        on = self.sorted[0] == logicalIndex
        painter.setFont(font("meta_strong"))
        painter.setPen(colour("text" if on else "muted"))
        metrics, lines = QFontMetrics(painter.font()), self._lines(logicalIndex, rect.width())
        below = (px(_HEAD) - metrics.lineSpacing()) // 2
        inner = rect.adjusted(px(self._pad), 0, -px(self._pad), -below)
        right = kind == "num"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignBottom, "\n".join(lines))
        if on:
            width = metrics.horizontalAdvance(lines[-1])
            at = inner.right() - width - px(8) if right else inner.left() + width + px(10)
            centre = QPointF(at, inner.bottom() - metrics.lineSpacing() / 2 + 1)
            chevron(painter, centre, colours().text, turned=0 if self.sorted[1] else 180)
        painter.restore()


class CellDelegate(QStyledItemDelegate):
    """Draws a cell from the model's roles CELL, KIND, BOLD, COMPUTED and ERROR.

    Args:
        pad: Pixels at zoom 1 at a cell's sides.
        cells: Whether single cells are chosen (a grid) or whole rows (a register).
    """

    def __init__(self, pad: int, *, cells: bool) -> None:
        super().__init__()
        self._pad, self._cells = pad, cells
        self.fitted = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, on = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, index, on=on)
        inner = rect.adjusted(px(self._pad), 0, -px(self._pad), 0)
        cell = index.data(CELL)
        if isinstance(cell, Mark):
            words = cell.words if rect.width() > px(NARROW) else ""
            paint_status(painter, inner, cell.kind, words)
        else:
            self._words(painter, inner, index, str(cell or ""))
        self._focus(painter, option, index)
        painter.restore()

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, on: bool
    ) -> None:
        rect = option.rect
        computed = bool(index.data(COMPUTED)) or bool(index.data(BOLD))
        lit = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "tint" if on else "hover" if lit else "canvas" if computed else "surface"
        painter.fillRect(rect, colour(ground))
        if not (self.fitted and index.row() == index.model().rowCount() - 1):
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        if index.data(BOLD):
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), colour("text"))
        chosen = on and not self._cells
        if index.column() == 0 and (chosen or index.data(CARRIED)):
            bar = QRect(rect.left(), rect.top(), px(3), rect.height() - 1)
            painter.fillRect(bar, colour("accent"))

    def _words(self, painter: QPainter, inner: QRect, index: Index, words: str) -> None:
        kind, wrong = index.data(KIND), bool(index.data(ERROR))
        role = "dense_strong" if index.data(BOLD) else "dense"
        painter.setFont(font(role, figures=kind == "num"))
        still = kind in {"code", "date", "quiet"} or words == "–"
        painter.setPen(colour("bad" if wrong else "muted" if still else "text"))
        metrics = QFontMetrics(painter.font())
        room = inner.adjusted(px(18), 0, 0, 0) if wrong else inner
        right = kind == "num"
        if self.fitted and not right:
            lines = wrapped(words, painter.font(), room.width() + 1)
            shown = lines[0]
            painter.drawText(room, LEFT, "\n".join(lines))
        else:
            shown = elide(metrics, words, room.width() + 1)
            painter.drawText(room, RIGHT if right else LEFT, shown)
        if wrong:
            width = metrics.horizontalAdvance(shown)
            left = inner.right() - width - px(18) if right else inner.left()
            place = QRectF(left, inner.center().y() - px(6), px(13), px(13))
            draw_icon(painter, "triangle-alert", place, colours().bad, width=2.4)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A tip says why a cell is wrong, or all that is cut of it; never again what is seen."""
        if index.data(ERROR) or self.is_cut(index, option.rect.width()):
            return super().helpEvent(event, view, option, index)
        QToolTip.hideText()  # of the cell before
        return True

    def is_cut(self, index: Index, width: int) -> bool:
        """Whether a cell's words have no room in a width."""
        cell, room = index.data(CELL), width - 2 * px(self._pad)
        if isinstance(cell, Mark):
            return width <= px(NARROW) or status_width(cell.words) > room
        if self.fitted and index.data(KIND) != "num":
            return False
        face = font("dense_strong" if index.data(BOLD) else "dense")
        return QFontMetrics(face).horizontalAdvance(str(cell or "")) > room + 1

    def height(self, index: Index, width: int) -> int:
        """Pixels that a cell's words need in a column of a width."""
        if index.data(KIND) == "num" or isinstance(index.data(CELL), Mark):
            return 0
        face = font("dense_strong" if index.data(BOLD) else "dense")
        room = width - 2 * px(self._pad) - (px(18) if index.data(ERROR) else 0)
        lines = wrapped(str(index.data(CELL) or ""), face, room)
        return len(lines) * QFontMetrics(face).lineSpacing() + px(10)

    def _focus(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return
        rect = option.rect.adjusted(0, 0, 0, -1)
        if self._cells:
            if view.currentIndex() == index:
                ring(painter, rect, 2)
        elif view.currentIndex().row() == index.row():
            for edge in (rect.top(), rect.bottom() - 1):
                painter.fillRect(QRect(rect.left(), edge, rect.width(), 2), colour("accent"))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """A table that is shown anew never takes away what is being written in its open cell."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        filled = editor.property(_FILLED)  # the cell's words, and what the editor made of them
        if filled is None or (filled[0] != words and filled[1] == _written(editor)):
            self.fill(editor, words)
            editor.setProperty(_FILLED, (words, _written(editor)))

    def fill(self, editor: QWidget, words: str) -> None:
        """Show a cell's words in its editor, chosen so that typing takes their place."""
        if isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)
