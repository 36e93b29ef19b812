"""Typed tables: every kind builds, is typed and pasted in, refreshes, and says what is wrong."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from styrdesk.base.ids import new_id
from styrdesk.domain import free_table
from styrdesk.domain.plan import BlockKind
from styrdesk.ui.kit.grid_foot import GridFoot
from styrdesk.ui.kit.growing_table import Overflow
from styrdesk.ui.pieces.planning.editor.free_table_block import FreeTableBlock
from styrdesk.ui.pieces.planning.editor.table_block import TABLES, TableBlock
from styrdesk.ui.pieces.planning.editor.table_grid import TableGrid
from tests.ui.pieces.planning.editor.robot import EditorRobot

# kind, table, row, column, words, what the cell then says
CELLS = [
    (BlockKind.GOALS, "committee_goal", (0, 2), "Rektor Å", "Rektor Å"),
    (BlockKind.GOALS, "goal_answer", (0, 2), "Vi bidrar", "Vi bidrar"),
    (BlockKind.ASSIGNMENTS, "assignment_answer", (0, 2), "Så här", "Så här"),
    (BlockKind.ASSIGNMENTS, "assignment_answer", (0, 4), "start", "Started"),
    (BlockKind.ACTIVITIES, "activity", (0, 4), "2026-03-01", "2026-03-01"),
    (BlockKind.OPERATING_BUDGET, "budget_line", (0, 4), "1 234,5", "1,234.5"),
    (BlockKind.CATEGORY_BUDGET, "category_line", (0, 4), "77", "77"),
    (BlockKind.INVESTMENTS, "investment", (0, 2), "\u22125", "\u22125"),
    (BlockKind.VOLUMES, "volume", (0, 5), "1 000", "1,000"),
    (BlockKind.RISKS, "risk", (0, 3), "2", "2"),
    (BlockKind.CONTROLS, "control", (0, 2), "Prov", "Prov"),
    (BlockKind.ANNUAL_CYCLE, "cycle_event", (0, 1), "Budget", "Budget"),
    (BlockKind.SIGNATURES, "signatory", (0, 1), "Bo Öst", "Bo Öst"),
]
NEW_ROWS = [
    (BlockKind.GOALS, "committee_goal", 1, "Ett mål till"),
    (BlockKind.ACTIVITIES, "activity", 1, "En aktivitet till"),
    (BlockKind.OPERATING_BUDGET, "budget_line", 0, "Reserv"),
    (BlockKind.CATEGORY_BUDGET, "category_line", 0, "Lokaler"),
    (BlockKind.INVESTMENTS, "investment", 0, "Möbler"),
    (BlockKind.VOLUMES, "volume", 0, "Elever"),
    (BlockKind.RISKS, "risk", 2, "Något kan hända"),
    (BlockKind.CONTROLS, "control", 1, "Stickprov till"),
    (BlockKind.ANNUAL_CYCLE, "cycle_event", 1, "Upptakt"),
    (BlockKind.SIGNATURES, "signatory", 0, "Justerare"),
]


@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_kind_of_block_can_be_added_to_a_chapter(robot: EditorRobot, kind: BlockKind) -> None:
    robot.go("Inledning")
    chapter = robot.editor.chapter
    assert chapter is not None
    chapter._add(kind)
    made = chapter.blocks[-1]
    assert made.kind is kind
    assert made.isVisible()
    assert holds_focus(made)


def test_an_empty_chapter_says_what_to_do_and_offers_it(robot: EditorRobot) -> None:
    robot.go("Inledning")
    chapter = robot.editor.chapter
    assert chapter is not None
    for view in tuple(chapter.blocks):
        chapter.manuscript.operations.run(
            partial(chapter.manuscript.services.chapters.delete_block, view.key)
        )
    assert chapter.empty.isVisible()
    chapter.write.setFocus()
    chapter._add(BlockKind.TEXT)
    assert holds_focus(chapter.blocks[0])
    assert not chapter.empty.isVisible()


def test_every_typed_table_has_its_spec() -> None:
    others = {BlockKind.TEXT, BlockKind.IMAGE, BlockKind.FREE_TABLE}
    assert set(TABLES) == {kind.value for kind in BlockKind if kind not in others}


@pytest.mark.parametrize(("kind", "table", "place", "words", "shown"), CELLS)
def test_a_cell_is_typed_saved_and_taken_back(
    robot: EditorRobot, kind: BlockKind, table: str, place: tuple[int, int], words: str, shown: str
) -> None:
    row, column = place
    robot.go_kind(kind)
    grid = robot.grid(table)
    before = grid.words()
    robot.write(grid, row, column, words)
    assert grid.words()[row][column] == shown
    assert not grid.is_wrong()
    robot.undo()
    assert robot.grid(table).words() == before


@pytest.mark.parametrize(("kind", "table", "column", "words"), NEW_ROWS)
def test_the_last_row_becomes_a_new_record(
    robot: EditorRobot, kind: BlockKind, table: str, column: int, words: str
) -> None:
    robot.go_kind(kind)
    grid = robot.grid(table)
    count = len(grid.lines)
    robot.write(grid, count, column, words)
    assert len(grid.lines) == count + 1
    assert grid.words()[count][column] == words
    grid.setCurrentIndex(grid.grid.index(count, column))
    grid.remove()
    assert len(grid.lines) == count


def test_a_pasted_budget_is_one_step_sums_itself_and_is_held_against_the_frame(
    robot: EditorRobot,
) -> None:
    view = robot.go_kind(BlockKind.OPERATING_BUDGET)
    assert isinstance(view, TableBlock)
    grid, count = robot.grid("budget_line"), len(robot.grid("budget_line").lines)
    pasted = (
        "Förskola\t1 000\t1 100\t100\t1 300\tx\t1 250\t1 300\r\n"
        "Grundskola\t2\u00a0000\t\u2212100\t0\t2 000,5\t\t2 000\t2 000\r\n"
    )
    robot.paste(grid, count, 0, pasted)
    rows = grid.words()
    assert ";".join(rows[count]) == "Förskola;1,000;1,100;100;1,300;1,200;1,250;1,300"
    assert rows[count + 1][2] == "\u2212100"
    assert rows[count + 1][5] == "2,000.5"
    assert rows[-1][0] == "Total"
    robot.look()
    assert "over the frame" in view.mark.text()
    assert view.mark.isVisible()
    assert any("over the frame" in finding for finding in robot.look())
    assert "over the frame" in grid.grid.error(len(rows) - 1, 5)
    robot.write(grid, 0, 1, "abc")
    assert "over the frame" in grid.grid.error(len(rows) - 1, 5)
    robot.write(grid, 0, 1, rows[0][1])
    robot.undo()
    assert len(grid.lines) == count
    robot.look()
    assert "over the frame" not in view.mark.text()
    robot.redo()
    assert len(grid.lines) == count + 2


def test_words_that_are_no_amount_stay_marked_and_nothing_is_saved(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    before = grid.lines[0].cost
    robot.write(grid, 0, 4, "tolv tusen")
    assert grid.words()[0][4] == "tolv tusen"
    assert "Write an amount" in grid.grid.error(0, 4)
    assert grid.lines[0].cost == before
    robot.write(grid, 0, 4, "12 000")
    assert grid.lines[0].cost == 12_000_000
    assert robot.page.flush() is True


def test_what_cannot_be_kept_is_taken_back_first_the_latest_before_the_rest(
    robot: EditorRobot,
) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    before = grid.words()
    robot.write(grid, 0, 4, "12 000")
    kept = grid.words()
    robot.write(grid, 0, 3, "tolv tusen")
    robot.write(grid, 0, 2, "tretton")
    assert robot.page.take_back()
    assert grid.words()[0][2:4] == (before[0][2], "tolv tusen")
    assert robot.page.take_back()
    assert grid.words() == kept
    assert not robot.page.is_wrong()
    assert not robot.page.take_back()
    robot.undo()
    assert grid.words() == before


def test_a_new_row_that_lacks_something_is_taken_back(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    before = grid.words()
    robot.write(grid, len(grid.lines), 6, "Rektor")
    assert robot.page.is_wrong()
    assert robot.page.take_back()
    assert grid.words() == before
    assert not robot.page.is_wrong()


def test_a_date_that_cannot_be_read_is_taken_back(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.fill("decided_on", "snart")
    robot.editor.flush()
    assert robot.page.is_wrong()
    assert robot.page.take_back()
    assert not robot.page.is_wrong()
    assert not robot.page.take_back()


def test_ctrl_tab_leaves_a_table_from_any_cell(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        grid.stand(0)
        QTest.keyClick(focused(grid), key, Qt.KeyboardModifier.ControlModifier)
        assert not grid.hasFocus()
        assert not holds_focus(grid)


def test_what_cannot_be_kept_is_said_before_it_is_left(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    robot.write(robot.grid("budget_line"), 0, 4, "tolv tusen")
    robot.go("Inledning")
    assert robot.editor.wrong.isVisible()
    assert robot.grid("budget_line").words()[0][4] == "tolv tusen"
    assert (
        "Om operating_budget"
        in robot.editor.outline.sections()[robot.editor.outline.currentRow()].title
    )
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.head.title.text() == "1 Inledning"
    assert not robot.editor.wrong.isVisible()


def test_what_is_mended_is_no_longer_said_to_be_wrong(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    robot.write(grid, 0, 4, "tolv tusen")
    robot.go("Inledning")
    assert robot.editor.wrong.isVisible()
    robot.write(grid, 0, 4, "12 000")
    assert not robot.editor.wrong.isVisible()


def test_a_page_with_a_fault_is_kept_once_and_then_let_go(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    robot.write(robot.grid("budget_line"), 0, 4, "tolv tusen")
    assert [robot.page.flush(), robot.page.flush()] == [False, True]


def test_a_paste_with_one_wrong_cell_keeps_the_rest(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    robot.paste(grid, 0, 3, "abc\t555")
    assert grid.words()[0][3] == "abc"
    assert grid.lines[0].cost == 555_000


def test_a_row_that_lacks_what_it_must_have_waits_as_a_draft(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    count = len(grid.lines)
    robot.write(grid, count, 6, "Rektor")
    assert len(grid.lines) == count
    assert grid.words()[count][6] == "Rektor"
    assert grid.grid.error(count, 1) == "Write what is to be done."
    robot.write(grid, count, 1, "Läslyft")
    assert [line.title for line in grid.lines][-1] == "Läslyft"
    assert grid.lines[-1].responsible == "Rektor"


def test_what_is_typed_in_an_open_cell_is_saved_when_one_leaves(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.SIGNATURES)
    grid = robot.grid("signatory")
    grid.setFocus()
    grid.setCurrentIndex(grid.grid.index(0, 1))
    robot.type("B")
    robot.type("odil")
    robot.page.flush()
    assert grid.lines[0].name == "Bodil"


def test_a_choice_that_must_be_made_is_not_emptied(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.CATEGORY_BUDGET)
    grid = robot.grid("category_line")
    before = grid.words()[0][1]
    robot.write(grid, 0, 1, "")
    assert grid.words()[0][1] == before
    assert not grid.is_wrong()


def test_a_paste_wider_than_the_table_says_so(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.SIGNATURES)
    grid = robot.grid("signatory")
    robot.paste(grid, 0, 0, "Ledamot\tAda\tmera")
    assert grid.lines[0].name == "Ada"
    assert any(mark.isVisible() for mark in robot.page.findChildren(Overflow))


def test_new_rows_are_numbered_on(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.RISKS)
    grid = robot.grid("risk")
    robot.paste(grid, len(grid.lines), 2, "Ett\nTvå")
    codes = [line.code for line in grid.lines]
    assert len(set(codes)) == len(codes)


def test_the_long_texts_of_the_chosen_row_are_written_under_the_table(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.ASSIGNMENTS)
    assert isinstance(view, TableBlock)
    details = view.parts[0].details
    assert details is not None
    assert not details.isVisible()
    view.parts[0].grid.setCurrentIndex(view.parts[0].grid.grid.index(0, 0))
    assert details.isVisible()
    robot.fill("how", "Every day")
    robot.page.flush()
    assert view.parts[0].grid.words()[0][2] == "Every day"


def test_rows_are_moved_by_key(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.SIGNATURES)
    grid = robot.grid("signatory")
    grid.setCurrentIndex(grid.grid.index(0, 0))
    grid._row_down()
    assert [line.role for line in grid.lines] == ["Förvaltningschef", "Ordförande"]
    assert grid.currentIndex().row() == 1


def test_an_indicator_is_chosen_from_the_register_and_shows_its_values(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.INDICATORS)
    grid = robot.grid("plan_indicator")
    first = grid.words()[0]
    assert first[0].startswith("I1 ")
    assert first[4] == "83.0"
    assert grid.grid.columns[4].computed


def test_the_frame_is_read_here_and_written_in_its_register(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.FRAME)
    assert isinstance(view, TableBlock)
    grid = robot.grid("frame_item")
    assert grid.words()[-1][0] == "Outgoing frame"
    assert not grid.may_write
    view.parts[0].go.click()
    assert robot.shell.went[-1].page == "frames"


def test_a_goal_gets_one_more_answer_beside_the_first(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.GOALS)
    assert isinstance(view, TableBlock)
    answers = view.parts[1].grid
    count = len(answers.lines)
    answers.setCurrentIndex(answers.grid.index(0, 0))
    view.parts[1].again.click()
    assert len(answers.lines) == count + 1
    assert answers.lines[0].goal_id == answers.lines[1].goal_id
    assert answers.currentIndex().row() == 1
    robot.write(answers, 1, 2, "Ett till")
    answers.setCurrentIndex(answers.grid.index(1, 2))
    answers.remove()
    assert len(answers.lines) == count


def test_a_goal_chosen_anew_is_offered_at_once_in_the_answers(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.GOALS)
    assert isinstance(view, TableBlock)
    own = robot.grid("committee_goal")
    robot.write(own, len(own.lines), 1, "Nytt mål")
    answers = view.parts[1].grid
    assert any("Nytt mål" in choice for choice in answers.spec.columns[1].choices)


def test_a_free_table_gets_columns_rows_and_a_total(robot: EditorRobot) -> None:
    robot.go("Inledning")
    chapter = robot.editor.chapter
    assert chapter is not None
    chapter._add(BlockKind.FREE_TABLE)
    view = chapter.blocks[-1]
    assert isinstance(view, FreeTableBlock)
    assert view.grid is not None
    robot.paste(view.grid, 0, 0, "Äldre\t1 200\nYngre\t-300\nAndra\tmånga")
    view.grid.setCurrentIndex(view.grid.grid.index(0, 1))
    robot.choose_in(view.fill_column_menu(), "column_kind")
    robot.choose_in(view.fill_column_menu(), "column_sum")
    words = [row.cells for row in view.grid.grid.rows]
    assert words[0] == ("Äldre", "1,200")
    assert words[-1] == ("Total", "900")
    assert view.grid.grid.error(2, 1)
    robot.dialogs.answer("enter", "Källa")
    view.add_column.click()
    robot.dialogs.answer("enter", "Grupp")
    view.grid.setCurrentIndex(view.grid.grid.index(0, 0))
    robot.choose_in(view.fill_column_menu(), "column_rename")
    robot.choose_in(view.fill_column_menu(), "column_right")
    assert [column.title for column in view.table.columns][1:] == ["Grupp", "Källa"]
    view.grid.setCurrentIndex(view.grid.grid.index(0, 0))
    robot.choose_in(view.fill_column_menu(), "column_delete")
    view.grid.setCurrentIndex(view.grid.grid.index(1, 0))
    view.remove.click()
    assert [row.cells[0] for row in view.table.rows] == ["Äldre", "Andra"]
    block = view.block
    assert block is not None
    assert free_table.read(block.body) == view.table


def test_the_page_knows_that_a_cell_is_not_saved_and_tells_that_it_was_tried(
    robot: EditorRobot,
) -> None:
    robot.go_kind(BlockKind.VOLUMES)
    told = []
    operations = robot.page.context.operations
    operations.tried.connect(lambda: told.append(robot.page.is_wrong()))
    robot.write(robot.grid("volume"), 0, 5, "hundra")
    robot.write(robot.grid("volume"), 0, 5, "100")
    assert (told[0], told[-1]) == (True, False)


def test_the_page_knows_that_a_date_of_the_document_is_not_saved(robot: EditorRobot) -> None:
    robot.go("Document information")
    robot.fill("decided_on", "i fjol")
    robot.editor.flush()
    assert robot.page.is_wrong()
    robot.fill("decided_on", "2026-11-01")
    robot.editor.flush()
    assert not robot.page.is_wrong()


def test_a_day_and_month_in_an_activity_are_of_the_plan_s_year(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    column = [c.title for c in grid.grid.columns].index("End")
    robot.write(grid, 0, column, "10/12")
    assert grid.grid.index(0, column).data() == f"{robot.editor.manuscript.plan.year}-12-10"


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (BlockKind.GOALS, "committee_goal"),
        (BlockKind.ACTIVITIES, "activity"),
        (BlockKind.RISKS, "risk"),
        (BlockKind.OPERATING_BUDGET, "budget_line"),
    ],
)
def test_tab_walks_a_new_row_to_its_end_and_on_to_the_next(
    robot: EditorRobot, kind: BlockKind, table: str
) -> None:
    robot.go_kind(kind)
    grid = robot.grid(table)
    new = len(grid.lines)
    grid.stand(-1)
    writable = [n for n, column in enumerate(grid.spec.columns) if column.put]
    for at in writable:
        assert (grid.currentIndex().row(), grid.currentIndex().column()) == (new, at)
        QTest.keyClicks(focused(grid), "7")
        grid.flush()  # what the timer does a moment later: the row is saved, and shown anew
        QTest.keyClick(focused(grid), Qt.Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (new + 1, writable[0])
    QTest.keyClick(focused(grid), Qt.Key.Key_Backtab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (new, writable[-1])


def test_one_who_types_on_loses_no_letter_to_what_is_saved_and_checked_meanwhile(
    robot: EditorRobot,
) -> None:
    robot.go_kind(BlockKind.RISKS)
    grid = robot.grid("risk")
    new = len(grid.lines)
    grid.stand(-1)
    row = ["S9", "Lokaler", "Hyran stiger", "3", "4"]
    for words in row:
        for letter in words:
            QTest.keyClicks(focused(grid), letter)
            QApplication.processEvents()
            grid.reload()  # as at any time what another page saved, or the check found
            grid.mark()
        QTest.keyClick(focused(grid), Qt.Key.Key_Tab)
    assert list(grid.words()[new][:6]) == [*row, "12"]


def foot_of(robot: EditorRobot) -> list[str]:
    """What stands in words under the tables about their cells."""
    feet = [foot for foot in robot.page.findChildren(GridFoot) if foot.isVisible()]
    return [m.text() for foot in feet for m in foot.findChildren(QLabel) if m.text()]


def test_why_a_cell_is_wrong_stands_under_its_table_also_when_one_has_gone_on(
    robot: EditorRobot,
) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    assert foot_of(robot) == []
    robot.write(grid, 0, 4, "tolv tusen")
    grid.setCurrentIndex(grid.grid.index(0, 4))
    (why,) = foot_of(robot)
    assert why == grid.grid.error(0, 4)
    grid.setCurrentIndex(grid.grid.index(1, 0))
    title, head = grid.grid.words(0, 0), grid.spec.columns[4].title
    assert foot_of(robot) == [f"{title}, {head}: {why}"]
    robot.write(grid, 0, 4, "12 000")
    assert foot_of(robot) == []


def test_what_the_check_found_is_said_of_the_cell_one_stands_in_alone(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    grid.setCurrentIndex(grid.grid.index(0, 0))
    grid.mark(("net", "Too much."))
    assert foot_of(robot) == []
    net = [column.field for column in grid.spec.columns].index("net")
    grid.setCurrentIndex(grid.grid.index(grid.grid.rowCount() - 1, net))
    assert foot_of(robot) == ["Too much."]


def focused(grid: TableGrid) -> QWidget:
    """What has the focus, which must be the table or a cell of it."""
    found = QApplication.focusWidget()
    assert found is not None
    assert found is grid or grid.isAncestorOf(found)
    return found


def holds_focus(widget: QWidget) -> bool:
    """Whether a part of it has the focus."""
    found = QApplication.focusWidget()
    return found is not None and widget.isAncestorOf(found)


def test_a_control_asks_which_of_several_risks_it_belongs_to(robot: EditorRobot) -> None:
    services = robot.page.context.services
    (risk,) = services.risks.rows()
    other = replace(risk, id=new_id(), code="R2", title="Fel i lön")
    services.risks.save(other)
    robot.go_kind(BlockKind.CONTROLS)
    grid = robot.grid("control")
    count = len(grid.lines)
    robot.write(grid, count, 1, "Stickprov av lön")
    assert len(grid.lines) == count
    assert "Choose the risk" in grid.fault()
    robot.write(grid, count, 0, "R2 Fel i lön")
    assert [line.risk_id for line in grid.lines[count:]] == [other.id]
    assert not grid.is_wrong()


def test_what_cannot_be_kept_is_taken_away_by_a_button(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    before = grid.words()
    robot.write(grid, 0, 3, "mycket")
    robot.write(grid, 0, 4, "mera")
    robot.go("Inledning")
    robot.press("drop_wrong")
    assert not robot.editor.wrong.isVisible()
    assert grid.words() == before
    assert not robot.page.is_wrong()
