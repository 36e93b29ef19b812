"""The template is a file people edit by hand: what is wrong in it is told, with its place."""

from __future__ import annotations

from typing import Any

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import Block, BlockKind, Chapter
from styrdesk.domain.template import chapters_for, read

CHAPTER = {"key": "economy", "title": "Ekonomi"}


def test_chapters_get_their_parents_and_blocks() -> None:
    found = read(
        {
            "title": "Nämndplan",
            "information": {"title": "Nämndplan {year} med plan {next}–{last}"},
            "chapter": [
                CHAPTER,
                CHAPTER | {"level": 2, "blocks": [{"kind": "indicators", "chart": True}, "text"]},
                CHAPTER | {"level": 3, "blocks": []},
                CHAPTER | {"level": 2, "instruction": "<p>Skriv kort.</p>"},
                CHAPTER | {"appendix": True},
            ],
        }
    )
    records = chapters_for("p", found)
    chapters = [r for r in records if isinstance(r, Chapter)]
    ids = [c.id for c in chapters]
    assert [c.parent_id for c in chapters] == [None, ids[0], ids[1], ids[0], None]
    assert [c.position for c in chapters] == sorted({c.position for c in chapters})
    assert chapters[3].instruction == "<p>Skriv kort.</p>"
    blocks = [r for r in records if isinstance(r, Block) and r.chapter_id == ids[1]]
    assert [(b.kind, b.chart, b.position) for b in blocks] == [
        (BlockKind.INDICATORS, True, 0),
        (BlockKind.TEXT, False, 1),
    ]
    places = {record.id: n for n, record in enumerate(records)}
    assert all(places[c.parent_id] < places[c.id] for c in chapters if c.parent_id)


@pytest.mark.parametrize(
    "chapters",
    [
        [{"title": "x"}],
        [{"key": "x"}],
        [CHAPTER | {"level": 2}],
        [CHAPTER, CHAPTER | {"level": 3}],
        [CHAPTER | {"level": 0}],
        [CHAPTER | {"level": "first"}],
        [CHAPTER | {"blocks": ["picture"]}],
        [CHAPTER | {"blocks": "text"}],
        [CHAPTER | {"blocks": [1]}],
        [CHAPTER | {"blocks": [{}]}],
        [CHAPTER | {"blocks": None}],
        [CHAPTER | {"instruction": "<p>x"}],
        ["x"],
        "x",
        CHAPTER | {"level": 4},
    ],
)
def test_a_chapter_that_is_wrong_is_refused(chapters: Any) -> None:
    with pytest.raises(RuleBroken):
        read({"chapter": chapters})


@pytest.mark.parametrize(
    "information",
    [
        "x",
        [],
        {"titel": "x"},
        {"title": 1},
        {"title": "{name}"},
        {"title": "{"},
        {"id": "x"},
        {"year": "2026"},
        {"title": "{0}"},
        {"title": "{year.x}"},
        {"committee_id": "x"},
    ],
)
def test_document_information_that_cannot_be_filled_in_is_refused(information: Any) -> None:
    with pytest.raises(RuleBroken):
        read({"information": information})


def test_an_empty_file_is_an_empty_template() -> None:
    assert read({}).chapters == ()
