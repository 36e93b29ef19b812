"""The frame is painted before the file is read, and what comes after it is what came before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from styrdesk import bootstrap
from styrdesk.ui.kit.dialogs import QtDialogs
from styrdesk.ui.kit.head import Head
from styrdesk.ui.kit.tabs import PieceTabs
from styrdesk.ui.kit.theme import zoom
from styrdesk.ui.shell import application, opening
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.opening import Opening
from styrdesk.ui.shell.session import Session
from tests.helpers.windows import KEPT, present
from tests.ui.shell.conftest import Stage

CTRL = Qt.KeyboardModifier.ControlModifier

LATER = {
    "PIL",
    "PySide6.QtNetwork",
    "babel.dates",
    "filelock",
    "peewee",
    "pypdfium2",
    "reportlab",
    "styrdesk.domain.plan",
    "styrdesk.services.catalogue",
    "styrdesk.storage.file",
    "styrdesk.ui.pieces.start.start_page",
    "styrdesk.ui.shell.desk",
    "styrdesk.ui.shell.session",
}
PROGRAM = """
import json, sys
from PySide6.QtWidgets import QApplication
from styrdesk.__main__ import main
from styrdesk.ui.shell.main_window import MainWindow

def begin(self, path):
    print(json.dumps([QApplication.style().name(), *sys.modules]))
    QApplication.quit()

MainWindow.begin = begin
main([sys.argv[1]])
"""


def test_what_only_a_file_needs_is_loaded_after_the_frame_is_painted(stage: Stage) -> None:
    command = [sys.executable, "-c", PROGRAM, str(stage.file())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    style, *modules = json.loads(done.stdout.splitlines()[-1])
    loaded = set(modules)
    assert style == "fusion"  # whatever the desktop's is
    assert "PySide6.QtWidgets" in loaded
    assert not LATER & loaded


def waiting(stage: Stage, path: Path) -> MainWindow:
    """A window that will begin its file once it has been seen."""
    window = stage.window()
    window.close()
    again = MainWindow(stage.pieces, stage.kept, stage.dialogs, window._files)
    again.begin_when_seen(path)
    return again


def test_the_file_is_opened_once_the_frame_has_been_painted(stage: Stage) -> None:
    window = waiting(stage, stage.file())
    frame = window.findChild(Opening)
    assert frame is not None
    assert window.session is None
    assert window.windowTitle().startswith("a ")
    with stage.bot.waitSignal(frame.seen):
        present(stage.bot, window)
    stage.bot.waitUntil(lambda: window.session is not None)
    assert window.desk is not None
    assert window._center.currentWidget() is window.desk
    assert window._opening is None


def test_a_file_that_cannot_be_opened_is_told_over_the_frame_and_leads_to_the_welcome_page(
    stage: Stage, tmp_path: Path
) -> None:
    path = tmp_path / "skräp.styrdesk"
    path.write_bytes(b"not a file of ours" * 20)
    window = waiting(stage, path)
    stage.dialogs.answer("message")
    present(stage.bot, window)
    stage.bot.waitUntil(lambda: window.welcome is not None)
    assert window.session is None
    assert path.read_bytes() == b"not a file of ours" * 20


def test_a_window_that_is_closed_at_once_opens_nothing(stage: Stage) -> None:
    window = waiting(stage, stage.file())
    frame = window.findChild(Opening)
    assert frame is not None
    frame.seen.disconnect(window._seen)
    for slot in (window.close, window._seen):  # what begins the file is already on its way
        frame.seen.connect(slot, Qt.ConnectionType.QueuedConnection)
    KEPT.append(window)
    with stage.bot.waitSignal(frame.seen):
        window.show()
    QCoreApplication.processEvents()
    assert window.isHidden()
    assert window.session is None
    assert window.welcome is None


def test_a_window_that_cannot_be_painted_opens_its_file_all_the_same(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 50)
    window = waiting(stage, stage.file())
    window.setUpdatesEnabled(False)  # as where it is started minimised
    KEPT.append(window)
    window.show()
    stage.bot.waitUntil(lambda: window.desk is not None)


def test_the_frame_shows_the_tab_one_was_at(stage: Stage) -> None:
    path = stage.file()
    stage.kept.change(place={str(path.resolve()): "c|2026|planning/goals"})
    window = waiting(stage, path)
    tabs = window.findChild(PieceTabs)
    assert tabs is not None
    assert stage.pieces[tabs.currentIndex()].key == "planning"
    present(stage.bot, window)
    stage.bot.waitUntil(lambda: window.desk is not None)
    assert stage.desk(window).view.spec.key == "planning"


def test_a_key_in_the_frame_does_nothing_and_one_while_the_file_is_read_is_heard(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = waiting(stage, stage.file())
    for key in (Qt.Key.Key_2, Qt.Key.Key_O, Qt.Key.Key_Plus, Qt.Key.Key_Z):
        stage.bot.keyClick(window, key, CTRL)  # Ctrl+O would ask for a file
    read = window._files.open

    def typed_meanwhile(path: Path) -> Session | None:
        QTimer.singleShot(0, lambda: stage.bot.keyClick(window, Qt.Key.Key_3, CTRL))
        return read(path)

    monkeypatch.setattr(window._files, "open", typed_meanwhile)
    present(stage.bot, window)
    stage.bot.waitUntil(lambda: window.desk is not None)
    stage.bot.waitUntil(lambda: stage.desk(window).view is stage.desk(window).views[2])
    assert zoom() == 1.0


def spots(header: Head) -> list[int]:
    """Where the buttons of the head stand, from the window's left."""
    QCoreApplication.processEvents()  # it is laid out
    made = (header.undo, header.redo, header.menu)
    return [each.mapTo(header.window(), QPoint()).x() for each in made]


