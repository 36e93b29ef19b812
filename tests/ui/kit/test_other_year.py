"""From a year with nothing to tell to one that has something."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.ui.kit.other_year import OtherYear
from styrdesk.ui.kit.piece import Where
from tests.helpers.robots import Robot
from tests.helpers.world import World

# The nämnd c1 is chosen; the day is the twentieth of November 2025.


@pytest.mark.parametrize(
    ("chosen", "years", "head", "offered"),
    [
        pytest.param(2026, (2023, 2024, 2026), "2026 has not begun", 2024, id="one to come"),
        pytest.param(2022, (2024, 2025, 2027), "Nothing then", 2025, id="one that has begun"),
        pytest.param(2025, (2027, 2026), "Nothing then", 2026, id="only later ones have"),
    ],
)
def test_the_latest_year_that_has_something_is_led_to(
    qtbot: QtBot, world: World, chosen: int, years: tuple[int, ...], head: str, offered: int
) -> None:
    world.shell.place = Where("c1", chosen)
    note = OtherYear(world.context)
    robot = Robot(qtbot, note)
    note.offer_one_of(years, "Nothing then", "It comes by itself.")
    assert note.words() == f"{head} It comes by itself."
    assert note.lead.text() == f"Show {offered}"
    robot.press("other_year")
    assert world.shell.place == Where("c1", offered)


def test_where_no_other_year_has_anything_nothing_is_said(qtbot: QtBot, world: World) -> None:
    note = OtherYear(world.context)
    qtbot.addWidget(note)
    for years in ((), (2026,)):
        note.offer_one_of(years, "Nothing then", "It comes by itself.")
        assert note.isHidden()
