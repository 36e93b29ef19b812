"""The tab as a whole: every page is built from what it is handed, and has its help."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from styrdesk.base.paths import resource
from styrdesk.ui.kit.piece import Page, PageSpec
from styrdesk.ui.pieces.planning.piece import PLANNING
from tests.helpers.windows import nameless, present, rich_labels
from tests.helpers.world import World

OWN = [page for page in PLANNING.pages() if page.key != "plan"]  # the editor has tests of its own


def keyed(page: PageSpec) -> str:
    return page.key


def test_keys_are_unique_and_groups_stand_together() -> None:
    keys = [page.key for page in PLANNING.pages()]
    groups = [page.group for page in PLANNING.pages()]
    assert len(keys) == len(set(keys))
    assert groups == sorted(groups, key=groups.index)


@pytest.mark.parametrize("spec", OWN, ids=keyed)
@pytest.mark.parametrize("size", [(1280, 800), (640, 480)])
def test_a_page_is_built_and_all_in_it_has_a_name(
    qtbot: QtBot, world: World, spec: PageSpec, size: tuple[int, int]
) -> None:
    page = spec.build(world.context)
    present(qtbot, page, *size)
    page.focus_first()
    assert isinstance(page, Page)
    assert page.flush()
    assert nameless(page) == []
    assert rich_labels(page) == []


@pytest.mark.parametrize("spec", OWN, ids=keyed)
def test_a_page_of_an_empty_file_can_be_shown_and_follows_the_place(
    qtbot: QtBot, empty: World, spec: PageSpec
) -> None:
    page = spec.build(empty.context)
    present(qtbot, page)
    page.place_changed()
    page.focus_first()
    assert page.flush()


@pytest.mark.parametrize("spec", OWN, ids=keyed)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_has_help_with_a_head_and_three_tips(spec: PageSpec, language: str) -> None:
    words = resource("help", language, f"{spec.key}.md").read_text(encoding="utf-8")
    assert words.startswith("# ")
    assert sum(line.startswith("- ") for line in words.splitlines()) == 3


def test_badges_count_what_a_page_shows(world: World, empty: World) -> None:
    told = {page.key: page.badge(world.context) for page in OWN if page.badge is not None}
    assert told == {"goals": "3", "indicators": "", "assignments": "", "frames": ""}
