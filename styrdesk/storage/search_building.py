"""Fills the index of words beside the work, in pieces, so that no save waits for long."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Final

from styrdesk.domain.errors import FileProblem
from styrdesk.storage import connection
from styrdesk.storage.blobs import Blobs
from styrdesk.storage.connection import Database
from styrdesk.storage.search import SearchIndex

_PIECE: Final = 300  # records: less than a tenth of a second
_PAUSE: Final = 0.02  # seconds in which others may write


class SearchBuilding:
    """Puts what is missing into the index of a file, over a connection of its own.

    All records, where it was cleared; then the words of kept files. What the window changes
    meanwhile it indexes itself.

    Args:
        path: The file.
        read: Gives the text of a kept file, by its content and media type.
    """

    def __init__(self, path: Path, read: Callable[[bytes, str], str]) -> None:
        self._path, self._read = path, read
        self._given_up = Event()

    def run(self) -> None:
        """Do it, on a thread.

        Raises:
            FileProblem: The file cannot be read or written. It is begun anew at the next opening.
        """
        db = connection.connect(self._path)
        try:
            index = SearchIndex(db)
            if not index.is_being_built() or self._build(db, index):
                self._read_files(db, index)
        finally:
            db.close()

    def _build(self, db: Database, index: SearchIndex) -> bool:
        """Whether it was built to the end."""
        keys = list(index.keys())
        for start in range(0, len(keys), _PIECE):
            with connection.transaction(db):
                index.follow(keys[start : start + _PIECE])
            if self._given_up.wait(_PAUSE):
                return False
        with connection.transaction(db):
            index.end_building()
        return True

    def _read_files(self, db: Database, index: SearchIndex) -> None:
        for file, media_type in index.unread():
            content = _content(db, file)
            text = self._read(content, media_type)
            if self._given_up.wait(_PAUSE):
                return
            with connection.transaction(db):
                index.keep_text(file, text)

    def give_up(self) -> None:
        """Stop after the piece that is under way; called from another thread."""
        self._given_up.set()


def _content(db: Database, file: str) -> bytes:
    """The bytes of a kept file; none of one that is gone or damaged, which is told elsewhere."""
    with suppress(FileProblem):
        return Blobs(db).get(file)[1]
    return b""
