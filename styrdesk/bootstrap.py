"""The composition root: opens the file and builds the services; the window is built last."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
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
    owned: bool = False,
    over: bool = False,
    at_once: bool = False,
) -> Services:
    """Open a file and give its services.

    Args:
        path: The file.
        kept: This machine's settings.
        clock: The time; the machine's when not given.
        read_only: Ask for reading only.
        owned: Become its one owner, as a window must (decisions/0014).
        over: Take over from an owner who has been silent for long.
        at_once: Do not wait while a large file is looked through.

    Raises:
        InUse: The file has an owner.
        Unseen: It is large, and is to be looked through first (`services/opening.py`).
        FileProblem: The file is not one we can open.
    """
    from styrdesk.storage import file

    backups = data_folder() / "backups"
    opened = file.open_file(
        path, backups, read_only=read_only, owned=owned, over=over, at_once=at_once,
        left=kept.left(path),
    )  # fmt: skip
    return _services(opened, kept, clock)


def create_services(
    path: Path, kept: SettingsService, clock: Clock | None = None, *, owned: bool = False
) -> Services:
    """Make a new file and give its services.

    Args:
        path: Where.
        kept: This machine's settings.
        clock: The time; the machine's when not given.
        owned: Become its one owner.

    Raises:
        FileProblem: Something lies there already, or the folder cannot be written.
    """
    from styrdesk.storage import file

    return _services(file.create(path, owned=owned), kept, clock)


def _services(opened: File, kept: SettingsService, clock: Clock | None) -> Services:
    from styrdesk.services.backups import backups_of
    from styrdesk.services.catalogue import services_of

    path, clock = opened.path, clock or SystemClock()
    backups = backups_of(path, kept, clock)
    # Asked of where it lies now: the window goes on in a file that was moved.
    made = services_of(opened, clock, lambda: kept.person(opened.path), backups)
    if not opened.read_only:
        with suppress(FileProblem):  # a full disk: what is decided is read as before until then
            made.versions.freeze_older()
    return made


def run_window(path: Path | None, kept: SettingsService) -> int:
    """Open the window on a file, or on the welcome page; returns when it is closed."""
    from styrdesk.ui.shell.application import run  # Qt only for the window

    opening = partial(open_services, owned=True, at_once=True)
    return run(path, kept, opening, partial(create_services, owned=True))
