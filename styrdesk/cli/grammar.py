"""What can be written on the command line: the commands, what they take, and their help.

Named tuples, since the window waits for them too: they are made faster than dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from styrdesk.base.i18n import LANGUAGES, N_, _


class Argument(NamedTuple):
    """A word that stands by its place.

    Attributes:
        key: The field of `Chosen` it fills.
        shown: How help and errors name it.
        many: Whether all words that follow are of it, with spaces between.
    """

    key: str
    shown: str
    told: str
    needed: bool = True
    kind: type = Path
    many: bool = False


class Option(NamedTuple):
    """A word that begins with two dashes.

    Attributes:
        takes: How its value is named; empty for a switch.
        values: The values it may have; empty for any.
    """

    name: str
    key: str
    told: str
    takes: str = ""
    needed: bool = False
    values: tuple[str, ...] = ()
    kind: type = str

    @property
    def shown(self) -> str:
        """As it is written."""
        return f"{self.name} {self.takes}".strip()


class Command(NamedTuple):
    """A command: its words in order, its options, and options that exclude each other."""

    name: str
    told: str
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...] = ()
    either: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """One line that shows how it is written."""
        words = ["styrdesk", *([self.name] if self.name in COMMANDS else [])]
        words += [a.shown if a.needed else f"[{a.shown}]" for a in self.arguments]
        choice = " | ".join(o.shown for o in self.options if o.name in self.either)
        words += [f"[{choice}]"] if choice else []
        for option in self.options:
            if option.name not in self.either:
                words.append(option.shown if option.needed else f"[{option.shown}]")
        return " ".join(words)


_FILE: Final = Argument("file", "FILE", N_("the Styrdesk file"))
_JSON: Final = Option("--json", "json", N_("answer as JSON"))
_ONE_PLAN: Final = Option("--plan", "plan", N_("the plan with this id"), "ID")
_VERSION: Final = Option(
    "--version", "version", N_("an earlier version of the plan, by its number"), "N", kind=int
)

WINDOW: Final = Command(
    "window",
    N_("Opens the window, on the file when one is given."),
    (Argument("file", "FILE", N_("the Styrdesk file"), needed=False),),
    (Option("--self-test", "self_test", N_("test the program itself")),),
)
COMMANDS: Final = {
    command.name: command
    for command in (
        Command(
            "demo",
            N_("makes a new file with the demo plans"),
            (Argument("out", "OUT.styrdesk", N_("the file to make")),),
        ),
        Command("plans", N_("lists the plans of a file, newest first"), (_FILE,), (_JSON,)),
        Command("reports", N_("lists every print a file can give"), (_FILE,), (_JSON,)),
        Command(
            "print",
            N_("prints a plan or a report; without a choice what was decided last"),
            (_FILE,),
            (
                _ONE_PLAN,
                _VERSION,
                Option("--report", "report", N_("a print from the list of reports"), "KEY[:ID]"),
                Option("--out", "out", N_("the PDF to write"), "OUT.pdf", needed=True, kind=Path),
                Option(
                    "--language",
                    "language",
                    N_("the language of the program's own words, Swedish unless chosen"),
                    "|".join(LANGUAGES),
                    values=LANGUAGES,
                ),
            ),
            either=("--plan", "--report"),
        ),
        Command(
            "check",
            N_("checks a plan before its decision; without a choice the newest plan"),
            (_FILE,),
            (_ONE_PLAN, _JSON),
        ),
        Command(
            "verify",
            N_(
                "tells which version a control code from a paper is, and recounts the check sums "
                "of what was decided"
            ),
            (
                _FILE,
                Argument(
                    "code", "CODE", N_("the code at the foot of a page"), needed=False, kind=str
                ),
            ),
            (_ONE_PLAN, _JSON),
        ),
        Command(
            "compare",
            N_("tells what differs between two versions of a plan; without a choice the last two"),
            (_FILE,),
            (
                _ONE_PLAN,
                Option("--from", "before", N_("the earlier version's number"), "N", kind=int),
                Option("--to", "after", N_("the later version's number"), "N", kind=int),
                _JSON,
            ),
        ),
        Command(
            "list",
            N_("writes a register to a spreadsheet, as xlsx or CSV by the name's end"),
            (_FILE, Argument("register", "REGISTER", N_("such as people or goals"), kind=str)),
            (
                Option(
                    *("--out", "out", N_("the spreadsheet to write"), "OUT.xlsx|OUT.csv"),
                    needed=True,
                    kind=Path,
                ),
            ),
        ),
        Command(
            "search",
            N_("finds words, or parts of words, in everything that the file holds"),
            (_FILE, Argument("words", "WORDS", N_("what to look for"), kind=str, many=True)),
            (_JSON,),
        ),
        Command(
            "extract",
            N_("gathers all that a file tells of a person, as JSON or a PDF"),
            (
                _FILE,
                Argument(
                    "words", "WORDS", N_("a name, an address or a number"), kind=str, many=True
                ),
            ),
            (
                Option("--reason", "reason", N_("why secret cases are seen too"), "TEXT"),
                _JSON,
                Option("--out", "out", N_("the PDF to write"), "OUT.pdf", kind=Path),
            ),
            either=("--json", "--out"),
        ),
        Command(
            "export",
            N_("writes a plan as JSON; a decided one as it was decided"),
            (_FILE,),
            (
                Option("--plan", "plan", N_("the plan with this id"), "ID", needed=True),
                _VERSION,
                Option(
                    "--out", "out", N_("the JSON to write"), "PLAN.json", needed=True, kind=Path
                ),
            ),
        ),
        Command(
            "import",
            N_("puts a plan written as JSON into a file, which is made when it is missing"),
            (_FILE, Argument("source", "PLAN.json", N_("the JSON to read"))),
            (Option("--as-new", "as_new", N_("gives the plan new ids, beside the same plan")),),
        ),
    )
}


def help_of(command: Command) -> str:
    """What `--help` answers."""
    lines = [_("Usage: {usage}").format(usage=command.usage), "", _(command.told), ""]
    told = [(a.shown, _(a.told)) for a in command.arguments]
    told += [(o.shown, _(o.told)) for o in command.options]
    told.append(("--help", _("show this help")))
    lines += _columns(told)
    if command is WINDOW:
        lines += ["", _("Commands:")]
        lines += _columns([(c.name, _(c.told)) for c in COMMANDS.values()])
        lines += ["", _("styrdesk COMMAND --help tells more of a command.")]
        lines += ["", _("Exit codes:"), *_columns([(str(n), _(t)) for n, t in EXIT_CODES.items()])]
    return "\n".join(lines)


def _columns(rows: list[tuple[str, str]]) -> Iterator[str]:
    wide = max(len(name) for name, _told in rows)
    return (f"  {name:<{wide}}  {told}" for name, told in rows)


GOOD: Final = 0
FOUND_ERRORS: Final = 1
WRONG_USAGE: Final = 2
FILE_PROBLEM: Final = 3
REFUSED: Final = 4
FAILED: Final = 70
"""EX_SOFTWARE: a bug in the program."""
EXIT_CODES: Final = {
    GOOD: N_("it went well"),
    FOUND_ERRORS: N_("the check found errors, or the paper is not of what is in force"),
    WRONG_USAGE: N_("the command was written wrongly"),
    FILE_PROBLEM: N_("a file could not be read or written"),
    REFUSED: N_("a rule said no"),
    FAILED: N_("a fault in Styrdesk itself"),
}
