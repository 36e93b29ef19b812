"""The free table: cells as typed, numbers read from them, sums that are right."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.formats import NBSP
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.free_table import (
    MAX_COLUMNS,
    MAX_ROWS,
    ColumnKind,
    FreeColumn,
    FreeRow,
    FreeTable,
    bad_numbers,
    decimals,
    read,
    shown,
    sums,
    with_cell,
    write,
)
from styrdesk.domain.richtext import clean
from tests.helpers.builders import a_table

TEXTS = st.text(max_size=10).map(clean)
COLUMNS = st.lists(
    st.builds(FreeColumn, TEXTS, TEXTS, st.sampled_from(ColumnKind), st.booleans()), max_size=4
).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> FreeTable:
    columns = draw(COLUMNS)
    cells = st.lists(TEXTS, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = draw(st.lists(st.builds(FreeRow, TEXTS, cells), max_size=4))
    return FreeTable(columns, tuple(rows))


@given(tables())
def test_what_is_written_is_read(table: FreeTable) -> None:
    assert read(write(table)) == table


@given(tables())
def test_any_table_can_be_shown(table: FreeTable) -> None:
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            assert isinstance(shown(table, row, column), str)
    assert len(sums(table)) in {0, len(table.columns)}


def test_an_empty_body_is_an_empty_table() -> None:
    assert read("") == FreeTable()


COLUMN = {"id": "c", "title": "T", "kind": "text", "sum": False}


def body(columns: Any = (COLUMN,), rows: Any = ()) -> str:
    return json.dumps({"columns": columns, "rows": rows})


@pytest.mark.parametrize(
    "damaged",
    [
        "x",
        "[]",
        "null",
        "{}",
        "[" * 100_000,
        "1" * 5_000,
        body(columns=None),
        body(columns=[{}]),
        body(columns=["a"]),
        body(columns=[COLUMN | {"kind": "date"}]),
        body(rows=[{"id": "r"}]),
        body(rows=[{"id": "r", "cells": "ab"}]),
        body(rows=[{"id": "r", "cells": [None]}]),
        body(rows=[{"id": "r", "cells": [1]}]),
        body(rows=[{"id": "r", "cells": ["a", "b"]}]),
        body(columns=[COLUMN] * (MAX_COLUMNS + 1)),
        body(rows=[{"id": "r", "cells": []}] * (MAX_ROWS + 1)),
    ],
)
def test_what_is_no_table_is_refused(damaged: str) -> None:
    with pytest.raises(RuleBroken):
        read(damaged)


def test_cells_that_are_missing_are_empty() -> None:
    assert read(body(rows=[{"id": "r", "cells": []}])).rows == (FreeRow("r", ("",)),)


def test_a_column_of_numbers_is_shown_with_its_most_decimals() -> None:
    table = a_table(("a", "1450100"), ("b", "0,25"), ("c", "i.u."), ("d", "−3"))
    assert decimals(table, 1) == 2
    assert [shown(table, row, 1) for row in range(4)] == [
        f"1{NBSP}450{NBSP}100,00",
        "0,25",
        "i.u.",
        "\u22123,00",
    ]
    assert sums(table)[1] == f"1{NBSP}450{NBSP}097,25"


def test_a_share_keeps_its_percent_sign() -> None:
    table = a_table(("a", "50 %"), ("b", "12,5%"))
    assert [shown(table, row, 1) for row in range(2)] == [f"50,0{NBSP}%", f"12,5{NBSP}%"]


def test_a_column_of_text_is_neither_read_nor_summed() -> None:
    table = a_table(("a", "2026"), ("b", "2027"), numbers=False)
    assert sums(table) == ()
    assert bad_numbers(table) == []
    assert shown(table, 0, 1) == "2026"


def test_a_table_without_a_summed_column_has_no_last_row() -> None:
    assert sums(a_table(("a", "1"), summed=False)) == ()
    assert sums(FreeTable()) == ()


def test_the_last_row_says_that_it_is_the_sum() -> None:
    assert sums(a_table(("a", "1"), ("b", "2")))[1:] == ("3",)
    assert sums(a_table(("a", "1"), ("b", "2")))[0]


@pytest.mark.parametrize("text", ["", " ", "-", "\u2013", "i.u.", "1 450", "83 %", "(3)"])
def test_a_number_or_a_dash_is_fine_in_a_column_of_numbers(text: str) -> None:
    assert bad_numbers(a_table(("a", text))) == []


@pytest.mark.parametrize("text", ["12 34", "1.450", "cirka 5", "5 kr"])
def test_what_is_no_number_is_told_with_its_place(text: str) -> None:
    assert bad_numbers(a_table(("a", "1"), ("b", text))) == [(1, 1)]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=20))
def test_the_sum_is_the_sum(amounts: list[int]) -> None:
    table = a_table(*[("x", str(n)) for n in amounts])
    last = sums(table)[1].replace(NBSP, "").replace("\u2212", "-")
    assert int(last) == sum(amounts)


def test_one_cell_is_changed_and_no_other() -> None:
    table = a_table(("a", "1"), ("b", "2"))
    changed = with_cell(table, 1, 1, "3\x00")
    assert changed.rows == (table.rows[0], FreeRow("r1", ("b", "3")))
    assert table.rows[1].cells == ("b", "2")
