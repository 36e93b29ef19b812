"""The frame is painted before the file is read, and what comes after it is what came before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.opening import Opening
from tests.helpers.windows import present
from tests.ui.shell.conftest import Stage

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
}
PROGRAM = """
import json, sys
from PySide6.QtCore import QCoreApplication
from styrdesk.__main__ import main
from styrdesk.ui.shell.main_window import MainWindow

def begin(self, path):
    print(json.dumps(sorted(sys.modules)))
    QCoreApplication.quit()

MainWindow.begin = begin
main([sys.argv[1]])
"""


def test_what_only_a_file_needs_is_loaded_after_the_frame_is_painted(stage: Stage) -> None:
    command = [sys.executable, "-c", PROGRAM, str(stage.file())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_frame_has_the_colours_of_the_window(stage: Stage, scheme: str) -> None:
    stage.kept.change(scheme=scheme)
    window = waiting(stage, stage.file())
    ground = window.palette().window().color()
    assert (ground.lightness() < 128) == (scheme == "dark")
