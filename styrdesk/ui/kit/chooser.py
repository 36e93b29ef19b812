"""A drop-down for a long list: the words that are typed are looked for anywhere in its choices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QStyleOptionViewItem,
    QWidget,
)

from styrdesk.base.collation import fold
from styrdesk.ui.kit.cells import CellDelegate
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.table_model import Index
from styrdesk.ui.kit.theme import font
from styrdesk.ui.kit.tokens import S2

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONG: Final = 8  # choices from which one would rather type than look


def containing(words: str, choices: Sequence[str]) -> list[str]:
    """The choices that hold every typed word, in any order and whatever its case."""
    wanted = fold(words).split()
    return [choice for choice in choices if all(word in fold(choice) for word in wanted)]


class Chooser(DropDown):
    """Type to narrow the list, arrows to choose, Enter to take it.

    A click that comes into the line opens the whole list, and what is then typed is looked for:
    it is not written after the words of the choice there was.

    What is typed and fits one choice alone is that choice; what fits none changes nothing.

    Attributes:
        taken: Enter was pressed while the narrowed list was open.
    """

    taken = Signal()

    def __init__(self, choices: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicked_in = False
        self.offer(choices)

    def offer(self, choices: Sequence[str]) -> None:
        """Offer other choices; none of them is chosen before the first is."""
        self._choices = list(choices)
        self.clear()
        self.addItems(self._choices)
        if len(self._choices) < LONG:
            self.setEditable(False)
        elif not self.isEditable():
            self._take_typing()
        else:
            self._found.setStringList(self._choices)

    def _take_typing(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._found = QStringListModel(self._choices, self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        line = self.lineEdit()
        if line is not None:
            line.textEdited.connect(self._narrow)
            line.editingFinished.connect(self.settle)
            line.installEventFilter(self)
            line.setAccessibleName(self.accessibleName())

    def setAccessibleName(self, name: str) -> None:
        """The line one types in is called the same."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(name)

    def focusInEvent(self, e: QFocusEvent) -> None:
        self._clicked_in = e.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(e)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        clicked = event.type() == QEvent.Type.MouseButtonRelease and self.__dict__.get(
            "_clicked_in"
        )
        line, completer = self.lineEdit(), self.completer()
        if clicked and line is not None and completer is not None:
            self._clicked_in = False
            line.selectAll()
            self._found.setStringList(self._choices)
            completer.complete()
        return False

    def _narrow(self, words: str) -> None:
        self._found.setStringList(containing(words, self._choices))

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter takes what stands out in the open list; Qt would only close the list."""
        popup = self._popup()
        if popup is None or e.key() not in _ENTER:
            super().keyPressEvent(e)
            return
        words = popup.currentIndex().data() or self.chosen()
        if words:
            self.setEditText(words)
        popup.hide()
        e.accept()
        self.settle()
        self.taken.emit()

    def settle(self) -> None:
        """Go from what is typed to the choice it means, or back to the one there was."""
        at = self.currentIndex()
        if not self.isEditable() or self.currentText() == self.itemText(at):
            return
        said = self.chosen()
        if said is None:
            self.setEditText(self.itemText(at))
        elif self.findText(said) != at:
            self.setCurrentIndex(self.findText(said))
            self.activated.emit(self.currentIndex())
        else:
            self.setEditText(said)

    def _popup(self) -> QAbstractItemView | None:
        """The narrowed list while it is open."""
        completer = self.completer()  # None for a short list
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def chosen(self) -> str | None:
        """The choice that is meant, or None where the words mean none or several."""
        words = self.currentText()
        exact = [choice for choice in self._choices if choice == words]
        found = exact or (containing(words, self._choices) if words.strip() else [])
        return found[0] if exact or len(found) == 1 else None


class Choosing(CellDelegate):
    """A drop-down in a cell.

    Args:
        choices: What the cell is chosen among.
    """

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(S2, cells=True)
        self.fitted = True  # the table ends with its last row and needs no line there
        self._choices = list(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = Chooser(self._choices, parent)
        made.setFont(font("dense"))
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        made.setAccessibleName(str(head))
        made.taken.connect(partial(self._take, made))
        return made

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.SubmitModelCache)

    def fill(self, editor: QWidget, words: str) -> None:
        if isinstance(editor, Chooser):
            editor.setCurrentIndex(editor.findText(words))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        said = editor.chosen() if isinstance(editor, Chooser) else None
        if said is not None and said != str(index.data()):
            model.setData(index, said)
