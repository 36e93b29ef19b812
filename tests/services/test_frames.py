"""Budget frames from year to year."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.domain.budget import BudgetFrame, FrameItem, FrameItemKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services


@pytest.fixture
def services() -> Iterator[Services]:
    """A nämnd with a frame for 2026: it opens with 100, gets 10 and saves 5."""
    with empty_services() as made:
        made.committees.add(Committee("c1", name="Kulturnämnden"))
        made.budget_frames.add(BudgetFrame("f1", "c1", 2026, None, "§ 112", "Enligt beslut"))
        made.frame_items.save_all(
            [
                FrameItem("i1", "f1", FrameItemKind.OPENING, "Ingående", 100, 105, 112),
                FrameItem("i2", "f1", FrameItemKind.WAGES, "Löner", 10, 12, 13, position=1),
                FrameItem("i3", "f1", FrameItemKind.EFFICIENCY, "Effektiv", -5, -5, -6, position=2),
            ]
        )
        yield made


def lines(services: Services, frame: str) -> list[tuple[str, int, int, int]]:
    return [
        (item.title, item.year_1, item.year_2, item.year_3)
        for item in services.frame_items.rows({"frame_id": frame})
    ]


def test_the_next_frame_opens_with_what_this_one_ends_with(services: Services) -> None:
    made = services.budget_frames.get(services.frames.make_next("f1"))
    assert (made.committee_id, made.year, made.paragraph, made.comment) == ("c1", 2027, "", "")
    assert lines(services, made.id) == [
        ("Ingående", 105, 112, 119),
        ("Löner", 12, 13, 0),
        ("Effektiv", -5, -6, 0),
    ]


def test_the_next_frame_and_its_lines_are_one_step(services: Services) -> None:
    made = services.frames.make_next("f1")
    services.work.undo()
    assert services.budget_frames.count() == 1
    assert lines(services, made) == []
    services.work.redo()
    assert len(lines(services, made)) == 3


def test_the_next_frame_takes_the_first_free_year(services: Services) -> None:
    services.budget_frames.add(BudgetFrame("f2", "c1", 2027))
    made = services.frames.make_next("f1")
    assert services.budget_frames.get(made).year == 2028
    assert services.frames.free_year("c1", 2026) == 2029
    assert services.frames.free_year("c1", 2020) == 2020


def test_a_committee_has_one_frame_a_year(services: Services) -> None:
    with pytest.raises(RuleBroken, match="2026") as broken:
        services.budget_frames.add(BudgetFrame("f2", "c1", 2026))
    assert broken.value.field == "year"
