"""The chapters that somebody worked in last, by the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from styrdesk.domain.document import PlanDocument
from styrdesk.services.catalogue import Services
from styrdesk.services.recent import worked_in
from tests.helpers.files import demo_services

WHO = ["a"]


@pytest.fixture
def services() -> Iterator[Services]:
    """The demo, in which nobody has worked since it was made."""
    WHO[0] = "a"
    with demo_services(lambda: WHO[0]) as made:
        yield made


def draft(services: Services) -> PlanDocument:
    plan = next(plan for plan in services.plans.plans() if not plan.is_final)
    return services.plans.document(plan.id)


def titles(services: Services, person: str = "a", most: int = 4) -> list[str]:
    found = worked_in(services.file, [draft(services)], person, most)
    return [place.title for place in found]


def write(services: Services, title: str) -> None:
    document = draft(services)
    chapter = next(c for c in document.chapter if c.title == title)
    services.chapters.save(replace(chapter, ready=not chapter.ready))


def test_a_file_that_was_only_made_has_been_worked_in_nowhere(services: Services) -> None:
    assert titles(services) == []


def test_the_latest_comes_first_and_each_once(services: Services) -> None:
    for title in ("Trender", "Demografi", "Trender"):
        write(services, title)
    assert titles(services) == ["3.2 Trender", "3.1 Demografi"]
    assert titles(services, most=1) == ["3.2 Trender"]


def test_a_row_of_a_table_counts_for_the_chapter_in_which_it_is_written(
    services: Services,
) -> None:
    line = draft(services).budget_line[0]
    services.budget_lines.save(replace(line, cost=line.cost + 1000))
    assert titles(services) == ["7.2 Driftbudget per verksamhet"]


def test_what_others_did_and_what_was_undone_does_not_count(services: Services) -> None:
    write(services, "Trender")
    WHO[0] = "b"
    write(services, "Demografi")
    assert titles(services) == ["3.2 Trender"]
    assert titles(services, "b") == ["3.1 Demografi"]
    services.work.undo()
    assert titles(services, "b") == []
