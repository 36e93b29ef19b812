"""The top bar: where am I, find anything, undo, is it saved, menu. The same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import rename
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.head import Head
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import row
from styrdesk.ui.kit.paint import RIGHT
from styrdesk.ui.kit.theme import colour, colours, font, px

_ROUND = 44  # pixels at zoom 1 around the words of a flat drop-down: pads and arrow
_WALKS = frozenset(
    {
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    }
)


class FlatCombo(DropDown):
    """A drop-down that looks like words until one points at it, and is as wide as they are."""

    def __init__(self, name: str, role: str = "strong") -> None:
        super().__init__()
        flatten(self, name, role)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """The arrow follows the words; the list is as wide as its longest."""
        hint = super().sizeHint()
        said = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(min(hint.width(), said + px(_ROUND)), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_ROUND), super().minimumSizeHint().height())

    def showPopup(self) -> None:
        self.view().setMinimumWidth(super().sizeHint().width())
        super().showPopup()


class HeadCombo(FlatCombo):
    """Changes all that is shown: a key opens its list, where Enter chooses. The wheel is not heard.

    In a closed drop-down Qt takes the next row at each arrow, also one that asks for something.
    """

    def keyPressEvent(self, e: QKeyEvent) -> None:
        typed = e.text() if e.text().isalnum() else ""
        if e.key() not in _WALKS and not typed:
            super().keyPressEvent(e)
            return
        self.showPopup()
        if typed:
            self.view().keyboardSearch(typed)

    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


def flatten(combo: QComboBox, name: str, role: str = "strong") -> None:
    """Make a drop-down look like words until one points at it."""
    combo.setProperty("flat_combo", 1)
    combo.setFont(font(role))
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)


class Search(QLineEdit):
    """A search field: magnifier, hint, the keys that lead to it; Esc empties it.

    Attributes:
        left: Down or Enter was pressed: focus should go on to the hits.
    """

    left = Signal()

    def __init__(self, hint: str, keys: str = "") -> None:
        super().__init__()
        self._keys = keys
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setProperty("pad_left", px(32))
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, middle = QPainter(self), self.height() / 2
        place = QRectF(px(10), middle - px(8), px(16), px(16))
        draw_icon(painter, "search", place, colours().muted)
        if self._keys and not self.text() and self.width() > px(200):
            painter.setFont(font("meta"))
            painter.setPen(colour("muted"))
            painter.drawText(self.rect().adjusted(0, 0, -px(10), 0), RIGHT, self._keys)


class HeaderBar(Head):
    """Committee and year, search, undo and redo, saved, menu. The shell fills and binds them."""

    def __init__(self) -> None:
        committee, year = HeadCombo(_("Committee")), HeadCombo(_("Year"))
        for made in (committee, year):
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        committee.setMinimumWidth(px(88))  # gives way before the search field does
        search = Search(_("Search everywhere"), "Ctrl+K")
        search.setMinimumWidth(px(88))
        search.setMaximumWidth(px(380))
        super().__init__(row(committee, year, gap=2), None, (search, 3))
        self.committee, self.year, self.search = committee, year, search

    def name_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; an empty name switches the button off."""
        for made, words, label, keys in (
            (self.undo, undo, _("Undo"), "Ctrl+Z"),
            (self.redo, redo, _("Redo"), "Ctrl+Shift+Z"),
        ):
            made.setEnabled(bool(words))
            rename(made, f"{label}: {words}" if words else label, keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.committee.setMaximumWidth(max(px(140), self.width() // 3))
        super().resizeEvent(event)
