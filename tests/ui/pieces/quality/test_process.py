"""Processes: steps in a table, drawn as a picture that is also told in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from styrdesk.domain.process import Process, ProcessKind
from styrdesk.domain.routine import Routine
from styrdesk.ui.pieces.quality.processes.flow_picture import FlowPicture, nodes
from styrdesk.ui.pieces.quality.processes.processes_page import ProcessesPage
from tests.helpers.robots import ALT, RecordsRobot
from tests.helpers.world import World

TODAY = date(2025, 11, 20)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def opened(qtbot: QtBot, world: World) -> RecordsRobot:
    process = Process("p", title="Answer letters", begins="A letter", ends="An answer")
    world.services.processes.add(process)
    robot = RecordsRobot(qtbot, ProcessesPage(world.context))
    robot.open("p")
    return robot


def steps(world: World) -> list[str]:
    return [step.title for step in world.services.process_steps.rows({"process_id": "p"})]


def test_steps_are_pasted_in_order_and_drawn(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    picture = robot.find(FlowPicture, "flow")
    assert not picture.isVisible()
    robot.paste("lines", 0, 0, "Register\tregistrar\tletter\tcase\nAnswer\tmanager")
    assert steps(world) == ["Register", "Answer"]
    assert picture.isVisible()
    assert picture.accessibleDescription() == (
        "Begins with A letter. Step 1: Register (registrar). Takes in letter. Gives case. "
        "Step 2: Answer (manager). Ends with An answer."
    )


def test_a_step_is_moved_with_the_arrows(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "One\nTwo\nThree")
    robot.stand("lines", 2, 0)
    robot.key(Qt.Key.Key_Up, ALT)
    assert steps(world) == ["One", "Three", "Two"]
    world.undo()
    assert steps(world) == ["One", "Two", "Three"]


def test_an_open_process_is_first_looked_at_and_a_new_one_written(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.form.focus_first()
    assert robot.focus == "title_input"
    robot.paste("lines", 0, 0, "One\nTwo")
    robot.form.focus_first()
    assert robot.form.picture.hasFocus()


def test_a_step_is_dragged_by_its_handle(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "One\nTwo\nThree")
    grips = robot.grid("lines").verticalHeader()

    def at(row: int) -> QPoint:
        top, tall = grips.sectionViewportPosition(row), grips.sectionSize(row)
        return QPoint(grips.width() // 2, top + tall // 2)

    def drag(first: int, *over: QPoint) -> None:
        qtbot.mousePress(grips.viewport(), LEFT, pos=at(first))
        for place in over:
            on_screen = QPointF(grips.viewport().mapToGlobal(place))
            moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), on_screen, LEFT, LEFT, NONE)
            grips.mouseMoveEvent(moved)
        qtbot.mouseRelease(grips.viewport(), LEFT, pos=over[-1])

    above, below = QPoint(0, -5), QPoint(0, 5)
    drag(2, at(1), at(0) + above)
    assert steps(world) == ["Three", "One", "Two"]
    world.undo()
    drag(0, at(1) + below)
    assert steps(world) == ["Two", "One", "Three"]
    # the empty row comes last and cannot be moved
    drag(0, at(3) + below)
    assert steps(world) == ["One", "Three", "Two"]
    world.undo()
    drag(3, at(0) + above)
    assert steps(world) == ["Two", "One", "Three"]


def test_a_step_tells_its_routine_in_words_and_in_the_picture(qtbot: QtBot, world: World) -> None:
    world.services.routines.add(Routine("r", title="Registering"))
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "Register\t\t\t\tRegist")
    (line,) = world.services.process_steps.rows({"process_id": "p"})
    assert line.routine_id == "r"
    picture = robot.form.picture
    assert "Routine: Registering." in picture.accessibleDescription()
    # a newer version is another record; the step still says which routine it is
    world.services.routine_versions.adopt("r", "", TODAY, None)
    draft = world.services.routine_versions.renew("r")
    world.services.routine_versions.adopt(draft.id, "", TODAY, None)
    robot.open("p")
    assert robot.form.steps.words()[0][4] == "Registering"


def test_a_step_without_words_for_what_is_done_is_refused(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 1, "registrar")
    assert steps(world) == []
    assert "what is done" in robot.grid("lines").grid.error(0, 1)


def test_the_boxes_are_the_beginning_the_steps_and_the_end(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "Register\t\tletter\nAnswer\t\t\treply\nTell\t\ta\tb")
    lines = world.services.process_steps.rows({"process_id": "p"})
    boxes = nodes(world.services.processes.get("p"), lines, {})
    assert [box.number for box in boxes] == ["", "1", "2", "3", ""]
    assert [[words for words, _role, _ink in box.lines] for box in boxes] == [
        ["A letter"],
        ["Register", "Takes in letter"],
        ["Answer", "Gives reply"],
        ["Tell", "a → b"],
        ["An answer"],
    ]
    assert nodes(Process("p", begins="A letter"), (), {}) == ()


def test_the_picture_grows_with_its_words(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "En lång text om vad som görs i steget " * 6)
    picture = robot.find(FlowPicture, "flow")
    assert picture.heightForWidth(240) > picture.heightForWidth(700)


def test_a_copy_has_the_steps_too(world: World, qtbot: QtBot) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, 0, "One\nTwo")
    copy = world.services.processes.duplicate("p")
    rows = world.services.process_steps.rows({"process_id": copy.id})
    assert [row.title for row in rows] == ["One", "Two"]


def test_the_chips_are_the_kinds(qtbot: QtBot, world: World) -> None:
    opened(qtbot, world)
    world.services.processes.add(Process("s", title="Hire", kind=ProcessKind.SUPPORT))
    robot = RecordsRobot(qtbot, ProcessesPage(world.context))
    robot.shown.chips["support"].setChecked(True)
    assert robot.rows() == ["Hire"]
