"""Parses the command line, runs one command, and turns its errors into one line and a code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from styrdesk.base.i18n import _, use_language
from styrdesk.cli import commands
from styrdesk.cli.arguments import Usage, parse
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService

GOOD: Final = 0
FOUND_ERRORS: Final = 1
WRONG_USAGE: Final = 2
FILE_PROBLEM: Final = 3
REFUSED: Final = 4
FAILED: Final = 70  # EX_SOFTWARE: a bug in the program


class OpenFile(Protocol):
    """Opens a file and gives its services."""

    def __call__(
        self, path: Path, kept: SettingsService, *, read_only: bool = False
    ) -> Services: ...


class CreateFile(Protocol):
    """Makes a file and gives its services."""

    def __call__(self, path: Path, kept: SettingsService) -> Services: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """What the commands need from the composition root."""

    settings: Callable[[], SettingsService]
    open_file: OpenFile
    create_file: CreateFile
    run_window: Callable[[Path | None, SettingsService], int]


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Run one command line and return its exit code."""
    kept = doors.settings()
    use_language(kept.current.language)
    try:
        chosen = parse(arguments)
        if chosen.command == "window":
            return doors.run_window(chosen.file, kept)
        return commands.COMMANDS[chosen.command](chosen, doors, kept)
    except Usage as error:
        return _say(error.text, WRONG_USAGE)
    except FileProblem as error:
        return _say(str(error), FILE_PROBLEM)
    except RuleBroken as error:
        return _say(error.message, REFUSED)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  # the last line of defence: no traceback at a user
        return _failed(error)


def _say(text: str, code: int) -> int:
    print(" ".join(text.split()), file=sys.stderr)  # it is a command line
    return code


def _failed(error: Exception) -> int:
    import os

    if os.environ.get("STYRDESK_DEBUG"):
        raise error
    message = _("Something went wrong in Styrdesk ({kind}). Nothing has been lost.")
    return _say(message.format(kind=type(error).__name__), FAILED)
