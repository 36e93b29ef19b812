"""Where resources, translations and the machine's own settings lie, also in a frozen build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds `resources` and `translations`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parents[2]


def resource(*parts: str) -> Path:
    """A file that is shipped with the program."""
    return root().joinpath("resources", *parts)


def document(name: str) -> Path:
    """A document of the project that is shipped with the program too (the user guide)."""
    return root() / "docs" / name


def translations() -> Path:
    """The folder of the gettext catalogues."""
    return root() / "translations"


def settings_folder() -> Path:
    """Where this machine's settings lie (language, recent files, who sits here)."""
    from platformdirs import user_config_path  # noqa: PLC0415  # not needed by every command

    return user_config_path("styrdesk", appauthor=False)


def data_folder() -> Path:
    """Where backups and logs of this machine lie."""
    from platformdirs import user_data_path  # noqa: PLC0415  # as above

    return user_data_path("styrdesk", appauthor=False)
