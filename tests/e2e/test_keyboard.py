"""Without a mouse: from an empty desk to words in a chapter and a PDF. And in two languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.printed import text_of
from tests.e2e.robots import CTRL, Secretary, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
WORDS = "Nämnden arbetar för trygga skolvägar."


def begin_by_keys(office: Office) -> Secretary:
    """The welcome page, with Tab, letters and Enter."""
    secretary = office.start()
    for field, words in (
        ("municipality", "Borlänge kommun"),
        ("committee", "Miljönämnden"),
        ("year", "2027"),
        ("person", "Åsa Öberg"),
    ):
        secretary.tab_to(f"{field}_input")
        secretary.key(Qt.Key.Key_A, CTRL)
        secretary.type(words)
    office.dialogs.answer("save_file", office.folder / "m.styrdesk")
    secretary.tab_to("go_on")
    secretary.key(Qt.Key.Key_Return)
    return secretary


def to_the_plan(secretary: Secretary) -> None:
    """The third tab, its list, and down to the plan."""
    secretary.key(Qt.Key.Key_3, CTRL)
    secretary.area_to(_("Sections of {tab}").format(tab=_("Planning process")))
    secretary.walk_to(_("Committee plan"))


def test_a_plan_is_begun_written_and_printed_without_a_mouse(office: Office) -> None:
    secretary = begin_by_keys(office)
    assert "Miljönämnden 2027" in secretary.window.windowTitle()
    to_the_plan(secretary)
    secretary.area_to("outline")
    secretary.walk_to("Nämndens uppdrag och ansvarsområde")
    secretary.key(Qt.Key.Key_Return)
    assert isinstance(secretary.focus, QTextEdit)
    secretary.type(WORDS)
    secretary.wait_saved()

    path = office.folder / "m.pdf"
    office.dialogs.answer("save_file", path)
    secretary.area_to(_("Beside the chapter"))
    secretary.tab_to("export_pdf")
    secretary.key(Qt.Key.Key_Space)
    until(lambda: secretary.shows(QAbstractButton, "export_open"), "the PDF")
    assert WORDS in text_of(path)


def test_another_language_keeps_the_place_and_what_was_typed(office: Office) -> None:
    secretary = begin_by_keys(office)
    to_the_plan(secretary)
    secretary.choose("Trender")
    text = secretary.find(QTextEdit, _("Text"))
    secretary.click(text)
    secretary.type("Fler äldre")
    secretary.key(Qt.Key.Key_F10)
    secretary.choose_in_menu(_("Language"), "English")
    assert secretary.shows(QAbstractButton, "Undo: Write in chapter")
    assert secretary.standing_on("outline") == "3.2 Trender"
    assert secretary.find(QTextEdit, "Text").toPlainText() == "Fler äldre"
    assert secretary.saved.startswith("Saved")
    secretary.click(secretary.find(QTextEdit, "Text"))
    secretary.key(Qt.Key.Key_End, CTRL)
    secretary.type(" och färre barn")
    secretary.key(Qt.Key.Key_F10)
    secretary.choose_in_menu("Language", "Svenska")
    assert secretary.standing_on("outline") == "3.2 Trender"
    assert secretary.find(QTextEdit, _("Text")).toPlainText() == "Fler äldre och färre barn"
    assert secretary.saved.startswith("Sparat")
