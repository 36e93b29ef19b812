"""A disk that fills up under a text that is being written (tests/faults/README.md)."""

from __future__ import annotations

from styrdesk.domain import richtext
from styrdesk.ui.pieces.planning.editor.text_block import TextBlock
from tests.helpers.dialogs import ScriptedDialogs
from tests.ui.pieces.planning.editor.robot import EditorRobot

LONG = "Mycket att skriva. " * 400


def saved(robot: EditorRobot, view: TextBlock) -> str:
    block = robot.editor.manuscript.block(view.key, view.chapter_id)
    assert block is not None
    return richtext.plain(richtext.parse(block.body))


def test_fault_08_a_text_that_does_not_fit_on_the_disk_stays_on_the_screen(
    robot: EditorRobot, dialogs: ScriptedDialogs
) -> None:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    view = robot.editor.chapter.blocks[0]
    assert isinstance(view, TextBlock)
    before = saved(robot, view)
    db = robot.page.context.services.file.db
    ((pages,),) = db.asked("PRAGMA page_count")
    db.execute_sql(f"PRAGMA max_page_count = {pages}")
    dialogs.answer("message")
    view.focus_first()
    view.field.edit.insertPlainText(LONG)
    robot.page.flush()
    assert "full" in dialogs.said[-1][1]
    assert LONG in view.field.edit.toPlainText()
    assert saved(robot, view) == before
    db.execute_sql("PRAGMA max_page_count = 1000000")  # room has been made
    robot.type("Mer.")
    robot.page.flush()
    assert LONG + "Mer." in saved(robot, view)
