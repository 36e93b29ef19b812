"""The rubrics are the styrmodell's own, and each leads to its page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from styrdesk.domain.edition import Standing
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.routine import Routine
from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.kit.piece import Page, PageSpec, Target
from styrdesk.ui.pieces.quality.overview_page import OverviewPage
from styrdesk.ui.pieces.quality.part import Part
from styrdesk.ui.pieces.quality.parts import PAGES, PARTS
from styrdesk.ui.pieces.quality.piece import QUALITY
from styrdesk.ui.pieces.quality.rubric_page import RubricPage
from styrdesk.ui.pieces.quality.rubrics import ICONS, TELLS
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.pages import Desk, begun
from tests.helpers.windows import present


@pytest.fixture
def desk(tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Desk]:
    made = begun(tmp_path, dialogs)
    yield made
    made.services.file.close()


def words(page: OverviewPage | RubricPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def rubric_page(desk: Desk, key: str) -> RubricPage:
    number, rubric = next((n, r) for n, r in enumerate(styrmodell().rubrics, 1) if r.key == key)
    return RubricPage(desk.context(), rubric, number)


def test_the_list_is_the_seven_rubrics_word_for_word_in_order() -> None:
    titles = [page.title for page in QUALITY.pages() if page.group and not page.under]
    assert titles == [rubric.title for rubric in styrmodell().rubrics]
    assert len(titles) == 7


def test_every_rubric_is_told_of_and_drawn() -> None:
    keys = {rubric.key for rubric in styrmodell().rubrics}
    assert set(TELLS) == set(ICONS) == keys


def test_the_overview_says_the_styrmodells_own_words(qtbot: QtBot, desk: Desk) -> None:
    page = OverviewPage(desk.context())
    qtbot.addWidget(page)
    assert set(styrmodell().pieces["quality"]) <= set(words(page))


def test_a_rubric_leads_to_its_page(qtbot: QtBot, desk: Desk) -> None:
    page = OverviewPage(desk.context())
    present(qtbot, page)
    page.focus_first()
    qtbot.keyClick(page.rows[0], Qt.Key.Key_Space)
    qtbot.mouseClick(page.rows[5], Qt.MouseButton.LeftButton)
    assert desk.shell.gone == [Target("quality", "law"), Target("quality", "cases")]


def test_what_a_rubric_holds_is_said_to_a_screen_reader_too(qtbot: QtBot, desk: Desk) -> None:
    page = OverviewPage(desk.context())
    qtbot.addWidget(page)
    said = [row.accessibleDescription() for row in page.rows]
    assert said == [TELLS[rubric.key] for rubric in styrmodell().rubrics]


def test_a_row_tells_what_most_wants_doing_and_follows_it(qtbot: QtBot, desk: Desk) -> None:
    services, day = desk.services, desk.services.clock.today()
    overview = OverviewPage(desk.context())
    present(qtbot, overview)
    assert "checked" not in overview.rows[0].accessibleDescription()
    services.regulations.add(Regulation("l", title="Skollag", next_check=day, checked_on=day))
    services.routines.add(
        Routine("r", title="Egenkontroll", standing=Standing.IN_FORCE, review_due=day)
    )
    overview.place_changed()
    assert overview.rows[0].accessibleDescription().endswith("1 to be checked again")
    assert overview.rows[4].accessibleDescription().endswith("Routines: 1 to be reviewed now")
    page = rubric_page(desk, "processes")
    qtbot.addWidget(page)
    (row,) = [row for row in page.rows if row.objectName() == "part_routines"]
    assert row.accessibleDescription().endswith("1 to be reviewed now")


def test_a_row_grows_with_its_words(qtbot: QtBot, desk: Desk) -> None:
    page = OverviewPage(desk.context())
    qtbot.addWidget(page)
    assert page.rows[0].heightForWidth(300) > page.rows[0].heightForWidth(900)


def test_every_rubric_has_its_page_or_leads_to_its_parts() -> None:
    assert set(PAGES) | set(PARTS) == set(TELLS)


def test_a_rubric_that_registers_share_leads_to_each(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    routines = PageSpec(
        "routines", "Routines", "list-checks", lambda _context: Page(), under="processes"
    )
    shared = {"processes": (Part(routines, "How it is done."),)}
    monkeypatch.setattr("styrdesk.ui.pieces.quality.rubric_page.PARTS", shared)
    page = rubric_page(desk, "processes")
    present(qtbot, page)
    page.focus_first()
    qtbot.keyClick(page.rows[0], Qt.Key.Key_Space)
    assert desk.shell.gone == [Target("quality", "routines")]
    assert page.rows[0].accessibleDescription() == "How it is done."
