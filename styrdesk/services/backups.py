"""Backups of a file: made, listed, put back as a copy. A failure is told and never stops work."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import _
from styrdesk.base.paths import data_folder
from styrdesk.domain.backup import Backup, Contents, Reason, is_cramped
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.services.settings import SettingsService
from styrdesk.storage import backup, moved
from styrdesk.storage.contents import contents
from styrdesk.storage.salvage import Salvaged, salvage


@dataclass(frozen=True, slots=True)
class Places:
    """Where backups are put.

    Attributes:
        root: The folder on this machine that holds a folder for each file.
        second: A folder the user has chosen as well, on another disk.
    """

    root: Path
    second: Path | None = None


@dataclass(frozen=True, slots=True)
class BackupState:
    """How it stands with a file's backups.

    Attributes:
        last: The newest.
        checked: When the file was last seen to be as its newest backup has it.
        problem: Why the latest one could not be made.
        second_problem: Why it could not be put in the second place too.
    """

    last: Backup | None = None
    checked: datetime | None = None
    problem: FileProblem | None = None
    second_problem: FileProblem | None = None


class BackupService:
    """The backups of one file. It needs no open file, and may be used from another thread.

    Args:
        path: The file.
        clock: The time.
        places: Tells where backups are put; None when none are made.

    Attributes:
        file: The file's path.
    """

    def __init__(self, path: Path, clock: Clock, places: Callable[[], Places | None]) -> None:
        self.file, self._clock, self._places = path, clock, places
        self._checked: datetime | None = None
        self._problem: FileProblem | None = None
        self._second_problem: FileProblem | None = None
        self._lock = RLock()  # a backup that began before an erasure is not named after it

    def folder(self) -> Path | None:
        """Where they lie; None when none are made."""
        places = self._places()
        return backup.folder_of(places.root, self.file) if places else None

    def secure(self, reason: Reason) -> None:
        """Make a backup. What stops it stands in `state`; work goes on."""
        with self._lock:
            self._secure(reason, always=True)

    def secure_changes(self, reason: Reason) -> None:
        """Make a backup if the file is not as its newest one has it."""
        with self._lock:
            self._secure(reason, always=False)

    def _secure(self, reason: Reason, *, always: bool) -> None:
        folder, now = self.folder(), self._clock.now()
        if folder is None:
            return
        try:
            moved.take_after(folder.parent, folder, self.file)
            kept = backup.listed(folder)
            newest = kept[0] if kept else None
            if always or newest is None or not backup.is_same(self.file, folder / newest.name):
                newest = backup.keep_file(self.file, folder, now, reason)
                backup.thin(folder, now)
            moved.note(folder, self.file)
            self._checked, self._problem = now, None
        except FileProblem as problem:
            self._problem = problem
            return
        self._second_problem = self._mirrored(folder / newest.name)

    def start_anew(self) -> FileProblem | None:
        """Make a backup, and then take all earlier ones away: they hold what is to be gone.

        Returns:
            Why some are still there; None when all are gone.
        """
        with self._lock:
            places = self._places()
            if places is None:
                return None
            self._secure(Reason.ERASURE, always=True)
            problem = self._problem or self._second_problem
            roots = [places.root, *([places.second] if places.second else [])]
            for root in roots if problem is None else ():
                try:
                    folder = backup.folder_of(root, self.file)
                    backup.keep_only(folder, backup.listed(folder)[0].name)
                    for earlier in moved.left_behind(root, self.file):
                        if earlier != folder:
                            backup.clear(earlier)
                except FileProblem as told:
                    problem = told
            return problem

    def _mirrored(self, newest: Path) -> FileProblem | None:
        """Put it in the second place too, and tell why that cannot be done."""
        places = self._places()
        if places is None or places.second is None:
            return None
        try:
            if not places.second.is_dir():  # never made: it may be a drive that is not there
                raise _out_of_reach(places.second)
            folder = backup.folder_of(places.second, self.file)
            moved.take_after(places.second, folder, self.file)
            backup.mirror(newest, folder)
            backup.thin(folder, self._clock.now())
            moved.note(folder, self.file)
        except FileProblem as problem:
            return problem
        except OSError:  # the network gave up while it was looked for
            return _out_of_reach(places.second)
        return None

    def state(self) -> BackupState:
        """How it stands."""
        kept: tuple[Backup, ...] = ()
        with suppress(FileProblem):
            kept = self.kept()
        last = kept[0] if kept else None
        return BackupState(last, self._checked, self._problem, self._second_problem)

    def kept(self) -> tuple[Backup, ...]:
        """All there are on this machine, newest first."""
        folder = self.folder()
        return backup.listed(folder) if folder else ()

    def path(self, kept: Backup) -> Path:
        """Where one lies."""
        return (self.folder() or Path()) / kept.name

    def contents(self, kept: Backup) -> Contents | None:
        """What one holds; None when it cannot be read."""
        try:
            return contents(self.path(kept))
        except FileProblem:
            return None

    def newest_good(self) -> Backup | None:
        """The newest that is whole."""
        for kept in self.kept():
            with suppress(FileProblem):
                backup.see_that_it_is_sound(self.path(kept))
                return kept
        return None

    def restore(self, kept: Backup, folder: Path | None = None) -> Path:
        """Put a backup as a file of its own beside the original, which is never touched.

        Args:
            kept: Which.
            folder: Where instead, when the original's folder cannot be written.

        Raises:
            FileProblem: The backup is damaged, or the disk says no.
        """
        backup.see_that_it_is_sound(self.path(kept))
        when = kept.at.strftime("%Y-%m-%d %H.%M")
        name = _("{name} restored {when}").format(name=self.file.stem, when=when)
        return backup.copy_to(self.path(kept), (folder or self.file.parent) / f"{name}.styrdesk")

    def salvage(self) -> Salvaged:
        """What can be read of the damaged file, as a file of its own beside it.

        Raises:
            FileProblem: Nothing can be read, or the disk says no.
        """
        name = _("{name} salvaged").format(name=self.file.stem)
        return salvage(self.file, self.file.with_name(f"{name}.styrdesk"))

    def cramped(self) -> int | None:
        """Bytes free on the disk of the file or of its backups, when that is too little."""
        places = self._places()
        folders = [self.file.parent, *([places.root] if places else [])]
        with suppress(OSError):  # a disk that cannot be asked is told at the next save
            size = self.file.stat().st_size
            free = min(shutil.disk_usage(_there(folder)).free for folder in folders)
            return free if is_cramped(free, size) else None
        return None


def _there(folder: Path) -> Path:
    """The folder, or the nearest one over it that is made."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)


def _out_of_reach(place: Path) -> FileProblem:
    return FileProblem(
        FileFault.UNREADABLE,
        _("The second place for backups cannot be reached: {place}").format(place=place),
        _("The backups on this computer are made as usual."),
    )


def backups_of(path: Path, kept: SettingsService, clock: Clock) -> BackupService:
    """The backups of a file on this machine, as the settings say."""

    def places() -> Places:
        second = kept.current.backup_place
        return Places(data_folder() / "backups", Path(second) if second else None)

    return BackupService(path, clock, places)
