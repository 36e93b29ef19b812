"""The list over an outline shows whole rows about the one that is on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.layout import box, col, row
from styrdesk.ui.kit.sections import Section, SectionList
from styrdesk.ui.shell.piece_body import PieceBody, around
from tests.helpers.windows import present


@given(
    tall=st.lists(st.integers(1, 60), min_size=1, max_size=20),
    at=st.integers(0, 19),
    room=st.integers(0, 400),
)
def test_whole_rows_about_the_chosen_one_fill_the_room(tall: list[int], at: int, room: int) -> None:
    here = min(at, len(tall) - 1)
    first, last = around(tall, here, room)
    assert 0 <= first <= here < last <= len(tall)
    assert sum(tall[first:last]) <= max(room, tall[here])
    left = room - sum(tall[first:last])
    assert first == 0 or tall[first - 1] > left
    assert last == len(tall) or tall[last] > left


def test_an_empty_list_has_no_rows() -> None:
    assert around([], 0, 100) == (0, 0)


def test_an_outline_that_moves_under_the_list_keeps_the_keyboard(qtbot: QtBot) -> None:
    listed, work, line = (
        SectionList([Section("a", "A")], "planning", "List"),
        QStackedWidget(),
        QLineEdit(),
    )
    outline = box(col(line))
    body = PieceBody(work, listed)
    work.addWidget(outline)
    whole = box(row(body))
    whole.resize(1200, 700)
    present(qtbot, whole)
    line.setFocus()
    body.show_outline(outline)
    assert body.column.isAncestorOf(line)
    assert line.hasFocus()
