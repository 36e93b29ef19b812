"""Backups are made beside the work, told on Start, and one is opened as a copy."""

from __future__ import annotations

import shutil
from collections import namedtuple
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from styrdesk.base.clock import FrozenClock
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.services.backups import BackupState, backups_of
from styrdesk.services.retention import RetentionService
from styrdesk.services.search import SearchService
from styrdesk.storage.moved import NOTE
from styrdesk.ui.kit.backup_words import told
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.pieces.start.backup_note import BackupNote
from styrdesk.ui.shell import keeper
from styrdesk.ui.shell.backup_rows import held
from styrdesk.ui.shell.backups_window import BackupsWindow
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.session import Session
from tests.helpers.patience import WAIT
from tests.helpers.windows import nameless, rich_labels
from tests.storage.test_backup import spoil
from tests.ui.shell.conftest import CLOCK, Stage

Usage = namedtuple("Usage", ["total", "used", "free"])
NOW = CLOCK.now()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first backup does not wait."""
    monkeypatch.setattr(keeper, "FIRST", 0)


def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def backed_up(qtbot: QtBot, window: MainWindow, count: int) -> None:
    """Wait until there are so many and nothing is under way."""
    here = session(window)
    qtbot.waitUntil(lambda: not here.keeper.is_busy and len(here.services.backups.kept()) == count)


def change(window: MainWindow, name: str = "Ny") -> None:
    people = session(window).services.people
    session(window).operations.run(lambda: people.add(Person(f"p-{name}", name=name)))


def shown(qtbot: QtBot, window: MainWindow) -> BackupsWindow:
    """The backups' window, open."""
    window.actions_by_key["backups"].trigger()
    found = window.findChildren(BackupsWindow)[-1]
    qtbot.waitUntil(found.isVisible)
    return found


def press(qtbot: QtBot, dialog: BackupsWindow, name: str) -> None:
    made = dialog.findChild(QPushButton, name)
    assert made is not None
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def rows(dialog: BackupsWindow) -> list[str]:
    model = dialog.rows
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


# ------------------------------------------------------------------------------- beside the work


