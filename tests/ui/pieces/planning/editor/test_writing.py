"""What one writes is saved as one writes it, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from styrdesk.domain import richtext
from styrdesk.domain.plan import Block, BlockKind
from styrdesk.ui.pieces.planning.editor.block_view import BlockView, add_block
from styrdesk.ui.pieces.planning.editor.image_block import ImageBlock
from styrdesk.ui.pieces.planning.editor.text_block import TextBlock
from tests.reports.namndplan import small
from tests.ui.pieces.planning.editor.robot import EditorRobot

ALT = Qt.KeyboardModifier.AltModifier


def first_text(robot: EditorRobot) -> TextBlock:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    view = robot.editor.chapter.blocks[0]
    assert isinstance(view, TextBlock)
    return view


def saved(robot: EditorRobot, view: TextBlock) -> str:
    block = robot.editor.manuscript.block(view.key, view.chapter_id)
    assert block is not None
    return richtext.plain(richtext.parse(block.body))


def test_text_is_saved_a_moment_after_the_last_key(robot: EditorRobot) -> None:
    view = first_text(robot)
    view.focus_first()
    with robot.bot.waitSignal(robot.page.context.operations.changed):
        robot.type("Nytt! ")
    assert saved(robot, view).startswith("Nytt! Här börjar planen.")


def test_a_visit_to_a_text_is_one_step_of_undo(robot: EditorRobot) -> None:
    view = first_text(robot)
    view.focus_first()
    for words in ("ett ", "två ", "tre "):
        robot.type(words)
        robot.page.flush()
    assert saved(robot, view).startswith("ett två tre ")
    robot.undo()
    assert saved(robot, view) == "Här börjar planen."
    assert view.field.edit.toPlainText() == "Här börjar planen."
    robot.redo()
    assert view.field.edit.toPlainText().startswith("ett två tre ")


def test_typing_moves_neither_the_cursor_nor_the_block(robot: EditorRobot) -> None:
    view = first_text(robot)
    view.focus_first()
    robot.type("ab")
    robot.page.flush()
    assert view.field.edit.textCursor().position() == 2
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.blocks[0] is view


def test_leaving_a_chapter_saves_what_waits(robot: EditorRobot) -> None:
    view = first_text(robot)
    view.focus_first()
    robot.type("Bråttom. ")
    key, chapter = view.key, view.chapter_id
    robot.go("Om risks")
    block = robot.editor.manuscript.block(key, chapter)
    assert block is not None
    assert "Bråttom. " in block.body


def test_a_text_that_cannot_be_read_is_shown_as_damaged_and_not_written_over(
    robot: EditorRobot,
) -> None:
    view = first_text(robot)
    block = view.block
    assert block is not None
    work = robot.page.context.services.work
    with work.step("Damage"):
        robot.page.context.services.file.store.save(replace(block, body="<script>x</script>"))
    robot.page.context.operations.tell(work.last)
    assert view.field.error()
    assert view.field.edit.isReadOnly()
    assert robot.page.flush() is False


def test_a_block_is_added_below_moved_and_deleted_by_its_menu(robot: EditorRobot) -> None:
    view = first_text(robot)
    chapter = robot.editor.chapter
    assert chapter is not None
    kinds = lambda: [block.kind for block in chapter.blocks]  # noqa: E731
    robot.choose_in(view.fill_menu(), "add_risks")
    assert kinds() == [BlockKind.TEXT, BlockKind.RISKS, BlockKind.IMAGE]
    robot.choose_in(view.fill_menu(), "block_down")
    assert kinds() == [BlockKind.RISKS, BlockKind.TEXT, BlockKind.IMAGE]
    robot.choose_in(view.fill_menu(), "block_delete")
    assert kinds() == [BlockKind.RISKS, BlockKind.IMAGE]
    robot.undo()
    assert kinds() == [BlockKind.RISKS, BlockKind.TEXT, BlockKind.IMAGE]


def test_a_block_is_dragged_by_its_grip(robot: EditorRobot) -> None:
    view = first_text(robot)
    chapter = robot.editor.chapter
    assert chapter is not None
    kinds = lambda: [block.kind for block in chapter.blocks]  # noqa: E731
    as_it_was = kinds()
    assert as_it_was == [BlockKind.TEXT, BlockKind.IMAGE]
    robot.drag(view.grip, chapter.blocks[1], 0.9)
    assert kinds() == [BlockKind.IMAGE, BlockKind.TEXT]
    robot.undo()
    assert kinds() == as_it_was
    robot.drag(chapter.blocks[1].grip, view, 0.1)
    assert kinds() == [BlockKind.IMAGE, BlockKind.TEXT]


def test_undo_takes_back_the_drag_before_what_was_written(robot: EditorRobot) -> None:
    view = first_text(robot)
    chapter = robot.editor.chapter
    assert chapter is not None
    view.focus_first()
    robot.type("Nytt! ")
    robot.drag(view.grip, chapter.blocks[1], 0.9)
    assert [block.kind for block in chapter.blocks] == [BlockKind.IMAGE, BlockKind.TEXT]
    robot.undo()
    assert [block.kind for block in chapter.blocks] == [BlockKind.TEXT, BlockKind.IMAGE]
    assert saved(robot, view).startswith("Nytt! ")
    robot.undo()
    assert saved(robot, view) == "Här börjar planen."


def test_a_block_that_goes_while_another_is_dragged_ends_the_drag(robot: EditorRobot) -> None:
    view = first_text(robot)
    chapter = robot.editor.chapter
    assert chapter is not None
    chapter.dragging.take(1)
    chapter.dragging.follow(view.mapToGlobal(QPoint(5, 2)))
    robot.choose_in(view.fill_menu(), "block_delete")
    chapter.dragging.let_go()
    assert [block.kind for block in chapter.blocks] == [BlockKind.IMAGE]
    robot.undo()
    assert [block.kind for block in chapter.blocks] == [BlockKind.TEXT, BlockKind.IMAGE]


def test_a_new_block_under_a_long_chapter_comes_into_view(robot: EditorRobot) -> None:
    first_text(robot)
    chapter = robot.editor.chapter
    assert chapter is not None
    for kind in (BlockKind.INDICATORS, BlockKind.OPERATING_BUDGET, BlockKind.RISKS):
        robot.choose_in(chapter._add_menu, f"add_{kind.value}")
    robot.choose_in(chapter._add_menu, "add_image")
    seen = chapter._scroll.viewport()
    new, bar = chapter.blocks[-1], chapter._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    top = new.mapTo(seen, new.rect().topLeft()).y()
    assert top >= 0
    assert top + new.height() <= seen.height()


def test_the_heading_of_a_table_is_asked_for(robot: EditorRobot) -> None:
    view = robot.go_kind(BlockKind.RISKS)
    robot.dialogs.answer("enter", " Våra risker ")
    robot.choose_in(view.fill_menu(), "caption")
    assert view.title.text() == "Våra risker"


def test_an_image_is_chosen_described_and_refused_when_it_is_none(
    robot: EditorRobot, tmp_path
) -> None:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    view = robot.editor.chapter.view_of(BlockKind.IMAGE)
    assert isinstance(view, ImageBlock)
    (tmp_path / "no.png").write_bytes(b"no picture")
    robot.dialogs.answer("open_file", tmp_path / "no.png").answer("message")
    view.choose.click()
    assert "PNG" in robot.dialogs.said[-1][2]
    (tmp_path / "yes.png").write_bytes(small.picture())
    robot.dialogs.answer("open_file", tmp_path / "yes.png")
    view.choose.click()
    robot.fill("alt", "En bild av skolan")
    robot.page.flush()
    block: Block | None = view.block
    assert block is not None
    assert block.alt == "En bild av skolan"
    assert not view.picture.pixmap().isNull()


def test_an_instruction_is_folded_and_stays_so(robot: EditorRobot) -> None:
    robot.go("Inledning")
    assert robot.editor.chapter is not None
    note = robot.editor.chapter.note
    assert not note.isVisible()
    note.begin()
    robot.type("Skriv kort.")
    robot.page.flush()
    note.edit.click()
    assert note.words.text() == "Skriv kort."
    note.fold.click()
    assert not note.words.isVisible()
    assert robot.page.context.settings.current.show_instructions is False


def test_tab_goes_through_the_blocks_as_they_stand_and_on_to_a_new_one(robot: EditorRobot) -> None:
    robot.go("Inledning")
    chapter = robot.editor.chapter
    assert chapter is not None
    before = chapter.blocks[0]
    add_block(robot.editor.manuscript, chapter.key, BlockKind.IMAGE, 0)
    first, second, *_others = chapter.blocks
    assert second is before
    assert second.isAncestorOf(tabbed_out_of(robot, first))
    assert tabbed_out_of(robot, chapter.blocks[-1]) is chapter.add


def tabbed_out_of(robot: EditorRobot, view: BlockView) -> QWidget:
    """What Tab comes to after the last in a block."""
    view.more.setFocus()
    here: QWidget | None = QApplication.focusWidget()
    while here is not None and view.isAncestorOf(here):
        robot.bot.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    assert here is not None
    return here
