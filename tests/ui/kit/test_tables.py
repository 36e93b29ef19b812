"""Lists are paged and walked by keyboard; grids are typed, pasted and cleared in blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.cells import CellDelegate
from styrdesk.ui.kit.grid_model import GridColumn, GridModel, GridRow
from styrdesk.ui.kit.grid_table import GridTable, read_block
from styrdesk.ui.kit.register_table import RegisterTable
from styrdesk.ui.kit.table_model import PAGE, Column, Mark, Rows, TableModel
from tests.helpers.windows import nameless, present

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    mark: Mark = field(default=Mark("ok", "Complete"))


COLUMNS: tuple[Column[Row], ...] = (
    Column("id", "No", lambda row: row.id, "code", 52),
    Column("name", "Name", lambda row: row.name),
    Column("mark", "Status", lambda row: row.mark, "status", 136, spare=1),
)


def row_id(row: Row) -> str:
    return row.id


@dataclass
class Many:
    """A source that remembers what it was asked for."""

    size: int
    asked: list[tuple[int, int]] = field(default_factory=list)

    def count(self) -> int:
        return self.size

    def rows(self, offset: int, limit: int) -> Sequence[Row]:
        self.asked.append((offset, limit))
        return [Row(str(n), f"row {n}") for n in range(offset, min(self.size, offset + limit))]


NAMES = [Row("1", "Åre"), Row("2", "Borlänge"), Row("3", "Ärla"), Row("4", "Öland\tost")]


def a_table(qtbot: QtBot, rows: Sequence[Row] = NAMES, width: int = 700) -> RegisterTable:
    table = RegisterTable(COLUMNS, row_id, "Goals")
    present(qtbot, table, width, 400)
    table.show_source(Rows(rows))
    table.setFocus()
    return table


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model: TableModel[Row] = TableModel(COLUMNS, row_id)
    model.set_source(Rows(NAMES))
    qtmodeltester.check(model)


def test_only_what_is_looked_at_is_fetched() -> None:
    source = Many(100_000)
    model: TableModel[Row] = TableModel(COLUMNS, row_id)
    model.set_source(source)
    assert source.asked == []
    assert model.index(90_001, 1).data() == "row 90001"
    assert source.asked == [(90_000, PAGE)]
    assert model.index(90_002, 0).data() == "90002"
    assert len(source.asked) == 1


def test_few_pages_are_kept() -> None:
    source = Many(100_000)
    model: TableModel[Row] = TableModel(COLUMNS, row_id)
    model.set_source(source)
    for row in range(0, 100_000, PAGE):
        model.record(row)
    assert len(model._pages) <= 16


def test_a_source_that_shrank_behind_our_back_is_no_crash() -> None:
    source = Many(300)
    model: TableModel[Row] = TableModel(COLUMNS, row_id)
    model.set_source(source)
    source.size = 10
    assert model.index(299, 0).data() == ""
    assert model.key_of(299) == ""


def test_home_and_end_go_to_the_ends(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.key() == "4"
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.key() == "1"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.key() == "2"


def test_enter_opens_the_row(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.choose("3")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["3"]


def test_typing_finds_a_row_also_by_swedish_letters(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.keyboardSearch("ä")
    assert table.key() == "3"
    table._typed = ""
    table.keyboardSearch("b")
    assert table.key() == "2"
    table.keyboardSearch("or")
    assert table.key() == "2"


def test_rows_are_copied_with_tabs(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "1\tÅre\tComplete"
    assert lines[3] == "4\tÖland ost\tComplete"


def test_a_press_on_the_head_asks_for_another_order(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    asked: list[tuple[str, bool]] = []
    table.sort_wanted.connect(lambda key, down: asked.append((key, down)))
    for _press in range(3):
        table._sort(1)
    assert asked == [("name", False), ("name", True), ("name", False)]


def test_the_same_record_stays_chosen_when_rows_move(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.choose("3")
    table.show_source(Rows(list(reversed(NAMES))))
    assert table.key() == "3"
    table.show_source(Rows(NAMES[:1]))
    assert table.key() == ""


def test_narrow_lists_drop_what_is_spare(qtbot: QtBot) -> None:
    table = a_table(qtbot, width=320)
    assert table.isColumnHidden(2)
    table.resize(700, 400)
    qtbot.waitUntil(lambda: not table.isColumnHidden(2))


def test_what_is_spare_goes_in_its_turn(qtbot: QtBot) -> None:
    columns = [*COLUMNS[:2], Column[Row]("a", "A", width=80, spare=1)]
    table = RegisterTable([*columns, Column("b", "B", width=80, spare=2)], row_id, "Rows")
    present(qtbot, table, 52 + 240 + 160, 300)
    shown = [not table.isColumnHidden(n) for n in range(4)]
    assert shown == [True, True, True, True]
    table.resize(table.width() - 1, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(2))
    assert not table.isColumnHidden(3)
    table.resize(table.width() - 80, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(3))


def test_the_head_is_as_tall_as_its_words_once_the_columns_have_their_places(qtbot: QtBot) -> None:
    columns = [Column[Row]("name", "The name of it"), Column[Row]("a", "A", width=400)]
    table = RegisterTable(columns, row_id, "Rows")
    present(qtbot, table, 440, 300)
    tall = table.horizontalHeader().height()
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.horizontalHeader().height() < tall)


def test_a_status_is_said_in_words(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    index = table.rows.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Complete"
    assert nameless(table) == []


def test_a_tip_says_what_is_cut_and_never_again_what_is_seen(qtbot: QtBot) -> None:
    table = a_table(qtbot, width=700)
    here = table.rows.index(1, 1)
    asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
    option = QStyleOptionViewItem()
    cells = table.itemDelegate()
    assert isinstance(cells, CellDelegate)
    for width, told in ((300, ""), (30, str(here.data()))):
        option.rect = QRect(0, 0, width, 36)
        assert cells.helpEvent(asked, table, option, here)
        assert QToolTip.text() == told
    QToolTip.hideText()


def test_an_empty_list_says_what_belongs_there(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    state = EmptyState("Goals of the committee stand here", "Begin with those of the council.")
    table.set_empty(state)
    assert state.isHidden()
    table.show_source(Rows[Row]())
    assert state.isVisible()


# ---- grid ----------------------------------------------------------------------------------

BUDGET = (
    GridColumn("Unit", "text", 0),
    GridColumn("Income"),
    GridColumn("Cost"),
    GridColumn("Net", computed=True),
)
GRID = (
    GridRow(("Preschool", "100", "200", "-100")),
    GridRow(("School", "10", "20", "-10")),
    GridRow(("Sum", "110", "220", "-110"), computed=True, bold=True),
)


class Grid:
    """A grid and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.table = GridTable(BUDGET, "Budget")
        self.bot = qtbot
        self.told: list[list[tuple[int, int, str]]] = []
        self.table.edited.connect(self.told.append)
        present(qtbot, self.table, 700, 300)
        self.table.set_rows(GRID)
        self.table.setFocus()

    def stand(self, row: int, column: int) -> None:
        self.table.setCurrentIndex(self.table.grid.index(row, column))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.bot.keyClick(self.table, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_the_grid_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = GridModel(BUDGET)
    model.set_rows(GRID)
    qtmodeltester.check(model)


def test_a_block_from_a_spreadsheet_is_one_user_action(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    QGuiApplication.clipboard().setText("1 450 100\t−3\r\n7,5\t8\r\n")
    grid.key(Qt.Key.Key_V, CTRL)
    assert grid.told == [[(0, 1, "1 450 100"), (0, 2, "−3"), (1, 1, "7,5"), (1, 2, "8")]]


def test_computed_cells_are_passed_over(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(1, 2)
    grid.table.paste("1\t2\n3\t4")
    assert grid.told == [[(1, 2, "1")]]


def test_what_does_not_fit_is_told(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(1, 1)
    with qtbot.waitSignal(grid.table.overflowed) as over:
        grid.table.paste("1\n2\n3\n4")
    assert over.args == [2, 0]


def test_one_value_fills_the_whole_block(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    for _step in range(2):
        grid.key(Qt.Key.Key_Right if _step else Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    grid.table.paste("5")
    assert grid.told == [[(0, 1, "5"), (0, 2, "5"), (1, 1, "5"), (1, 2, "5")]]


def test_what_is_no_number_stays_with_a_mark_and_is_not_told(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.table.grid.write([(0, 1, "many"), (0, 2, "300")])
    assert grid.told == [[(0, 2, "300")]]
    assert grid.table.grid.words(0, 1) == "many"
    assert "Write a number" in grid.table.grid.error(0, 1)
    tip = grid.table.grid.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == grid.table.grid.error(0, 1)
    grid.table.grid.write([(0, 1, "7")])
    assert grid.table.grid.error(0, 1) == ""


def test_delete_clears_the_block_and_spares_the_sum(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    for _step in range(2):
        grid.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    grid.key(Qt.Key.Key_Delete)
    assert grid.told == [[(0, 1, ""), (1, 1, "")]]


def test_nothing_is_told_when_nothing_changed(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.table.grid.write([(0, 1, " 100 ")])
    assert grid.told == []


def test_a_block_is_copied_with_tabs(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.table.selectAll()
    grid.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().split("\n")[1] == "School\t10\t20\t-10"


def test_typing_writes_and_enter_goes_down(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    qtbot.keyClick(grid.table, "9")
    line = grid.table.findChild(QLineEdit)
    assert line is not None
    assert line.accessibleName() == "Preschool, Income"
    qtbot.keyClicks(line, "9")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(grid.told))
    assert grid.told == [[(0, 1, "99")]]
    assert grid.table.currentIndex().row() == 1


def test_computed_cells_cannot_be_typed_in(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    for row, column in ((0, 3), (2, 1)):
        grid.stand(row, column)
        qtbot.keyClick(grid.table, "9")
        assert grid.table.findChild(QLineEdit) is None


def test_new_figures_leave_the_cell_one_stands_in(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(1, 2)
    grid.table.set_rows(GRID)
    assert (grid.table.currentIndex().row(), grid.table.currentIndex().column()) == (1, 2)


def editor_of(grid: Grid, key: str) -> QLineEdit:
    """The line that a key opens in the cell one stands in."""
    grid.bot.keyClick(grid.table, key)
    line = grid.table.findChild(QLineEdit)
    assert line is not None
    return line


@pytest.mark.parametrize(
    "rows",
    [GRID, (*GRID[:2], GridRow(("", "", "", "")), GRID[2]), (GRID[0], GRID[2])],
    ids=["as many", "one more", "one less"],
)
def test_a_table_shown_anew_takes_nothing_from_the_one_who_types(
    qtbot: QtBot, rows: tuple[GridRow, ...]
) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    line = editor_of(grid, "4")
    grid.table.set_rows(rows)
    grid.table.set_errors({(0, 2): "Too much."})
    qtbot.keyClicks(line, "5")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(grid.told))
    assert grid.told == [[(0, 1, "45")]]


def test_an_open_cell_that_nobody_has_written_in_follows_the_table(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    grid.key(Qt.Key.Key_F2)
    line = grid.table.findChild(QLineEdit)
    assert line is not None
    grid.table.set_rows((GridRow(("Preschool", "7", "200", "-100")), *GRID[1:]))
    assert (line.text(), line.selectedText()) == ("7", "7")


@pytest.mark.parametrize("now", [5, 2, 0])
@pytest.mark.parametrize("then", [4, 3, 1])
def test_rows_come_and_go_over_the_sums(
    qtmodeltester: ModelTester, qtbot: QtBot, then: int, now: int
) -> None:
    model = GridModel(BUDGET)
    qtmodeltester.check(model)
    for many in (then, now):
        lines = [GridRow((f"Unit {n}", "", "", "")) for n in range(many)]
        model.set_rows([*lines, *(GRID[2:] if many else ())])
        assert model.rowCount() == len(model.rows)
        assert [model.index(n, 0).data() for n in range(many)] == [f"Unit {n}" for n in range(many)]


def test_tab_out_of_a_cell_stands_in_the_next_without_opening_it(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 1)
    line = editor_of(grid, "4")
    with qtbot.waitSignal(grid.table.passing):
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: grid.table.currentIndex().column() == 2)
    assert grid.table.state() == GridTable.State.NoState
    assert grid.told == [[(0, 1, "4")]]


def test_tab_walks_the_cells_and_then_leaves(qtbot: QtBot) -> None:
    grid = Grid(qtbot)
    grid.stand(0, 0)
    grid.key(Qt.Key.Key_Tab)
    assert grid.table.currentIndex().column() == 1


@pytest.mark.parametrize(
    ("words", "block"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("", []),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ('"two\nlines"\tx', [["two\nlines", "x"]]),
        ('"say ""hi"""\t1', [['say "hi"', "1"]]),
        ('5" pipe\t1', [['5" pipe', "1"]]),
    ],
)
def test_a_spreadsheets_block_is_read(words: str, block: list[list[str]]) -> None:
    assert read_block(words) == block


@given(words=st.text())
def test_any_clipboard_can_be_pasted(qtbot: QtBot, words: str) -> None:
    table = GridTable(BUDGET, "Budget")
    table.set_rows(GRID)
    table.setCurrentIndex(table.grid.index(0, 0))
    table.paste(words)
    assert table.grid.rowCount() == 3
