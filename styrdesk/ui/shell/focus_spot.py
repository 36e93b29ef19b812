"""Where the keyboard was, so that it can be given back once the pages are built anew."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class FocusSpot:
    """What had the focus, told without holding on to it.

    Attributes:
        kind: Its class.
        name: Its object name.
        number: Which it is, from 0, of those with the same class and name that are shown.
        at: The caret in a text, counted in letters, or the row and column in a list or table.
    """

    kind: type[QWidget]
    name: str
    number: int
    at: tuple[int, ...]

    def give_back(self, root: QWidget) -> bool:
        """Put the focus on what stands in the place now. False where nothing does."""
        alike = _alike(root, self.kind, self.name)
        if self.number >= len(alike):
            return False
        found = alike[self.number]
        found.setFocus(Qt.FocusReason.OtherFocusReason)
        _stand(found, self.at)
        return True


def focus_spot(root: QWidget) -> FocusSpot | None:
    """Where the focus is under a widget; None where it is elsewhere."""
    held: QWidget | None = root.window().focusWidget()
    if held is None or not root.isAncestorOf(held):
        return None
    kind, name = type(held), held.objectName()
    alike = _alike(root, kind, name)
    return FocusSpot(kind, name, alike.index(held), _place(held)) if held in alike else None


def _alike(root: QWidget, kind: type[QWidget], name: str) -> list[QWidget]:
    found = root.findChildren(kind, name) if name else root.findChildren(kind)
    return [w for w in found if w.isVisible() and type(w) is kind and w.objectName() == name]


def _place(held: QWidget) -> tuple[int, ...]:
    if isinstance(held, QLineEdit):
        return (held.cursorPosition(),)
    if isinstance(held, QTextEdit):
        return (held.textCursor().position(),)
    if isinstance(held, QAbstractItemView):
        index = held.currentIndex()
        return (index.row(), index.column())
    return ()


def _stand(found: QWidget, at: tuple[int, ...]) -> None:
    if isinstance(found, QLineEdit):
        found.deselect()
        found.setCursorPosition(at[0])
    elif isinstance(found, QTextEdit):
        cursor = found.textCursor()
        cursor.setPosition(min(at[0], found.document().characterCount() - 1))
        found.setTextCursor(cursor)
    elif isinstance(found, QAbstractItemView) and found.model() is not None:
        index = found.model().index(at[0], at[1])
        if index.isValid():
            found.setCurrentIndex(index)
