"""The same in one field of many rows: in one step, checked as any change is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.goal import GoalKind
from styrdesk.services.listing import is_listed
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.lists.change_sheet import ChangeSheet, changeable
from styrdesk.ui.pieces.planning.goals_page import GoalsPage
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from tests.helpers.windows import nameless, present
from tests.helpers.world import World
from tests.ui.lists.conftest import the_door, with_tools

Act = Callable[[Sheet], bool]


@pytest.fixture
def goals(qtbot: QtBot, world: World) -> GoalsPage:
    made = GoalsPage(with_tools(world))
    present(qtbot, made)
    return made


def put(field: str, value: object, *, done: bool = True) -> Act:
    """Choose a field, and write in it."""

    def act(sheet: Sheet) -> bool:
        assert isinstance(sheet, ChangeSheet)
        sheet.form["which_field"].set_value(field)
        sheet.form["which_field"].changed.emit()
        shown = [one.objectName() for one in sheet.form if one.isVisibleTo(sheet)]
        assert shown == ["which_field", field]
        sheet.form[field].set_value(value)
        assert sheet.go_on() is done
        if not done:
            assert sheet.form[field].error()
        return done

    return act


def changed(page: GoalsPage, world: World, act: Act) -> None:
    world.dialogs.answer("fill", act)
    page.page.table.selectAll()
    the_door(page).change(page.page.table.keys())


def test_a_choice_is_written_in_all_chosen_rows_in_one_step(goals: GoalsPage, world: World) -> None:
    changed(goals, world, put("kind", GoalKind.FINANCIAL))
    assert {goal.kind for goal in world.services.goals.rows()} == {GoalKind.FINANCIAL}
    world.services.work.undo()
    assert {goal.kind for goal in world.services.goals.rows()} == {GoalKind.OPERATIONAL}


def test_words_and_truths_are_written_too(goals: GoalsPage, world: World) -> None:
    changed(goals, world, put("description", "Gemensamt"))
    changed(goals, world, put("sound_management", True))
    rows = world.services.goals.rows()
    assert {(goal.description, goal.sound_management) for goal in rows} == {("Gemensamt", True)}


def test_what_must_be_chosen_must(goals: GoalsPage, world: World) -> None:
    changed(goals, world, put("strategic_plan_id", None, done=False))
    changed(goals, world, put("strategic_plan_id", "s1"))


def test_only_the_chosen_rows_are_changed(qtbot: QtBot, people: PeoplePage, world: World) -> None:
    people.page.table.choose_row(2)
    qtbot.keyClick(people.page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    world.dialogs.answer("fill", put("title", "Rektor"))
    the_door(people).change(people.page.table.keys())
    rows = [one.id for one in people.register.rows() if one.title == "Rektor"]
    assert rows == ["p0002", "p0003"]


def test_the_menu_offers_it_for_chosen_rows(goals: GoalsPage) -> None:
    def offered() -> bool:
        menu = goals.page.menu()
        found = [a for a in menu.actions() if a.text() == "Change in the chosen rows …"]
        return found[0].isEnabled()

    goals.page.table.selectAll()
    assert offered()
    goals.page.table.clearSelection()
    assert not offered()
    the_door(goals).change(())  # nothing is asked


def test_every_register_can_be_changed_so_and_says_the_names_of_its_fields(
    qtbot: QtBot, world: World
) -> None:
    listed = [kind for kind in RECORDS.values() if is_listed(kind)]
    registers = [value for value in vars(world.services).values() if hasattr(value, "spec")]
    for register in registers:
        kind = register.spec.kind
        if kind not in listed or not changeable(register):
            continue
        sheet = ChangeSheet(world.context, register, ("x",))
        present(qtbot, sheet)
        assert nameless(sheet) == []
