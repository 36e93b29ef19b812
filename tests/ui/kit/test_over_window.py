"""The windows over the main window: always a way out that is seen, and gone once closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.over_window import OverWindow
from styrdesk.ui.kit.text import text


@pytest.fixture
def under(qtbot: QtBot) -> QWidget:
    """The window that lies under."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(under: QWidget, ways: tuple[QPushButton, ...] = (), tall: int = 40) -> OverWindow:
    window = OverWindow(under, "Over", (400, 300))
    body = QWidget()
    body.setMinimumHeight(tall)
    window.hold("over", text("Head", "h2"), body, ways=ways)
    window.show()
    return window


def way_out(window: OverWindow) -> QPushButton:
    found = window.findChild(QPushButton, "close_over")
    assert found is not None
    return found


def test_what_can_be_done_stands_under_a_body_that_scrolls(under: QWidget) -> None:
    way = button("Put back", "primary")
    window = shown(under, (way,), tall=2_000)
    area = window.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    for made in (way, way_out(window)):
        corner = made.mapTo(window, made.rect().bottomRight())
        assert window.rect().contains(corner)
        assert not area.isAncestorOf(made)


@pytest.mark.parametrize("ways", [(), ("Put back",)])
def test_closing_stands_out_only_where_nothing_else_can_be_done(
    under: QWidget, ways: tuple[str, ...]
) -> None:
    window = shown(under, tuple(map(button, ways)))
    assert way_out(window).property("kind") == ("plain" if ways else "primary")


@pytest.mark.parametrize("escape", [True, False])
def test_a_closed_window_is_let_go(qtbot: QtBot, under: QWidget, escape: bool) -> None:
    window = shown(under)
    with qtbot.waitSignal(window.destroyed):
        if escape:
            qtbot.keyClick(window, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(way_out(window), Qt.MouseButton.LeftButton)
