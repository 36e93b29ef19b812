"""Under a table of typed cells it says in which a personnummer seems to stand; it stops nothing."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable

NUMBER = "800101-0001"


@pytest.fixture
def table(qtbot: QtBot) -> GridTable:
    heads = [GridColumn("Action", "text", 0), GridColumn("By", "text"), GridColumn("Cost")]
    made = GridTable(heads, "Actions")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def foot(qtbot: QtBot, table: GridTable) -> GridFoot:
    made = GridFoot(table)
    qtbot.addWidget(made)
    return made


def rows(*cells: tuple[str, str, str]) -> list[GridRow]:
    return [GridRow(each) for each in cells]


def test_it_names_the_row_and_the_column_and_goes_when_the_number_does(
    table: GridTable, foot: GridFoot
) -> None:
    table.set_rows(rows(("Ring", "Åsa", "1"), (f"Ring {NUMBER}", "Åsa", "2")))
    assert foot.advice().startswith("Row 2, Action: a personal identity number seems to stand")
    assert table.fault() == "", "it is no fault"
    assert not foot.isHidden()
    table.set_rows(rows(("Ring", "Åsa", "1"), ("Ring", "Åsa", "2")))
    assert foot.advice() == ""
    assert foot.isHidden()


@pytest.mark.parametrize("left", [0, 1])
def test_it_goes_with_its_row(table: GridTable, foot: GridFoot, left: int) -> None:
    table.set_rows(rows(("Ring", "", ""), (NUMBER, "", "")))
    assert foot.advice()
    table.set_rows(rows(*[("Ring", "", "")] * left))
    assert foot.advice() == ""


def test_an_amount_is_none_and_of_many_some_are_named(table: GridTable, foot: GridFoot) -> None:
    table.set_rows(rows(("Ring", "", NUMBER.replace("-", ""))))
    assert foot.advice() == ""
    table.set_rows(rows(*[(NUMBER, NUMBER, "")] * 2))
    assert foot.advice().startswith("Row 1, Action; Row 1, By; Row 2, Action …: ")
