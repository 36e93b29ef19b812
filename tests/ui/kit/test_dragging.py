"""Things of a column that are dragged past one another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.dragging import Dragging
from styrdesk.ui.kit.layout import box, col, scroller

TALL = 100
LOW = 200  # what is seen of them


class Column(QWidget):
    """Ten things, each as tall, of which two are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(200, 10 * TALL)
        self.moved: list[tuple[int, int]] = []
        self.dragging = Dragging(self, self.places, self.move_thing)

    def places(self) -> list[QRect]:
        return [QRect(0, n * TALL, 200, TALL - 10) for n in range(10)]

    def move_thing(self, held: int, to: int) -> None:
        self.moved.append((held, to))

    def drag(self, held: int, *over: int) -> None:
        """Drag one to some heights in the column, and hold it."""
        self.dragging.take(held)
        for height in over:
            self.dragging.follow(self.mapToGlobal(QPoint(5, height)))


@pytest.fixture
def column(qtbot: QtBot) -> Iterator[Column]:
    made = Column()
    field = QLineEdit()
    window = box(col(field, (scroller(box(col(made))), 1)))
    qtbot.addWidget(window)
    window.resize(260, LOW)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.dragging.give_up()


def area(column: Column) -> QScrollArea:
    (found,) = column.window().findChildren(QScrollArea)
    return found


@pytest.mark.parametrize(
    ("held", "over", "to"),
    [
        (0, 50, 0),  # over itself
        (0, 120, 0),  # over the upper half of the next
        (0, 180, 1),
        (0, 9990, 9),  # under them all
        (5, 580, 5),
        (5, 480, 5),  # over the lower half of the one before
        (5, 420, 4),
        (5, -500, 0),
    ],
)
def test_it_comes_where_the_mouse_is_past_the_middle(
    column: Column, held: int, over: int, to: int
) -> None:
    column.drag(held, over)
    column.dragging.let_go()
    assert column.moved == ([(held, to)] if to != held else [])


def test_a_line_shows_where_it_would_lie(column: Column) -> None:
    line = column.dragging.line
    column.drag(0, 180)
    assert not line.isHidden()
    assert 1 * TALL + 89 <= line.y() <= 2 * TALL
    column.drag(3, 10)
    assert line.y() == 0
    column.drag(3, 5000)
    assert 9 * TALL + 89 <= line.y() < column.height()
    column.drag(3, 350)
    assert line.isHidden()


def test_what_is_let_go_leaves_no_line(column: Column) -> None:
    column.drag(0, 180)
    column.dragging.let_go()
    assert column.dragging.line.isHidden()
    column.dragging.let_go()  # of another button
    assert column.moved == [(0, 1)]


def test_escape_gives_it_up_and_is_nobody_elses(qtbot: QtBot, column: Column) -> None:
    (field,) = column.window().findChildren(QLineEdit)
    column.drag(0, 180)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    column.dragging.follow(column.mapToGlobal(QPoint(5, 480)))
    column.dragging.let_go()
    assert not column.moved
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"


def test_it_scrolls_at_the_edges_to_the_ends(qtbot: QtBot, column: Column) -> None:
    seen = area(column).viewport()
    bar = area(column).verticalScrollBar()
    column.dragging.take(0)
    column.dragging.follow(seen.mapToGlobal(QPoint(5, seen.height() - 2)))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    column.dragging.follow(seen.mapToGlobal(QPoint(5, seen.height() + 80)))
    column.dragging.let_go()
    assert column.moved == [(0, 9)]
    column.dragging.take(9)
    column.dragging.follow(seen.mapToGlobal(QPoint(5, -80)))
    qtbot.waitUntil(lambda: bar.value() == 0)
    column.dragging.let_go()
    assert column.moved[1:] == [(9, 0)]
