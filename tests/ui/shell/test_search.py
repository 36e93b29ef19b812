"""Ctrl+K finds anything in the file and leads there, by keyboard alone."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.goal import Goal, StrategicPlan
from styrdesk.domain.organisation import Committee, Person, Role, Unit
from styrdesk.domain.search import FOUND
from styrdesk.services.search import Hit
from styrdesk.services.styrmodell import plan_template
from styrdesk.ui.kit.piece import Where
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.hit_rows import HIT
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.search_places import SearchPlaces, where_of
from tests.helpers.windows import nameless, rich_labels
from tests.ui.shell.conftest import Stage


@pytest.fixture
def window(stage: Stage) -> MainWindow:
    """A file with something in many places, one of them of another nämnd."""
    services = stage.services()
    services.committees.add(Committee("other", name="Miljönämnden"))
    services.units.add(Unit("u", committee_id="other", name="Vattenenheten"))
    services.people.add(Person("p", name="Vera Vatten", title="Chef"))
    services.roles.add(Role("r", person_id="p", unit_id="u", valid_from=date(2026, 1, 1)))
    services.strategic_plans.add(StrategicPlan("s", "Kommunplan", 2024, 2027))
    services.goals.add(Goal("g", strategic_plan_id="s", code="V1", title="Rent vatten"))
    own = services.committees.rows(words="kultur")[0]
    services.plans.create(own.id, 2025, plan_template())
    services.plans.create(own.id, 2026, plan_template())
    services.file.close()
    return stage.window(stage.file())


def type_words(qtbot: QtBot, window: MainWindow, words: str) -> None:
    window.actions_by_key["search"].trigger()
    assert window.desk is not None
    field = window.desk.header.search
    assert field.hasFocus()
    qtbot.keyClicks(field, words)
    window.desk.search.look()


def shown(window: MainWindow) -> list[Hit]:
    assert window.desk is not None
    return window.desk.search.rows.hits() if window.desk.search.isVisible() else []


def go_to(qtbot: QtBot, window: MainWindow, record: str) -> None:
    """Down to the hit by the arrows, and Enter."""
    assert window.desk is not None
    rows = window.desk.search.rows
    qtbot.keyClick(window.desk.header.search, Qt.Key.Key_Down)
    assert rows.hasFocus()
    for _step in range(rows.count()):
        if rows.currentItem().data(HIT).record == record:
            break
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentItem().data(HIT).record == record
    qtbot.keyClick(rows, Qt.Key.Key_Return)


def test_the_field_stands_in_the_head_and_its_keys_are_told(window: MainWindow) -> None:
    assert window.desk is not None
    assert window.desk.header.search.isVisible()
    assert window.actions_by_key["search"].shortcut().toString() == "Ctrl+K"
    assert not window.desk.search.isVisible()


def test_a_person_is_found_by_a_part_of_a_word_and_opened_by_keyboard(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_words(qtbot, window, "atten")
    assert {hit.record for hit in shown(window)} == {"u", "p", "g"}
    go_to(qtbot, window, "p")
    assert window.desk is not None
    page = window.desk.page()
    assert isinstance(page, RecordsPage)
    assert (window.desk.view.key, page.here()) == ("people", "p")
    assert not window.desk.search.isVisible()


def test_a_unit_of_another_committee_is_shown_among_its_own(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "vattenen")
    go_to(qtbot, window, "u")
    page = window.desk.page()
    assert page is not None
    assert (window.desk.view.key, page.here()) == ("units", "u")
    assert window.desk.where().committee_id == "other"


def test_a_chapter_of_another_year_is_shown_in_its_plan(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    services = window.desk.session.services
    plan = next(plan for plan in services.plans.plans() if plan.year == 2025)
    chapter = services.chapters.chapters(plan.id)[2][1]
    type_words(qtbot, window, chapter.title)
    go_to(qtbot, window, chapter.id)
    page = window.desk.page()
    assert page is not None
    assert (window.desk.view.key, page.here()) == ("plan", chapter.id)
    assert window.desk.where().year == 2025


def test_enter_shows_the_hit_that_is_marked_once_it_is_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.desk is not None
    field, search = window.desk.header.search, window.desk.search
    window.actions_by_key["search"].trigger()
    qtbot.keyClicks(field, "vatten")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # nothing is shown yet
    assert search.rows.hasFocus()
    wanted = search.rows.currentItem().data(HIT)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not search.isVisible()
    page = window.desk.page()
    assert page is not None
    assert wanted.record in {page.here(), getattr(page.in_hand(), "record", "")}


def test_escape_leads_back_from_hit_to_field_to_where_one_was(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.desk is not None
    window.desk.show_tab(2)
    before: QWidget | None = QApplication.focusWidget()
    type_words(qtbot, window, "vatten")
    field, rows = window.desk.header.search, window.desk.search.rows
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert rows.hasFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not window.desk.search.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before


def test_up_from_the_first_hit_is_the_field(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "vatten")
    qtbot.keyClick(window.desk.header.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.desk.search.rows, Qt.Key.Key_Up)
    assert window.desk.header.search.hasFocus()


def test_what_is_not_there_is_told(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "xylofon")
    assert shown(window) == []
    assert "Nothing was found" in window.desk.search.told.text()
    qtbot.keyClick(window.desk.header.search, Qt.Key.Key_Down)
    assert window.desk.header.search.hasFocus()


def test_it_lies_over_the_page_only_while_one_is_in_it(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "vatten")
    assert window.desk.search.isVisible()
    window.desk.tabs.setFocus()
    assert not window.desk.search.isVisible()
    window.actions_by_key["search"].trigger()
    assert window.desk.search.isVisible()
    assert window.desk.header.search.selectedText() == "vatten"


def test_it_follows_what_is_changed(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "vera vatten")
    assert [hit.record for hit in shown(window)] == ["p"]
    session = window.desk.session
    session.operations.run(partial(session.services.people.delete, "p"))
    assert shown(window) == []


def test_every_part_says_its_name_and_takes_no_words_for_html(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "vatten")
    assert nameless(window) == []
    assert rich_labels(window) == []
    rows = window.desk.search.rows
    spoken = [rows.item(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.count())]
    assert any("Goal" in words or "goal" in words for words in spoken if words)


def test_it_fits_the_window_at_every_size(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    type_words(qtbot, window, "a")
    for wide, tall in ((1280, 800), (640, 480)):
        window.resize(wide, tall)
        QApplication.processEvents()
        panel = window.desk.search
        assert window.desk.rect().contains(panel.geometry())


# ---- where hits lead ----------------------------------------------------------------------------


def test_every_kind_that_is_found_is_shown_on_a_page() -> None:
    """A page named as its record or register is found; another tells what it `shows` (PageSpec)."""
    assert set(FOUND) - set(SearchPlaces(PIECES).tables()) == set()


def test_a_page_of_a_record_goes_before_a_rubric_of_the_same_name() -> None:
    hit = Hit("process", "p", "", (), "", "", (), "", (("process", "p"),))
    target = SearchPlaces(PIECES).target(hit)
    assert target is not None
    assert (target.piece, target.page) == ("quality", "process")


def test_a_part_leads_to_what_it_is_a_part_of() -> None:
    places = SearchPlaces(PIECES)
    hit = Hit("role", "r", "", (), "", "", (), "", (("role", "r"), ("person", "p")))
    target = places.target(hit)
    assert target is not None
    assert (target.page, target.record, target.table, target.part) == ("people", "p", "person", "r")
    gone = Hit("step", "s", "", (), "", "", (), "", (("step", "s"),))
    assert places.target(gone) is None
    assert set(places.tables()) <= set(RECORDS)


@pytest.mark.parametrize(
    ("committee", "years", "wanted"),
    [
        ("", None, Where("now", 2026)),
        ("b", None, Where("b", 2026)),
        ("", (2024, 2027), Where("now", 2026)),
        ("", (2020, 2023), Where("now", 2023)),
        ("b", (2028, 2028), Where("b", 2028)),
    ],
)
def test_the_place_is_changed_no_more_than_is_needed(
    committee: str, years: tuple[int, int] | None, wanted: Where
) -> None:
    hit = Hit("goal", "g", "", (), "", "", (), "", (("goal", "g"),), committee, years)
    assert where_of(hit, Where("now", 2026)) == wanted
