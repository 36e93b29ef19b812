"""The errors a user is told about; everything else is a bug."""

from __future__ import annotations

from enum import StrEnum

from styrdesk.base.i18n import N_, _


class RuleBroken(Exception):  # it names what happened, as the user is told it
    """A rule says no. The message is already in the user's language.

    Args:
        message: What is wrong and what to write instead.
        field: The field it stands at, by the record's own name; empty for the whole.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NobodyHere(RuleBroken):
    """What is signed needs a name, and nobody has said who sits here."""

    def __init__(self) -> None:
        super().__init__(_("Say who you are first, in Preferences."))


class FileFault(StrEnum):
    """What can be wrong with a file, with a short code to quote."""

    MISSING = "F1"
    EMPTY = "F2"
    FOREIGN = "F3"
    NEWER = "F4"
    DAMAGED = "F5"
    READ_ONLY = "F6"
    LOCKED = "F7"
    DISK_FULL = "F8"
    UNREADABLE = "F9"
    MOVED = "F10"
    EXISTS = "F11"
    MIGRATION = "F12"
    MEMORY = "F13"


SAFE = N_("Nothing has been changed in the file.")


class Unseen(Exception):
    """A large file is to be looked through before it is opened. Nothing has been done with it.

    Args:
        size: Its bytes.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self.size = size


class FileProblem(Exception):
    """The file or disk says no.

    Args:
        fault: Which kind.
        message: What happened, in the user's language.
        advice: What to do.
    """

    def __init__(self, fault: FileFault, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        """One line: what happened, what to do, and the code to quote."""
        return " ".join(p for p in (self.message, self.advice, f"({self.fault.value})") if p)
