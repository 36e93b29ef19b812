"""Strategic plans and assignments."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from styrdesk.domain.assignment import Assignment
from styrdesk.domain.goal import Goal
from styrdesk.domain.organisation import Committee
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.pieces.planning.assignments_page import AssignmentsPage
from styrdesk.ui.pieces.planning.strategic_plans_page import StrategicPlansPage
from tests.helpers.robots import RecordsRobot
from tests.helpers.windows import nameless
from tests.helpers.world import World


def test_a_new_strategic_plan_has_the_four_years_of_a_term(qtbot: QtBot, empty: World) -> None:
    empty.shell.place = Where("", 2028)
    robot = RecordsRobot(qtbot, StrategicPlansPage(empty.context))
    robot.press("new")
    robot.type("Strategisk plan 2028–2031")
    robot.form.flush()
    (plan,) = empty.services.strategic_plans.rows()
    assert (plan.title, plan.first_year, plan.last_year) == (
        "Strategisk plan 2028–2031",
        2028,
        2031,
    )
    assert nameless(robot.page) == []


def test_years_in_the_wrong_order_are_explained(qtbot: QtBot, world: World) -> None:
    robot = RecordsRobot(qtbot, StrategicPlansPage(world.context))
    robot.open("s1")
    robot.write("last_year", "2020")
    assert "must not come before" in robot.field("last_year").error()
    robot.write("last_year", "tjugo")
    assert "four figures" in robot.field("last_year").error()
    assert world.services.strategic_plans.get("s1").last_year == 2027


def test_a_strategic_plan_with_goals_cannot_be_deleted(qtbot: QtBot, world: World) -> None:
    robot = RecordsRobot(qtbot, StrategicPlansPage(world.context))
    world.dialogs.answer("message")
    robot.delete("s1")
    assert "goals" in world.dialogs.said[0][2]


def test_an_assignment_is_given_to_the_chosen_committee_and_filled_in(
    qtbot: QtBot, world: World
) -> None:
    robot = RecordsRobot(qtbot, AssignmentsPage(world.context))
    robot.press("new")
    robot.type("Stärk läsningen")
    robot.write("deadline", "31/12 2026")
    robot.write("paragraph", "§ 201")
    robot.write("reporting", "T2 till KS")
    (made,) = world.services.assignments.rows()
    assert (made.code, made.title, made.committee_id) == ("U1", "Stärk läsningen", "c1")
    assert (made.deadline, made.paragraph) == (date(2026, 12, 31), "§ 201")
    assert robot.rows(2) == ["2026-12-31"]
    assert nameless(robot.page) == []


def test_a_deadline_that_cannot_be_read_stays_and_is_explained(qtbot: QtBot, world: World) -> None:
    world.services.assignments.add(Assignment("u1", "s1", "c1", None, "U1", "Läs"))
    robot = RecordsRobot(qtbot, AssignmentsPage(world.context))
    robot.open("u1")
    robot.write("deadline", "snarast")
    assert "Write a date" in robot.field("deadline").error()
    robot.write("title", "Läs mer")
    assert robot.field("deadline").line.text() == "snarast"  # type: ignore[attr-defined]
    assert world.services.assignments.get("u1").title == "Läs mer"


def test_chips_find_the_committees_own_and_those_without_a_deadline(
    qtbot: QtBot, world: World
) -> None:
    world.services.committees.add(Committee("c2", "Socialnämnden"))
    add = world.services.assignments.add
    add(Assignment("u1", "s1", "c1", None, "U1", "Läs", deadline=date(2026, 1, 1)))
    add(Assignment("u2", "s1", "c2", None, "U2", "Vårda"))
    add(Assignment("u3", "s1", None, None, "U3", "Alla"))
    robot = RecordsRobot(qtbot, AssignmentsPage(world.context))
    assert robot.page.counts() == {"own": 1, "open": 2}
    robot.shown.chips["own"].click()
    assert robot.rows() == ["U1"]


def test_a_goal_made_elsewhere_can_be_chosen_in_an_open_form(qtbot: QtBot, world: World) -> None:
    world.services.assignments.add(Assignment("u1", "s1", "c1", None, "U1", "Läs"))
    robot = RecordsRobot(qtbot, AssignmentsPage(world.context))
    robot.open("u1")
    goal = Goal("V7", "s1", "V7", "Nytt")
    world.context.operations.run(lambda: world.services.goals.add(goal))
    field = robot.field("goal_id")
    field.set_value("V7")
    assert field.value() == "V7"
