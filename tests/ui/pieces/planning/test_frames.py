"""Budget frames: lines in tkr, the sum that is never typed, and the chain from year to year."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.domain.budget import BudgetFrame, FrameItem, FrameItemKind, closing
from styrdesk.domain.organisation import Committee
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.planning.frames_form import breaks
from styrdesk.ui.pieces.planning.frames_page import FramesPage
from styrdesk.ui.pieces.planning.units_page import UnitsPage
from tests.helpers.robots import ALT, CTRL, RecordsRobot
from tests.helpers.windows import nameless
from tests.helpers.world import World

KIND, LINE, FIRST = 0, 1, 2
SHEET = (
    "Opening frame\t1 412 300\t1 450 100\t1 481 200\r\n"
    "Wage adjustment\t38 600\t36 900\t37 800\r\n"
    "Löften\t\u2212800\t(5 800)\t-7 200\r\n"
)


def opened(qtbot: QtBot, world: World, *items: FrameItem) -> RecordsRobot:
    world.services.budget_frames.add(BudgetFrame("f1", "c1", 2026))
    if items:
        world.services.frame_items.save_all(items)
    robot = RecordsRobot(qtbot, FramesPage(world.context))
    robot.open("f1")
    return robot


def lines(world: World, frame: str = "f1") -> list[tuple[str, str, int, int, int]]:
    return [
        (i.kind.value, i.title, i.year_1, i.year_2, i.year_3)
        for i in world.services.frame_items.rows({"frame_id": frame})
    ]


def opening(*tkr: int) -> FrameItem:
    one, two, three = (each * 1_000 for each in tkr)
    return FrameItem("l1", "f1", FrameItemKind.OPENING, "Ingående", one, two, three)


def test_a_pasted_table_becomes_lines_in_one_step(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, SHEET)
    assert lines(world) == [
        ("opening", "Opening frame", 1_412_300_000, 1_450_100_000, 1_481_200_000),
        ("wages", "Wage adjustment", 38_600_000, 36_900_000, 37_800_000),
        ("other", "Löften", -800_000, -5_800_000, -7_200_000),
    ]
    shown = robot.cells("lines")
    assert shown[-1] == ("", "Outgoing frame", "1,450,100", "1,481,200", "1,511,800")
    assert shown[-2] == ("",) * 5
    world.undo()
    assert lines(world) == []
    assert len(robot.cells("lines")) == 2


def test_the_sum_is_never_typed(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, opening(100, 100, 100))
    total = len(robot.cells("lines")) - 1
    robot.paste("lines", total, FIRST, "999")
    assert robot.cells("lines")[total][FIRST] == "100"


def test_a_line_is_written_in_the_empty_row_which_comes_anew(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.cell("lines", 0, LINE, "Hyror")
    robot.cell("lines", 0, FIRST, "6 500")
    assert lines(world) == [("rent", "Hyror", 6_500_000, 0, 0)]
    assert len(robot.cells("lines")) == 3
    assert robot.grid("lines").currentIndex().row() == 1


def test_an_amount_that_cannot_be_read_stays_and_says_what_to_write(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world, opening(100, 100, 100))
    robot.cell("lines", 0, FIRST, "hundra")
    assert robot.cells("lines")[0][FIRST] == "hundra"
    assert "Write an amount in tkr" in robot.grid("lines").grid.error(0, FIRST)
    assert lines(world)[0][2] == 100_000
    assert robot.page.take_back()
    assert robot.cells("lines")[0][FIRST] == "100"
    assert not robot.page.take_back()
    robot.cell("lines", 0, FIRST, "hundra")
    robot.cell("lines", 0, FIRST, "120")
    assert robot.grid("lines").grid.error(0, FIRST) == ""
    assert lines(world)[0][2] == 120_000


def test_a_kind_is_chosen_in_its_cell_or_written_by_its_beginning(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world, opening(100, 0, 0))
    robot.paste("lines", 0, KIND, "wage")
    assert lines(world)[0][0] == "wages"
    robot.paste("lines", 0, KIND, "something else")
    assert lines(world)[0][0] == "wages"
    assert "Choose one of" in robot.grid("lines").grid.error(0, KIND)


def test_a_pasted_frame_of_natural_words_opens_as_it_should(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    sheet = "Ingående kommunbidrag\t100\t90\t90\nBesparingskrav\t-10\t0\t0"
    robot.paste("lines", 0, LINE, sheet)
    assert [line[:2] for line in lines(world)] == [
        ("opening", "Ingående kommunbidrag"),
        ("efficiency", "Besparingskrav"),
    ]
    assert "Each year opens" in robot.form.chain.text()


def test_lines_are_moved_and_taken_away_by_keyboard(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, "A\t1\r\nB\t2\r\nC\t3")
    grid = robot.stand("lines", 2, LINE)
    robot.bot.keyClick(grid, Qt.Key.Key_Up, ALT)
    assert [line[1] for line in lines(world)] == ["A", "C", "B"]
    robot.bot.keyClick(grid, Qt.Key.Key_Delete, CTRL)
    assert [line[1] for line in lines(world)] == ["A", "B"]
    world.undo()
    assert [line[1] for line in lines(world)] == ["A", "C", "B"]


def test_a_year_that_opens_otherwise_than_the_year_before_ends_is_told(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world, opening(100, 90, 90))
    assert "2027: the opening frame is 90, but 2026 ends with 100" in robot.form.chain.text()
    robot.cell("lines", 0, FIRST + 1, "100")
    robot.cell("lines", 0, FIRST + 2, "100")
    assert "Each year opens" in robot.form.chain.text()


def test_the_frame_of_the_year_before_is_part_of_the_chain() -> None:
    items = [opening(100, 100, 100)]
    assert breaks(2026, items, 100_000) == []
    assert breaks(2026, items, None) == []
    assert "2026: the opening frame is 100, but 2025 ends with 98" in breaks(2026, items, 98_000)[0]


def test_the_copy_is_next_years_frame_and_opens_with_what_this_one_ends_with(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, SHEET)
    robot.shown.duplicate_record()
    frames = world.services.budget_frames.rows(order=("year",))
    assert [frame.year for frame in frames] == [2026, 2027]
    assert lines(world, frames[1].id)[0][2:] == (1_450_100_000, 1_481_200_000, 1_511_800_000)
    world.undo()
    assert len(world.services.budget_frames.rows()) == 1


def test_a_committee_has_one_frame_a_year(qtbot: QtBot, world: World) -> None:
    world.services.budget_frames.add(BudgetFrame("f0", "c1", 2025))
    robot = opened(qtbot, world)
    robot.write("year", "2025")
    assert "already" in robot.field("year").error()
    assert world.services.budget_frames.get("f1").year == 2026
    assert robot.field("year").line.text() == "2025"  # type: ignore[attr-defined]


def test_a_new_frame_takes_the_first_free_year(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.press("new")
    assert {frame.year for frame in world.services.budget_frames.rows()} == {2026, 2027}


@pytest.mark.parametrize("page", [FramesPage, UnitsPage])
def test_without_a_committee_the_page_says_so_and_makes_one(
    qtbot: QtBot, empty: World, page: Any
) -> None:
    robot = RecordsRobot(qtbot, page(empty.context))
    assert "First a committee" in robot.shown._nothing.words()
    robot.press("need")
    (made,) = empty.services.committees.rows()
    assert empty.shell.gone == [Target("planning", "committees", made.id)]


def test_the_list_is_filtered_by_committee_and_year(qtbot: QtBot, world: World) -> None:
    world.services.committees.add(Committee("c2", name="Socialnämnden"))
    world.services.budget_frames.add(BudgetFrame("f2", "c2", 2026))
    world.services.budget_frames.add(BudgetFrame("f3", "c2", 2025))
    robot = RecordsRobot(qtbot, FramesPage(world.context))
    assert robot.rows(1) == ["Socialnämnden"] * 2
    world.shell.place = Where("c2", 2025)
    robot.shown.chips["year"].click()
    assert robot.rows() == ["2025"]
    robot.shown.search.setText("barn")
    robot.shown.refresh()
    assert robot.rows() == []
    robot.shown.show_all()
    robot.shown.search.setText("social")
    robot.shown.chips["own"].click()
    assert len(robot.rows()) == 2


def test_the_list_shows_the_outgoing_frame(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, SHEET)
    assert robot.rows(3) == ["1,450,100"]
    items = world.services.frame_items.rows({"frame_id": "f1"})
    assert closing(items)[0] == 1_450_100_000


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, world: World) -> None:
    assert nameless(opened(qtbot, world, opening(1, 1, 1)).page) == []


def test_the_heads_follow_the_year(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, opening(1, 1, 1))
    robot.write("year", "2030")
    assert [column.title for column in robot.grid("lines").grid.columns][2:] == [
        "2030",
        "2031",
        "2032",
    ]


def test_a_paste_that_is_too_wide_says_that_the_rest_was_left_out(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, "Hyror\t1\t2\t3\t4")
    assert "did not fit" in robot.form.lines.note.words()
    assert lines(world) == [("rent", "Hyror", 1_000, 2_000, 3_000)]


def test_a_form_with_a_wrong_cell_is_left_only_the_second_time(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, opening(100, 100, 100))
    robot.cell("lines", 0, FIRST, "hundra")
    robot.field("comment").setFocus()
    robot.key(Qt.Key.Key_Escape)
    assert robot.shown.panel.isVisible()
    assert robot.focus == "lines"
    robot.key(Qt.Key.Key_Escape)
    assert not robot.shown.panel.isVisible()


def test_clearing_a_whole_row_keeps_its_kind(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, opening(100, 100, 100))
    grid = robot.stand("lines", 0, KIND)
    grid.selectRow(0)
    grid.clear_block()
    robot.form.flush()
    assert lines(world) == [("opening", "", 0, 0, 0)]
    assert robot.form.flush()


def test_a_pasted_outgoing_frame_is_no_line_and_its_year_heads_no_money(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    heads, sums = "Post\t2026\t2027\t2028\r\n", "Utgående ram\t1\t2\t3\r\n"
    robot.paste("lines", 0, LINE, heads + SHEET + sums)
    assert [line[1] for line in lines(world)] == ["Opening frame", "Wage adjustment", "Löften"]
    assert robot.cells("lines")[-1][2:] == ("1,450,100", "1,481,200", "1,511,800")
    said = robot.form.lines.note.words()
    assert "head row" in said
    assert "Utgående ram" in said
    assert not robot.form.lines.note.isHidden()


def test_a_lone_dash_in_a_frame_is_no_money(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, LINE, "Löften\t-\t\u2013\t\u22127")
    assert lines(world) == [("other", "Löften", 0, 0, -7_000)]
    assert robot.form.lines.wrong() is None
