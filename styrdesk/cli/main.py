"""Parses the command line, runs one command, and turns its errors into one line and a code."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

from styrdesk.base.i18n import _, use_language
from styrdesk.cli.arguments import Chosen, Usage, parse
from styrdesk.cli.doors import Doors
from styrdesk.cli.grammar import FAILED, FILE_PROBLEM, GOOD, REFUSED, WRONG_USAGE
from styrdesk.domain.errors import FileProblem, RuleBroken
from styrdesk.services.settings import SettingsService

READER_LEFT: Final = 141
"""As a shell tells that SIGPIPE ended a program."""
INTERRUPTED: Final = 130


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Run one command line and return its exit code."""
    _speak_utf8()
    kept = doors.settings()
    use_language(kept.current.language)
    try:
        code = _run(parse(arguments), doors, kept)
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
        return READER_LEFT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  # the last line of defence: no traceback at a user
        _see_that_the_end_is_quiet()
        return _told(error)
    return code


def _run(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    if chosen.command == "window":
        return _window(chosen, doors, kept)
    from styrdesk.cli import commands  # the window is painted before all they need is read

    if chosen.command == "help":
        commands.say(chosen.help)
        return GOOD
    return commands.COMMANDS[chosen.command](chosen, doors, kept)


def _window(chosen: Chosen, doors: Doors, kept: SettingsService) -> int:
    try:
        return doors.run_window(chosen.file, kept)
    except ImportError as error:  # Qt, or a library of the system that Qt needs
        if os.environ.get("STYRDESK_DEBUG"):
            raise
        message = _("The window cannot be opened: {error}")
        return _say(message.format(error=error), FAILED)


def _speak_utf8() -> None:
    """UTF-8 also where the locale is C or a Windows code page, and no word that cannot be said.

    Whoever has set PYTHONIOENCODING has chosen.
    """
    encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _see_that_the_end_is_quiet() -> None:
    """What could not be written is not tried again by Python at its end, with a code of its own."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        _write_nowhere()


def _write_nowhere() -> None:
    """Let go of a stdout that nobody reads or that is full."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):  # stdout is no real stream
        return


def _told(error: Exception) -> int:
    """One line about what went wrong, and its code."""
    if isinstance(error, Usage):
        return _say(error.text, WRONG_USAGE)
    if isinstance(error, FileProblem):
        return _say(str(error), FILE_PROBLEM)
    if isinstance(error, RuleBroken):
        return _say(error.message, REFUSED)
    if isinstance(error, OSError) and error.errno is not None:  # the disk under the output
        message = _("The answer could not be written ({code}).")
        return _say(message.format(code=errno.errorcode.get(error.errno, "")), FILE_PROBLEM)
    if os.environ.get("STYRDESK_DEBUG"):
        raise error
    message = _("Something went wrong in Styrdesk ({kind}). Nothing has been lost.")
    return _say(message.format(kind=type(error).__name__), FAILED)


def _say(text: str, code: int) -> int:
    if sys.stderr:
        print(" ".join(text.split()), file=sys.stderr)  # it is a command line
    return code
