"""Units of a nämnd: a tree in its own order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Unit, tree
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services


@pytest.fixture
def services() -> Iterator[Services]:
    """Sektor > (Förskola > Åsen), Skola; and a unit of another nämnd."""
    with empty_services() as made:
        made.committees.add(Committee("c1", name="Kulturnämnden"))
        made.committees.add(Committee("c2", name="Socialnämnden"))
        made.units.add(Unit("s", "c1", None, "Sektor"))
        made.units.add(Unit("f", "c1", "s", "Förskola"))
        made.units.add(Unit("å", "c1", "f", "Åsen"))
        made.units.add(Unit("k", "c1", "s", "Skola"))
        made.units.add(Unit("o", "c2", None, "Omsorg"))
        yield made


def order(services: Services) -> list[str]:
    units = services.units.rows({"committee_id": "c1"})
    return [unit.name for _depth, unit in tree(units)]


def test_a_unit_moves_past_its_neighbour_in_one_step(services: Services) -> None:
    services.organisation.move_unit("k", -1)
    assert order(services) == ["Sektor", "Skola", "Förskola", "Åsen"]
    services.work.undo()
    assert order(services) == ["Sektor", "Förskola", "Åsen", "Skola"]
    services.organisation.move_unit("f", 1)
    assert order(services) == ["Sektor", "Skola", "Förskola", "Åsen"]


@pytest.mark.parametrize(("key", "by"), [("f", -1), ("k", 1), ("s", -1), ("å", 1)])
def test_a_unit_at_the_end_stays_and_nothing_is_to_undo(
    services: Services, key: str, by: int
) -> None:
    before = services.work.undoable()
    services.organisation.move_unit(key, by)
    assert order(services) == ["Sektor", "Förskola", "Åsen", "Skola"]
    assert services.work.undoable() == before


def test_a_unit_goes_only_together_with_what_lies_under_it(services: Services) -> None:
    with pytest.raises(RuleBroken, match="Åsen"):
        services.units.delete("f")
    services.units.delete("f", "å")
    assert order(services) == ["Sektor", "Skola"]
    services.work.undo()
    assert order(services) == ["Sektor", "Förskola", "Åsen", "Skola"]
