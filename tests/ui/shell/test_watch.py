"""What others write is seen at once, and what becomes of the file is told with the ways on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from styrdesk import bootstrap
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.domain.organisation import Person
from styrdesk.domain.owner import InUse
from styrdesk.services.backups import backups_of
from styrdesk.services.catalogue import Services
from styrdesk.services.demo import fill
from styrdesk.services.settings import SettingsService
from styrdesk.services.whereabouts import Place, Sighting
from styrdesk.storage import connection, lock, place
from styrdesk.storage.whole import LookThrough
from styrdesk.ui.kit.field import Field
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.shell import doorbell, keeper, watch
from styrdesk.ui.shell.desk import Desk
from styrdesk.ui.shell.main_window import MainWindow
from styrdesk.ui.shell.session import Session
from styrdesk.ui.shell.watch import Watch
from tests.helpers.patience import WAIT
from tests.helpers.windows import nameless, rich_labels
from tests.storage.test_whole import spoil_unseen
from tests.ui.shell.conftest import CLOCK, Stage

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second is long to a test; and no backup is made that is not asked for."""
    monkeypatch.setattr(watch, "EVERY", 10)
    monkeypatch.setattr(keeper, "FIRST", 3_600_000)


def refuses(fault: FileFault) -> Callable[..., None]:
    """A door that says no."""

    def refuse(*_asked: object, **_more: object) -> None:
        raise FileProblem(fault, "No.")

    return refuse


class Scene:
    """The window on a file with Åsa and Bo, at Bo's form, and somebody else at the same file."""

    def __init__(self, stage: Stage, bot: QtBot) -> None:
        self.stage, self.bot = stage, bot
        self.path = stage.file()
        self.other: SettingsService = SettingsService(stage.folder / "other settings")
        with_bo = stage.services()
        with_bo.people.add(Person("bo", name="Bo", title="Chef"))
        with_bo.people.add(Person("cia", name="Cia"))
        with_bo.file.close()
        self.window: MainWindow = stage.window(self.path)
        self.window.go(Target("planning", "people", "bo", "title"))

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def services(self) -> Services:
        return self.session.services

    @property
    def watch(self) -> Watch:
        return self.session.watch

    @property
    def page(self) -> RecordsPage[Person]:
        page = self.stage.desk(self.window).page()
        assert isinstance(page, RecordsPage)
        return page

    @property
    def form(self) -> SavedForm[Person]:
        form = self.page.page.panel.form
        assert isinstance(form, SavedForm)
        return form

    def field(self, name: str = "title") -> Field[str]:
        return self.form.form[name]

    def type(self, words: str, name: str = "title") -> None:
        """Type over what stands there, without leaving the field."""
        editor = self.field(name).editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()
        editor.selectAll()
        self.bot.keyClicks(editor, words)

    def write(self, *people: Person, path: Path | None = None) -> None:
        """Somebody else saves people in the file."""
        theirs = bootstrap.open_services(path or self.path, self.other, CLOCK)
        for person in people:
            theirs.people.save(person)
        theirs.file.close()

    def delete(self, *ids: str) -> None:
        theirs = bootstrap.open_services(self.path, self.other, CLOCK)
        theirs.people.delete(*ids)
        theirs.file.close()

    def kept(self, path: Path | None = None) -> dict[str, str]:
        """Names and titles in a file, as another program reads them."""
        theirs = bootstrap.open_services(path or self.path, self.other, CLOCK, read_only=True)
        found = {person.name: person.title for person in theirs.people.rows()}
        theirs.file.close()
        return found

    def names(self) -> list[str]:
        """What the list on the page shows."""
        table = self.page.page.table
        return [str(table.rows.index(n, 0).data()) for n in range(table.rows.rowCount())]

    def looked(self) -> None:
        """Wait until the watch has looked twice from now: once is already under way."""
        for _look in range(2):
            with self.bot.waitSignal(self.watch._seen):
                pass
            QApplication.processEvents()

    def lost(self, where: Place) -> Sighting:
        """Wait until the file is said to be lost in a way."""
        self.bot.waitUntil(
            lambda: self.watch.lost is not None and self.watch.lost.place is where,
        )
        assert self.watch.lost is not None
        return self.watch.lost

    def alone(self) -> None:
        """Look no more by the clock; the look that is under way is waited for."""
        self.watch._timer.stop()
        self.bot.waitUntil(lambda: self.watch._thread is None)

    def found(self) -> None:
        self.bot.waitUntil(lambda: self.watch.lost is None)

    def button(self, name: str) -> QPushButton:
        made = self.stage.desk(self.window).lost.findChild(QPushButton, name)
        assert made is not None
        return made

    def press(self, name: str) -> None:
        assert self.button(name).isVisible()
        self.bot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def give_up(self) -> None:
        """Let the window be closed without the words that wait."""
        self.form.take_back()
        if self.form.autosave is not None:
            self.form.autosave.forget()

    def mark(self) -> str:
        return self.stage.desk(self.window).header.saved.text()


