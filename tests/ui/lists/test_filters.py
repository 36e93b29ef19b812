"""A list's filter is kept under a name, chosen by keyboard, and comes back with the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.list_spec import Query
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.pieces.planning.goals_page import GoalsPage
from tests.helpers.windows import nameless, present
from tests.helpers.world import World

WANTED = Query("ä", frozenset({"operational"}), "code")


@pytest.fixture
def goals(qtbot: QtBot, world: World) -> GoalsPage:
    made = GoalsPage(world.context)
    present(qtbot, made)
    return made


def another(qtbot: QtBot, world: World) -> GoalsPage:
    """The page, built once more."""
    made = GoalsPage(world.context)
    present(qtbot, made)
    return made


def rows_of(page: GoalsPage) -> dict[str, QAction]:
    menu = page.saved_filters.menu()
    return {action.text(): action for action in menu.actions()}


def kept(goals: GoalsPage, world: World, name: str = "Äldres") -> None:
    goals.page.apply(WANTED)
    world.dialogs.answer("enter", name)
    goals.saved_filters.keep()


def test_a_filter_is_kept_and_used_again(goals: GoalsPage, world: World) -> None:
    kept(goals, world)
    goals.saved_filters.show_all()
    assert goals.page.query() == Query(sort="code")
    rows = rows_of(goals)
    assert not rows["Äldres"].isChecked()
    rows["Äldres"].trigger()
    assert goals.page.query() == WANTED
    assert goals.page.table.rows.rowCount() == 1
    assert rows_of(goals)["Äldres"].isChecked()


def test_it_comes_back_with_the_page_until_all_is_shown(
    qtbot: QtBot, goals: GoalsPage, world: World
) -> None:
    kept(goals, world)
    assert another(qtbot, world).page.query() == WANTED
    goals.saved_filters.show_all()
    assert another(qtbot, world).page.query() == Query(sort="code")


def test_one_that_is_gone_does_not_come_back(qtbot: QtBot, goals: GoalsPage, world: World) -> None:
    kept(goals, world)
    rows_of(goals)["Delete the filter “Äldres”"].trigger()
    assert world.services.filters.of("goals") == ()
    assert another(qtbot, world).page.query() == Query(sort="code")


def test_a_filter_without_a_name_is_not_kept(goals: GoalsPage, world: World) -> None:
    goals.page.apply(WANTED)
    world.dialogs.answer("enter", " ").answer("message")
    goals.saved_filters.keep()
    world.dialogs.answer("enter", None)
    goals.saved_filters.keep()
    assert world.services.filters.of("goals") == ()


def test_there_is_nothing_to_keep_while_all_is_shown(goals: GoalsPage) -> None:
    assert not rows_of(goals)["Save the filter …"].isEnabled()
    goals.page.apply(WANTED)
    assert rows_of(goals)["Save the filter …"].isEnabled()


def test_where_nothing_may_be_written_they_can_only_be_used(
    goals: GoalsPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(goals, world)
    monkeypatch.setattr(world.services.file, "read_only", True)
    rows = rows_of(goals)
    assert rows["Äldres"].isEnabled()
    assert not rows["Save the filter …"].isEnabled()
    assert not rows["Delete the filter “Äldres”"].isEnabled()


def test_the_menu_is_opened_by_key(qtbot: QtBot, goals: GoalsPage) -> None:
    goals.focus_first()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(goals.page.table, Qt.Key.Key_F, keys)
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    shown.close()
    assert nameless(goals) == []


def test_what_a_filter_asks_for_that_the_list_has_not_becomes_nothing(goals: GoalsPage) -> None:
    goals.page.apply(Query("x", frozenset({"operational", "no such chip"}), "no such column"))
    assert goals.page.query() == Query("x", frozenset({"operational"}), "code")


def test_the_filter_stays_when_another_year_is_chosen(goals: GoalsPage, world: World) -> None:
    goals.page.apply(WANTED)
    world.shell.place = Where("c1", 2027)
    goals.place_changed()
    assert goals.page.query() == WANTED
