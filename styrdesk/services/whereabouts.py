"""Where the open file is, what has become of it, and the ways to go on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from styrdesk.domain.backup import Backup
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.backups import BackupService
from styrdesk.services.work import Work
from styrdesk.storage import backup, file, place
from styrdesk.storage.file import File
from styrdesk.storage.place import Place
from styrdesk.storage.whole import LookThrough

__all__ = ["Place", "Sighting", "Whereabouts"]

# What is wrong with where a copy is made from; all else is wrong with where it is put.
_SOURCE: Final = frozenset(
    {FileFault.UNREADABLE, FileFault.MOVED, FileFault.DAMAGED, FileFault.FOREIGN}
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was seen of the file's place.

    Attributes:
        moved: Where the file lies now, when it was moved and that is known for sure.
    """

    place: Place
    moved: Path | None = None


class Whereabouts:
    """The open file on its disk."""

    def __init__(self, opened: File, work: Work, backups: BackupService) -> None:
        self._file, self._work, self._backups = opened, work, backups
        self._through: LookThrough | None = None
        self._is_damaged = self._is_given_up = False

    def look_through(self) -> None:
        """See whether all of the file is sound, unless that is known. On a thread: it may be long.

        A damaged one is told of by the next `look`.
        """
        if self._file.is_whole or self._is_damaged:
            return
        self._through = LookThrough(self._file.path)
        if self._is_given_up:  # seen after it is made, so that who gives up now meets one or other
            return
        told = self._through.run()
        self._file.is_whole = told == ""
        self._is_damaged = bool(told)

    def give_up(self) -> None:
        """Look the file through no further, nor begin to; called from another thread."""
        self._is_given_up = True
        if self._through is not None:
            self._through.give_up()

    def look(self) -> Sighting:
        """See what has become of the file. On a thread: a share that is gone may not answer.

        Only a file that is not the open one is opened, to be looked into.
        """
        known, path = self._file.identity, self._file.path.resolve()
        found = place.seen(path, known, writable=not self._file.read_only)
        if found is Place.HERE and self._is_damaged:
            return Sighting(Place.DAMAGED)
        if found in {Place.GONE, Place.AWAY}:
            return Sighting(found, place.moved_to(path, known))
        return Sighting(file.in_place(path, self._work.mark) if found is Place.OTHER else found)

    def go_on(self, path: Path | None = None, *, from_backup: bool = False) -> None:
        """Open the file anew and write in it again; `work.notice` tells what is to be seen anew.

        Args:
            path: Where it lies now; where it lay when not given.
            from_backup: It is an earlier copy of it.

        Raises:
            FileProblem: It cannot be opened, or is not the file we know. Nothing is written.
        """
        before = self._file.path
        try:
            self._file.go_on(path or before, self._work.mark)
            self._work.go_on(from_backup=from_backup)
        except FileProblem:
            self._file.path = before
            raise
        self._backups.file = self._file.path
        if path is not None:
            self._file.is_whole = self._is_damaged = False

    def rescue(self, target: Path, *, answers: bool = True) -> tuple[Path, Backup | None]:
        """Save what is known of the file in another place. What lies there is never touched.

        Args:
            target: Where; a number is added where something lies there.
            answers: Whether the file's disk answers. One that does not is not asked.

        Returns:
            Where it lies, and the backup it was made of: None when it is as the window shows it.

        Raises:
            FileProblem: It cannot be written there, or there is nothing left to make it of.
        """
        problem: FileProblem | None = None
        if answers and self._work.is_ours():
            try:
                return backup.copy_open(self._file.db, target), None
            except FileProblem as refused:
                if refused.fault not in _SOURCE:
                    raise
                problem = refused
        kept = self._backups.newest_good()
        if kept is None:
            raise problem or file.lost(self._file.path)
        return backup.copy_to(self._backups.path(kept), target), kept
