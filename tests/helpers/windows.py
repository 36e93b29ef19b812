"""The only way a test shows anything, and what is asked of everything shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

KEPT: list[QWidget] = []
_TAKES_FOCUS = Qt.FocusPolicy.TabFocus.value


def present(qtbot: QtBot, window: QWidget, width: int = 1280, height: int = 800) -> None:
    """Show a window and wait until it is the active one. It is kept until the test's end."""
    KEPT.append(window)  # qtbot keeps it weakly, and a window must not die with a local name
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Everything under a window that Tab can reach, the window itself left out."""
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy().value & _TAKES_FOCUS
        own = widget.window() is window.window()  # a combo's pop-up is a window of its own
        if takes and own and widget.focusProxy() is None:
            yield widget


def nameless(window: QWidget) -> list[str]:
    """Whatever takes the focus without saying what it is. A test wants this empty."""
    found = []
    for widget in focusable(window):
        reader = QAccessible.queryAccessibleInterface(widget)
        name = reader.text(QAccessible.Text.Name)
        if isinstance(widget, QComboBox):  # whose name is what is chosen, on Linux
            told = reader.relations(QAccessible.RelationFlag.Label)
            name = " ".join(label.text(QAccessible.Text.Name) for label, _which in told)
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r}")
    return found


def rich_labels(window: QWidget) -> list[str]:
    """Labels that would take a user's words for HTML. A test wants this empty."""
    return [
        label.text()
        for label in window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]


def walk_by_tab(qtbot: QtBot, window: QWidget, steps: int = 200) -> list[QWidget]:
    """What Tab reaches, in order, until it comes round."""
    reached: list[QWidget] = []
    for _step in range(steps):
        here: QWidget | None = window.focusWidget()
        if here is None or here in reached:
            break
        reached.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return reached
