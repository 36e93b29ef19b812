"""How a table's head and cells are drawn: figures right, words left, no vertical lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, RIGHT, chevron, elide, paint_status, ring
from styrdesk.ui.kit.table_model import BOLD, CARRIED, CELL, COMPUTED, ERROR, KIND, Index, Mark
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.kit.wrapping import wrapped

NARROW = 60  # a status column under this keeps only its symbol


class Header(QHeaderView):
    """The head of a table; the sorted column is darker and has an arrow."""

    def __init__(self, pad: int, *, clickable: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._pad, self.sorted = pad, (-1, False)
        self.setSectionsClickable(clickable)
        self.setHighlightSections(False)
        self.setFixedHeight(px(36))
        self.setMinimumSectionSize(px(24))

    def show_sort(self, column: int, *, descending: bool) -> None:
        """Draw the arrow at a column."""
        self.sorted = (column, descending)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        painter.save()
        painter.fillRect(rect, colour("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("border"))
        kind = model.headerData(logicalIndex, Qt.Orientation.Horizontal, KIND)
        on = self.sorted[0] == logicalIndex
        painter.setFont(font("meta_strong"))
        painter.setPen(colour("text" if on else "muted"))
        inner = rect.adjusted(px(self._pad), 0, -px(self._pad), 0)
        words = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        if kind == "status" and rect.width() <= px(NARROW):
            words = ""
        metrics = QFontMetrics(painter.font())
        shown = elide(metrics, words, inner.width() - (px(14) if on else 0))
        width = metrics.horizontalAdvance(shown)
        right = kind == "num"
        painter.drawText(inner, RIGHT if right else LEFT, shown)
        if on:
            at = inner.right() - width - px(8) if right else inner.left() + width + px(10)
            centre = QPointF(at, rect.center().y() + 1)
            chevron(painter, centre, colours().text, up=not self.sorted[1])
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

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)
