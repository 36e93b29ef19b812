"""A file has one window that writes; the next start brings it forward, or reads."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from styrdesk.base.clock import SystemClock
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.domain.owner import Owner
from styrdesk.services.new_file import Beginning
from styrdesk.storage import lock
from styrdesk.ui.shell import doorbell
from styrdesk.ui.shell.doorbell import Doorbell, ring
from styrdesk.ui.shell.main_window import MainWindow
from tests.helpers.windows import nameless
from tests.ui.shell.conftest import Stage

AGAIN, READ = 0, 1
OVER, READ_WHEN_SILENT = 0, 2


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other window hears no bell."""
    monkeypatch.setattr("styrdesk.ui.shell.in_use.doorbell.ring", lambda _path: False)


def second(stage: Stage, path: Path | None) -> MainWindow:
    """A second start of the program, as far as its window."""
    window = stage.window()
    window.close()
    assert window.welcome is not None
    window._drop_welcome()
    again = MainWindow(stage.pieces, stage.kept, stage.dialogs, window._files)
    again.begin_when_seen(path)
    return again


def anna(path: Path, *, silent: float = 0) -> Path:
    """A colleague has the file open at another machine."""
    since = SystemClock().now() - timedelta(seconds=silent)
    words = asdict(Owner("t", "Anna Berg", "anna", "DATOR-12", 4711, since))
    there = lock.path_of(path)
    there.write_bytes(b" " + json.dumps(words | {"since": since.isoformat()}).encode())
    touched = there.stat().st_mtime - silent
    os.utime(there, (touched, touched))
    return there


def folder_of(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.glob("*a.styrdesk*"))


# ----------------------------------------------------------------------- one's own other window


def test_a_second_start_brings_the_first_window_forward_and_ends(stage: Stage) -> None:
    path = stage.file()
    first = stage.window(path)
    first.showMinimized()
    other = second(stage, path)
    other.show()
    stage.bot.waitUntil(lambda: not first.isMinimized())
    stage.bot.waitUntil(lambda: not other.isVisible())
    assert other.session is None
    assert other.welcome is None
    assert first.isActiveWindow()
    assert first.session is not None


def test_a_window_with_nothing_open_makes_way_when_its_choice_is_shown_elsewhere(
    stage: Stage,
) -> None:
    first = stage.window(stage.file())
    other = stage.window()
    assert other.welcome is not None
    other.welcome.open_wanted.emit(stage.folder / "a.styrdesk")
    assert not other.isVisible()
    assert first.isActiveWindow()


def test_a_window_with_another_file_keeps_it(stage: Stage) -> None:
    first, other = stage.window(stage.file("a")), stage.window(stage.file("b"))
    other.open_path(stage.folder / "a.styrdesk")
    assert first.isActiveWindow()
    assert other.isVisible()
    assert other.session is not None
    assert other.session.services.file.path.name == "b.styrdesk"


@pytest.mark.usefixtures("deaf")
def test_a_window_that_does_not_answer_lets_one_read(stage: Stage) -> None:
    path = stage.file()
    first = stage.window(path)
    stage.dialogs.answer("choose", READ)
    other = stage.window(path)
    _kind, head, body = stage.dialogs.said[-1]
    assert head == "a.styrdesk is open already"
    assert "this computer" in body
    assert "no answer" in body
    assert stage.desk(other).read_only.isVisible()
    assert not stage.desk(first).read_only.isVisible()
    assert nameless(other) == []

    first.close()
    assert folder_of(path) == ["a.styrdesk"]
    stage.bot.mouseClick(stage.desk(other).write_button, Qt.MouseButton.LeftButton)
    assert not stage.desk(other).read_only.isVisible()
    assert other.session is not None
    assert not other.session.read_only
    other.close()
    assert folder_of(path) == ["a.styrdesk"]


def test_a_link_to_the_open_file_leads_back_to_it(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)
    window.show_welcome()
    link = stage.folder / "länk.styrdesk"
    link.symlink_to(path)
    window.open_path(link)
    assert window.welcome is None
    assert window.desk is not None


# -------------------------------------------------------------------------------- somebody else


def test_who_has_it_where_and_since_when_is_told_and_one_may_read(stage: Stage) -> None:
    path = stage.file()
    there = anna(path)
    before = there.read_bytes()
    stage.dialogs.answer("choose", READ)
    window = stage.window(path)
    body = stage.dialogs.said[-1][2]
    assert "Anna Berg" in body
    assert "DATOR-12" in body
    assert "today" in body
    assert "take over" not in body
    assert stage.desk(window).read_only.isVisible()
    window.close()
    assert there.read_bytes() == before


