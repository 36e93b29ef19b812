"""Saved filters: one of a name in each list, undone like anything else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.saved_filter import LONGEST, SavedFilter
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services


@pytest.fixture
def services() -> Iterator[Services]:
    with empty_services() as made:
        yield made


def test_those_of_a_list_stand_in_swedish_order(services: Services) -> None:
    for key, name, of in (("1", "Ö", "goals"), ("2", "A", "goals"), ("3", "B", "people")):
        services.filters.keep(SavedFilter(key, of, name))
    assert [one.name for one in services.filters.of("goals")] == ["A", "Ö"]


def test_one_of_the_same_name_becomes_the_new_one(services: Services) -> None:
    services.filters.keep(SavedFilter("1", "goals", "Våra", words="skola"))
    kept = services.filters.keep(SavedFilter("2", "goals", "  våra ", words="vård"))
    assert kept.id == "1"
    assert [one.words for one in services.filters.of("goals")] == ["vård"]
    services.filters.keep(SavedFilter("3", "people", "Våra"))
    assert len(services.filters.of("goals")) == 1
    services.work.undo()
    services.work.undo()
    assert [one.words for one in services.filters.of("goals")] == ["skola"]


def test_what_is_dropped_can_be_brought_back(services: Services) -> None:
    services.filters.keep(SavedFilter("1", "goals", "Våra"))
    services.filters.drop("1")
    assert services.filters.of("goals") == ()
    services.work.undo()
    assert len(services.filters.of("goals")) == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST + 1)])
def test_a_name_is_needed_and_is_short(services: Services, name: str) -> None:
    with pytest.raises(RuleBroken):
        services.filters.keep(SavedFilter("1", "goals", name))


def test_the_search_does_not_find_them(services: Services) -> None:
    services.filters.keep(SavedFilter("1", "goals", "Vattenfilter", words="vatten"))
    assert services.search.find("vatten").hits == ()
