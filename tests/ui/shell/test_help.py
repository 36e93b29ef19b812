"""F1: the page of the place, words that are looked for, links, and every key there is."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QListWidget, QTabBar, QToolButton

from styrdesk.services.demo import fill
from styrdesk.services.help import GUIDE, KEYBOARD, pages
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.richtext_field import RichTextField
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell.backups_window import BackupsWindow
from styrdesk.ui.shell.commands import commands_of
from styrdesk.ui.shell.help_contents import contents, help_pages
from styrdesk.ui.shell.help_window import HelpWindow
from styrdesk.ui.shell.main_window import MainWindow
from tests.helpers.robots import typed
from tests.helpers.windows import nameless
from tests.ui.shell.conftest import Stage


def shown(window: MainWindow) -> HelpWindow:
    assert window.help.shown is not None
    return window.help.shown


def test_every_page_stands_once_in_the_list() -> None:
    held = pages("sv")
    listed = [key for _head, keys in contents(held, PIECES) for key in keys]
    assert sorted(listed) == sorted(held)


def test_the_keys_are_those_of_the_commands(stage: Stage) -> None:
    window = stage.window()
    commands = commands_of(window, ["Start"])
    words = help_pages(commands)[KEYBOARD].text
    native = QKeySequence.SequenceFormat.NativeText
    for command in commands:
        for key in command.keys:
            assert f"**{QKeySequence(key).toString(native)}**" in words
    assert "In lists and registers" in words


def test_the_keys_of_a_text_are_those_of_its_buttons(stage: Stage) -> None:
    field = RichTextField("Text", stage.dialogs)
    stage.bot.addWidget(field)
    words = pages("en")[KEYBOARD].text
    tips = [button.toolTip() for button in field.findChildren(QToolButton)]
    keys = [key for tip in tips for key in re.findall(r"(?<= )Ctrl\+\S+", tip)]
    assert len(keys) >= 8
    assert [key for key in keys if f"**{key}**" not in words] == []


@pytest.mark.parametrize("keys", ["Ctrl+F1", "Ctrl+/"])
def test_the_keys_are_shown_by_a_key(stage: Stage, keys: str) -> None:
    window = stage.window(stage.file())
    assert QKeySequence(keys) in window.actions_by_key["keyboard"].shortcuts()
    window.actions_by_key["keyboard"].trigger()
    assert shown(window).key == KEYBOARD


def test_words_are_looked_for_and_what_is_found_is_shown_where_it_stands(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.help.show()
    page = shown(window)
    stage.bot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    typed(page.search, "dates")
    assert page.found.text() == "1 place"
    stage.bot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.focusWidget() is page.list
    assert (page.key, page.words.textCursor().block().text()) == (KEYBOARD, "In fields")
    assert page.words.extraSelections()
    page.search.clear()
    assert len(page.list.sections()) > len(PIECES)
    assert not page.words.extraSelections()


def test_what_is_not_there_is_said(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.help.show()
    page = shown(window)
    page.search.setText("xyzzy")
    assert not page.list.count()
    assert page.found.text().startswith("Nothing in the help")
    stage.bot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.key == "start"


def test_a_link_leads_on_and_back_leads_back(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.help.show_page("welcome")
    page = shown(window)
    assert not page.back.isEnabled()
    page.words.anchorClicked.emit(QUrl("window.md"))
    page.words.anchorClicked.emit(QUrl("../../../docs/anvandarguide.md"))
    assert page.key == GUIDE
    page.words.anchorClicked.emit(QUrl("https://example.org/nowhere"))
    assert page.key == GUIDE
    stage.bot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    stage.bot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert page.key == "welcome"
    assert not page.back.isEnabled()


def test_before_a_file_is_open_it_tells_how_to_begin(stage: Stage) -> None:
    window = stage.window()
    stage.bot.keyClick(window, Qt.Key.Key_F1)
    assert shown(window).key == "welcome"
    stage.bot.waitUntil(shown(window).isActiveWindow)
    stage.bot.keyClick(shown(window), Qt.Key.Key_F1)
    assert window.help.shown is None


def test_in_a_dialog_it_tells_of_the_dialog(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.desk(window).show_backups()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, BackupsWindow))
    stage.bot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    stage.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert shown(window).key == "backups"
    dialog.close()


def test_beside_a_chapter_it_tells_of_what_stands_there(stage: Stage) -> None:
    services = stage.services()
    fill(services)
    services.file.close()
    window = stage.window(stage.file())
    desk = stage.desk(window)
    committee = desk.session.services.plans.plans()[0]
    desk.choose(type(desk.where())(committee.committee_id, committee.year))
    desk.go(Target("planning", "plan"))
    tabs = next(bar for bar in window.findChildren(QTabBar) if "Beside" in bar.accessibleName())
    tabs.setCurrentIndex(1)
    listed = window.findChild(QListWidget, "findings")
    assert listed is not None
    listed.setFocus()
    window.help.show()
    assert shown(window).key == "check"


def test_everything_in_it_has_a_name(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.help.show()
    assert nameless(shown(window)) == []


def test_it_is_closed_with_the_window(stage: Stage) -> None:
    window = stage.window(stage.file())
    window.help.show()
    window.close()
    assert window.help.shown is None
