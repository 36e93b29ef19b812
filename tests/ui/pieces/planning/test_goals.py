"""Goals: the register every other register here is copied from, so its tests tell the pattern."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.domain.goal import CommitteeGoal, Goal, GoalAnswer, GoalKind, StrategicPlan
from styrdesk.domain.plan import Plan, PlanStatus
from styrdesk.ui.kit.piece import Target, Where
from styrdesk.ui.pieces.planning.assignments_page import AssignmentsPage
from styrdesk.ui.pieces.planning.goals_page import GoalsPage
from tests.helpers.robots import CTRL, RecordsRobot
from tests.helpers.windows import nameless, rich_labels
from tests.helpers.world import World


def goals(qtbot: QtBot, world: World) -> RecordsRobot:
    return RecordsRobot(qtbot, GoalsPage(world.context))


def test_only_goals_of_a_plan_that_holds_for_the_year_are_shown(qtbot: QtBot, world: World) -> None:
    world.services.strategic_plans.add(StrategicPlan("s0", "Förra", 2020, 2023))
    world.services.goals.add(Goal("old", strategic_plan_id="s0", code="V9", title="Gammalt"))
    robot = goals(qtbot, world)
    assert robot.rows() == ["F1", "V1", "V2"]
    world.shell.place = Where("c1", 2021)
    robot.page.place_changed()
    assert robot.rows() == ["V9"]


def test_a_new_goal_has_the_next_number_and_waits_for_its_words(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.press("new")
    assert robot.focus == "title_input"
    robot.type("Fler i arbete")
    robot.form.flush()
    made = world.services.goals.rows(words="arbete")
    assert [(goal.code, goal.title) for goal in made] == [("V3", "Fler i arbete")]


def test_words_are_kept_as_typed_and_one_visit_is_one_step(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.open("V1")
    robot.fill("title", "Skola med ro")
    robot.form.flush()
    robot.type(" och kunskap")
    robot.form.flush()
    assert world.services.goals.get("V1").title == "Skola med ro och kunskap"
    assert robot.rows(1)[1] == "Skola med ro och kunskap"
    world.undo()
    assert world.services.goals.get("V1").title == "Skola"
    assert robot.field("title").value() == "Skola"
    assert robot.rows(1)[1] == "Skola"
    world.redo()
    assert robot.field("title").value() == "Skola med ro och kunskap"


def test_an_empty_title_stays_empty_says_why_and_is_not_saved(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.open("V1")
    robot.write("title", " ")
    assert robot.field("title").error()
    assert world.services.goals.get("V1").title == "Skola"
    world.services.goals.save(Goal("V2", "s1", "V2", "Äldre får vård"))
    robot.shown.refresh()
    assert robot.field("title").is_empty()
    assert not robot.page.flush()
    assert robot.focus == "title_input"


def test_a_goal_that_a_plan_answers_cannot_be_deleted_and_the_message_says_why(
    qtbot: QtBot, world: World
) -> None:
    plan(world)
    robot = goals(qtbot, world)
    world.dialogs.answer("message")
    robot.delete("V1")
    assert "answers in plans" in world.dialogs.said[0][2]
    assert robot.rows() == ["F1", "V1", "V2"]


def plan(world: World, status: PlanStatus = PlanStatus.DRAFT) -> None:
    """A nämndplan that answers V1 by N1."""
    with world.services.work.step("plan"):
        for record in (
            Plan("p1", "c1", "s1", 2026, "Nämndplan", status),
            CommitteeGoal("n1", "p1", "N1", "Alla når målen"),
            GoalAnswer("a1", "p1", "V1", "n1"),
            GoalAnswer("a2", "p1", "V2", None, "Vi bidrar."),
        ):
            world.services.file.store.save(record)


def test_the_list_tells_which_of_the_committees_goals_answer(qtbot: QtBot, world: World) -> None:
    plan(world)
    robot = goals(qtbot, world)
    assert robot.rows(3) == ["–", "N1", "in words"]
    robot.shown.chips["unanswered"].click()
    assert robot.rows() == ["F1"]


def test_a_goal_of_a_decided_plan_can_still_be_corrected_in_the_register(
    qtbot: QtBot, world: World
) -> None:
    plan(world, PlanStatus.DECIDED)
    robot = goals(qtbot, world)
    robot.open("V1")
    robot.write("title", "Skola för alla")
    assert world.services.goals.get("V1").title == "Skola för alla"


def test_a_deleted_goal_comes_back_by_undo(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.open("V2")
    robot.delete("V2")
    assert robot.rows() == ["F1", "V1"]
    assert not robot.shown.panel.isVisible()
    world.undo()
    assert robot.rows() == ["F1", "V1", "V2"]


def test_chips_narrow_the_list_and_tell_how_many(qtbot: QtBot, world: World) -> None:
    goal = world.services.goals.get("F1")
    world.services.goals.save(
        Goal(goal.id, "s1", "F1", "Balans", kind=GoalKind.FINANCIAL, sound_management=True)
    )
    robot = goals(qtbot, world)
    assert robot.page.counts() == {"operational": 2, "financial": 1, "sound": 1, "unanswered": 3}
    robot.shown.chips["financial"].click()
    assert robot.rows() == ["F1"]
    robot.shown.chips["operational"].click()
    assert len(robot.rows()) == 3


def test_everything_is_done_by_keyboard(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.page.focus_first()
    robot.key(Qt.Key.Key_N, CTRL)
    robot.type("Ett nytt mål")
    robot.key(Qt.Key.Key_Escape)
    assert robot.focus == "table"
    assert "Ett nytt mål" in robot.rows(1)
    robot.key(Qt.Key.Key_D, CTRL)
    robot.key(Qt.Key.Key_Escape)
    assert robot.rows(1).count("Ett nytt mål") == 2
    robot.key(Qt.Key.Key_Delete)
    assert robot.rows(1).count("Ett nytt mål") == 1


@pytest.mark.parametrize("page", [GoalsPage, AssignmentsPage])
def test_without_a_strategic_plan_the_page_says_so_and_makes_one(
    qtbot: QtBot, empty: World, page: Any
) -> None:
    robot = RecordsRobot(qtbot, page(empty.context))
    assert "First a strategic plan for 2025" in robot.shown._nothing.words()
    assert not robot.find(QPushButton, "new").isVisible()
    robot.page.focus_first()
    assert robot.focus == "need"
    robot.shown.create_record()  # Ctrl+N leads to the same button
    assert robot.focus == "need"
    robot.press("need")
    (made,) = empty.services.strategic_plans.rows()
    assert (made.first_year, made.last_year) == (2025, 2028)
    assert empty.shell.gone == [Target("planning", "strategic_plans", made.id)]


def test_a_strategic_plan_for_other_years_is_led_to_and_none_is_made(
    qtbot: QtBot, empty: World
) -> None:
    empty.services.strategic_plans.add(StrategicPlan("s1", "Plan", 2020, 2023))
    robot = goals(qtbot, empty)
    robot.press("need")
    assert empty.shell.gone == [Target("planning", "strategic_plans")]
    assert empty.services.strategic_plans.count() == 1


def test_once_there_is_a_strategic_plan_the_page_takes_its_goals(
    qtbot: QtBot, empty: World
) -> None:
    robot = goals(qtbot, empty)
    empty.context.operations.run(
        lambda: empty.services.strategic_plans.add(StrategicPlan("s1", "Plan", 2024, 2027))
    )
    assert "Copy them" in robot.shown._nothing.words()
    robot.press("new")
    assert robot.rows() == ["V1"]


def test_a_place_elsewhere_opens_the_goal_at_its_field(qtbot: QtBot, world: World) -> None:
    robot = goals(qtbot, world)
    robot.page.show_record(Target("planning", "goals", "V2", "description"))
    assert robot.form.title() == "V2 Äldre"
    assert robot.focus == "description_input"


def test_all_that_takes_the_focus_has_a_name_and_words_stay_plain(
    qtbot: QtBot, world: World
) -> None:
    world.services.goals.save(Goal("V1", "s1", "V1", "<b>Skola</b>"))
    robot = goals(qtbot, world)
    robot.open("V1")
    assert nameless(robot.page) == []
    assert rich_labels(robot.page) == []
