"""What a register's page shows is printed whole: its filter told, and all of its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.list_spec import Query
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.lists import door, printing
from styrdesk.ui.pieces.planning.goals_page import GoalsPage
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from tests.helpers.windows import nameless, present
from tests.helpers.world import World
from tests.ui.lists.conftest import the_door, with_tools


@pytest.fixture
def goals(qtbot: QtBot, world: World) -> GoalsPage:
    made = GoalsPage(with_tools(world))
    present(qtbot, made)
    return made


def saved(qtbot: QtBot, page: RecordsPage[Any], path: Path) -> str:
    """The words of the PDF, once it is there."""
    page.context.dialogs.answer("save_file", path)  # type: ignore[attr-defined]  # scripted
    shown = the_door(page).printing.export
    the_door(page).as_pdf()
    qtbot.waitUntil(lambda: not shown.is_running and path.exists())
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join(" ".join(texts).split())


def test_the_print_tells_filter_and_order_and_holds_what_is_shown(
    qtbot: QtBot, goals: GoalsPage, tmp_path: Path
) -> None:
    goals.page.chips["operational"].setChecked(True)
    goals.page.search.setText("Äldre")
    goals.page.refresh()
    words = saved(qtbot, goals, tmp_path / "list.pdf")
    for told in ("Strategisk plan 2024–2027", "Verksamhetsmål", "Äldre", "V2", "1 rad"):
        assert told in words
    assert "V1" not in words


def test_all_rows_are_printed_not_only_those_that_were_read(
    qtbot: QtBot, people: PeoplePage, tmp_path: Path
) -> None:
    words = saved(qtbot, people, tmp_path / "list.pdf")
    assert "450 rader" in words
    assert "Person 0000" in words
    assert "Person 0449" in words


def test_a_list_on_its_way_can_be_given_up(qtbot: QtBot, people: PeoplePage) -> None:
    printing_ = the_door(people).printing
    the_door(people).as_pdf()
    assert printing_.gathering.is_running
    stop = printing_.findChild(QPushButton, "gather_cancel")
    assert stop is not None
    assert stop.isVisible()
    assert nameless(people) == []
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    running = [printing_.gathering.is_running, printing_.export.is_running]
    assert running == [False, False]


def test_a_list_too_long_is_told_of_and_not_printed(
    goals: GoalsPage, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "MOST", 2)
    world.dialogs.answer("message")
    the_door(goals).as_pdf()
    assert "too long" in world.dialogs.said[-1][1]
    assert not the_door(goals).printing.gathering.is_running


def test_the_page_offers_it_in_its_menu_with_its_keys(goals: GoalsPage) -> None:
    menu = goals.page.menu()
    said = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert "Print …\tCtrl+P" in said
    assert "Save as PDF …\tCtrl+Shift+P" in said
    assert goals.prints() is goals.tools


def test_a_page_without_tools_has_no_print(qtbot: QtBot, world: World) -> None:
    made = GoalsPage(world.context)
    present(qtbot, made)
    assert made.prints() is None


def test_another_place_is_told_of_another_print(goals: GoalsPage, world: World) -> None:
    first = the_door(goals)
    world.shell.place = Where("c1", 2027)
    goals.place_changed()
    assert the_door(goals) is not first
    assert goals.page.query() == Query(sort="code")


def test_nothing_of_the_print_is_read_before_it_is_asked_for() -> None:
    assert not hasattr(door, "ListPrinting")
