"""The composition root: opens the file and builds the services; the window is built last."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from styrdesk.base.clock import Clock, SystemClock
from styrdesk.base.paths import data_folder, settings_folder
from styrdesk.domain.errors import FileProblem
from styrdesk.services.settings import SettingsService

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.services.catalogue import Services
    from styrdesk.storage.file import File


def settings() -> SettingsService:
    """This machine's settings."""
    return SettingsService(settings_folder())


def open_services(
    path: Path,
    kept: SettingsService,
    clock: Clock | None = None,
    *,
    read_only: bool = False,
) -> Services:
    """Open a file and give its services.

    Raises:
        FileProblem: The file is not one we can open.
    """
    from styrdesk.storage import file

    opened = file.open_file(path, data_folder() / "backups", read_only=read_only)
    return _services(opened, kept, clock)


def create_services(path: Path, kept: SettingsService, clock: Clock | None = None) -> Services:
    """Make a new file and give its services.

    Raises:
        FileProblem: Something lies there already, or the folder cannot be written.
    """
    from styrdesk.storage import file

    return _services(file.create(path), kept, clock)


def _services(opened: File, kept: SettingsService, clock: Clock | None) -> Services:
    from styrdesk.services.backups import backups_of
    from styrdesk.services.catalogue import services_of

    path, clock = opened.path, clock or SystemClock()
    made = services_of(opened, clock, lambda: kept.person(path), backups_of(path, kept, clock))
    if not opened.read_only:
        with suppress(FileProblem):  # a full disk: what is decided is read as before until then
            made.versions.freeze_older()
    return made


def run_window(path: Path | None, kept: SettingsService) -> int:
    """Open the window on a file, or on the welcome page; returns when it is closed."""
    from styrdesk.ui.shell.application import run  # Qt only for the window

    return run(path, kept, open_services, create_services)
