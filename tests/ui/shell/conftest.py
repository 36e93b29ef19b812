"""The real window on real files in a folder of the test's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from styrdesk import bootstrap
from styrdesk.base.clock import FrozenClock
from styrdesk.services.catalogue import Services
from styrdesk.services.new_file import Beginning, begin
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.piece import PieceSpec
from styrdesk.ui.pieces import PIECES
from styrdesk.ui.shell import watch
from styrdesk.ui.shell.desk import Desk
from styrdesk.ui.shell.files import Files
from styrdesk.ui.shell.main_window import MainWindow
from tests.helpers.dialogs import ScriptedDialogs
from tests.helpers.patience import WAIT
from tests.helpers.windows import present

CLOCK = FrozenClock(datetime(2026, 11, 23, 14, 2, tzinfo=UTC))


@dataclass
class Stage:
    """A machine with its settings and files, and the window on it."""

    bot: QtBot
    folder: Path
    kept: SettingsService
    dialogs: ScriptedDialogs
    pieces: tuple[PieceSpec, ...] = PIECES

    def services(self, name: str = "a") -> Services:
        """The services of a file, which is made and begun when it is missing. Close them."""
        path = self.folder / f"{name}.styrdesk"
        if path.exists():
            return bootstrap.open_services(path, self.kept, CLOCK)
        services = bootstrap.create_services(path, self.kept, CLOCK)
        _committee, person = begin(services, Beginning("Borlänge", "Kulturnämnden", "Åsa Öberg"))
        self.kept.set_person(path, person)
        return services

    def file(self, name: str = "a") -> Path:
        """A file that is begun."""
        self.services(name).file.close()
        return self.folder / f"{name}.styrdesk"

    def window(self, path: Path | None = None, *, read_only: bool = False) -> MainWindow:
        """The window, shown."""

        def opened(
            path: Path,
            kept: SettingsService,
            *,
            read_only: bool = read_only,
            over: bool = False,
        ) -> Services:
            return bootstrap.open_services(
                path, kept, CLOCK, read_only=read_only, owned=True, over=over
            )

        made = partial(bootstrap.create_services, clock=CLOCK, owned=True)
        files = Files(self.kept, self.dialogs, opened, made)
        window = MainWindow(self.pieces, self.kept, self.dialogs, files, CLOCK)
        window.begin(path)
        present(self.bot, window)
        return window

    def desk(self, window: MainWindow) -> Desk:
        """What is seen of the open file."""
        assert window.desk is not None
        return window.desk


@pytest.fixture
def stage(
    qtbot: QtBot, tmp_path: Path, dialogs: ScriptedDialogs, monkeypatch: pytest.MonkeyPatch
) -> Stage:
    monkeypatch.setattr(watch, "PATIENCE", WAIT / 1000)  # a busy machine is no silent disk
    kept = SettingsService(tmp_path / "settings")
    kept.change(language="en", scheme="light")
    return Stage(qtbot, tmp_path, kept, dialogs)
