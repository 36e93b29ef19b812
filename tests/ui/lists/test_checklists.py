"""The list of checklists on paper and in a spreadsheet, as those of registers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.domain.checklist import ChecklistItem, ChecklistTemplate
from styrdesk.domain.organisation import Person, Unit
from styrdesk.services.sheets import taking_in
from styrdesk.ui.lists.door import ListDoor
from styrdesk.ui.pieces.quality.checklists.checklists_page import ChecklistsPage
from styrdesk.ui.pieces.quality.checklists.lines import SIGNED
from tests.helpers.world import World
from tests.ui.lists.conftest import with_tools


@pytest.fixture
def lists(qtbot: QtBot, world: World) -> ChecklistsPage:
    """Two lists, one of them signed, and one that is to be begun."""
    services = world.services
    committee = world.context.shell.where().committee_id
    template = ChecklistTemplate("t", committee, "Food", valid_from=date(2025, 1, 1))
    services.checklist_templates.add(template)
    services.checklist_items.add(ChecklistItem("a", "t", "Clean hands"))
    services.people.add(Person("me", "Åsa Öberg"))
    world.context.settings.set_person(services.file.path, "me")
    services.units.add(Unit("u", committee, name="Eastern school"))
    services.checklists.begin("t", committee, None, date(2025, 9, 30))
    key = services.checklists.begin("t", committee, "u", date(2025, 9, 30))
    services.checklists.answer(key, 1, "no")
    services.checklists.sign(key, "Soap is out")
    page = ChecklistsPage(with_tools(world))
    qtbot.addWidget(page)
    page.show()
    return page


def door(page: ChecklistsPage) -> ListDoor:
    assert isinstance(page.tools, ListDoor)
    return page.tools


@pytest.mark.parametrize(("chips", "count"), [((), 2), ((SIGNED,), 1)])
def test_what_has_been_begun_is_written_with_who_signed_it(
    qtbot: QtBot, world: World, lists: ChecklistsPage, tmp_path: Path, chips: list[str], count: int
) -> None:
    for chip in chips:
        lists.page.chips[chip].setChecked(True)
    path = tmp_path / "lists.csv"
    world.dialogs.answer("save_file", path)
    sheets = door(lists).sheets
    sheets.give_out()
    qtbot.waitUntil(lambda: "saved" in sheets.said.words())
    grid = taking_in.read(path)
    assert len(grid.rows) == count
    held = path.read_text(encoding="utf-8")
    signed = next(row for row in world.services.checklists.rows() if row.signed_at)
    for told in ("Eastern school", "Soap is out", signed.signed_at, signed.signed_by):
        assert told in held


def test_the_list_is_printed_as_it_is_shown(
    qtbot: QtBot, world: World, lists: ChecklistsPage, tmp_path: Path
) -> None:
    path = tmp_path / "lists.pdf"
    world.dialogs.answer("save_file", path)
    assert lists.prints() is door(lists)
    door(lists).as_pdf()
    printing = door(lists).printing
    qtbot.waitUntil(lambda: path.exists() and not printing.export.is_running)
    cells = [row[0] for row in printing.gathering.rows]
    assert cells == ["Food"] * lists.page.table.rows.rowCount()


def test_no_spreadsheet_is_read_and_nothing_is_changed_in_many(lists: ChecklistsPage) -> None:
    offered = [action.title for action in door(lists).offers()]
    assert "Save as a spreadsheet …" in offered
    assert not {"Read a spreadsheet …", "Change in the chosen rows …"} & set(offered)
