"""Cases from a spreadsheet, from their page: looked at first, then read in, then undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.services.sheets.taking_in import Fate
from styrdesk.ui.lists.sheet_window import SheetWindow
from styrdesk.ui.pieces.quality.cases.cases_page import CasesPage
from tests.helpers.windows import nameless, present, rich_labels
from tests.helpers.world import World
from tests.ui.lists.conftest import the_door, with_tools

HEADS = "Kind of case;Arrived;Title;What happened;From whom;Closed on"


@pytest.fixture
def page(qtbot: QtBot, world: World) -> CasesPage:
    world.services.case_flow.begin()
    made = CasesPage(with_tools(world))
    present(qtbot, made)
    return made


def looked_at(qtbot: QtBot, world: World, page: CasesPage, path: Path) -> SheetWindow:
    """The window that tells what the file would do."""
    world.dialogs.answer("open_file", path)
    sheets = the_door(page).sheets
    sheets.take_in()
    qtbot.waitUntil(lambda: sheets.window_shown is not None)
    assert sheets.window_shown is not None
    return sheets.window_shown


def read_in(qtbot: QtBot, page: CasesPage, shown: SheetWindow) -> None:
    qtbot.mouseClick(shown.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is read in" in the_door(page).sheets.said.words())


def test_what_is_kept_in_a_sheet_becomes_cases_and_a_second_reading_adds_what_is_new(
    qtbot: QtBot, world: World, page: CasesPage, tmp_path: Path
) -> None:
    path = tmp_path / "synpunkter.csv"
    rows = [
        "Synpunkt;2025-03-01;Hours;Too short;Bo Al 811218-9876;",
        "Klagomål;2025-04-01;Food;Cold;;2025-04-09",
    ]
    path.write_text("\r\n".join((HEADS, *rows)), encoding="utf-8")
    shown = looked_at(qtbot, world, page, path)
    assert page.register.count() == 0
    assert [row.fate for row in shown.plan.rows] == [Fate.NEW, Fate.NEW]
    assert "personal identity number" in shown.said.words()
    assert "From whom: A personal identity number" in shown.lines.text()
    shown.warned.setChecked(True)
    assert shown.table.rows.rowCount() == 1
    assert (nameless(shown), rich_labels(shown)) == ([], [])
    read_in(qtbot, page, shown)
    assert {case.title: case.is_open for case in page.register.rows()} == {
        "Hours": True,
        "Food": False,
    }
    rows.append("Beröm;2025-05-01;Thanks;All of it;;")
    path.write_text("\r\n".join((HEADS, *rows)), encoding="utf-8")
    shown = looked_at(qtbot, world, page, path)
    assert shown.chips[Fate.THERE].isVisibleTo(shown)
    assert "is left as it is" in shown.lines.text()
    read_in(qtbot, page, shown)
    assert page.register.count() == 3
    world.services.work.undo()
    assert page.register.count() == 2


def test_a_wrong_row_stops_all_of_it(
    qtbot: QtBot, world: World, page: CasesPage, tmp_path: Path
) -> None:
    path = tmp_path / "synpunkter.csv"
    path.write_text(f"{HEADS}\r\nOkänd;2025-03-01;A;;;\r\nBeröm;2025-03-01;B;;;", "utf-8")
    shown = looked_at(qtbot, world, page, path)
    assert not shown.go_on.isEnabled()
    assert "Kind of case: " in shown.lines.text()
    shown.reject()
    assert page.register.count() == 0


def test_the_menu_offers_to_read_but_not_to_change_many(page: CasesPage) -> None:
    titles = [offer.title for offer in the_door(page).offers()]
    assert "Read a spreadsheet …" in titles
    assert "Change in the chosen rows …" not in titles
