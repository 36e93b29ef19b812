"""What becomes of what one writes when others write, or the file cannot be written meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from styrdesk.domain import richtext
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.plan import Activity, BlockKind
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import file
from tests.helpers.files import CLOCK
from tests.ui.pieces.planning.editor.robot import EditorRobot
from tests.ui.pieces.planning.editor.test_writing import first_text, saved

GONE = "What you were writing in is no longer in the file"


@pytest.fixture
def theirs(robot: EditorRobot) -> Iterator[Services]:
    """The same file, opened by somebody else."""
    opened = services_of(file.open_file(robot.page.context.services.file.path), CLOCK, str)
    yield opened
    opened.file.close()


def notice(robot: EditorRobot) -> None:
    """Tell the pages what others wrote, as the window does."""
    changes = robot.page.context.services.work.notice()
    assert changes is not None
    robot.page.context.operations.tell(changes)


def no_longer_written(robot: EditorRobot) -> None:
    """The file cannot be written, and the window tells so elsewhere."""
    stopped = FileProblem(FileFault.MOVED, "It is gone.")
    robot.page.context.services.work.stopped = stopped
    robot.page.context.operations.stopped = True
    robot.page.context.operations.takes = lambda problem: problem is stopped


def written_again(robot: EditorRobot) -> None:
    robot.page.context.services.work.stopped = None
    robot.page.context.operations.stopped = False
    robot.page.context.operations.writable.emit()


def test_a_text_that_others_changed_is_shown(robot: EditorRobot, theirs: Services) -> None:
    view = first_text(robot)
    (block,) = (one for one in theirs.chapters.blocks(view.chapter_id) if one.id == view.key)
    body = richtext.write(richtext.from_plain("Deras."))
    theirs.chapters.save_block(replace(block, body=body))
    notice(robot)
    assert view.field.edit.toPlainText() == "Deras."


def test_what_one_types_survives_what_others_wrote_in_the_same_text(
    robot: EditorRobot, theirs: Services
) -> None:
    view = first_text(robot)
    view.focus_first()
    robot.type("Mitt. ")
    (block,) = (one for one in theirs.chapters.blocks(view.chapter_id) if one.id == view.key)
    body = richtext.write(richtext.from_plain("Deras."))
    theirs.chapters.save_block(replace(block, body=body))
    notice(robot)
    robot.type("Mer. ")
    assert robot.page.flush()
    assert saved(robot, view).startswith("Mitt. Mer. Här börjar planen.")
    robot.undo()  # theirs is not lost either
    assert saved(robot, view) == "Deras."


@pytest.mark.parametrize("what", ["block", "chapter", "plan"])
def test_words_in_what_others_deleted_are_shown_to_be_copied(
    robot: EditorRobot, theirs: Services, what: str
) -> None:
    view = first_text(robot)
    view.focus_first()
    robot.type("Mitt. ")
    robot.dialogs.answer("words")
    if what == "block":
        theirs.chapters.delete_block(view.key)
    elif what == "chapter":
        theirs.chapters.delete(view.chapter_id)
    else:
        theirs.plans.delete(robot.editor.manuscript.plan_id)
    notice(robot)
    ((_kind, head, body),) = robot.dialogs.said
    assert head == GONE
    assert body.endswith("Text\nMitt. Här börjar planen.")


def test_a_text_waits_for_a_file_that_cannot_be_written(robot: EditorRobot) -> None:
    view = first_text(robot)
    view.focus_first()
    no_longer_written(robot)
    robot.type("Mitt. ")
    for _time in range(3):
        robot.go("Om risks")  # never leaves words that wait
    assert robot.editor.chapter is not None
    assert robot.editor.chapter.blocks[0] is view
    assert view.field.edit.toPlainText().startswith("Mitt. ")
    written_again(robot)
    assert saved(robot, view).startswith("Mitt. ")


def test_a_row_waits_for_a_file_that_cannot_be_written(robot: EditorRobot) -> None:
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    count = len(grid.lines)
    no_longer_written(robot)
    robot.write(grid, count, 1, "En aktivitet till")
    assert not robot.page.flush()
    assert grid.words()[count][1] == "En aktivitet till"
    assert not robot.page.context.services.file.store.count(
        Activity, {"title": "En aktivitet till"}
    )
    written_again(robot)
    assert len(grid.lines) == count + 1
    assert grid.words()[count][1] == "En aktivitet till"
    assert not grid.is_wrong()


def test_rows_that_others_add_do_not_move_what_is_being_typed(
    robot: EditorRobot, theirs: Services
) -> None:
    """An edit tells its row by number, and another row may come in above it."""
    robot.go_kind(BlockKind.ACTIVITIES)
    grid = robot.grid("activity")
    first = grid.lines[0]
    made = replace(first, id="0-theirs", title="Deras", position=-1)
    grid.grid.setData(grid.grid.index(0, 1), "Mitt")  # saved a moment later
    theirs.activities.save(made)
    notice(robot)
    assert [line.title for line in grid.lines][:2] == ["Deras", "Mitt"]
    assert grid.lines[1].id == first.id
