"""A bug costs nobody a word, and tells nobody's words."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.ui.shell.crash import CrashHook

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


def fail(hook: CrashHook) -> None:
    try:
        int("Åsa Öberg har varit sjuk")
    except ValueError:
        hook(*sys.exc_info())


def test_the_log_and_the_report_hold_no_text_of_anybodys(tmp_path: Path) -> None:
    door = Door([])
    fail(CrashHook(tmp_path, door, CLOCK))  # type: ignore[arg-type]
    log = (tmp_path / "crash.log").read_text()
    for words in (log, door.shown[0]):
        assert "ValueError" in words
        assert "test_crash.py" in words
        assert "Åsa" not in words
        assert str(Path.home()) not in words


def test_one_report_is_shown_at_a_time_and_all_are_logged(tmp_path: Path) -> None:
    hooks: list[CrashHook] = []
    door = Door(hooks)
    hooks.append(CrashHook(tmp_path, door, CLOCK))  # type: ignore[arg-type]
    fail(hooks[0])
    assert len(door.shown) == 1
    assert (tmp_path / "crash.log").read_text().count("ValueError") == 2


def test_a_folder_that_cannot_be_written_is_no_second_error(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file in the way")
    door = Door([])
    fail(CrashHook(tmp_path / "log", door, CLOCK))  # type: ignore[arg-type]
    assert door.shown


def test_a_page_that_cannot_be_read_is_no_bug(tmp_path: Path) -> None:
    """What a click asks of a disk that is gone says what to do, and is logged."""
    door = Door([])
    problem = FileProblem(FileFault.UNREADABLE, "The disk cannot be read.", "Wait.")
    hook = CrashHook(tmp_path, door, CLOCK)  # type: ignore[arg-type]
    hook(FileProblem, problem, None)
    assert door.shown == ["bad: The disk cannot be read. Wait."]
    assert "FileProblem" in (tmp_path / "crash.log").read_text()
