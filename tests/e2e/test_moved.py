"""The file is moved while one writes in it: the window says so, keeps the words, and leads on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from styrdesk.base.i18n import _
from tests.e2e.conftest import Office
from tests.e2e.robots import CTRL, Secretary, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
CHAPTER = "Ordföranden har ordet"


def in_chapter(secretary: Secretary) -> None:
    """The chapter, with the cursor first in its text."""
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose(CHAPTER)
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, CTRL)


def test_work_goes_on_in_a_file_that_was_moved_under_ones_hands(office: Office) -> None:
    path, moved = office.demo(), office.folder / "Arkiv" / "omdöpt.styrdesk"
    secretary = office.start(path)
    in_chapter(secretary)
    secretary.type("Före. ")
    secretary.wait_saved()

    moved.parent.mkdir()
    path.rename(moved)
    head = _("The file has been moved or renamed while it was open")
    until(lambda: secretary.reads(head), "what became of the file")
    assert secretary.reads(str(moved))
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, CTRL)
    secretary.type("Under tiden. ")
    assert secretary.text.startswith("Under tiden. Före. ")
    assert not path.exists()

    secretary.press("follow_file")
    until(lambda: not secretary.reads(head), "the file found")
    secretary.wait_saved()
    assert "omdöpt" in secretary.window.windowTitle()
    assert secretary.text.startswith("Under tiden. Före. ")
    secretary.type("Efter. ")
    secretary.wait_saved()
    assert secretary.window.close()
    assert sorted(one.name for one in moved.parent.iterdir()) == [moved.name]
    assert not path.exists()

    again = office.start(moved)
    in_chapter(again)
    assert again.text.startswith("Under tiden. Efter. Före. ")


def test_a_file_that_is_gone_is_saved_as_a_copy_with_what_waits(office: Office) -> None:
    path, copy = office.demo(), office.folder / "räddad.styrdesk"
    secretary = office.start(path)
    in_chapter(secretary)
    path.unlink()
    until(lambda: secretary.shows(QAbstractButton, "rescue_copy"), "the way on")
    secretary.click(next(secretary.seen(QTextEdit)))
    secretary.key(Qt.Key.Key_Home, CTRL)
    secretary.type("Skrivet utan fil. ")
    office.dialogs.answer("save_file", copy).answer("message")
    secretary.press("rescue_copy")
    until(lambda: "räddad" in secretary.window.windowTitle(), "the copy")
    secretary.wait_saved()
    assert secretary.window.close()
    again = office.start(copy)
    in_chapter(again)
    assert again.text.startswith("Skrivet utan fil. ")
