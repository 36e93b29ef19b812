"""Chapters and blocks keep their order, their levels and their plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from styrdesk.base.ids import new_id
from styrdesk.domain import plan_file
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, BlockKind, Chapter, numbers
from styrdesk.domain.plan_file import PlanFile
from styrdesk.services.catalogue import Services
from styrdesk.services.chapter import MAX_TEXT
from tests.helpers.builders import PLAN, a_document, a_plan, chapter, uid
from tests.helpers.files import demo_services, empty_services

TREE = (
    chapter(0),
    chapter(1),
    chapter(2, 1),
    chapter(3, 2),
    chapter(4, 1),
    chapter(5),
    chapter(6, appendix=True),
    chapter(7, 6, appendix=True),
)


def cid(n: int) -> str:
    return uid(1000 + n)


@pytest.fixture
def services() -> Iterator[Services]:
    """A plan with chapters 1, 2 (2.1 (2.1.1), 2.2), 3 and an appendix A (A.1)."""
    blocks = tuple(Block(uid(2000 + n), cid(0), body=f"<p>{n}</p>", position=n) for n in range(3))
    document = a_document(chapter=TREE, block=blocks)
    with empty_services() as made:
        made.exchange.import_plan(plan_file.dump(PlanFile(document)))
        yield made


def contents(services: Services) -> list[str]:
    """Number and title of each chapter, as they are read."""
    chapters = [c for _level, c in services.chapters.chapters(PLAN)]
    told = numbers(chapters)
    return [f"{told[c.id]} {c.title}" for c in chapters]


def test_chapters_are_read_in_their_order_with_appendices_last(services: Services) -> None:
    assert contents(services) == [
        "1 Kapitel 0",
        "2 Kapitel 1",
        "2.1 Kapitel 2",
        "2.1.1 Kapitel 3",
        "2.2 Kapitel 4",
        "3 Kapitel 5",
        "A Kapitel 6",
        "A.1 Kapitel 7",
    ]


def test_a_new_chapter_stands_after_the_one_chosen_and_begins_with_a_text(
    services: Services,
) -> None:
    made = services.chapters.add(PLAN, "Ny", after=cid(2))
    assert contents(services)[4:6] == ["2.2 Ny", "2.3 Kapitel 4"]
    assert [b.kind for b in services.chapters.blocks(made.id)] == [BlockKind.TEXT]


def test_a_new_chapter_stands_last_when_none_is_chosen(services: Services) -> None:
    services.chapters.add(PLAN, "Ny")
    assert "4 Ny" in contents(services)


def test_a_new_chapter_after_an_appendix_is_an_appendix(services: Services) -> None:
    assert services.chapters.add(PLAN, "Ny", after=cid(6)).appendix
    assert contents(services)[-1] == "B Ny"


def test_a_chapter_needs_a_title(services: Services) -> None:
    with pytest.raises(RuleBroken) as told:
        services.chapters.add(PLAN, "  ")
    assert told.value.field == "title"
    with pytest.raises(RuleBroken):
        services.chapters.save(replace(services.chapters.get(cid(0)), title=""))
    assert len(contents(services)) == 8


def test_a_chapter_moves_with_all_that_lies_under_it(services: Services) -> None:
    services.chapters.move(cid(1), None, 0)
    assert contents(services)[:5] == [
        "1 Kapitel 1",
        "1.1 Kapitel 2",
        "1.1.1 Kapitel 3",
        "1.2 Kapitel 4",
        "2 Kapitel 0",
    ]


def test_a_chapter_moves_under_another_and_out_again(services: Services) -> None:
    before = contents(services)
    services.chapters.move(cid(5), cid(1), 1)
    assert contents(services)[2:6] == [
        "2.1 Kapitel 2",
        "2.1.1 Kapitel 3",
        "2.2 Kapitel 5",
        "2.3 Kapitel 4",
    ]
    services.chapters.move(cid(5), None, 2)
    assert contents(services) == before


@pytest.mark.parametrize("under", [1, 2, 3])
def test_a_chapter_does_not_move_under_itself(services: Services, under: int) -> None:
    before = contents(services)
    with pytest.raises(RuleBroken):
        services.chapters.move(cid(1), cid(under), 0)
    assert contents(services) == before


@pytest.mark.parametrize(("moved", "under"), [(0, 3), (2, 4), (1, 0)])
def test_no_chapter_comes_deeper_than_three_levels(
    services: Services, moved: int, under: int
) -> None:
    before = contents(services)
    with pytest.raises(RuleBroken):
        services.chapters.move(cid(moved), cid(under), 0)
    assert contents(services) == before


def test_what_moves_under_an_appendix_becomes_one_with_all_under_it(services: Services) -> None:
    services.chapters.move(cid(2), cid(6), 0)
    assert contents(services)[-4:] == [
        "A Kapitel 6",
        "A.1 Kapitel 2",
        "A.1.1 Kapitel 3",
        "A.2 Kapitel 7",
    ]
    assert services.chapters.get(cid(3)).appendix
    services.chapters.move(cid(2), cid(1), 0)
    assert not services.chapters.get(cid(3)).appendix


def test_a_chapter_made_an_appendix_takes_what_lies_under_it_along(services: Services) -> None:
    services.chapters.move(cid(1), None, 1, appendix=True)
    assert contents(services)[-4:] == [
        "B Kapitel 1",
        "B.1 Kapitel 2",
        "B.1.1 Kapitel 3",
        "B.2 Kapitel 4",
    ]
    assert contents(services)[:2] == ["1 Kapitel 0", "2 Kapitel 5"]
    assert all(services.chapters.get(cid(n)).appendix for n in (1, 2, 3, 4))


def test_a_sub_chapter_made_an_appendix_comes_out_of_its_chapter(services: Services) -> None:
    services.chapters.move(cid(2), None, 0, appendix=True)
    assert contents(services)[-4:] == [
        "A Kapitel 2",
        "A.1 Kapitel 3",
        "B Kapitel 6",
        "B.1 Kapitel 7",
    ]


def test_under_a_parent_a_chapter_is_what_its_parent_is(services: Services) -> None:
    services.chapters.move(cid(5), cid(6), 0, appendix=False)
    assert services.chapters.get(cid(5)).appendix


def test_saving_a_chapter_does_not_move_it(services: Services) -> None:
    before = contents(services)
    found = services.chapters.get(cid(2))
    strange = replace(found, parent_id=None, position=0, appendix=True)
    services.chapters.save(strange)
    assert contents(services) == before


def test_a_chapter_stays_in_its_plan(services: Services) -> None:
    other = a_plan(id=uid(3000))
    with services.work.step("Test"):
        services.file.store.save(other)
        services.file.store.save(Chapter(uid(3001), other.id, title="Annan"))
    with pytest.raises(RuleBroken):
        services.chapters.move(cid(0), uid(3001), 0)


def test_an_instruction_must_be_readable(services: Services) -> None:
    with pytest.raises(RuleBroken):
        services.chapters.save(replace(services.chapters.get(cid(0)), instruction="<script/>"))


def test_a_chapter_is_marked_ready_and_not(services: Services) -> None:
    services.chapters.set_ready(cid(0), ready=True)
    assert services.chapters.get(cid(0)).ready
    services.chapters.set_ready(cid(0), ready=False)
    assert not services.chapters.get(cid(0)).ready


def test_a_deleted_chapter_takes_its_sub_chapters_and_blocks_and_gives_them_back(
    services: Services,
) -> None:
    export = services.exchange.export(PLAN)
    services.chapters.delete(cid(1))
    services.chapters.delete(cid(0))
    assert contents(services) == ["1 Kapitel 5", "A Kapitel 6", "A.1 Kapitel 7"]
    assert services.chapters.blocks(cid(0)) == ()
    services.work.undo()
    services.work.undo()
    assert services.exchange.export(PLAN) == export


# ---- blocks --------------------------------------------------------------------------------------


def bodies(services: Services) -> list[str]:
    blocks = services.chapters.blocks(cid(0))
    assert [b.position for b in blocks] == list(range(len(blocks)))
    return [b.body.removeprefix("<p>").removesuffix("</p>") for b in blocks]


@pytest.mark.parametrize(
    ("to", "order"),
    [(None, ["0", "1", "2", "ny"]), (0, ["ny", "0", "1", "2"]), (99, ["0", "1", "2", "ny"])],
)
def test_a_block_is_put_at_its_place(services: Services, to: int | None, order: list[str]) -> None:
    services.chapters.add_block(Block(new_id(), cid(0), body="<p>ny</p>"), to)
    assert bodies(services) == order


def test_blocks_move_and_go(services: Services) -> None:
    services.chapters.move_block(uid(2002), 0)
    assert bodies(services) == ["2", "0", "1"]
    services.chapters.delete_block(uid(2001))
    assert bodies(services) == ["2", "0"]


def test_a_text_is_saved_as_one_step_for_a_visit(services: Services) -> None:
    block = services.chapters.blocks(cid(0))[0]
    for word in ("a", "ab", "abc"):
        services.chapters.save_block(replace(block, body=f"<p>{word}</p>"), visit="v1")
    assert bodies(services)[0] == "abc"
    services.work.undo()
    assert bodies(services)[0] == "0"


@pytest.mark.parametrize("body", ["<p>", "<script/>", "x" * (MAX_TEXT + 1)])
def test_a_text_that_cannot_be_read_is_not_saved(services: Services, body: str) -> None:
    block = services.chapters.blocks(cid(0))[0]
    with pytest.raises(RuleBroken):
        services.chapters.save_block(replace(block, body=body))
    assert bodies(services)[0] == "0"


def test_an_image_must_be_an_image(services: Services) -> None:
    block = replace(services.chapters.blocks(cid(0))[0], kind=BlockKind.IMAGE)
    with pytest.raises(RuleBroken):
        services.chapters.set_image(block, b"GIF89a")
    assert services.file.db.asked("SELECT COUNT(*) FROM blob") == [(0,)]


def test_no_chapter_or_block_of_a_decided_plan_is_changed() -> None:
    with demo_services() as services:
        decided = services.plans.newest_decided()
        export = services.exchange.export(decided.id)
        _level, first = services.chapters.chapters(decided.id)[0]
        block = services.chapters.blocks(first.id)[0]
        free = next(b for b in services.file.store.rows(Block) if b.chapter_id != first.id)
        chapters = services.chapters
        acts = (
            lambda: chapters.add(decided.id, "Ny"),
            lambda: chapters.save(first),
            lambda: chapters.set_ready(first.id, ready=False),
            lambda: chapters.move(first.id, None, 3),
            lambda: chapters.delete(first.id),
            lambda: chapters.add_block(Block(new_id(), first.id)),
            lambda: chapters.save_block(block),
            lambda: chapters.save_block(replace(free, chapter_id=first.id)),
            lambda: chapters.move_block(block.id, 1),
            lambda: chapters.delete_block(block.id),
            lambda: chapters.set_image(block, b"\x89PNG"),
        )
        for act in acts:
            with pytest.raises(RuleBroken):
                act()
        assert services.exchange.export(decided.id) == export
