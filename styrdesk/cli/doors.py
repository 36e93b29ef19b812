"""What the commands are handed by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from styrdesk.services.settings import SettingsService

if TYPE_CHECKING:  # the window is painted before the services are read
    from styrdesk.services.catalogue import Services


class OpenFile(Protocol):
    """Opens a file and gives its services."""

    def __call__(self, path: Path, kept: SettingsService, *, read_only: bool = False) -> Services:
        """The services of the file."""


class CreateFile(Protocol):
    """Makes a file and gives its services."""

    def __call__(self, path: Path, kept: SettingsService) -> Services:
        """The services of the new file."""


class Doors(NamedTuple):
    """Ways to settings, files and the window."""

    settings: Callable[[], SettingsService]
    open_file: OpenFile
    create_file: CreateFile
    run_window: Callable[[Path | None, SettingsService], int]
