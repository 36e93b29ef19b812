"""A page with its tools, in a window of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.domain.organisation import Person
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.lists.door import ListDoor
from styrdesk.ui.pieces.planning.people_page import PeoplePage
from tests.helpers.windows import present
from tests.helpers.world import World


def with_tools(world: World) -> PageContext:
    """What a page is handed, with the tools of lists."""
    return replace(world.context, lists=ListDoor)


def the_door(page: RecordsPage[Any]) -> ListDoor:
    """The tools of a page."""
    assert isinstance(page.tools, ListDoor)
    return page.tools


@pytest.fixture
def people(qtbot: QtBot, world: World) -> PeoplePage:
    """More people than a page of the list."""
    with world.services.work.step("People"):
        for n in range(450):
            world.services.file.store.save(Person(f"p{n:04}", name=f"Person {n:04}"))
    made = PeoplePage(with_tools(world))
    present(qtbot, made)
    return made
