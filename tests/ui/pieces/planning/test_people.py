"""People and their roles; a long register is read a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Committee, Person, Role, RoleKind, Unit, UnitKind
from styrdesk.services.register import Register
from styrdesk.ui.kit.table_model import PAGE
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from tests.helpers.robots import RecordsRobot
from tests.helpers.windows import nameless
from tests.helpers.world import World

KIND, IN, FROM, TO = range(4)


def opened(qtbot: QtBot, world: World, *names: str) -> RecordsRobot:
    for n, name in enumerate(names or ("Åsa Öberg",)):
        world.services.people.add(Person(f"p{n}", name=name))
    robot = RecordsRobot(qtbot, PeoplePage(world.context))
    robot.open("p0")
    return robot


def roles(world: World) -> list[tuple[RoleKind, str | None, str | None, str, str]]:
    rows = world.services.roles.rows({"person_id": "p0"}, order=("valid_from",))
    return [
        (r.kind, r.committee_id, r.unit_id, str(r.valid_from or ""), str(r.valid_to or ""))
        for r in rows
    ]


def test_names_stand_in_swedish_order_both_ways(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world, "Örjan", "Zara", "Åsa", "Émilie", "Ärla")
    assert robot.rows() == ["Émilie", "Zara", "Åsa", "Ärla", "Örjan"]
    robot.shown.table.sort_by(0, descending=True)
    assert robot.rows()[0] == "Örjan"


def test_a_role_is_added_in_the_empty_row_of_the_chosen_committee(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, KIND, "Committee secretary")
    robot.paste("lines", 0, FROM, "2023-01-01")
    assert roles(world) == [(RoleKind.SECRETARY, "c1", None, "2023-01-01", "")]
    assert robot.cells("lines")[0] == (
        "Committee secretary",
        "Barn- och bildningsnämnden",
        "2023-01-01",
        "",
    )


def test_a_whole_role_is_pasted_as_one_step(qtbot: QtBot, world: World) -> None:
    world.services.units.add(Unit("u1", "c1", None, "Sektor bildning", UnitKind.ADMINISTRATION))
    robot = opened(qtbot, world)
    robot.paste("lines", 0, KIND, "Head of\tSektor bildning\t2020-01-01\t2024-12-31")
    assert roles(world) == [(RoleKind.HEAD, None, "u1", "2020-01-01", "2024-12-31")]
    world.undo()
    assert roles(world) == []


def test_a_role_that_ends_before_it_begins_is_refused_and_its_words_stay(
    qtbot: QtBot, world: World
) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, KIND, "Chair\t\t2024-01-01")
    robot.paste("lines", 0, TO, "2023-01-01")
    assert roles(world)[0][4] == ""
    assert robot.cells("lines")[0][TO] == "2023-01-01"
    assert "must not come before" in robot.grid("lines").grid.error(0, TO)


def test_a_day_that_cannot_be_read_stays_and_says_what_to_write(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.paste("lines", 0, KIND, "Chair")
    robot.cell("lines", 0, FROM, "i våras")
    assert robot.cells("lines")[0][FROM] == "i våras"
    assert "Write a date" in robot.grid("lines").grid.error(0, FROM)


def test_a_role_is_taken_away_and_comes_back(qtbot: QtBot, world: World) -> None:
    world.services.people.add(Person("p0", name="Åsa"))
    world.services.roles.add(Role("r1", "p0", "c1", None, RoleKind.CHAIR))
    robot = RecordsRobot(qtbot, PeoplePage(world.context))
    robot.open("p0")
    robot.stand("lines", 0, 0)
    robot.press("remove_line")
    assert roles(world) == []
    world.undo()
    assert len(roles(world)) == 1
    assert robot.cells("lines")[0][KIND] == "Chair"


def test_a_name_may_hold_what_looks_like_code(qtbot: QtBot, world: World) -> None:
    robot = opened(qtbot, world)
    robot.write("name", "<img src=x> & 'Åsa'")
    assert robot.rows() == ["<img src=x> & 'Åsa'"]
    assert robot.form.title() == "<img src=x> & 'Åsa'"


def test_five_thousand_people_are_fetched_a_page_at_a_time(
    qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.services.people.save_all([Person(new_id(), name=f"Person {n:04}") for n in range(5_000)])
    asked: list[int] = []
    real = Register[Person].rows

    def counted(self: Any, *args: Any, **options: Any) -> Sequence[Any]:
        found = real(self, *args, **options)
        if self is world.services.people:
            asked.append(len(found))
        return found

    monkeypatch.setattr(Register, "rows", counted)
    robot = RecordsRobot(qtbot, PeoplePage(world.context))
    robot.page.focus_first()
    assert robot.shown.table.rows.rowCount() == 5_000
    assert max(asked) == PAGE
    assert sum(asked) <= 3 * PAGE
    robot.shown.table.choose_row(4_999)
    assert robot.shown.table.rows.index(4_999, 0).data() == "Person 4999"
    assert sum(asked) <= 6 * PAGE
    robot.shown.search.setText("person 2718")
    robot.shown.refresh()
    assert robot.rows() == ["Person 2718"]


def test_an_empty_register_says_whom_to_begin_with(qtbot: QtBot, empty: World) -> None:
    robot = RecordsRobot(qtbot, PeoplePage(empty.context))
    assert "Begin with yourself" in robot.shown._nothing.words()
    robot.press("new")
    assert robot.rows() == ["New person"]
    assert robot.focus == "name_input"


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, world: World) -> None:
    assert nameless(opened(qtbot, world).page) == []


def test_two_units_of_one_name_are_told_apart(qtbot: QtBot, world: World) -> None:
    world.services.committees.add(Committee("c2", "Socialnämnden"))
    world.services.units.add(Unit("u1", "c1", None, "Stab"))
    world.services.units.add(Unit("u2", "c2", None, "Stab"))
    robot = opened(qtbot, world)
    robot.paste("lines", 0, KIND, "Manager\tStab (Socialnämnden)")
    assert roles(world)[0][2] == "u2"
    assert robot.cells("lines")[0][IN] == "Stab (Socialnämnden)"