@pytest.fixture
def scene(stage: Stage, qtbot: QtBot) -> Scene:
    return Scene(stage, qtbot)


# --------------------------------------------------------------------------- what others write


def test_what_another_program_writes_is_shown(scene: Scene) -> None:
    scene.write(Person("dag", name="Dag"))
    scene.bot.waitUntil(lambda: "Dag" in scene.names())


def test_the_record_that_is_open_follows(scene: Scene) -> None:
    scene.write(Person("bo", name="Bo", title="Rektor"))
    scene.bot.waitUntil(lambda: scene.field().value() == "Rektor")


def test_an_import_from_the_command_line_is_shown(scene: Scene, stage: Stage) -> None:
    """The real program beside the window, in a process of its own."""
    made = bootstrap.create_services(stage.folder / "demo.styrdesk", scene.other, CLOCK)
    fill(made)
    plan = stage.folder / "plan.json"
    plan.write_text(made.exchange.export(made.plans.plans()[0].id), encoding="utf-8")
    made.file.close()
    command = [sys.executable, "-m", "styrdesk", "import", str(scene.path), str(plan)]
    before = len(scene.names())
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    scene.bot.waitUntil(lambda: len(scene.names()) > before)
    scene.window.go(Target("planning", "plan"))
    assert len(stage.desk(scene.window).session.services.plans.plans()) == 1


def test_typing_survives_what_others_write_and_is_saved(scene: Scene) -> None:
    """All that is asked of a refresh: the keys that are not saved yet stay, and win."""
    scene.type("Enhetsch")
    scene.write(Person("bo", name="Bo", title="Rektor", email="bo@example.se"))
    changes = scene.services.work.notice()
    assert changes is not None
    scene.session.operations.tell(changes)
    assert scene.field().words() == "Enhetsch"
    assert scene.field("email").words() == "bo@example.se"
    scene.bot.keyClicks(scene.field().editor, "ef")
    scene.bot.waitUntil(lambda: scene.kept()["Bo"] == "Enhetschef")
    assert scene.services.people.get("bo").email == "bo@example.se"


def test_words_a_rule_refused_survive_what_others_write(scene: Scene) -> None:
    scene.type(" ", "name")
    scene.field("title").editor.setFocus()
    assert scene.field("name").error()
    scene.write(Person("bo", name="Bosse", title="Rektor"))
    scene.bot.waitUntil(lambda: scene.field().value() == "Rektor")
    assert scene.field("name").words() == " "
    assert scene.field("name").error()
    assert scene.form.take_back()
    assert scene.field("name").words() == "Bosse"


