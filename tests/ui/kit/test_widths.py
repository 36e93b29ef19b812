"""Columns share the width of a table; figures and words stay whole, and the first column stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.cells import Header
from styrdesk.ui.kit.frozen import FrozenColumn
from styrdesk.ui.kit.grid_model import GridColumn, GridRow
from styrdesk.ui.kit.grid_table import GridTable
from styrdesk.ui.kit.widths import Need, least_of, shares

NEEDS = st.lists(
    st.builds(
        lambda wish, less, rest: Need(wish, max(0, wish - less), rest=rest),
        st.integers(0, 300),
        st.integers(0, 300),
        st.booleans(),
    ),
    max_size=9,
)
YEARS = ("Accounts 25", "Budget 26", "Income", "Costs", "Budget 27", "Plan 28", "Plan 29")
ROOMS = (300, 400, 500, 627, 700, 800, 1000)


@given(room=st.integers(0, 2_000), needs=NEEDS)
def test_every_column_has_what_it_can_do_with_and_the_room_is_used(
    room: int, needs: list[Need]
) -> None:
    made = shares(room, needs)
    assert len(made) == len(needs)
    assert all(width >= need.least for width, need in zip(made, needs, strict=True))
    if sum(need.least for need in needs) <= room:
        assert sum(made) <= room
        assert sum(made) == room or not any(need.rest for need in needs)
    else:
        assert all(width >= need.wish for width, need in zip(made, needs, strict=True))


def test_where_it_is_scrolled_the_columns_that_are_seen_fill_the_room() -> None:
    needs = [Need(160, 110, rest=True), *[Need(84, 82)] * 7]
    made = shares(600, needs)
    assert made == [160 + 600 - 160 - 5 * 84, *[84] * 7]
    assert sum(made[:6]) == 600


def a_budget(qtbot: QtBot, width: int) -> GridTable:
    """Seven amounts a row, in millions; the last row is the sum."""
    heads = [GridColumn("Operation", "text", 0), *(GridColumn(year) for year in YEARS)]
    table = GridTable(heads, "Budget")
    qtbot.addWidget(table)
    rows = [("Förskoleklass och grundskola", "754 300"), ("Skolskjuts", "17 600")]
    made = [GridRow((name, *[amount] * len(YEARS))) for name, amount in rows]
    table.set_rows(
        [*made, GridRow(("Summa", *["1 416 800"] * len(YEARS)), computed=True, bold=True)]
    )
    table.fit()
    table.resize(width, table.height())
    table.show()
    return table


def test_no_amount_is_cut_at_any_width(qtbot: QtBot) -> None:
    for room in ROOMS:
        table = a_budget(qtbot, room)
        for row in range(3):
            for column in range(1, len(YEARS) + 1):
                role = "dense_strong" if table.grid.rows[row].bold else "dense"
                needed = least_of(table.grid.words(row, column), role, whole=True)
                assert table.columnWidth(column) >= needed, (room, row, column)


def test_a_long_head_is_written_on_several_lines(qtbot: QtBot) -> None:
    table = GridTable([GridColumn("Kort", "num", 80), GridColumn("Ord " * 8, "num", 80)], "T")
    qtbot.addWidget(table)
    table.set_rows([GridRow(("1", "2"))])
    table.fit()
    table.resize(170, table.height())
    table.show()
    head = table.horizontalHeader()
    assert isinstance(head, Header)
    assert head.height() > 36
    assert table.height() >= head.height() + table.rowHeight(0)


def frozen_of(table: GridTable) -> FrozenColumn:
    found = table.findChild(FrozenColumn)
    assert isinstance(found, FrozenColumn)
    return found


def test_the_first_column_stays_while_the_rest_is_scrolled(qtbot: QtBot) -> None:
    table = a_budget(qtbot, 500)
    frozen, bar = frozen_of(table), table.horizontalScrollBar()
    assert bar.maximum() > 0
    assert not frozen.isVisible()
    bar.setValue(bar.maximum())
    assert frozen.isVisible()
    assert frozen.width() == table.columnWidth(0)
    assert not frozen.grab().isNull()
    bar.setValue(0)
    assert not frozen.isVisible()


def test_a_cell_one_goes_to_is_never_under_the_first_column(qtbot: QtBot) -> None:
    table = a_budget(qtbot, 500)
    for column in (len(YEARS), *range(len(YEARS), 0, -1)):
        table.setCurrentIndex(table.grid.index(0, column))
        assert table.columnViewportPosition(column) >= table.columnWidth(0)


def test_a_press_on_the_first_column_goes_to_its_cell(qtbot: QtBot) -> None:
    table = a_budget(qtbot, 500)
    frozen, bar = frozen_of(table), table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    head = table.horizontalHeader().height()
    middle = table.rowViewportPosition(1) + table.rowHeight(1) // 2
    qtbot.mouseClick(frozen, Qt.MouseButton.LeftButton, pos=QPoint(20, head + middle))
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
    assert bar.value() == 0
