"""A day's work, something ruined the next, and yesterday taken back from the backups."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListView, QTextEdit

from styrdesk.base.i18n import _
from styrdesk.ui.shell import keeper
from tests.e2e.conftest import Office
from tests.e2e.robots import CTRL, Secretary, plain, until

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
CHAPTER = "Ordföranden har ordet"
YESTERDAY = "Det här skrevs i går. "
TODAY = "Fel text i fel plan."
AFTER = "Och arbetet går vidare. "


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first backup of a day comes a moment after the window, and not longer."""
    monkeypatch.setattr(keeper, "FIRST", 0)


def in_chapter(secretary: Secretary) -> QTextEdit:
    """The chapter, with the cursor first in its text."""
    secretary.tab(_("Planning process"))
    secretary.choose(_("Committee plan"))
    secretary.choose(CHAPTER)
    written = next(secretary.seen(QTextEdit))
    secretary.click(written)
    secretary.key(Qt.Key.Key_Home, CTRL)
    return written


def told(listed: QListView) -> list[str]:
    """What the lines of the backups say."""
    model = listed.model()
    return [plain(str(model.index(n, 0).data())) for n in range(model.rowCount())]


def backups(secretary: Secretary, count: int) -> QListView:
    """The list of backups on the window over the window, once there are so many."""
    secretary.tab(_("Start"))
    secretary.press("show_backups")
    until(lambda: secretary.shows(QListView, "backups"), "the backups")
    listed = secretary.find(QListView, "backups")
    until(lambda: listed.model().rowCount() == count, f"{count} backups")
    return listed


def a_days_work(office: Office, path: Path) -> str:
    """Words are written and backed up by hand; then home. Returns the chapter's text."""
    secretary = office.start(path)
    in_chapter(secretary)
    secretary.type(YESTERDAY)
    secretary.wait_saved()
    text = secretary.text
    listed = backups(secretary, 1)
    until(lambda: secretary.find(QAbstractButton, "back_up_now").isEnabled(), "rest")
    secretary.press("back_up_now")
    until(lambda: listed.model().rowCount() == 2, "the backup asked for")
    secretary.press("close_backups")
    assert secretary.window.close()
    return text


def test_yesterday_is_taken_back_from_the_backups(office: Office) -> None:
    path = office.demo()
    yesterday = a_days_work(office, path)
    assert yesterday.startswith(YESTERDAY)

    office.next_day()
    secretary = office.start(path)
    in_chapter(secretary)
    secretary.key(Qt.Key.Key_A, CTRL)
    secretary.type(TODAY)
    secretary.wait_saved()
    assert secretary.text == TODAY

    listed = backups(secretary, 2)  # nothing had changed since the one of last evening
    newest = told(listed)[0]
    assert newest.startswith("I går 14.02 · Gjord för hand.")
    assert all(words in newest for words in ("Nämndplan 2026", "Nämndplan 2027"))
    secretary.press("open_copy")
    until(lambda: "återställd" in secretary.window.windowTitle(), "the copy")
    secretary.come_forward()

    in_chapter(secretary)
    assert secretary.text == yesterday
    secretary.type(AFTER)
    secretary.wait_saved()
    assert secretary.window.close()
    (copy,) = (one for one in path.parent.glob("*.styrdesk") if one != path)
    for file, text in ((path, TODAY), (copy, AFTER + yesterday)):
        again = office.start(file)
        in_chapter(again)
        assert again.text == text
        assert again.window.close()
