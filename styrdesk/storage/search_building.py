"""Builds the index of words beside the work, in pieces, so that no save waits for long."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Final

from styrdesk.storage import connection
from styrdesk.storage.search import SearchIndex

_PIECE: Final = 300  # records: less than a tenth of a second
_PAUSE: Final = 0.02  # seconds in which others may write


class SearchBuilding:
    """Puts all records of a file into an index that was cleared, over a connection of its own.

    What the window changes meanwhile it indexes itself.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._given_up = Event()

    def run(self) -> None:
        """Build it, on a thread.

        Raises:
            FileProblem: The file cannot be read or written. It is begun anew at the next opening.
        """
        db = connection.connect(self._path)
        try:
            index = SearchIndex(db)
            keys = list(index.keys())
            for start in range(0, len(keys), _PIECE):
                with connection.transaction(db):
                    index.follow(keys[start : start + _PIECE])
                if self._given_up.wait(_PAUSE):
                    return
            with connection.transaction(db):
                index.end_building()
        finally:
            db.close()

    def give_up(self) -> None:
        """Stop after the piece that is being built; called from another thread."""
        self._given_up.set()
