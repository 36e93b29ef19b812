"""A large file that does not lie as it was left is looked through aside before it is opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from styrdesk import bootstrap
from styrdesk.services import opening
from styrdesk.storage import file, whole
from styrdesk.ui.kit.aside_work import Look
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.shell import looking_sheet
from styrdesk.ui.shell.files import Files
from styrdesk.ui.shell.looking_sheet import LookingSheet
from styrdesk.ui.shell.main_window import MainWindow
from tests.helpers.windows import nameless, present
from tests.storage.test_backup import spoil
from tests.ui.shell.conftest import CLOCK, Stage


@pytest.fixture
def large(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that no window has closed, and that counts as a large one."""
    monkeypatch.setattr(file, "LARGE", 0)
    return stage.file()


def window(stage: Stage, path: Path | None = None) -> MainWindow:
    """As a start makes it."""
    opened = partial(bootstrap.open_services, clock=CLOCK, owned=True, at_once=True)
    made = partial(bootstrap.create_services, clock=CLOCK, owned=True)
    shown = MainWindow(
        stage.pieces, stage.kept, stage.dialogs, Files(stage.kept, stage.dialogs, opened, made)
    )
    shown.begin(path)
    present(stage.bot, shown)
    return shown


def goes_on(_sheet: Sheet) -> bool:
    """Nothing is pressed: it is done by itself."""
    return False


def test_it_is_opened_when_it_was_seen_to_be_whole(stage: Stage, large: Path) -> None:
    stage.dialogs.answer("fill", goes_on)
    shown = window(stage, large)
    assert shown.session is not None
    _kind, head, words = stage.dialogs.said[-1]
    assert head == "Looking through a.styrdesk"
    assert "nothing that is saved in it is lost" in words
    shown.close()  # though at once
    again = window(stage, large)  # as it was left: nothing is asked
    assert again.session is not None


def test_one_who_cancels_it_opens_nothing_and_may_open_it_later(stage: Stage, large: Path) -> None:
    before = large.read_bytes()
    stage.dialogs.answer("fill", None)
    shown = window(stage, large)
    assert shown.session is None
    assert shown.welcome is not None
    assert large.read_bytes() == before
    stage.dialogs.answer("fill", goes_on)
    shown.open_path(large)
    assert shown.session is not None


def test_a_file_that_is_damaged_is_told_of_as_any_other(stage: Stage, large: Path) -> None:
    spoil(large)
    damaged = large.read_bytes()
    stage.dialogs.answer("fill", goes_on)
    stage.dialogs.answer("choose", -1)
    shown = window(stage, large)
    assert shown.session is None
    assert "is damaged" in stage.dialogs.said[-1][1]
    assert large.read_bytes() == damaged


def test_a_file_in_use_is_not_looked_through_first(stage: Stage, large: Path) -> None:
    owner = bootstrap.open_services(large, stage.kept, CLOCK, owned=True)
    stage.dialogs.answer("choose", -1)
    shown = window(stage, large)
    assert shown.session is None
    assert "open" in stage.dialogs.said[-1][1]
    owner.file.close()


def test_its_dialog_can_be_left_while_it_goes_on(
    stage: Stage, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended, look_through = Event(), Event(), opening.look_through

    def watched(path: Path, look: Look) -> str:
        def held(count: int) -> None:
            begun.set()
            while True:  # until it is given up
                look(count)

        try:
            return look_through(path, held)
        finally:
            ended.set()

    monkeypatch.setattr(whole, "OFTEN", 1)  # it is a small file in truth
    monkeypatch.setattr(looking_sheet, "look_through", watched)
    parent = window(stage)
    sheet = LookingSheet(large, 123_456_789)
    shown = QtDialogs(lambda: parent).filling(sheet)
    shown.show()
    stage.bot.waitUntil(begun.is_set)
    yes, cancel = (shown.findChild(QPushButton, name) for name in ("yes", "cancel"))
    assert yes is not None
    assert cancel is not None
    assert not yes.isEnabled()
    assert shown.focusWidget() is cancel
    assert nameless(shown) == []
    cancel.click()
    assert shown.result() == QDialog.DialogCode.Rejected
    assert ended.is_set()
    assert sheet.mark == ""
    assert sheet.problem is None
    shown.deleteLater()
