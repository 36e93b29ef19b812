"""Reads a command line into a frozen value, with one-line errors in the user's language.

Not argparse: its own words are English, and it takes beginnings of options for the options.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from styrdesk.base.i18n import _
from styrdesk.cli.grammar import COMMANDS, WINDOW, Command, Option, help_of


class Usage(Exception):  # it tells how to write instead
    """The command line cannot be understood."""

    def __init__(self, text: str, command: Command) -> None:
        message = _("{problem} Usage: {usage}").format(problem=text, usage=command.usage)
        super().__init__(message)
        self.text = message


class Chosen(NamedTuple):
    """A command with its arguments; those it has not are empty."""

    command: str
    file: Path | None = None
    out: Path | None = None
    plan: str = ""
    version: int = 0
    before: int = 0
    after: int = 0
    code: str = ""
    words: str = ""
    register: str = ""
    report: str = ""
    reason: str | None = None
    language: str = ""
    json: bool = False
    as_new: bool = False
    self_test: bool = False
    source: Path | None = None
    help: str = ""


def parse(arguments: Sequence[str]) -> Chosen:
    """Read a command line.

    Raises:
        Usage: It cannot be understood.
    """
    first = arguments[0] if arguments else ""
    command = COMMANDS.get(first, WINDOW)
    words = arguments[1:] if first in COMMANDS else arguments
    if _asks_for_help(words):
        return Chosen("help", help=help_of(command))
    reader = _Reader(command)
    reader.read(words)
    chosen = Chosen(command.name, **reader.finished())
    return Chosen("self-test", chosen.file) if chosen.self_test else chosen


def _asks_for_help(words: Sequence[str]) -> bool:
    before = words[: words.index("--")] if "--" in words else words
    return "--help" in before or "-h" in before


class _Reader:
    """Fills a command's fields word by word."""

    def __init__(self, command: Command) -> None:
        self._command = command
        self._options = {option.name: option for option in command.options}
        self._found: dict[str, Any] = {}
        self._written: set[str] = set()
        self._waiting = list(command.arguments)

    def read(self, words: Sequence[str]) -> None:
        """Take all words; after a bare `--` none of them is an option."""
        left = list(words)
        bare = False
        while left:
            word = left.pop(0)
            if word == "--" and not bare:
                bare = True
            elif word.startswith("-") and word != "-" and not bare:
                self._option(word, left)
            else:
                self._argument(word)

    def finished(self) -> dict[str, Any]:
        """The fields, when nothing is missing."""
        for argument in self._waiting:
            if argument.needed and argument.key not in self._found:
                raise self._wrong(_("{name} is missing.").format(name=argument.shown))
        for option in self._command.options:
            if option.needed and option.name not in self._written:
                raise self._wrong(_("{name} is missing.").format(name=option.shown))
        if self._written.issuperset(self._command.either or {""}):
            message = _("{one} and {other} cannot stand together.")
            one, other = self._command.either
            raise self._wrong(message.format(one=one, other=other))
        return self._found

    def _wrong(self, text: str) -> Usage:
        return Usage(text, self._command)

    def _argument(self, word: str) -> None:
        if not self._waiting:
            raise self._wrong(_("{word} is one word too many.").format(word=word))
        argument = self._waiting[0] if self._waiting[0].many else self._waiting.pop(0)
        if not word:
            raise self._wrong(_("{name} is missing.").format(name=argument.shown))
        before = self._found.get(argument.key)
        self._found[argument.key] = f"{before} {word}" if before else argument.kind(word)

    def _option(self, word: str, left: list[str]) -> None:
        name, equals, value = word.partition("=")
        option = self._options.get(name)
        if option is None:
            raise self._wrong(_("There is no option {name}.").format(name=name))
        if name in self._written:
            raise self._wrong(_("{name} stands twice.").format(name=name))
        self._written.add(name)
        if not option.takes:
            if equals:
                raise self._wrong(_("{name} takes no value.").format(name=name))
            self._found[option.key] = True
            return
        told = self._value(option, value if equals else None, left)
        try:
            self._found[option.key] = option.kind(told)
        except ValueError:
            message = _("{value} is no value of {name}.")
            raise self._wrong(message.format(value=told, name=option.shown)) from None

    def _value(self, option: Option, value: str | None, left: list[str]) -> str:
        if value is None and left and not left[0].startswith("--"):
            value = left.pop(0)
        if not value:
            raise self._wrong(_("{name} needs a value.").format(name=option.shown))
        if option.values and value not in option.values:
            message = _("{value} is no value of {name}.")
            raise self._wrong(message.format(value=value, name=option.shown))
        return value