def test_a_cell_one_writes_in_is_left_alone_until_it_is_closed(scene: Scene) -> None:
    roles = scene.form.findChild(OwnedGrid)
    assert roles is not None
    table = roles.table
    table.setFocus()
    table.setCurrentIndex(table.grid.index(0, 2))
    scene.bot.keyClick(table, "2")
    scene.bot.keyClicks(QApplication.focusWidget(), "026-0")
    cell = QApplication.focusWidget()
    assert isinstance(cell, QLineEdit)
    scene.write(Person("dag", name="Dag"))
    scene.looked()
    assert QApplication.focusWidget() is cell
    assert cell.text() == "2026-0"
    assert "Dag" not in scene.names()
    scene.bot.keyClicks(cell, "1-01")
    table.setFocus()
    scene.bot.waitUntil(lambda: "Dag" in scene.names())
    assert roles.words()[0][2] == "2026-01-01"


def test_words_in_a_record_that_others_deleted_are_shown_to_be_copied(scene: Scene) -> None:
    scene.stage.dialogs.answer("words")
    scene.type("Enhetschef")
    scene.delete("bo")
    scene.bot.waitUntil(lambda: scene.page.page.panel.form is None)
    ((_kind, head, body),) = scene.stage.dialogs.said
    assert head == "What you were writing in is no longer in the file"
    assert body.endswith("Title\nEnhetschef")


def test_a_record_that_others_deleted_is_closed_without_a_word_when_nothing_was_typed(
    scene: Scene,
) -> None:
    scene.delete("bo")
    scene.bot.waitUntil(lambda: scene.page.page.panel.form is None)
    assert scene.stage.dialogs.said == []


def test_a_record_one_deletes_oneself_takes_its_wrong_words_with_it(scene: Scene) -> None:
    scene.type(" ", "name")
    scene.page.page.table.setFocus()
    scene.page.page.table.choose("bo")
    scene.bot.keyClick(scene.page.page.table, Qt.Key.Key_Delete)
    assert scene.page.page.panel.form is None
    assert scene.stage.dialogs.said == []


def test_undo_says_that_it_stops_at_what_others_did(scene: Scene) -> None:
    scene.type("Enhetschef")
    scene.form.flush()
    undo = scene.stage.desk(scene.window).header.undo
    assert "Change person" in undo.accessibleName()
    scene.write(Person("dag", name="Dag"))
    scene.bot.waitUntil(lambda: "Undo stops at what" in undo.accessibleName())


