"""The outline: numbers, standing, order by key and by mouse, new, renamed, deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMenu

from styrdesk.domain.plan import BlockKind
from styrdesk.ui.pieces.planning.editor import moves
from tests.helpers.windows import walk_by_tab
from tests.reports.namndplan import small
from tests.ui.pieces.planning.editor.robot import EditorRobot

ALT = Qt.KeyboardModifier.AltModifier
UP, DOWN, LEFT, RIGHT = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_chapters_are_moved_in_and_out_and_up_and_down_by_key(robot: EditorRobot) -> None:
    robot.go("Om goals")
    assert robot.titles()[:3] == ["1 Inledning", "2 Om free_table", "3 Om goals"]
    robot.outline_key(UP, ALT)
    assert robot.titles()[:3] == ["1 Inledning", "2 Om goals", "3 Om free_table"]
    robot.outline_key(RIGHT, ALT)
    assert robot.titles()[:3] == ["1 Inledning", "  1.1 Om goals", "2 Om free_table"]
    back = QShortcut(QKeySequence("Alt+Left"), robot.page.window())  # the window's way back
    elsewhere = list[int]()
    back.activated.connect(lambda: elsewhere.append(1))
    robot.outline_key(LEFT, ALT)
    assert elsewhere == []
    robot.outline_key(DOWN, ALT)
    assert robot.titles()[:3] == ["1 Inledning", "2 Om free_table", "3 Om goals"]
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.head.title.text() == "3 Om goals"


def test_a_move_is_one_step_of_undo(robot: EditorRobot) -> None:
    before = robot.titles()
    robot.go("Om goals")
    robot.outline_key(UP, ALT)
    robot.undo()
    assert robot.titles() == before


def test_tab_goes_from_the_chapter_to_what_stands_beside_it(robot: EditorRobot) -> None:
    for title in ("Om goals", "Inledning"):  # a chapter is made anew each time
        robot.go(title)
        chapter, side = robot.editor.chapter, robot.editor.side
        assert chapter is not None
        robot.editor.outline.setFocus()
        reached = walk_by_tab(robot.bot, robot.page.window())
        within = [n for n, stop in enumerate(reached) if chapter.isAncestorOf(stop)]
        beside = [n for n, stop in enumerate(reached) if side.isAncestorOf(stop)]
        assert chapter.add in reached
        assert max(within) < min(beside)


def test_the_first_chapter_goes_no_higher_and_not_in(robot: EditorRobot) -> None:
    before = robot.titles()
    robot.go("Inledning")
    for key in (UP, RIGHT, LEFT):
        robot.outline_key(key, ALT)
    assert robot.titles() == before


def test_a_chapter_let_go_over_another_takes_its_place(robot: EditorRobot) -> None:
    robot.go("Om goals")
    robot.editor.outline.drop_at(robot.middle_of(1, 0.1))
    assert robot.titles()[:3] == ["1 Om goals", "2 Inledning", "3 Om free_table"]
    robot.editor.outline.drop_at(robot.middle_of(3, 0.9))
    assert robot.titles()[:3] == ["1 Inledning", "2 Om free_table", "3 Om goals"]


def test_a_chapter_let_go_under_the_last_becomes_the_last(robot: EditorRobot) -> None:
    robot.go("Inledning")
    robot.editor.outline.drop_at(robot.middle_of(15, 0.9))
    assert robot.titles()[-1] == "15 Inledning"


def test_a_chapter_is_made_an_appendix_and_back_from_its_menus(robot: EditorRobot) -> None:
    robot.go("Om goals")
    choose(robot.editor.outline.menu(), "Make it an appendix")
    assert robot.titles()[-1] == "Appendix A Om goals"
    assert robot.titles()[1:3] == ["2 Om free_table", "3 Om assignments"]
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.head.title.text() == "Appendix A Om goals"
    robot.go("Inledning")
    choose(robot.editor.outline.menu(), "Make it an appendix")
    assert robot.titles()[-2:] == ["Appendix A Om goals", "Appendix B Inledning"]
    head = robot.editor.chapter.head
    head.menu.aboutToShow.emit()
    choose(head.menu, "Make it a chapter")
    assert robot.titles()[-2:] == ["14 Inledning", "Appendix A Om goals"]


def test_a_chapter_is_dragged_in_among_the_appendices_and_out_again(robot: EditorRobot) -> None:
    robot.go("Om risks")
    choose(robot.editor.outline.menu(), "Make it an appendix")
    last = len(robot.titles())
    robot.go("Inledning")
    robot.editor.outline.drop_at(robot.middle_of(last, 0.1))
    assert robot.titles()[-2:] == ["14 Inledning", "Appendix A Om risks"]
    robot.editor.outline.drop_at(robot.middle_of(last, 0.9))
    assert robot.titles()[-2:] == ["Appendix A Om risks", "Appendix B Inledning"]
    robot.editor.outline.drop_at(robot.middle_of(last - 1, 0.1))
    assert robot.titles()[-2:] == ["Appendix A Inledning", "Appendix B Om risks"]
    robot.editor.outline.drop_at(robot.middle_of(1, 0.1))
    assert robot.titles()[0] == "1 Inledning"
    assert robot.titles()[-1] == "Appendix A Om risks"


def test_a_new_chapter_stands_after_the_chosen_one_and_is_opened(robot: EditorRobot) -> None:
    robot.go("Inledning")
    robot.dialogs.answer("enter", "Förord")
    robot.press("add_chapter")
    assert robot.titles()[:2] == ["1 Inledning", "2 Förord"]
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.head.title.text() == "2 Förord"
    assert [block.kind for block in robot.editor.chapter.blocks] == [BlockKind.TEXT]


def test_a_chapter_without_title_is_refused(robot: EditorRobot) -> None:
    before = robot.titles()
    robot.dialogs.answer("enter", " ").answer("message")
    robot.press("add_chapter")
    assert robot.titles() == before


def test_f2_renames(robot: EditorRobot) -> None:
    robot.go("Inledning")
    robot.dialogs.answer("enter", "Ordföranden har ordet")
    robot.outline_key(Qt.Key.Key_F2)
    assert robot.titles()[0] == "1 Ordföranden har ordet"


def test_a_deleted_chapter_can_be_taken_back_where_it_was_deleted(robot: EditorRobot) -> None:
    before = robot.titles()
    robot.go("Om goals")
    robot.outline_key(Qt.Key.Key_Delete)
    assert "3 Om goals" not in robot.titles()
    assert robot.editor.deleted.isVisible()
    assert "Om goals" in robot.editor.deleted.words()
    robot.find(QAbstractButton, "undo_delete").click()
    assert robot.titles() == before
    assert not robot.editor.deleted.isVisible()


def test_the_offer_to_take_back_goes_when_something_else_is_done(robot: EditorRobot) -> None:
    robot.go("Om goals")
    robot.outline_key(Qt.Key.Key_Delete)
    robot.go("Om risks")
    robot.outline_key(UP, ALT)
    assert not robot.editor.deleted.isVisible()


def test_a_chapter_is_marked_ready_in_its_head_and_seen_in_the_outline(robot: EditorRobot) -> None:
    robot.go("Inledning")
    section = robot.editor.outline.sections()[1]
    assert (section.status, section.count) == ("doing", "Draft")
    assert robot.editor.chapter is not None
    combo = robot.editor.chapter.head.standing
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    section = robot.editor.outline.sections()[1]
    assert (section.status, section.count) == ("done", "")


def test_the_outline_is_heard_with_how_far_each_chapter_has_come(robot: EditorRobot) -> None:
    said = robot.editor.outline.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 Inledning, Draft"


def test_enter_goes_on_into_the_chapter(robot: EditorRobot) -> None:
    robot.go("Inledning")
    robot.outline_key(Qt.Key.Key_Return)
    assert robot.focus == "body_input"


def test_a_narrow_page_chooses_chapters_in_a_drop_down(robot: EditorRobot) -> None:
    robot.editor.take_outline().hide()
    pick = robot.editor.pick.combo
    assert pick.isVisible()
    pick.setCurrentIndex(2)
    pick.activated.emit(2)
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.head.title.text() == "2 Om free_table"


def order(*rows: tuple[int, int, int | None]) -> moves.Order:
    return [
        (
            level,
            small.chapter(n, parent_id=None if above is None else small.uid(f"chapter-{above}")),
        )
        for level, n, above in rows
    ]


@pytest.mark.parametrize(
    ("what", "before", "expected"),
    [
        (1, 0, None),  # on itself
        (1, 3, moves.Move(None, 1)),  # the end
        (3, 1, moves.Move(small.uid("chapter-1"), 0)),  # among another's sub-chapters
        (2, 0, moves.Move(None, 0)),  # out to the top
    ],
)
def test_where_a_dropped_chapter_goes(what: int, before: int, expected: moves.Move | None) -> None:
    rows = order((1, 1, None), (2, 2, 1), (1, 3, None))
    assert moves.dropped(rows, small.uid(f"chapter-{what}"), before) == expected
