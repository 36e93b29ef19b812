"""Committees and units: days, former names, and a tree moved by keyboard."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from styrdesk.domain.organisation import Committee, Unit, UnitKind
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.pieces.planning.committees_page import CommitteesPage
from styrdesk.ui.pieces.planning.units_page import UnitsPage
from tests.helpers.robots import ALT, RecordsRobot
from tests.helpers.windows import nameless
from tests.helpers.world import World


def committees(qtbot: QtBot, world: World) -> RecordsRobot:
    robot = RecordsRobot(qtbot, CommitteesPage(world.context))
    robot.open("c1")
    return robot


def test_a_former_name_is_written_under_its_committee(qtbot: QtBot, world: World) -> None:
    robot = committees(qtbot, world)
    robot.paste("lines", 0, 0, "Skolnämnden\t2007-01-01\t2014-12-31")
    committee = world.services.committees.get("c1")
    assert world.services.organisation.name_at(committee, date(2010, 5, 1)) == "Skolnämnden"
    assert nameless(robot.page) == []


def test_days_in_the_wrong_order_are_kept_and_saved_once_they_are_right(
    qtbot: QtBot, world: World
) -> None:
    robot = committees(qtbot, world)
    robot.write("valid_from", "2020-01-01")
    robot.write("valid_to", "2019-01-01")
    assert "must not come before" in robot.field("valid_to").error()
    assert world.services.committees.get("c1").valid_to is None
    robot.write("short_name", "BBN")
    assert world.services.committees.get("c1").short_name == "BBN"
    assert robot.field("valid_to").line.text() == "2019-01-01"  # type: ignore[attr-defined]
    assert not robot.form.flush()
    robot.write("valid_from", "2018-01-01")
    saved = world.services.committees.get("c1")
    assert (saved.valid_from, saved.valid_to) == (date(2018, 1, 1), date(2019, 1, 1))
    assert robot.field("valid_to").error() == ""
    assert robot.form.flush()


def test_a_committee_with_units_cannot_be_deleted(qtbot: QtBot, world: World) -> None:
    world.services.units.add(Unit("u1", "c1", None, "Sektor"))
    robot = committees(qtbot, world)
    world.dialogs.answer("message")
    robot.delete("c1")
    assert "used in: units" in world.dialogs.said[0][2]
    assert robot.rows() == ["Barn- och bildningsnämnden"]


def units(qtbot: QtBot, world: World) -> RecordsRobot:
    """Sektor > (Förskola > Åsen), Skola."""
    for key, parent, name, kind in (
        ("u1", None, "Sektor", UnitKind.ADMINISTRATION),
        ("u2", "u1", "Förskola", UnitKind.OPERATION),
        ("u3", "u2", "Åsen", UnitKind.UNIT),
        ("u4", "u1", "Skola", UnitKind.OPERATION),
    ):
        world.services.units.add(Unit(key, "c1", parent, name, kind))
    return RecordsRobot(qtbot, UnitsPage(world.context))


def names(robot: RecordsRobot) -> list[str]:
    return [row.replace("\u2003\u2003", "> ") for row in robot.rows()]


def test_units_are_shown_as_a_tree(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    assert names(robot) == ["Sektor", "> Förskola", "> > Åsen", "> Skola"]
    robot.shown.search.setText("skola")
    robot.shown.refresh()
    assert names(robot) == ["> Förskola", "> Skola"]


def test_a_unit_moves_with_what_lies_under_it(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    robot.shown.table.setFocus()
    robot.shown.table.choose("u4")
    robot.key(Qt.Key.Key_Up, ALT)
    assert names(robot) == ["Sektor", "> Skola", "> Förskola", "> > Åsen"]
    assert robot.shown.table.key() == "u4"
    robot.key(Qt.Key.Key_Up, ALT)
    assert names(robot)[1] == "> Skola"
    robot.key(Qt.Key.Key_Down, ALT)
    assert names(robot) == ["Sektor", "> Förskola", "> > Åsen", "> Skola"]
    world.undo()
    assert names(robot)[1] == "> Skola"


def test_a_unit_is_put_under_another_by_choosing_it(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    robot.open("u3")
    field = robot.form.form["parent_id"]
    field.combo.setCurrentIndex(field._values.index("u4"))
    field.combo.activated.emit(field.combo.currentIndex())
    robot.form.flush()
    assert world.services.units.get("u3").parent_id == "u4"
    assert names(robot) == ["Sektor", "> Förskola", "> Skola", "> > Åsen"]


def test_a_unit_cannot_lie_under_what_lies_under_it(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    robot.open("u1")
    field = robot.form.form["parent_id"]
    field.combo.setCurrentIndex(field._values.index("u3"))
    field.combo.activated.emit(field.combo.currentIndex())
    assert "under itself" in field.error()
    assert world.services.units.get("u1").parent_id is None


def test_a_unit_with_others_under_it_cannot_be_deleted_alone(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    world.dialogs.answer("message")
    robot.delete("u2")
    assert "Åsen" in world.dialogs.said[0][2]
    robot.shown.table.selectAll()
    robot.key(Qt.Key.Key_Delete)
    assert names(robot) == []
    world.undo()
    assert names(robot) == ["Sektor", "> Förskola", "> > Åsen", "> Skola"]


def test_a_new_unit_stands_beside_the_current_one(qtbot: QtBot, world: World) -> None:
    robot = units(qtbot, world)
    robot.shown.table.choose("u3")
    robot.press("new")
    assert names(robot)[3] == "> > New unit"


def test_only_the_chosen_committees_units_are_shown(qtbot: QtBot, world: World) -> None:
    world.services.committees.add(Committee("c2", "Socialnämnden"))
    robot = units(qtbot, world)
    world.shell.place = Where("c2", 2026)
    robot.page.place_changed()
    assert robot.rows() == []
    assert "Begin with the administration" in robot.shown._nothing.words()
