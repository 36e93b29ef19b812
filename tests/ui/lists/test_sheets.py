"""A register to a spreadsheet and back, from its page: looked at before, written whole, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.services.sheets import taking_in
from styrdesk.services.sheets.taking_in import Fate
from styrdesk.ui.kit.aside_work import AsideWork, Look
from styrdesk.ui.lists.door import ListDoor
from styrdesk.ui.lists.sheet_window import SheetWindow
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from styrdesk.ui.pieces.planning.units_page import UnitsPage
from tests.helpers.windows import nameless, present, rich_labels
from tests.helpers.world import World
from tests.ui.lists.conftest import the_door, with_tools


def given_out(qtbot: QtBot, world: World, page: PeoplePage, path: Path) -> None:
    world.dialogs.answer("save_file", path)
    sheets = the_door(page).sheets
    sheets.give_out()
    qtbot.waitUntil(lambda: path.exists() and not sheets.is_running)
    qtbot.waitUntil(lambda: "saved" in sheets.said.words())


def looked_at(qtbot: QtBot, world: World, page: PeoplePage, path: Path) -> SheetWindow:
    """The window that tells what the file would do."""
    world.dialogs.answer("open_file", path)
    sheets = the_door(page).sheets
    sheets.take_in()
    qtbot.waitUntil(lambda: sheets.window_shown is not None)
    assert sheets.window_shown is not None
    return sheets.window_shown


def csv(path: Path, *lines: str) -> Path:
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["ut.xlsx", "ut.csv"])
def test_what_the_page_shows_is_written_and_read_back_as_it_is(
    qtbot: QtBot, world: World, people: PeoplePage, tmp_path: Path, name: str
) -> None:
    people.page.search.setText("000")
    people.page.refresh()
    path = tmp_path / name
    given_out(qtbot, world, people, path)
    assert len(taking_in.read(path).rows) == people.register.count(words="000") < 450
    shown = looked_at(qtbot, world, people, path)
    assert {row.fate for row in shown.plan.rows} == {Fate.UNCHANGED}
    assert not shown.go_on.isEnabled()
    shown.reject()


def test_new_and_changed_rows_are_shown_first_and_taken_in_as_one_step(
    qtbot: QtBot, world: World, people: PeoplePage, tmp_path: Path
) -> None:
    path = csv(tmp_path / "in.csv", "Name;Title;Id", "Person 0007;Head;p0007", "Zoe;;")
    shown = looked_at(qtbot, world, people, path)
    assert people.register.count() == 450
    assert "Title: empty → Head" in shown.lines.text()
    qtbot.mouseClick(shown.go_on, Qt.MouseButton.LeftButton)
    sheets = the_door(people).sheets
    qtbot.waitUntil(lambda: "is read in" in sheets.said.words())
    assert "1 new row, 1 changed row" in sheets.said.words()
    assert (people.register.count(), people.register.get("p0007").title) == (451, "Head")
    assert people.page.table.rows.rowCount() == 451  # the page has been told
    world.services.work.undo()
    assert (people.register.count(), people.register.get("p0007").title) == (450, "")


def test_a_wrong_row_is_told_and_nothing_can_be_read_in(
    qtbot: QtBot, world: World, people: PeoplePage, tmp_path: Path
) -> None:
    path = csv(tmp_path / "in.csv", "Name;Title;Id;Other", "Zoe;;;x", ";Nobody;;")
    shown = looked_at(qtbot, world, people, path)
    assert not shown.go_on.isEnabled()
    assert "1 row is wrong" in shown.said.words()
    assert "Other" in shown.said.words()
    assert shown.chips[Fate.WRONG].isChecked()
    assert shown.table.rows.rowCount() == 1
    assert "Name: " in shown.lines.text()
    shown.chips[Fate.WRONG].setChecked(False)
    assert shown.table.rows.rowCount() == 2
    assert nameless(shown) == []
    assert rich_labels(shown) == []
    shown.reject()
    assert people.register.count() == 450


def test_of_many_columns_that_are_not_read_the_first_are_told(
    qtbot: QtBot, world: World, people: PeoplePage, tmp_path: Path
) -> None:
    path = csv(tmp_path / "in.csv", "Name;Age;Eyes;Hair;Hat", "Zoe;7;;;")
    shown = looked_at(qtbot, world, people, path)
    assert "Columns that are not read: Age, Eyes, Hair and more." in shown.said.words()
    shown.reject()


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, world: World, people: PeoplePage, tmp_path: Path
) -> None:
    path = tmp_path / "in.xlsx"
    path.write_bytes(b"not a workbook")
    world.dialogs.answer("open_file", path).answer("message")
    the_door(people).sheets.take_in()
    qtbot.waitUntil(lambda: world.dialogs.said[-1][0] == "message")
    assert "in.xlsx" in world.dialogs.said[-1][2]
    assert not the_door(people).sheets.is_running


def test_a_file_of_plans_and_another_form_are_not_written(
    world: World, people: PeoplePage, tmp_path: Path
) -> None:
    sheets = the_door(people).sheets
    for path in (world.services.file.path, tmp_path / "ut.ods"):
        world.dialogs.answer("save_file", path).answer("message")
        sheets.give_out()
        assert not sheets.is_running


def test_an_export_can_be_given_up(world: World, people: PeoplePage, tmp_path: Path) -> None:
    path = tmp_path / "ut.csv"
    world.dialogs.answer("save_file", path)
    sheets = the_door(people).sheets
    sheets.give_out()
    assert sheets.gathering.is_running
    sheets.cancel()
    assert not sheets.is_running
    assert not path.exists()


def test_where_something_must_be_there_first_that_is_told(
    qtbot: QtBot, empty: World, tmp_path: Path
) -> None:
    page = UnitsPage(with_tools(empty))
    present(qtbot, page)
    empty.dialogs.answer("message")
    the_door(page).sheets.take_in()
    assert "committee" in empty.dialogs.said[-1][1].lower()


def test_the_menu_offers_both_ways_but_no_reading_in_where_nothing_may_be_written(
    qtbot: QtBot, world: World, people: PeoplePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu = people.page.menu()
    said = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert {"Save as a spreadsheet …", "Read a spreadsheet …"} <= set(said)
    monkeypatch.setattr(world.services.file, "read_only", True)
    titles = [offer.title for offer in ListDoor(people).offers()]
    assert "Save as a spreadsheet …" in titles
    assert "Read a spreadsheet …" not in titles


# ---- work on a thread ---------------------------------------------------------------------------


def test_work_that_is_given_up_is_told_of_no_more(qtbot: QtBot) -> None:
    work, told = AsideWork(), list[object]()
    work.done.connect(told.append)
    work.failed.connect(told.append)

    def endless(look: Look) -> None:
        while True:
            look(1)

    with qtbot.waitSignal(work.moved):
        work.begin(endless)
    work.cancel()
    assert not work.is_running
    with qtbot.waitSignal(work.done):
        work.begin(lambda _look: 7)
    assert told == [7]


def test_what_goes_wrong_on_the_thread_is_told(qtbot: QtBot) -> None:
    work = AsideWork()

    def fails(_look: Look) -> None:
        raise KeyError("x")

    with qtbot.waitSignal(work.failed) as told:
        work.begin(fails)
    assert isinstance(told.args[0], KeyError)


def test_the_way_to_give_up_has_a_name(people: PeoplePage) -> None:
    stop = the_door(people).sheets.findChild(QPushButton, "sheet_stop")
    assert stop is not None
    assert stop.text()
