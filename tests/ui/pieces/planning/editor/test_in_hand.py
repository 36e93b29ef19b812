"""History is of what one stands in: a row, a block, the chapter, or the plan itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from styrdesk.domain.plan import BlockKind
from styrdesk.ui.kit.piece import Subject
from styrdesk.ui.pieces.planning.editor.table_block import TableBlock
from tests.ui.pieces.planning.editor.robot import EditorRobot


def test_a_row_one_stands_in_and_below_the_last_the_block(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    assert isinstance(view, TableBlock)
    grid = view.parts[0].grid
    grid.setFocus(Qt.FocusReason.OtherFocusReason)
    grid.stand(0)
    assert robot.page.in_hand() == Subject("risk", grid.lines[0].id)
    grid.stand(-1)
    assert robot.page.in_hand() == Subject("block", view.key)


def test_a_text_one_writes_in(robot: EditorRobot) -> None:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    view = robot.editor.chapter.blocks[0]
    assert view.kind is BlockKind.TEXT
    view.focus_first()
    assert robot.page.in_hand() == Subject("block", view.key)


def test_the_chapter_from_its_menu_and_while_one_stands_in_the_outline(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    robot.editor.outline.setFocus(Qt.FocusReason.OtherFocusReason)
    subject = Subject("chapter", view.chapter_id)
    assert robot.page.in_hand() == subject
    menu = QMenu()
    robot.editor._fill_menu(menu)
    menu.actions()[-1].trigger()
    assert robot.shell.told == [subject]


def test_the_plan_while_its_document_information_is_shown(robot: EditorRobot) -> None:
    robot.go("Document information")
    assert robot.page.in_hand() == Subject("plan", robot.editor.manuscript.plan_id)


def test_the_rows_history_is_reached_by_mouse_also_in_a_decided_plan(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    assert isinstance(view, TableBlock)
    part = view.parts[0]
    part.grid.stand(-1)
    assert not part.history.isEnabled()
    part.grid.stand(0)
    view.set_locked(on=True)
    assert part.history.isVisible()
    part.history.click()
    assert robot.shell.told == [Subject("risk", part.grid.lines[0].id)]


def test_a_block_has_it_in_its_menu(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    menu = view.fill_menu()
    next(one for one in menu.actions() if one.objectName() == "block_history").trigger()
    assert robot.shell.told == [Subject("block", view.key)]


def test_the_history_beside_follows_the_chapter_and_what_is_written(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    past = robot.editor.past
    robot.editor.side.tabs.setCurrentIndex(2)
    assert past.isVisible()
    manuscript, block = robot.editor.manuscript, view.block
    assert block is not None
    before = past.table.rows.rowCount()
    manuscript.save_block(block, caption="Våra risker")
    assert past.table.rows.rowCount() == before + 1
    assert "empty → Våra risker" in past.table.rows.index(0, 2).data()
    robot.go("Inledning")
    assert past.name() == "Inledning"
    robot.go("Document information")
    assert past.name() == manuscript.plan.title
