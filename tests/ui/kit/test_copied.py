"""What is copied from a page or a mail without plain words is pasted like any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.copied import words_of
from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.line import Line
from styrdesk.ui.kit.text_fields import PlainText, TextField

TABLE = (
    "<head><style>td {color: red}</style></head><table><tr><td>Sko\nla</td><td>1&nbsp;450</td></tr>"
    "<tr><td><p>Fritids<br>hem</p></td><td>7</td></tr></table>"
)


def page(html: str) -> QMimeData:
    made = QMimeData()
    made.setHtml(html)
    return made


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (TABLE, "Sko la\t1 450\nFritids hem\t7"),
        ("<tr><td colspan=2>a</td><td>b</td></tr>", "a\t\tb"),
        ("<p>En rad</p><p>En <b>annan</b> rad</p>", "En rad\nEn annan rad"),
        ("<tr><td>a<td>b<tr><td>c", "a\tb\nc"),
        ("<td colspan=0>ensam", "ensam"),
    ],
)
def test_a_page_gives_its_words_and_its_tables_their_tabs(html: str, words: str) -> None:
    assert words_of(page(html)) == words


def test_plain_words_go_before_the_page() -> None:
    both = page("<p>marked</p>")
    both.setText("plain")
    assert words_of(both) == "plain"


@given(st.lists(st.sampled_from(["<table>", "<tr>", "<td>", "</td>", "<p>", "</x>", "<!", "å&"])))
def test_no_page_is_too_odd_to_read(parts: list[str]) -> None:
    assert "<p>" not in words_of(page("".join(parts)))


def test_a_table_of_a_page_is_pasted_into_a_grid(qtbot: QtBot) -> None:
    table = GridTable([GridColumn("Name", "text", 120), GridColumn("Amount", "num", 80)], "T")
    qtbot.addWidget(table)
    table.set_rows([GridRow(("", "")), GridRow(("", ""))])
    table.setCurrentIndex(table.grid.index(0, 0))
    QGuiApplication.clipboard().setMimeData(page(TABLE))
    with qtbot.waitSignal(table.edited) as told:
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert [words for _row, _column, words in told.args[0]] == [
        "Sko la",
        "1 450",
        "Fritids hem",
        "7",
    ]


def test_a_line_takes_the_words_of_a_page_as_typed(qtbot: QtBot) -> None:
    field = TextField("Name")
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setMimeData(page("<p>En rad</p><p>till</p>"))
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == "En rad till"


def test_a_file_is_not_written_as_a_path_where_it_is_dropped(qtbot: QtBot) -> None:
    line, area, dragged = Line(), PlainText(), QMimeData()
    qtbot.addWidget(line)
    qtbot.addWidget(area)
    dragged.setUrls([QUrl.fromLocalFile("/plans/plan.pdf")])
    dragged.setText("/plans/plan.pdf")
    none = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(
        QPoint(2, 2), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, none
    )
    line.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not area.canInsertFromMimeData(dragged)
