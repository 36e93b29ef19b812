"""Whether all of a file is sound: looked through as it is opened, or beside the work."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Final

import peewee

from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import connection, place
from styrdesk.storage.connection import Database

OFTEN: Final = 100_000  # steps of SQLite between two looks whether it is given up


def verdict(db: Database) -> str:
    """Empty when the file is whole, otherwise what SQLite says of the first damage.

    Raises:
        FileProblem: It cannot be read at all.
    """
    try:
        return connection.sound(db)
    except FileProblem as problem:
        if problem.fault is not FileFault.FOREIGN:  # its header says that it is ours
            raise
        return problem.message
    except peewee.DatabaseError as error:  # the tables do not even fit one another
        return str(error)


class LookThrough:
    """Looks a file through while it is open, on a thread, over a connection of its own.

    It takes no lock, so that no save waits for it. What it then reads in the midst of a save may
    look like damage: it looks anew, and says that a file is damaged only when it has found so
    twice, the second time while nobody could write.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self._given_up = Event()

    def run(self) -> str | None:
        """Empty when the file is whole, what SQLite says of its damage, or None: not known.

        A file that is away, or a disk that says no, is told by what meets it.
        """
        while not self._given_up.is_set():
            try:
                before = place.left_as(self._path)
                told = self._asked(unlocked=True)
                if told and place.left_as(self._path) == before:
                    told = self._asked(unlocked=False)
                elif told:
                    continue
            except FileProblem as problem:
                if problem.fault is FileFault.DAMAGED:
                    return problem.message
                if problem.fault is FileFault.LOCKED:
                    continue
                return None
            except OSError:
                return None
            return None if self._given_up.is_set() else told
        return None

    def give_up(self) -> None:
        """Stop as soon as may be; called from another thread."""
        self._given_up.set()

    def _asked(self, *, unlocked: bool) -> str:
        db = connection.connect(self._path, read_only=True, unlocked=unlocked)
        try:
            db.connection().set_progress_handler(self._given_up.is_set, OFTEN)
            return verdict(db)
        finally:
            db.close()
