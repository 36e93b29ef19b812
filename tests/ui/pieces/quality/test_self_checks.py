"""Self-checks in their list and form."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from styrdesk.domain.organisation import Committee
from styrdesk.domain.self_check import CheckResult, SelfCheck, SelfCheckMeasure
from styrdesk.ui.pieces.quality.follow_up import self_checks_page
from styrdesk.ui.pieces.quality.follow_up.self_checks_page import SelfChecksPage
from tests.helpers.robots import RecordsRobot
from tests.helpers.world import World

TITLE, STATE = 1, 4
# The world's day is the twentieth of November 2025.


def some(world: World) -> None:
    add = world.services.self_checks.add
    add(SelfCheck("late", title="Locks", planned_for=date(2025, 11, 19)))
    add(SelfCheck("due", title="Fridges", planned_for=date(2025, 12, 1)))
    add(SelfCheck("far", title="Doors", planned_for=date(2026, 5, 1)))
    add(SelfCheck("left", title="Answers", done_on=date(2025, 10, 1), deviations=1))
    add(SelfCheck("done", title="Extracts", done_on=date(2025, 10, 2)))
    add_measure = world.services.self_check_measures.add
    add_measure(SelfCheckMeasure("m1", "left", title="Ask", done_on=date(2025, 11, 1)))
    add_measure(SelfCheckMeasure("m2", "left", title="Mend"))
    add_measure(SelfCheckMeasure("m3", "done", title="Mend", done_on=date(2025, 11, 1)))


def states(robot: RecordsRobot) -> dict[str, str]:
    return dict(zip(robot.rows(TITLE), robot.rows(STATE), strict=True))


def choose(robot: RecordsRobot, result: CheckResult) -> None:
    field = robot.field("result")
    field.set_value(result)
    field.changed.emit()
    robot.form.flush()


def test_each_tells_where_it_stands(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    assert states(robot) == {
        "Locks": "Late",
        "Fridges": "Soon due",
        "Doors": "Planned",
        "Answers": "Measures left",
        "Extracts": "Done",
    }
    assert self_checks_page.badge(world.context) == "!1"


def test_the_chips_show_what_is_to_be_done(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    found = {}
    for key, chip in robot.shown.chips.items():
        chip.setChecked(True)
        found[key] = set(robot.rows(TITLE))
        chip.setChecked(False)
    assert found == {
        "year": {"Doors"},
        "due": {"Fridges"},
        "late": {"Locks"},
        "measures": {"Answers"},
        "done": {"Answers", "Extracts"},
    }


def test_one_is_carried_out_and_its_deviation_followed(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    robot.open("late")
    robot.write("deviations", "2")
    choose(robot, CheckResult.PARTLY)
    robot.write("done_on", "2025-11-20")
    robot.paste("lines", 0, 0, "Two doors open\tNew lock")
    check = world.services.self_checks.get("late")
    assert (check.deviations, check.result) == (2, CheckResult.PARTLY)
    assert check.done_on == date(2025, 11, 20)
    assert states(robot)["Locks"] == "Measures left"
    (measure,) = world.services.self_check_measures.rows({"self_check_id": "late"})
    assert (measure.deviation, measure.title) == ("Two doors open", "New lock")
    robot.paste("lines", 0, 4, "2025-11-20")
    assert states(robot)["Locks"] == "Done"


def test_deviations_and_as_required_are_not_kept_together(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    robot.open("left")
    choose(robot, CheckResult.AS_REQUIRED)
    assert world.services.self_checks.get("left").result is CheckResult.NONE
    assert "choose another result" in robot.field("result").error()
    robot.write("deviations", "0")
    assert world.services.self_checks.get("left").result is CheckResult.AS_REQUIRED


def test_words_that_are_no_number_are_not_kept(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    robot.open("left")
    robot.write("deviations", "many")
    assert world.services.self_checks.get("left").deviations == 1
    assert "figures" in robot.field("deviations").error()


def test_those_of_the_chosen_committee_and_of_the_municipality_are_shown(
    qtbot: QtBot, world: World
) -> None:
    world.services.committees.add(Committee("c2", name="Kulturnämnden"))
    for key, committee in (("own", "c1"), ("other", "c2"), ("all", None)):
        day = date(2025, 11, 19)
        world.services.self_checks.add(SelfCheck(key, committee, key.title(), planned_for=day))
    robot = RecordsRobot(qtbot, SelfChecksPage(world.context))
    assert set(robot.rows(TITLE)) == {"Own", "All"}
    assert self_checks_page.badge(world.context) == "!2"
    for chip in ("year", "late"):
        robot.shown.chips[chip].setChecked(True)
    assert robot.rows(TITLE) == []  # late, but not planned for 2026
