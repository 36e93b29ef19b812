"""Laws and regulations: a set to begin with, what is to be checked, and the check itself."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Person, Unit, UnitKind
from styrdesk.domain.regulation import Regulation, RegulationUnit
from styrdesk.services.regulation import starting_set
from styrdesk.ui.pieces.quality.law import law_page
from styrdesk.ui.pieces.quality.law.law_page import LawPage
from tests.helpers.robots import RecordsRobot
from tests.helpers.world import World

NUMBER, NAME, RESPONSIBLE, NEXT, STATE = range(5)


def some(world: World) -> None:
    world.services.people.add(Person("p", name="Åsa Öberg"))
    for law in (
        Regulation("new", title="Språklag", number="SFS 2009:600"),
        Regulation(
            "due", title="Arkivlag", number="SFS 1990:782", responsible_id="p",
            checked_on=date(2024, 11, 20), next_check=date(2025, 11, 20),
        ),
        Regulation(
            "read", title="Kommunallag", number="SFS 2017:725", responsible_id="p",
            checked_on=date(2025, 11, 1), next_check=date(2026, 11, 1),
        ),
    ):  # fmt: skip
        world.services.regulations.add(law)


def test_an_empty_register_begins_with_common_laws_that_nobody_has_read(
    qtbot: QtBot, world: World
) -> None:
    robot = RecordsRobot(qtbot, LawPage(world.context))
    robot.press("begin")
    laws = world.services.regulations.rows()
    assert len(laws) == len(starting_set()) > 20
    assert {(law.demands, law.checked_on) for law in laws} == {("", None)}
    assert set(robot.rows(STATE)) == {"To check"}
    world.undo()
    assert robot.rows() == []


def test_a_law_that_is_there_already_is_not_taken_twice(world: World) -> None:
    mine = Regulation("mine", title="Vår lag", number="SFS 2010:800", demands="Allt")
    world.services.regulations.add(mine)
    world.services.laws.begin()
    world.services.laws.begin()
    numbers = [law.number for law in world.services.regulations.rows()]
    assert len(numbers) == len(set(numbers)) == len(starting_set())
    assert world.services.regulations.get("mine") == mine


def test_a_row_says_who_watches_and_whether_it_is_time_to_look(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, LawPage(world.context))
    assert robot.rows(NAME) == ["Arkivlag", "Kommunallag", "Språklag"]
    assert robot.rows(STATE) == ["Check again", "Checked", "To check"]
    assert robot.rows(RESPONSIBLE) == ["Åsa Öberg", "Åsa Öberg", ""]
    assert law_page.badge(world.context) == "!1"


def test_the_chips_show_what_is_to_be_done(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, LawPage(world.context))
    found = {}
    for key, chip in robot.shown.chips.items():
        chip.setChecked(True)
        found[key] = robot.rows(NAME)
        chip.setChecked(False)
    assert found == {"unchecked": ["Språklag"], "due": ["Arkivlag"], "nobody": ["Språklag"]}


def test_a_check_today_is_one_step_with_who_and_holds_a_year(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, LawPage(world.context))
    robot.open("due")
    robot.press("check_now")
    law = world.services.regulations.get("due")
    assert (law.checked_on, law.next_check) == (date(2025, 11, 20), date(2026, 11, 20))
    assert robot.field("next_check").value() == date(2026, 11, 20)
    assert law_page.badge(world.context) == ""
    world.undo()
    assert world.services.regulations.get("due").checked_on == date(2024, 11, 20)


def test_several_are_checked_in_one_step(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, LawPage(world.context))
    robot.shown.table.setFocus()
    robot.shown.table.selectAll()
    menu = robot.shown.menu()
    next(action for action in menu.actions() if action.text() == "Checked today").trigger()
    assert set(robot.rows(STATE)) == {"Checked"}
    world.undo()
    assert robot.rows(STATE) == ["Check again", "Checked", "To check"]


def test_the_units_concerned_are_chosen_by_name_and_hinder_their_deletion(
    qtbot: QtBot, world: World
) -> None:
    some(world)
    world.services.units.add(Unit("u", "c1", None, "Förskola", UnitKind.OPERATION))
    robot = RecordsRobot(qtbot, LawPage(world.context))
    robot.open("read")
    robot.paste("lines", 0, 0, "Förs")
    rows: tuple[RegulationUnit, ...] = world.services.regulation_units.rows()
    assert [(row.regulation_id, row.unit_id) for row in rows] == [("read", "u")]
    with pytest.raises(RuleBroken, match="laws and regulations"):
        world.services.units.delete("u")


def test_words_of_what_it_demands_find_it(qtbot: QtBot, world: World) -> None:
    some(world)
    robot = RecordsRobot(qtbot, LawPage(world.context))
    robot.open("read")
    robot.write("demands", "Den interna kontrollen är tillräcklig")
    robot.shown.close_form()
    robot.shown.search.setText("TILLRÄCKLIG")
    robot.shown.refresh()
    assert robot.rows(NAME) == ["Kommunallag"]
