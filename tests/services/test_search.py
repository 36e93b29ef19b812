"""A hit tells what it is, what it is called, where it stands, and leads there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from styrdesk.domain.organisation import Committee, Person, Unit
from styrdesk.services.catalogue import Services
from styrdesk.services.search import Hit
from tests.helpers.files import demo_services, empty_services


@pytest.fixture
def demo() -> Iterator[Services]:
    with demo_services() as made:
        yield made


def plain(hit: Hit) -> str:
    return "".join(part for part, _hit in hit.name)


def test_a_block_is_found_with_its_chapter_and_its_plan(demo: Services) -> None:
    hits = [hit for hit in demo.search.find("kompetensförsörjning").hits if hit.table == "block"]
    assert hits
    hit = hits[0]
    tables = [table for table, _record in hit.chain]
    assert (tables[0], tables[1], tables[-1]) == ("block", "chapter", "plan")
    plan = demo.plans.get(hit.chain[-1][1])
    assert hit.inside.startswith(plan.title)
    assert hit.inside != plan.title
    assert hit.committee_id == plan.committee_id
    assert hit.years == (plan.year, plan.year)


def test_the_words_are_told_apart_in_the_name_and_in_what_it_says(demo: Services) -> None:
    for hit in demo.search.find("elev").hits:
        told = [part.lower() for part, is_hit in (*hit.name, *hit.snippet) if is_hit]
        assert told
        assert set(told) == {"elev"}
        assert bool(hit.field) == bool(hit.snippet)


def test_those_of_a_kind_stand_together_and_are_no_more_than_asked_for(demo: Services) -> None:
    found = demo.search.find("a", limit=25)
    tables = [hit.table for hit in found.hits]
    assert len(tables) == 25
    assert found.count > 25
    changes = sum(a != b for a, b in pairwise(tables))
    assert changes == len(set(tables)) - 1


def test_a_unit_tells_its_committee_and_a_goal_the_years_of_its_strategic_plan(
    demo: Services,
) -> None:
    goal = demo.goals.rows()[0]
    (hit,) = (h for h in demo.search.find(goal.title).hits if h.record == goal.id)
    plan = demo.strategic_plans.get(goal.strategic_plan_id)
    assert hit.years == (plan.first_year, plan.last_year)
    with empty_services() as services:
        services.committees.add(Committee("c", name="Nämnden"))
        services.units.add(Unit("u", committee_id="c", name="Norrskolan"))
        services.people.add(Person("p", name="Norr"))
        hits = {hit.record: hit for hit in services.search.find("norr").hits}
        assert (hits["u"].committee_id, hits["u"].years) == ("c", None)
        assert (hits["p"].committee_id, hits["p"].inside) == ("", "")
        assert plain(hits["u"]) == "Norrskolan"


def test_nothing_typed_finds_nothing(demo: Services) -> None:
    found = demo.search.find("  … ")
    assert (found.hits, found.count, found.is_all) == ((), 0, True)
