"""The whole program on real files, in Swedish, as it is started from the desktop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.base.i18n import _
from styrdesk.services.catalogue import Services
from styrdesk.services.demo import fill
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit import theme
from styrdesk.ui.shell import watch
from styrdesk.ui.shell.application import build
from styrdesk.ui.shell.main_window import MainWindow
from tests.e2e.newcomer import Newcomer
from tests.e2e.robots import Secretary, until
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.patience import WAIT, PatientBot
from tests.helpers.windows import KEPT, present

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


@dataclass
class Office:
    """A computer: its settings and files, and someone who starts the program on it.

    Attributes:
        locked: Files that may only be read. (Rights do not bind the user that tests run as.)
        clock: When what is started next is started.
    """

    bot: QtBot
    folder: Path
    dialogs: ScriptedDialogs
    kept: SettingsService
    locked: set[Path] = field(default_factory=set)
    clock: FrozenClock = CLOCK

    def start(self, path: Path | None = None) -> Secretary:
        """Start the program, on a file or without."""
        return Secretary(self._window(path))

    def start_anew(self) -> Newcomer:
        """Someone who has not seen the program before starts it."""
        return Newcomer(self._window(None))

    def _window(self, path: Path | None) -> MainWindow:
        made = partial(bootstrap.create_services, clock=self.clock, owned=True)
        window = build(self.kept, self.dialogs, self._opened, made)
        window.begin(path)
        present(self.bot, window)
        return window

    def next_day(self) -> None:
        """What is started from now on is started a day later."""
        self.clock = FrozenClock(self.clock.at + timedelta(days=1))

    def _opened(
        self, path: Path, kept: SettingsService, *, read_only: bool = False, over: bool = False
    ) -> Services:
        closed = read_only or path in self.locked
        return bootstrap.open_services(
            path, kept, self.clock, read_only=closed, owned=True, over=over
        )

    def print_to(self, secretary: Secretary, name: str) -> Path:
        """Export what is shown beside the chapter, and wait until it lies there."""
        path = self.folder / name
        self.dialogs.answer("save_file", path)
        secretary.tab(_("Preview"))
        secretary.press(_("Save as PDF …"))
        until(lambda: secretary.shows(QAbstractButton, _("Open")), f"{name}")
        return path

    def demo(self, name: str = "exempel", person: str = "") -> Path:
        """A file with the example: a decided plan for 2026 and a draft for 2027.

        Args:
            name: Of the file.
            person: Name of who sits there; the first of all where it is empty.
        """
        path = self.folder / f"{name}.styrdesk"
        services = bootstrap.create_services(path, self.kept, self.clock)
        fill(services)
        people = services.people.rows(words=person)
        self.kept.set_person(path, people[0].id)
        services.file.close()
        return path


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


@pytest.fixture
def dialogs() -> Iterator[ScriptedDialogs]:
    """A dialogs door whose every answer must be used."""
    door = ScriptedDialogs()
    yield door
    door.check_used()


@pytest.fixture
def office(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    dialogs: ScriptedDialogs,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Office]:
    monkeypatch.setattr(watch, "PATIENCE", WAIT / 1000)  # a busy machine is no silent disk
    QLocale.setDefault(QLocale("sv_SE"))
    # A menu that opens under the mouse follows it, when its events come, and not the keyboard.
    QCursor.setPos(qapp.primaryScreen().geometry().bottomRight())
    theme.apply(qapp, "light", 1.0)
    kept = SettingsService(tmp_path / "settings")
    kept.change(language="sv", scheme="light")
    yield Office(qtbot, tmp_path, dialogs, kept)
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    KEPT.clear()
