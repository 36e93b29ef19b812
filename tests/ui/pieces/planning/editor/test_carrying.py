"""A plan is carried over from the year before; what came along is marked until it is touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.domain.carry import Part
from styrdesk.domain.plan import BlockKind, Plan
from styrdesk.ui.kit.piece import PageContext, Where
from styrdesk.ui.pieces.planning.carry_sheet import CarrySheet
from styrdesk.ui.pieces.planning.editor.carried_note import CarriedNote
from styrdesk.ui.pieces.planning.editor.text_block import TextBlock
from tests.ui.pieces.planning.editor.robot import EditorRobot, import_plan


@pytest.fixture
def old(context: PageContext) -> Plan:
    """The plan of the year before the chosen one."""
    plan = context.services.plans.get(import_plan(context.services))
    context.shell.choose(Where(plan.committee_id, plan.year + 1))
    return plan


@pytest.fixture
def robot(qtbot: QtBot, context: PageContext, old: Plan) -> EditorRobot:
    """The plan of the year after, carried over with all of it."""
    robot = EditorRobot(qtbot, context)
    robot.dialogs.answer("fill", lambda sheet: sheet.go_on())
    robot.press("carry_over")
    robot.editor.side.tabs.setCurrentIndex(1)
    return robot


def shown(note: CarriedNote) -> bool:
    return not note.isHidden()


def test_an_empty_year_offers_the_plan_before_it(robot: EditorRobot, old: Plan) -> None:
    plan = robot.editor.manuscript.plan
    assert plan.year == old.year + 1
    assert plan.id != old.id
    assert robot.titles()[0] == "1 Inledning"


def test_what_is_not_ticked_stays_behind(qtbot: QtBot, context: PageContext, old: Plan) -> None:
    sheet = CarrySheet(context, old, old.year + 1)
    qtbot.addWidget(sheet)
    assert sheet.parts() == frozenset(Part)
    sheet.ticks[Part.RISKS].set_value(False)
    assert sheet.go_on()
    made = context.services.plans.plans(old.committee_id, old.year + 1)[0]
    assert not context.services.risks.rows({"plan_id": made.id})
    assert context.services.activities.rows({"plan_id": made.id})


def test_a_text_is_marked_until_it_is_written_in(robot: EditorRobot) -> None:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    view = robot.editor.chapter.view_of(BlockKind.TEXT)
    assert isinstance(view, TextBlock)
    assert shown(view.carried)
    view.field.edit.setFocus()
    robot.bot.keyClicks(view.field.edit, "Nytt ")
    view.flush()
    assert not shown(view.carried)
    robot.page.context.services.work.undo()
    robot.page.context.operations.tell(robot.page.context.services.work.last)
    assert shown(view.carried)


def test_rows_are_counted_and_kept_as_they_stand_in_one_step(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    grid = robot.grid("risk")
    marked = len(robot.editor.manuscript.carried)
    assert str(len(grid.lines)) in view.carried.mark.text()
    assert all(row.carried for row in grid.grid.rows[: len(grid.lines)])
    said = grid.grid.data(grid.grid.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "from the earlier plan" in said
    robot.bot.mouseClick(view.carried.keep, Qt.MouseButton.LeftButton)
    assert not shown(view.carried)
    assert not any(row.carried for row in grid.grid.rows)
    assert len(robot.editor.manuscript.carried) == marked - len(grid.lines)
    robot.page.context.services.work.undo()
    assert len(robot.editor.manuscript.carried) == marked


def test_a_row_that_is_changed_is_no_longer_marked(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    assert grid.grid.rows[0].carried
    robot.write(grid, 0, 1, "En annan aktivitet")
    grid.flush()
    assert not grid.grid.rows[0].carried


def test_check_leads_to_what_nobody_has_looked_at(robot: EditorRobot) -> None:
    codes = {finding.code for finding in robot.editor.manuscript.findings}
    assert {"carried-text", "carried-row"} <= codes