def test_no_button_of_the_head_moves_when_the_file_is_open_or_saved(stage: Stage) -> None:
    window = waiting(stage, stage.file())
    frame, head = window.findChild(Opening), window.findChild(Head)
    assert frame is not None
    assert head is not None
    places: list[list[int]] = []
    frame.seen.connect(lambda: places.append(spots(head)))
    present(stage.bot, window)
    stage.bot.waitUntil(lambda: window.desk is not None)
    header = stage.desk(window).header
    places.append(spots(header))
    for words in ("Saving …", "Saved 10:24"):
        header.saved.show_status("doing", words)
        places.append(spots(header))
    assert places == [places[0]] * 4


class Bug(Exception):
    """Nobody has thought of it."""


def fails(*_arguments: object, **_words: object) -> Any:
    raise Bug


@pytest.mark.parametrize("where", ["open", "desk"])
def test_a_bug_while_the_file_is_opened_is_told_over_the_welcome_page(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = stage.file()
    told: list[str] = []

    class Door(QtDialogs):
        def crash(self, report: str) -> None:
            (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            assert window.session is None
            assert window.welcome is not None
            assert window.welcome.isVisible()
            assert not any(frame.isVisible() for frame in window.findChildren(Opening))
            told.append(report)
            window.close()

    monkeypatch.setattr(application, "QtDialogs", Door)
    if where == "desk":
        monkeypatch.setattr("styrdesk.ui.shell.desk.Desk", fails)
    opened = fails if where == "open" else bootstrap.open_services
    application.run(path, stage.kept, opened, bootstrap.create_services)
    assert len(told) == 1
    assert "Bug" in told[0]


def test_a_bug_in_the_pages_of_another_file_lets_go_of_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = stage.window(stage.file())
    other = stage.file("b")
    monkeypatch.setattr("styrdesk.ui.shell.desk.Desk", fails)
    with pytest.raises(Bug):
        window.open_path(other)
    assert window.session is None
    assert window.welcome is not None
    assert window.welcome.isVisible()
    bootstrap.open_services(other, stage.kept, owned=True).file.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_has_the_colours_of_the_window(stage: Stage, scheme: str) -> None:
    stage.kept.change(scheme=scheme)
    window = waiting(stage, stage.file())
    ground = window.palette().window().color()
    assert (ground.lightness() < 128) == (scheme == "dark")
