"""Words in a cell stand on as many lines as they need, and are never cut in silence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.theme import font
from styrdesk.ui.kit.wrapping import MOST_LINES, wrapped

WIDTH = 120
LETTERS = st.text(st.sampled_from("aåäöMW 😀-"), min_size=1, max_size=60)


@given(words=LETTERS)
def test_no_letter_is_lost_between_two_lines(qapp: object, words: str) -> None:
    lines = wrapped(words, font("dense"), WIDTH, most=100)
    whole = "".join(line.removesuffix("-") for line in lines[:-1]) + lines[-1]
    assert whole.replace(" ", "").replace("-", "") == words.replace(" ", "").replace("-", "")


def test_a_word_longer_than_the_cell_is_broken_and_not_cut(qapp: object) -> None:
    word = "Q" * 60
    lines = wrapped(word, font("dense"), WIDTH)
    assert len(lines) > 1
    assert "".join(lines) == word


def test_a_long_word_is_divided_where_one_reads_it_and_with_a_hyphen(qapp: object) -> None:
    first, *rest = wrapped("Verksamhetsutveckling av förskolan", font("dense"), 90)
    assert first == "Verksamhets-"
    assert " ".join(rest) == "utveckling av förskolan"


def test_past_the_bound_an_ellipsis_says_that_there_is_more(qapp: object) -> None:
    lines = wrapped("ord " * 200, font("dense"), WIDTH)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")


def test_a_row_is_as_tall_as_its_words_and_the_table_as_its_rows(qtbot: QtBot) -> None:
    table = GridTable([GridColumn("Name", "text", 120), GridColumn("Amount", "num", 80)], "T")
    qtbot.addWidget(table)
    table.fit()
    table.set_rows([GridRow(("Kort", "1")), GridRow(("Förskola och pedagogisk omsorg " * 2, "2"))])
    assert table.rowHeight(1) > 2 * table.rowHeight(0) - 12
    assert table.height() >= table.rowHeight(0) + table.rowHeight(1)
    table.set_rows([GridRow(("Kort", "1")), GridRow(("Kort", "2"))])
    assert table.rowHeight(1) == table.rowHeight(0)