@pytest.mark.usefixtures("at_once")
def test_a_file_is_backed_up_when_it_is_opened(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window(stage.file())
    backed_up(qtbot, window, 1)
    (made,) = session(window).services.backups.kept()
    assert made.reason is Reason.START


def test_the_window_comes_before_the_first_backup(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "FIRST", 3_600_000)  # the window may take long to be shown
    window = stage.window(stage.file())
    assert not session(window).keeper.is_busy
    assert session(window).services.backups.kept() == ()


@pytest.mark.usefixtures("at_once")
def test_an_erasure_that_a_kill_broke_off_is_seen_to_beside_the_window(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[Thread] = []
    known = RetentionService.finish

    def finish(service: RetentionService) -> object:
        threads.append(current_thread())
        return known(service)

    monkeypatch.setattr(RetentionService, "finish", finish)
    services = stage.services("broken")
    with services.work.erasure("Erase"):
        services.file.store.save(Person("x", name="Bo"))
    broken = services.file.path
    services.file.close()
    window = stage.window(broken)
    backed_up(qtbot, window, 2)
    assert [one.name for one in threads] == ["backup"]
    reasons = [one.reason for one in session(window).services.backups.kept()]
    assert reasons == [Reason.START, Reason.ERASURE]
    assert not session(window).services.retention.is_waiting()
    backed_up(qtbot, stage.window(stage.file()), 1)
    assert len(threads) == 1, "nothing was broken off there"


@pytest.mark.usefixtures("at_once")
def test_a_bug_in_the_gathering_of_words_is_told_and_costs_no_backup(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_service: SearchService) -> None:
        raise ArithmeticError("wrong")

    monkeypatch.setattr(SearchService, "is_waiting", lambda _service: True)
    monkeypatch.setattr(SearchService, "make_ready", wrong)
    with qtbot.captureExceptions() as caught:
        backed_up(qtbot, stage.window(stage.file()), 1)
    assert [str(error) for _kind, error, _trace in caught] == ["wrong"]


@pytest.mark.usefixtures("at_once")
def test_the_file_is_backed_up_again_when_it_has_changed(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "EVERY", 20)
    window = stage.window(stage.file())
    backed_up(qtbot, window, 1)
    change(window)
    backed_up(qtbot, window, 2)
    with qtbot.waitSignals([session(window).keeper.looked] * 3):
        pass
    reasons = [one.reason for one in session(window).services.backups.kept()]
    assert reasons == [Reason.REGULAR, Reason.START]


@pytest.mark.usefixtures("at_once")
def test_a_file_for_reading_only_is_let_be(stage: Stage) -> None:
    window = stage.window(stage.file(), read_only=True)
    QApplication.processEvents()
    assert not session(window).keeper.is_busy
    assert session(window).services.backups.kept() == ()


@pytest.mark.usefixtures("at_once")
def test_closing_waits_for_the_backup_under_way(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_PATIENCE", WAIT / 1000)
    window = stage.window(stage.file())
    here = session(window)
    qtbot.waitUntil(lambda: here.keeper.is_busy or bool(here.services.backups.kept()))
    window.close()
    kept = here.services.backups.kept()
    assert len(kept) == 1
    folder = here.services.backups.path(kept[0]).parent
    assert {one.name for one in folder.iterdir()} == {kept[0].name, NOTE}


# ------------------------------------------------------------------------------------- on Start


@pytest.mark.usefixtures("at_once")
def test_start_tells_when_the_file_was_backed_up_and_leads_to_the_backups(
    stage: Stage, qtbot: QtBot
) -> None:
    window = stage.window(stage.file())
    backed_up(qtbot, window, 1)
    card = stage.desk(window).findChild(BackupNote)
    assert card is not None
    qtbot.waitUntil(lambda: card.mark.text() == "Backed up today 14:02")
    assert card.mark.kind == "ok"
    way = card.findChild(QPushButton, "show_backups")
    assert way is not None
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert window.findChild(BackupsWindow) is not None


def test_a_backup_that_fails_is_told_on_start(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window(stage.file())
    folder = session(window).services.backups.folder()
    assert folder is not None
    folder.parent.parent.mkdir(parents=True)
    folder.parent.write_bytes(b"")
    with qtbot.waitSignal(session(window).keeper.looked):
        session(window).keeper.back_up_now()
    card = stage.desk(window).findChild(BackupNote)
    assert card is not None
    assert (card.mark.kind, card.mark.text()) == ("warn", "The latest backup could not be made")
    assert card.more.text()


PROBLEM = FileProblem(FileFault.DISK_FULL, "The disk is full.", "Make room.")


def state(days: float = 0.0, **changes: object) -> BackupState:
    from styrdesk.domain.backup import Backup

    at = NOW - timedelta(days=days)
    return BackupState(Backup(1, at, Reason.START), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "kind", "words"),
    [
        (BackupState(), "info", "No backup yet"),
        (BackupState(problem=PROBLEM), "warn", "could not be made"),
        (state(problem=PROBLEM), "warn", "The one before is from today 14:02"),
        (state(), "ok", "Backed up today 14:02"),
        (state(1), "ok", "Backed up yesterday 14:02"),
        (state(2.5), "warn", "The latest backup is from 2026-11-21 02:02"),
        (state(9, checked=NOW), "ok", "Backed up 2026-11-14 14:02 Nothing has been changed"),
        (state(second_problem=PROBLEM), "warn", "on this computer alone The disk is full."),
        (state(-1), "warn", "a date that is still to come: 2026-11-24 14:02"),
    ],
)
def test_how_it_stands_is_said_in_words(found: BackupState, kind: str, words: str) -> None:
    said = told(found, NOW)
    assert said.kind == kind
    assert words in f"{said.head} {said.body}"


# -------------------------------------------------------------------------------- their window


@pytest.fixture
def window(stage: Stage) -> Iterator[MainWindow]:
    """A file with two backups, and a change after the last."""
    services = stage.services()
    for words in ("A", "B"):
        services.backups.secure(Reason.ASKED)
        services.people.add(Person(words, name=words))
    services.file.close()
    made = stage.window(stage.folder / "a.styrdesk")
    yield made
    made.close()


def test_each_backup_tells_when_why_and_what_it_holds(window: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(qtbot, window)
    first, second = rows(dialog)
    size = session(window).services.backups.kept()[0].size / 1_000_000
    assert first.startswith(f"Today 14:02 · Made by hand. {size:.1f} MB · ")
    held = [int(told.split(" records")[0].split()[-1]) for told in (first, second)]
    assert held[0] == held[1] + 1
    assert "No plan" in first
    assert dialog.list.currentIndex().row() == 0
    assert dialog.focusWidget() is dialog.list


def test_what_cannot_be_read_says_so() -> None:
    assert held(None, 5) == "It cannot be read."


def test_a_backup_is_opened_as_a_copy_beside_the_file(window: MainWindow, qtbot: QtBot) -> None:
    original = session(window).services.file.path
    before = original.read_bytes()
    person = session(window).person()
    dialog = shown(qtbot, window)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert session(window).services.file.path.name == "a restored 2026-11-23 14.02.styrdesk"
    names = {one.name for one in session(window).services.people.rows()}
    assert names == {"Åsa Öberg"}
    assert session(window).person() == person != ""
    assert original.read_bytes() == before


def test_a_damaged_backup_is_told_and_nothing_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    here = session(window)
    spoil(here.services.backups.path(here.services.backups.kept()[0]))
    dialog = shown(qtbot, window)
    here.dialogs.answer("message")  # type: ignore[attr-defined]  # the scripted ones
    press(qtbot, dialog, "open_copy")
    assert session(window) is here
    assert dialog.isVisible()


def test_a_backup_can_be_made_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(qtbot, window)
    with qtbot.waitSignal(session(window).keeper.looked):
        press(qtbot, dialog, "back_up_now")
        assert not dialog.now.isEnabled()
    assert len(rows(dialog)) == 3
    assert dialog.now.isEnabled()
    assert "Backed up today 14:02" in dialog.state.words()


@pytest.mark.parametrize("busy", [True, False])
def test_the_first_one_is_asked_for_only_when_it_can_be_made(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, busy: bool
) -> None:
    window = stage.window(stage.file())
    monkeypatch.setattr(keeper.Keeper, "is_busy", busy)
    dialog = shown(qtbot, window)
    assert dialog.now.isEnabled() is not busy
    assert ("Press Back up now" in dialog.nothing.words()) is not busy


def test_a_second_place_is_chosen_used_and_given_up(
    window: MainWindow, stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    stage.dialogs.answer("choose_folder", second)
    dialog = shown(qtbot, window)
    with qtbot.waitSignal(session(window).keeper.looked):
        press(qtbot, dialog, "choose_place")
    assert str(second) in dialog.place.text()
    assert len(list(second.rglob("*.styrdesk"))) == 1
    press(qtbot, dialog, "forget_place")
    assert "None chosen" in dialog.place.text()
    assert stage.kept.current.backup_place == ""


def test_a_file_without_backups_says_so(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window(stage.file())
    dialog = shown(qtbot, window)
    assert rows(dialog) == []
    assert not dialog.open_copy.isEnabled()
    assert "No backup yet" in dialog.state.words()


def test_everything_in_the_backups_window_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(qtbot, window)
    assert nameless(dialog) == []
    assert rich_labels(dialog) == []


def test_when_the_folder_cannot_be_written_another_is_asked_for(
    window: MainWindow, stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from styrdesk.services.backups import BackupService

    real, other = BackupService.restore, tmp_path / "other"
    other.mkdir()

    def refused(self: BackupService, kept: object, folder: Path | None = None) -> Path:
        if folder is None:
            raise FileProblem(FileFault.READ_ONLY, "no")
        return real(self, kept, folder)  # type: ignore[arg-type]

    monkeypatch.setattr(BackupService, "restore", refused)
    stage.dialogs.answer("choose_folder", other)
    press(qtbot, shown(qtbot, window), "open_copy")
    assert session(window).services.file.path.parent == other


# ---------------------------------------------------------------------------- a damaged file


def test_a_damaged_file_is_answered_with_its_newest_good_backup(stage: Stage) -> None:
    path = stage.file()
    backups_of(path, stage.kept, FrozenClock(NOW)).secure(Reason.START)
    spoil(path)
    before = path.read_bytes()
    stage.dialogs.answer("choose", 0)
    window = stage.window(path)
    assert session(window).services.file.path.name == "a restored 2026-11-23 14.02.styrdesk"
    assert session(window).person()
    assert path.read_bytes() == before


def test_a_damaged_file_whose_backup_is_not_wanted_is_left(stage: Stage) -> None:
    path = stage.file()
    backups_of(path, stage.kept, FrozenClock(NOW)).secure(Reason.START)
    path.write_bytes(b"")
    stage.dialogs.answer("choose", -1)
    window = stage.window(path)
    assert window.session is None
    assert window.welcome is not None
    assert path.read_bytes() == b""


def test_a_damaged_file_without_a_backup_is_salvaged_and_what_was_lost_is_told(
    stage: Stage,
) -> None:
    path = stage.file()
    spoil(path)
    before = path.read_bytes()
    stage.dialogs.answer("choose", 0).answer("message")
    window = stage.window(path)
    assert session(window).services.file.path.name == "a salvaged.styrdesk"
    assert "saved" in stage.dialogs.said[-1][2]
    assert path.read_bytes() == before


# --------------------------------------------------------------------------- room on the disk


def test_a_disk_that_fills_up_is_told_before_it_is_full(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = stage.window(stage.file())
    desk = stage.desk(window)
    assert not desk.space.isVisible()
    free = 12_000_000
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**12, 0, free))
    with qtbot.waitSignal(session(window).keeper.looked):
        session(window).keeper.back_up_now()
    assert desk.space.isVisible()
    assert "12 MB are left" in desk.space.banner.words()
    window.rebuild()
    assert stage.desk(window).space.isVisible()
    free = 10**12
    with qtbot.waitSignal(session(window).keeper.looked):
        session(window).keeper.back_up_now()
    assert not stage.desk(window).space.isVisible()


def test_a_link_to_the_backups_opens_them(stage: Stage) -> None:
    window = stage.window(stage.file())
    stage.desk(window).go(Target("file", "backups"))
    assert window.findChild(BackupsWindow) is not None


def test_a_copy_without_history_is_saved_from_the_menu(stage: Stage) -> None:
    window = stage.window(stage.file())
    change(window, "Inte med")
    session(window).services.people.delete("p-Inte med")
    target = stage.folder / "to send.styrdesk"
    stage.dialogs.answer("save_file", target).answer("message")
    window.actions_by_key["copy_to_send"].trigger()
    assert b"Inte med" not in target.read_bytes()


def test_the_window_tells_how_much_room_the_backups_take(stage: Stage, qtbot: QtBot) -> None:
    window = stage.window(stage.file())
    dialog = shown(qtbot, window)
    assert not dialog.room.isVisible()
    press(qtbot, dialog, "back_up_now")
    backed_up(qtbot, window, 1)
    qtbot.waitUntil(dialog.room.isVisible)
    size = session(window).services.backups.kept()[0].size / 1_000_000
    assert dialog.room.text().startswith(f"1 backup takes {size:.1f} MB.")
    assert "At most 2,000 MB" in dialog.room.text()
