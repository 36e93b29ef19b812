"""A bug costs nobody a word, and tells nobody's words."""

from __future__ import annotations

import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from styrdesk import __version__
from styrdesk.base.clock import FrozenClock
from styrdesk.base.paths import root
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.ui.kit.crash_report import CrashReport
from styrdesk.ui.shell.crash import CrashHook, report
from tests.helpers.windows import nameless, present

WORDS = "Åsa Öberg har varit sjuk"
CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


class Door:
    """Keeps what was shown; a crash while one is shown is raised from inside."""

    def __init__(self, hook: list[CrashHook]) -> None:
        self.shown: list[str] = []
        self._hook = hook

    def message(self, head: str, body: str, *, kind: str) -> None:
        self.shown.append(f"{kind}: {head} {body}")

    def crash(self, report: str) -> None:
        self.shown.append(report)
        if self._hook:
            fail(self._hook[0])


def count(words: str) -> int:
    try:
        return int(words)
    except ValueError as error:
        raise KeyError(words) from error


def fail(hook: CrashHook) -> None:
    try:
        count(WORDS)
    except KeyError:
        hook(*sys.exc_info())


def test_the_log_and_the_report_hold_no_text_of_anybodys(tmp_path: Path) -> None:
    door = Door([])
    fail(CrashHook(tmp_path, door, CLOCK))  # type: ignore[arg-type]
    log = (tmp_path / "crash.log").read_text()
    for words in (log, door.shown[0]):
        assert "KeyError" in words
        assert "caused by ValueError" in words
        assert words.count("test_crash.py") == 3  # two errors, one of them in two functions
        assert f"Styrdesk {__version__}" in words
        for secret in (*WORDS.split(), str(Path.home()), str(root()), platform.node()):
            assert secret not in words


def test_one_report_is_shown_at_a_time_and_all_are_logged(tmp_path: Path) -> None:
    hooks: list[CrashHook] = []
    door = Door(hooks)
    hooks.append(CrashHook(tmp_path, door, CLOCK))  # type: ignore[arg-type]
    fail(hooks[0])
    assert len(door.shown) == 1
    assert (tmp_path / "crash.log").read_text().count("Styrdesk 0.1.0") == 2


def test_a_folder_that_cannot_be_written_is_no_second_error(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    door = Door([])
    fail(CrashHook(tmp_path / "log", door, CLOCK))  # type: ignore[arg-type]
    assert door.shown


def test_errors_that_cause_each_other_end(tmp_path: Path) -> None:
    one, other = ValueError(WORDS), KeyError(WORDS)
    one.__cause__, other.__cause__ = other, one
    words = report(one, None, CLOCK.now())
    assert words.splitlines()[1:] == ["ValueError", "caused by KeyError"]


class Asks:
    """Answers where a file is to lie."""

    def __init__(self, path: Path | None) -> None:
        self.path, self.title = path, ""

    def __call__(self, title: str, suggestion: Path, patterns: str) -> Path | None:
        self.title = title
        return self.path


def test_the_report_is_copied_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    shown = CrashReport("KeyError\n  a.py:1 å", Asks(path))
    present(qtbot, shown)
    assert nameless(shown) == []
    qtbot.mouseClick(shown.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "KeyError\n  a.py:1 å"
    assert shown.said.text() == "Copied. Paste it in a mail."
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert path.read_text(encoding="utf-8") == "KeyError\n  a.py:1 å"
    assert shown.said.text() == "Saved as report.txt."


def test_a_place_that_takes_no_file_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    ask = Asks(tmp_path / "no such folder" / "report.txt")
    shown = CrashReport("KeyError", ask)
    present(qtbot, shown)
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert shown.said.text().startswith("It could not be saved there")
    ask.path = None
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_read_is_no_bug(tmp_path: Path) -> None:
    """What a click asks of a disk that is gone says what to do, and is logged."""
    door = Door([])
    problem = FileProblem(FileFault.UNREADABLE, "The disk cannot be read.", "Wait.")
    hook = CrashHook(tmp_path, door, CLOCK)  # type: ignore[arg-type]
    hook(FileProblem, problem, None)
    assert door.shown == ["bad: The disk cannot be read. Wait."]
    assert "FileProblem" in (tmp_path / "crash.log").read_text()