def test_what_others_write_does_not_tell_that_our_own_is_saved(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.stage.dialogs.answer("message")
    with monkeypatch.context() as patch:
        patch.setattr(scene.services.work, "step", refuses(FileFault.DISK_FULL))
        scene.type("Enhetschef")
        assert not scene.form.flush()
    scene.write(Person("dag", name="Dag"))
    scene.bot.waitUntil(lambda: "Dag" in scene.names())
    assert scene.mark() == "Latest change not saved"
    assert scene.field().words() == "Enhetschef"
    assert scene.form.flush()
    assert scene.kept()["Bo"] == "Enhetschef"
    scene.bot.waitUntil(lambda: scene.mark().startswith("Saved"))


# ------------------------------------------------------------------------------ deleted and moved


def test_fault_16_a_deleted_file_is_told_and_the_work_is_saved_elsewhere(scene: Scene) -> None:
    copy = scene.stage.folder / "copy.styrdesk"
    scene.path.unlink()
    scene.lost(Place.GONE)
    desk = scene.stage.desk(scene.window)
    assert desk.lost.isVisible()
    assert "no longer where it was" in desk.lost.banner.words()
    assert scene.mark() == "Nothing is saved now"
    assert nameless(scene.window) == []
    assert rich_labels(scene.window) == []
    scene.type("Enhetschef")
    assert not scene.form.flush()
    assert scene.mark() == "Latest change not saved"
    scene.stage.dialogs.answer("save_file", copy).answer("message")
    scene.press("rescue_copy")
    assert scene.watch.lost is None
    assert not desk.lost.isVisible()
    assert scene.kept(copy)["Bo"] == "Enhetschef"
    assert not scene.path.exists()
    assert scene.window.windowTitle().startswith("copy")
    scene.bot.waitUntil(lambda: scene.mark().startswith("Saved"))
    assert scene.session.person() == scene.stage.kept.person(copy) != ""
    scene.looked()
    assert scene.watch.lost is None


def test_fault_17_a_file_moved_away_and_back_goes_on_by_itself(scene: Scene) -> None:
    away = scene.stage.folder / "away.tmp"
    scene.path.rename(away)
    scene.lost(Place.GONE)
    scene.type("Enhetschef")
    assert not scene.form.flush()
    assert scene.field().words() == "Enhetschef"
    away.rename(scene.path)
    scene.found()
    assert scene.kept()["Bo"] == "Enhetschef"
    assert not scene.stage.desk(scene.window).lost.isVisible()
    assert scene.stage.dialogs.said == []


def test_fault_17_a_save_that_finds_the_file_moved_asks_at_once(
    scene: Scene,
) -> None:
    scene.watch._timer.stop()
    moved = scene.stage.folder / "moved.styrdesk"
    scene.path.rename(moved)
    scene.type("Enhetschef")
    assert not scene.form.flush()
    assert scene.lost(Place.GONE).moved == moved
    assert scene.stage.dialogs.said == []  # the banner says it, no dialog over the words
    scene.give_up()


def test_fault_17_one_goes_on_in_the_moved_file(scene: Scene) -> None:
    moved = scene.stage.folder / "moved.styrdesk"
    scene.path.rename(moved)
    assert scene.lost(Place.GONE).moved == moved
    scene.type("Enhetschef")
    scene.stage.desk(scene.window).lost.setFocus()
    assert QApplication.focusWidget() is scene.button("follow_file")
    scene.press("follow_file")
    assert scene.watch.lost is None
    assert scene.kept(moved)["Bo"] == "Enhetschef"
    assert scene.window.windowTitle().startswith("moved")
    assert scene.stage.kept.current.recent[0] == str(moved)


def test_who_sits_here_follows_the_file(scene: Scene) -> None:
    """Also in the name of what waited to be saved, which undo would otherwise stop at."""
    asa = scene.session.person()
    moved = scene.stage.folder / "moved.styrdesk"
    scene.path.rename(moved)
    scene.lost(Place.GONE)
    scene.type("Enhetschef")
    scene.press("follow_file")
    latest = scene.services.file.journal.latest()
    assert latest is not None
    assert latest.person == asa
    scene.session.sit("bo")
    scene.services.people.add(Person("dag", name="Dag"))
    latest = scene.services.file.journal.latest()
    assert latest is not None
    assert latest.person == "bo"
    scene.stage.kept.set_person(scene.path, "cia")  # another file may lie there by now
    assert scene.services.work.undoable() is not None


def test_the_lock_and_the_doorbell_follow_the_file(scene: Scene) -> None:
    moved = scene.stage.folder / "moved.styrdesk"
    scene.path.rename(moved)
    scene.lost(Place.GONE)
    scene.press("follow_file")
    assert not lock.path_of(scene.path).exists()
    with pytest.raises(InUse) as held:
        bootstrap.open_services(moved, scene.other, CLOCK, owned=True)
    assert held.value.owner is not None
    assert held.value.owner.name == "Åsa Öberg"
    bell = scene.session.doorbell
    assert bell is not None
    with scene.bot.waitSignal(bell.rung):
        assert doorbell.ring(moved)


def test_fault_21_a_file_that_comes_back_is_still_ours_to_write(scene: Scene) -> None:
    away = scene.stage.folder / "away.tmp"
    scene.path.rename(away)
    scene.lost(Place.GONE)
    lock.path_of(scene.path).unlink()
    away.rename(scene.path)
    scene.found()
    with pytest.raises(InUse):
        bootstrap.open_services(scene.path, scene.other, CLOCK, owned=True)


def test_the_banner_is_one_of_the_areas_that_f6_goes_through(scene: Scene) -> None:
    scene.path.unlink()
    scene.lost(Place.GONE)
    stops = []
    for _stop in range(8):
        scene.window.next_area()
        stops.append(QApplication.focusWidget())
    assert scene.button("rescue_copy") in stops


def test_pages_can_still_be_read_while_the_file_is_gone(scene: Scene) -> None:
    scene.path.unlink()
    scene.lost(Place.GONE)
    scene.window.go(Target("planning", "people", "cia"))
    assert scene.field("name").words() == "Cia"


def test_one_stays_at_words_that_wait_for_the_file(scene: Scene) -> None:
    scene.path.unlink()
    scene.lost(Place.GONE)
    scene.type("Enhetschef")
    for _time in range(3):
        scene.window.go(Target("planning", "people", "cia"))
    assert scene.field().words() == "Enhetschef"
    scene.give_up()


@pytest.mark.parametrize("stays", [True, False])
def test_closing_with_words_that_wait_is_asked_for(scene: Scene, stays: bool) -> None:
    scene.path.unlink()
    scene.lost(Place.GONE)
    scene.type("Enhetschef")
    scene.stage.dialogs.answer("question", not stays)
    assert scene.window.close() is not stays
    ((_kind, head, _body),) = scene.stage.dialogs.said
    assert head == "What you wrote last is not saved"
    if stays:
        assert scene.field().words() == "Enhetschef"
        scene.give_up()


# -------------------------------------------------------------------- another file in its place


def test_fault_18_another_file_in_its_place_is_never_written(scene: Scene) -> None:
    other = scene.stage.file("b")
    other.replace(scene.path)
    before = scene.path.read_bytes()
    scene.lost(Place.OTHER)
    scene.type("Enhetschef")
    assert not scene.form.flush()
    scene.looked()
    assert scene.path.read_bytes() == before
    copy = scene.stage.folder / "copy.styrdesk"
    scene.stage.dialogs.answer("save_file", copy).answer("message")
    scene.press("rescue_copy")
    assert scene.kept(copy)["Bo"] == "Enhetschef"
    assert scene.path.read_bytes() == before


def test_fault_18_another_file_is_never_backed_up_as_ours(scene: Scene) -> None:
    scene.stage.file("b").replace(scene.path)
    scene.lost(Place.OTHER)
    scene.session.keeper.back_up_now()
    assert not scene.session.keeper.is_busy
    assert scene.services.backups.kept() == ()


def test_fault_18_the_other_file_can_be_opened_instead(scene: Scene) -> None:
    other = scene.stage.file("b")
    other.replace(scene.path)
    scene.lost(Place.OTHER)
    scene.press("open_other")
    assert scene.watch.lost is None
    assert [person.name for person in scene.services.people.rows()] == ["Åsa Öberg"]


def test_fault_18_a_file_copied_over_ours_is_noticed(scene: Scene) -> None:
    other = scene.stage.services("b")
    for n in range(20):
        other.people.add(Person(f"p{n}", name=f"Person {n}"))
    other.file.close()
    scene.services.backups.secure(Reason.ASKED)
    scene.path.write_bytes((scene.stage.folder / "b.styrdesk").read_bytes())
    before = scene.path.read_bytes()
    scene.lost(Place.OTHER)
    scene.type("Enhetschef")
    assert not scene.form.flush()
    copy = scene.stage.folder / "copy.styrdesk"
    scene.stage.dialogs.answer("save_file", copy).answer("message")
    scene.press("rescue_copy")
    assert scene.kept(copy)["Bo"] == "Enhetschef"
    assert "the copy is made of the backup from" in scene.stage.dialogs.said[-1][2]
    assert scene.path.read_bytes() == before


def test_fault_18_the_same_file_put_there_anew_goes_on_by_itself(scene: Scene) -> None:
    """What a cloud folder does when a colleague has written in the file."""
    again = scene.stage.folder / "again.styrdesk"
    shutil.copyfile(scene.path, again)
    scene.write(Person("dag", name="Dag"), path=again)
    again.replace(scene.path)
    scene.bot.waitUntil(lambda: "Dag" in scene.names())
    scene.type("Enhetschef")
    assert scene.form.flush()
    assert scene.kept()["Bo"] == "Enhetschef"


def test_fault_22_a_newer_program_that_takes_over_is_told(scene: Scene) -> None:
    theirs = bootstrap.open_services(scene.path, scene.other, CLOCK)
    theirs.file.db.execute_sql("PRAGMA user_version = 999")
    theirs.file.close()
    scene.lost(Place.NEWER)
    scene.looked()  # what was told stays so for as long as it is
    scene.lost(Place.NEWER)
    assert "newer Styrdesk" in scene.stage.desk(scene.window).lost.banner.words()


@pytest.mark.parametrize("first", [Place.AWAY, Place.GONE, Place.OTHER, Place.LOCKED])
def test_fault_22_a_newer_program_is_told_however_the_file_was_first_lost(
    scene: Scene, first: Place
) -> None:
    """By looks that are taken one by one: nothing depends on which came first."""
    scene.alone()
    scene.watch._say(Sighting(first))
    theirs = bootstrap.open_services(scene.path, scene.other, CLOCK)
    theirs.file.db.execute_sql("PRAGMA user_version = 999")
    theirs.file.close()
    for _look in range(3):
        scene.watch._end(scene.services.whereabouts.look())
        assert scene.watch.lost == Sighting(Place.NEWER)


def test_a_file_that_others_write_in_when_it_is_back_is_gone_on_in_at_the_next_look(
    scene: Scene,
) -> None:
    scene.alone()
    scene.watch._say(Sighting(Place.AWAY))
    theirs = bootstrap.open_services(scene.path, scene.other, CLOCK)
    theirs.file.db.execute_sql("BEGIN EXCLUSIVE")
    scene.watch._end(scene.services.whereabouts.look())
    assert scene.watch.lost == Sighting(Place.AWAY)
    theirs.file.db.execute_sql("ROLLBACK")
    theirs.file.close()
    scene.watch._end(scene.services.whereabouts.look())
    assert scene.watch.lost is None


# ------------------------------------------------------------------------ out of reach, or locked


def test_fault_34_a_vanished_folder_comes_back(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = stick / "a.styrdesk"
    scene.session.go_on(scene.services.whereabouts.rescue(made)[0])
    monkeypatch.setattr(place, "_HANDLES", tmp_path / "no proc here")
    stick.rename(tmp_path / "unplugged")
    scene.lost(Place.AWAY)
    scene.type("Enhetschef")
    assert not scene.form.flush()
    (tmp_path / "unplugged").rename(stick)
    scene.found()
    assert scene.kept(made)["Bo"] == "Enhetschef"


def test_fault_34_a_disk_that_does_not_answer_never_holds_the_window(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Event()
    monkeypatch.setattr(watch, "PATIENCE", 0)
    seen = place.seen

    def slow(path: Path, known: place.Identity, *, writable: bool) -> Place:
        answer.wait()
        return seen(path, known, writable=writable)

    monkeypatch.setattr(place, "seen", slow)
    scene.lost(Place.AWAY)
    assert not scene.watch.answers
    scene.type("Enhetschef")
    assert not scene.form.flush()  # refused at once: the disk is not asked
    answer.set()
    scene.found()
    assert scene.kept()["Bo"] == "Enhetschef"


def test_fault_13_a_file_that_is_locked_meanwhile(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_asked: False)
        scene.lost(Place.LOCKED)
        scene.type("Enhetschef")
        assert not scene.form.flush()
    scene.found()
    assert scene.kept()["Bo"] == "Enhetschef"


def test_fault_12_a_disk_that_fails_where_the_file_is_where_it_was(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, the words stay, and the next change tries again."""
    scene.stage.dialogs.answer("message")
    with monkeypatch.context() as patch:
        patch.setattr(scene.services.work, "step", refuses(FileFault.UNREADABLE))
        scene.type("Enhetschef")
        assert not scene.form.flush()
        scene.bot.waitUntil(lambda: bool(scene.stage.dialogs.said))
    assert scene.watch.lost is None
    assert scene.field().words() == "Enhetschef"
    assert scene.mark() == "Latest change not saved"
    assert scene.form.flush()
    assert scene.kept()["Bo"] == "Enhetschef"


def test_a_bug_on_the_thread_comes_out_in_the_window(scene: Scene) -> None:
    scene.watch._timer.stop()
    with pytest.raises(ZeroDivisionError):
        scene.watch._end(ZeroDivisionError())


def test_what_a_grid_could_not_save_is_saved_when_the_file_is_back(scene: Scene) -> None:
    away = scene.stage.folder / "away.tmp"
    scene.path.rename(away)
    scene.lost(Place.GONE)
    roles = scene.form.findChild(OwnedGrid)
    assert roles is not None
    table = roles.table
    table.setFocus()
    table.setCurrentIndex(table.grid.index(0, 2))
    scene.bot.keyClick(table, "2")
    scene.bot.keyClicks(QApplication.focusWidget(), "026-01-01")
    table.setFocus()
    assert not scene.form.flush()
    assert roles.words()[0][2] == "2026-01-01"
    away.rename(scene.path)
    scene.found()
    assert roles.wrong() is None
    assert [role.valid_from for role in scene.services.roles.rows({"person_id": "bo"})] != []


# ------------------------------------------------------------------------- where a file is to lie


def test_fault_33_a_cloud_folder_is_warned_of_and_another_is_chosen(stage: Stage) -> None:
    cloud, good = stage.folder / "OneDrive - Kommunen", stage.folder / "good"
    cloud.mkdir()
    good.mkdir()
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", cloud / "k.styrdesk").answer("choose", 1)
    stage.dialogs.answer("save_file", good / "k.styrdesk").answer("message")
    window.save_copy()
    assert not any(cloud.iterdir())
    assert [path.name for path in good.iterdir()] == ["k.styrdesk"]
    assert stage.dialogs.said[1][1] == "The folder is kept by OneDrive"


def test_fault_33_a_cloud_folder_that_is_chosen_all_the_same_is_warned_of_once(
    stage: Stage,
) -> None:
    cloud = stage.folder / "Nextcloud"
    cloud.mkdir()
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", cloud / "k.styrdesk").answer("choose", 0).answer("message")
    window.save_copy()
    stage.dialogs.answer("save_file", cloud / "l.styrdesk").answer("message")
    window.save_copy()
    assert sorted(path.name for path in cloud.iterdir()) == ["k.styrdesk", "l.styrdesk"]


def test_fault_33_a_copy_to_send_may_lie_anywhere(stage: Stage) -> None:
    cloud = stage.folder / "Dropbox"
    cloud.mkdir()
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", cloud / "k.styrdesk").answer("message")
    window.save_copy(history=False)
    assert [path.name for path in cloud.iterdir()] == ["k.styrdesk"]


def test_fault_33_one_may_think_better_of_a_cloud_folder(stage: Stage) -> None:
    cloud = stage.folder / "Dropbox"
    cloud.mkdir()
    window = stage.window(stage.file())
    stage.dialogs.answer("save_file", cloud / "k.styrdesk").answer("choose", -1)
    window.save_copy()
    assert not any(cloud.iterdir())


# ----------------------------------------------------------------------- damage found beside work


def here(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def hurt(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on a file that was whole when it was closed here, and whose disk then failed."""
    path = stage.file()
    stage.window(path).close()
    backups = backups_of(path, stage.kept, CLOCK)
    backups.secure(Reason.START)
    spoil_unseen(path, "frame_item")  # of which nothing is shown at first
    monkeypatch.setattr(keeper, "FIRST", 0)
    window = stage.window(path)
    watch = here(window).watch
    qtbot.waitUntil(lambda: watch.lost == Sighting(Place.DAMAGED))
    return window


def test_fault_28_damage_behind_a_clean_close_is_told_and_nothing_more_is_written(
    hurt: MainWindow, stage: Stage
) -> None:
    session = here(hurt)
    services = session.services
    before = services.file.path.read_bytes()
    said = stage.desk(hurt).lost.banner.words()
    assert "The file is damaged" in said
    with pytest.raises(FileProblem) as told:
        services.people.add(Person("q", name="Osparad"))
    assert told.value.message in said
    session.keeper.back_up_now()
    assert not session.keeper.is_busy
    assert len(services.backups.kept()) == 1
    assert services.backups.newest_good() is not None
    hurt.close()
    assert services.file.path.read_bytes() == before
    assert stage.kept.left(services.file.path) == ""


def test_fault_28_damage_behind_a_clean_close_is_gone_on_from_as_any_other(
    hurt: MainWindow, stage: Stage, qtbot: QtBot
) -> None:
    damaged = here(hurt).services.file.path
    way = stage.desk(hurt).findChild(QPushButton, "mend_file")
    assert way is not None
    assert way.isVisible()
    stage.dialogs.answer("choose", 0)  # the backup
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert here(hurt).services.file.path.name.startswith(f"{damaged.stem} restored")
    assert here(hurt).watch.lost is None


def test_fault_28_damage_that_stops_the_first_page_is_looked_for_before_it_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stage.file()
    stage.window(path).close()
    backups_of(path, stage.kept, CLOCK).secure(Reason.START)
    spoil_unseen(path)
    monkeypatch.setattr(Session, "remembered", refuses(FileFault.DAMAGED))
    stage.dialogs.answer("choose", -1)
    window = stage.window(path)
    assert window.session is None
    assert window.welcome is not None
    kind, head, _body = stage.dialogs.said[-1]
    assert (kind, "is damaged" in head) == ("choose", True)


def test_fault_28_damage_that_the_first_page_meets_is_told_as_any_other(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stage.file()
    stage.window(path).close()
    backups_of(path, stage.kept, CLOCK).secure(Reason.START)
    spoil_unseen(path, "frame_item")
    monkeypatch.setattr(Desk, "open_at", refuses(FileFault.DAMAGED))
    stage.dialogs.answer("choose", -1)
    window = stage.window(path)
    assert (window.session, window.desk) == (None, None)
    assert window.welcome is not None


def test_a_file_that_was_left_whole_is_left_whole_again(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stage.file()
    stage.window(path).close()
    monkeypatch.setattr(keeper, "FIRST", 0)
    go_on = Event()
    sound = connection.sound

    def slow(db: connection.Database) -> str:
        assert go_on.wait(WAIT / 1000)
        return sound(db)

    monkeypatch.setattr(connection, "sound", slow)
    window = stage.window(path)
    assert stage.kept.left(path) == ""  # until it has been looked through again
    services = here(window).services

    def is_whole() -> bool:
        return services.file.is_whole

    assert not is_whole()
    go_on.set()
    qtbot.waitUntil(lambda: bool(services.backups.kept()))
    assert is_whole()
    window.close()
    assert stage.kept.left(path)


def test_closing_gives_up_what_is_looked_through_and_nothing_follows(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stage.file()
    stage.window(path).close()
    monkeypatch.setattr(keeper, "FIRST", 0)
    begun, given_up = Event(), Event()
    sound, give_up = connection.sound, LookThrough.give_up

    def slow(db: connection.Database) -> str:
        begun.set()
        assert given_up.wait(WAIT / 1000)
        return sound(db)

    def told(look: LookThrough) -> None:
        give_up(look)
        given_up.set()

    monkeypatch.setattr(connection, "sound", slow)
    monkeypatch.setattr(LookThrough, "give_up", told)
    window = stage.window(path)
    session = here(window)
    qtbot.waitUntil(begun.is_set)
    window.close()
    QApplication.processEvents()
    assert session.services.backups.kept() == ()