def test_one_may_try_again_until_it_is_free(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stage.file()
    there = anna(path)
    answers = iter([there.unlink, None])

    def choose(*_args: object, **_kwargs: object) -> int:
        leaves = next(answers)
        if leaves is not None:
            leaves()
        return AGAIN

    monkeypatch.setattr(stage.dialogs, "choose", choose)
    window = stage.window(path)
    assert not stage.desk(window).read_only.isVisible()


def test_who_opens_nothing_comes_to_the_welcome_page(stage: Stage) -> None:
    path = stage.file()
    anna(path)
    stage.dialogs.answer("choose", -1)
    window = stage.window(path)
    assert window.session is None
    assert window.welcome is not None
    assert window.isVisible()


def test_only_from_who_has_been_silent_for_long_one_may_take_over(stage: Stage) -> None:
    path = stage.file()
    there = anna(path, silent=lock.SILENT + 60)
    stage.dialogs.answer("choose", OVER)
    window = stage.window(path)
    assert "take over" in stage.dialogs.said[-1][2]
    assert not stage.desk(window).read_only.isVisible()
    owner = lock.read(there)
    assert owner is not None
    assert owner.process == os.getpid()


def test_who_is_asked_about_a_silent_owner_may_read(stage: Stage) -> None:
    path = stage.file()
    anna(path, silent=lock.SILENT + 60)
    stage.dialogs.answer("choose", READ_WHEN_SILENT)
    assert stage.desk(stage.window(path)).read_only.isVisible()


def test_a_window_that_was_taken_over_says_so_and_saves_nothing(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)
    there = anna(path)
    stage.dialogs.answer("message")
    assert window.session is not None
    assert window.session.add_person("Bo Ek") == ""
    assert stage.dialogs.said[-1][1] == "Anna Berg at DATOR-12 has taken over the file."
    window.close()
    assert lock.read(there) is not None
    services = stage.services()
    assert [one.name for one in services.people.rows()] == ["Åsa Öberg"]
    services.file.close()


def test_the_lock_tells_who_sits_here(stage: Stage) -> None:
    path = stage.file()
    window = stage.window(path)

    def told() -> str:
        owner = lock.read(lock.path_of(path))
        assert owner is not None
        return owner.person

    assert told() == "Åsa Öberg"
    assert window.session is not None
    window.session.services.people.add(Person("p2", name="Bo Ek"))
    window.seat.take("p2")
    assert told() == "Bo Ek"
    window.seat.take("")
    assert told() == ""


def test_a_new_file_that_could_not_be_begun_has_no_owner(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise FileProblem(FileFault.DISK_FULL, "The disk is full.", "Make room.")

    path = stage.folder / "a.styrdesk"
    monkeypatch.setattr("styrdesk.services.new_file.begin", full)
    stage.dialogs.answer("save_file", path).answer("message")
    window = stage.window()
    window.create_file(Beginning("Borlänge", "Kulturnämnden", "Åsa Öberg"), 2027)
    assert window.session is None
    assert folder_of(path) == ["a.styrdesk"]


# ------------------------------------------------------------------------------------- the bell


def test_nobody_answers_where_no_bell_is(tmp_path: Path) -> None:
    assert not ring(tmp_path / "a.styrdesk", patience=250)


def test_a_window_that_is_still_being_opened_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.styrdesk"
    bells: list[Doorbell] = []
    QTimer.singleShot(0, lambda: bells.append(Doorbell(path)))
    assert ring(path)
    bells[0].close()


def test_a_bell_answers_only_who_asks_for_its_file(stage: Stage, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path / "a.styrdesk")
    heard: list[bool] = []
    bell.rung.connect(lambda: heard.append(True))
    assert ring(tmp_path / "." / "a.styrdesk")
    assert heard == [True]
    caller = QLocalSocket()
    caller.connectToServer(doorbell._name(tmp_path / "a.styrdesk"))
    with stage.bot.waitSignal(caller.disconnected):
        caller.write(b"x" * 10_000)
    assert heard == [True]
    bell.close()
    assert not ring(tmp_path / "a.styrdesk", patience=250)


def test_what_a_killed_programs_bell_left_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "a.styrdesk"
    left = QLocalServer()
    assert left.listen(doorbell._name(path))
    bell = Doorbell(path)
    assert ring(path)
    bell.close()
    left.close()
