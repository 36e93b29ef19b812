"""Who has a file open for writing, and the refusal that the next who wants it is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from styrdesk.domain.errors import FileFault, FileProblem


@dataclass(frozen=True, slots=True)
class Owner:
    """The window that may write in a file.

    Attributes:
        id: New for each opening.
        person: The name of who sits there; empty while nobody has said.
        user: The name one is logged in by; empty where the system knows none.
        machine: The computer's name.
        process: The program's number there.
        since: When it was opened, by that machine's clock.
    """

    id: str
    person: str
    user: str
    machine: str
    process: int
    since: datetime

    @property
    def name(self) -> str:
        """What to call them."""
        return self.person or self.user


class InUse(FileProblem):
    """The file may not be written: it has an owner already.

    Args:
        message: What happened, in the user's language.
        advice: What to do.
        owner: Who it is; None when that cannot be read.
        mine: Whether it is a window of the same user on the same machine.
        silent: Seconds since the owner's last sign of life, once they are so many that another
            may take over; otherwise 0.
    """

    def __init__(
        self, message: str, advice: str, owner: Owner | None, *, mine: bool, silent: float = 0
    ) -> None:
        super().__init__(FileFault.LOCKED, message, advice)
        self.owner, self.mine, self.silent = owner, mine, silent
