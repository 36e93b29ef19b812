"""The grammar of the command line, with one-line errors in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from styrdesk.base.i18n import LANGUAGES, N_, _

HELP: Final = {
    "demo": N_("make the demo file"),
    "plans": N_("list the plans of a file, newest first"),
    "reports": N_("list every print a file can give"),
    "print": N_("print a plan or a report to a PDF"),
    "check": N_("check a plan before its decision"),
    "export": N_("write a plan as JSON"),
    "import": N_("put a plan written as JSON into a file"),
}
DESCRIPTION: Final = N_(
    "styrdesk [FILE] opens the window. Commands: {commands}. styrdesk COMMAND --help tells more."
)


class Usage(Exception):  # noqa: N818  # it tells how to write instead
    """The command line cannot be understood."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True, slots=True)
class Chosen:
    """A command with its arguments; those it has not are empty."""

    command: str
    file: Path | None = None
    out: Path | None = None
    plan: str = ""
    report: str = ""
    language: str = ""
    json: bool = False
    as_new: bool = False
    source: Path | None = None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Usage(_("Wrong usage: {message}").format(message=message))


def parse(arguments: Sequence[str]) -> Chosen:
    """Read a command line.

    Raises:
        Usage: It cannot be understood.
    """
    first = arguments[0] if arguments else ""
    if first in HELP:
        values = vars(_parser(first).parse_args(arguments[1:]))
        return Chosen(first, **values)
    return _window(arguments)


def _window(arguments: Sequence[str]) -> Chosen:
    parser = _Parser(prog="styrdesk", description=_(DESCRIPTION).format(commands=", ".join(HELP)))
    parser.add_argument("--self-test", action="store_true", help=_("test the program itself"))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    found = parser.parse_args(arguments)
    return Chosen("self-test" if found.self_test else "window", found.file)


def _parser(command: str) -> _Parser:
    parser = _Parser(prog=f"styrdesk {command}", description=_(HELP[command]))
    if command == "demo":
        parser.add_argument("out", type=Path, metavar="OUT.styrdesk")
        return parser
    parser.add_argument("file", type=Path, metavar="FILE")
    if command in {"plans", "reports", "check"}:
        parser.add_argument("--json", action="store_true")
    if command == "check":
        parser.add_argument("--plan", default="", metavar="ID")
    if command == "print":
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--plan", default="", metavar="ID")
        which.add_argument("--report", default="", metavar="KEY[:ID]")
        parser.add_argument("--out", type=Path, required=True, metavar="OUT.pdf")
        parser.add_argument("--language", choices=LANGUAGES, default="")
    if command == "export":
        parser.add_argument("--plan", required=True, metavar="ID")
        parser.add_argument("--out", type=Path, required=True, metavar="PLAN.json")
    if command == "import":
        parser.add_argument("source", type=Path, metavar="PLAN.json")
        parser.add_argument("--as-new", action="store_true")
    return parser
