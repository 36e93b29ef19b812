"""A table pasted from Excel with its heads and sums counts the money once."""

from __future__ import annotations

import pytest

from styrdesk.domain.plan import BlockKind
from styrdesk.ui.kit.growing_table import Overflow
from tests.ui.pieces.planning.editor.robot import EditorRobot

HEADS = "Post\tBokslut\tBudget\tIntäkter\tKostnader\tNetto\tPlan\tPlan\r\n"
BUDGET = "Förskola\t1\t2\t3\t4\t1\t6\t7\r\nSkola\t1\t2\t3\t4\t1\t6\t7\r\n"
BUDGET_SUM = "SUMMA:\t2\t4\t6\t8\t2\t12\t14\r\n"


def told(robot: EditorRobot) -> str:
    return " ".join(m.words() for m in robot.page.findChildren(Overflow) if m.isVisible())


def test_a_pasted_budget_with_heads_and_sums_counts_the_money_once(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    count, before = len(grid.lines), sum(line.cost for line in grid.lines)
    robot.paste(grid, count, 0, HEADS + BUDGET + BUDGET_SUM)
    assert [line.title for line in grid.lines[count:]] == ["Förskola", "Skola"]
    assert sum(line.cost for line in grid.lines) == before + 8_000
    assert not grid.is_wrong()
    assert "head row was left out" in told(robot)
    assert "Left out: SUMMA:" in told(robot)
    robot.write(grid, count, 0, "Förskolan")
    assert told(robot) == ""


@pytest.mark.parametrize(
    ("kind", "table", "pasted"),
    [
        (
            BlockKind.CATEGORY_BUDGET,
            "category_line",
            "Löner\t\t1\t2\t3\t4\t5\nSumma kostnader\t\t1\t2\t3\t4\t5\nNetto\t\t1\t2\t3\t4\t5",
        ),
        (
            BlockKind.INVESTMENTS,
            "investment",
            "Inventarier\t\t9\t0\t3\t4\t5\t0\nTotalt\t\t9\t0\t3\t4\t5\t0",
        ),
    ],
)
def test_the_sums_of_other_money_tables_are_left_out_too(
    robot: EditorRobot, kind: BlockKind, table: str, pasted: str
) -> None:
    robot.go_kind(kind)
    grid = robot.grid(table)
    count = len(grid.lines)
    robot.paste(grid, count, 0, pasted)
    assert [line.title for line in grid.lines[count:]] == [pasted.split("\t", maxsplit=1)[0]]
    assert "Left out:" in told(robot)


def test_years_over_their_own_columns_are_heads_and_no_money(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.INVESTMENTS)
    grid = robot.grid("investment")
    count, years = len(grid.lines), [column.title for column in grid.spec.columns[4:7]]
    heads = "\t".join(["Projekt", "", "Utgift", "Tidigare", *years])
    robot.paste(grid, count, 0, heads + "\nBad\t\t1\t2\t3\t4\t5")
    assert [line.title for line in grid.lines[count:]] == ["Bad"]
    assert "head row" in told(robot)


def test_a_lone_row_of_unreadable_amounts_is_kept_and_marked(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    robot.paste(grid, len(grid.lines), 0, "Förskola\tmycket\tmera")
    assert grid.is_wrong()
    assert told(robot) == ""


def test_a_block_of_nothing_but_sums_changes_nothing_and_is_told(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    before = list(grid.lines)
    robot.paste(grid, 0, 0, BUDGET_SUM)
    assert grid.lines == before
    assert "SUMMA" in told(robot)


def test_tables_without_sums_take_every_row(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.RISKS)
    grid = robot.grid("risk")
    count = len(grid.lines)
    robot.paste(grid, count, 2, "Summa\nTotalt")
    assert len(grid.lines) == count + 2
    assert told(robot) == ""


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2212", " -   "])
def test_a_lone_dash_is_no_money(robot: EditorRobot, dash: str) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    count = len(grid.lines)
    robot.paste(grid, count, 0, f"Förskola\t{dash}\t2\t{dash}\t4")
    assert not grid.is_wrong()
    line = grid.lines[count]
    assert (line.accounts, line.last_budget, line.income, line.cost) == (0, 2_000, 0, 4_000)


def test_what_was_left_out_is_no_longer_told_once_the_paste_is_undone(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.OPERATING_BUDGET)
    grid = robot.grid("budget_line")
    count = len(grid.lines)
    robot.paste(grid, count, 0, HEADS + BUDGET + BUDGET_SUM)
    assert told(robot)
    robot.page.context.operations.run(robot.page.context.services.work.undo)
    assert len(grid.lines) == count
    assert told(robot) == ""
