"""A Styrdesk file: made whole or not at all, opened only when it is what it says."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path

from styrdesk.base.atomic import publish_new, temporary
from styrdesk.base.clock import SystemClock
from styrdesk.base.i18n import _
from styrdesk.domain.backup import Reason
from styrdesk.domain.errors import FileFault, FileProblem, Unseen
from styrdesk.storage import backup, connection, faults, header, migrate, place, schema, whole
from styrdesk.storage.blobs import Blobs
from styrdesk.storage.connection import Database
from styrdesk.storage.erasure import Erasure
from styrdesk.storage.history import History
from styrdesk.storage.journal import Journal, Mark
from styrdesk.storage.lock import Lock
from styrdesk.storage.migrations import MIGRATIONS
from styrdesk.storage.past import Past
from styrdesk.storage.place import Place
from styrdesk.storage.search import SearchIndex
from styrdesk.storage.setting import Settings
from styrdesk.storage.store import Store
from styrdesk.storage.trash import Trash

SUFFIX = ".styrdesk"
LARGE = 20_000_000  # bytes: to look through what is smaller is done in a blink


class File:
    """An open file: its store, journal and kept files on one connection.

    Attributes:
        path: Where it lies.
        identity: Which file that is, whatever it is called.
        read_only: Whether it may only be read, because of the file's or its folder's rights.
        lock: Held while the file is open for writing in a window; None for a command.
        is_whole: Whether all of it has been seen to be sound since it was opened.
        left: What its owner left it as by `close`, whole and in its place; see `open_file`.
    """

    def __init__(
        self,
        path: Path,
        db: Database,
        *,
        read_only: bool,
        lock: Lock | None = None,
        is_whole: bool = True,
    ) -> None:
        self.path = path
        self.identity = place.identity(path)
        self.read_only = read_only
        self.db = db
        self.lock = lock
        self.is_whole, self.left = is_whole, ""
        self.store = Store(db)
        self.journal = Journal(db)
        self.blobs = Blobs(db)
        self.history = History(db)
        self.trash = Trash(db)
        self.past = Past(db)
        self.search = SearchIndex(db)
        self.settings = Settings(db)
        self.erasure = Erasure(db, self.settings)

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written in the block, or nothing.

        Raises:
            FileProblem: Another has become the file's owner.
        """
        if self.lock is not None:
            self.lock.hold()
        return connection.transaction(self.db)

    def reading(self) -> AbstractContextManager[None]:
        """All that is read in the block is of one moment; refused at once while others write."""
        return connection.at_once(self.db)

    def version(self) -> int:
        """Another number than before when another connection has written; our own never count."""
        ((number,),) = self.db.asked("PRAGMA data_version")
        return int(number)

    def see_that_it_goes_on(self, mark: Mark) -> None:
        """See that what was written by others was written in this file, and in its form.

        Raises:
            FileProblem: It lacks what it held before, or has the form of a newer program.
        """
        if migrate.version(self.db) > len(MIGRATIONS):
            raise header.newer(self.path)
        if not self.journal.goes_on_from(mark):
            raise faults.problem(sqlite3.SQLITE_READONLY_DBMOVED)

    def go_on(self, path: Path, mark: Mark) -> None:
        """Open anew, where it lies or where it has been moved to. The store and journal stay.

        Args:
            path: Where.
            mark: How far its journal had come. What still is the open file is asked first, over
                the connection there is: one that has been written over is not opened anew.

        Raises:
            InUse: It has another owner there.
            FileProblem: It cannot be opened there, or was written over by what is not ours.
        """
        with faults.disk_explained():
            real = path.resolve()
            if place.identity(real) == self.identity:
                self._ask_first(mark)
            if self.lock is not None:
                self.lock = self.lock.moved(real)
            connection.reconnect(self.db, real, read_only=self.read_only)
            self.path, self.identity = path, place.identity(real)

    def _ask_first(self, mark: Mark) -> None:
        try:
            with self.reading():
                self.see_that_it_goes_on(mark)
        except FileProblem as problem:
            if problem.fault is not FileFault.UNREADABLE:  # a handle that died with its disk
                raise

    def give_up_place(self) -> None:
        """Own no more what lies at its path, which is another file; all can still be read."""
        if self.lock is not None:
            self.lock.release()

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()
        with suppress(OSError):  # its disk is away
            owned = self.lock is not None
            if owned and self.is_whole and place.identity(self.path) == self.identity:
                self.left = place.left_as(self.path)
        if self.lock is not None:
            self.lock.release()


def create(path: Path, *, owned: bool = False) -> File:
    """Make a new, empty file and open it. A file that lies there is never touched.

    Args:
        path: Where.
        owned: Become its owner, as below.

    Raises:
        FileProblem: Something lies there, or the folder cannot be written.
    """
    with faults.disk_explained():
        connection.see_that_it_fits(path)
        if os.path.lexists(path):
            raise _exists(path)
        with temporary(path) as partial:
            db = connection.connect(partial, create=True)
            try:
                migrate.up(db)
            finally:
                db.close()
            try:
                publish_new(partial, path)
            except FileExistsError as error:
                raise _exists(path) from error
    return open_file(path, owned=owned)


def _exists(path: Path) -> FileProblem:
    return FileProblem(
        FileFault.EXISTS,
        _("{name} is there already.").format(name=path.name),
        _("Choose another name. The file has not been touched."),
    )


def open_file(
    path: Path,
    backups: Path | None = None,
    *,
    read_only: bool = False,
    owned: bool = False,
    over: bool = False,
    left: str = "",
    at_once: bool = False,
) -> File:
    """Open a file, after seeing what it is; take it to the newest schema when it is older.

    Args:
        path: The file.
        backups: Where each file has its folder of backups; beside the file when not given. One
            is made before a migration.
        read_only: Ask for reading only.
        owned: Become its one owner, unless it may only be read. What keeps text on the screen
            between a read and a write must; a command, which does both in one go, need not.
        over: Take over from an owner who has been silent for long.
        left: What it was left as, whole, when it was closed here last. Its one owner opens a file
            that lies untouched since then at once, and looks it through beside the work
            (decisions/0026); all other files are looked through before they are opened.
        at_once: Its one owner does not wait while a large one is: `look_through` comes first.

    Raises:
        InUse: The file has an owner.
        Unseen: It is large, and was not looked through.
        FileProblem: The file is not one we can open. It has not been touched.
    """
    found = header.read(path, len(MIGRATIONS))
    with ExitStack() as undo:
        with faults.disk_explained():
            real = path.resolve()  # a link leads to the folder where SQLite puts its journal
            read_only = read_only or not place.may_write(real)
            lock = Lock.take(real, over=over) if owned and not read_only else None
            if lock is not None:
                undo.callback(lock.release)
            db = connection.connect(real, read_only=read_only)
            undo.callback(db.close)
            untouched = lock is not None and place.left_as(real) == left
        newest = found.version == len(MIGRATIONS)
        later = untouched and newest
        if not later:
            size = real.stat().st_size
            if at_once and newest and lock is not None and size > LARGE:
                raise Unseen(size)
            _see_that_it_is_whole(db, path)
        # Not the header's version: a save that broke off is put right by now.
        if migrate.version(db) < len(MIGRATIONS):
            _migrate(db, real, backups, read_only=read_only)
        _see_that_it_is_ours(db, path)
        if not read_only:
            _see_that_it_can_be_searched(db, later=owned)
        undo.pop_all()
    return File(path, db, read_only=read_only, lock=lock, is_whole=not later)


def look_through(path: Path, stop: Callable[[], bool]) -> str:
    """Look a file through before it is opened. On a thread: it may be long.

    Args:
        path: The file.
        stop: Asked now and then whether to end; what is told of the file then says nothing.

    Returns:
        What it is now that it was seen to be whole: `left` of `open_file`.

    Raises:
        FileProblem: It is damaged, or cannot be read.
    """
    with faults.disk_explained():
        real = path.resolve()
        db = connection.connect(real, read_only=not place.may_write(real))
        try:
            db.asked("SELECT 1 FROM sqlite_schema")  # a save that broke off is put right first
            mark = place.left_as(real)
            db.connection().set_progress_handler(stop, whole.OFTEN)
            _see_that_it_is_whole(db, path)
        finally:
            db.close()
    return mark


def open_beside(opened: File) -> File:
    """An open file over a connection of its own, which may be on another thread.

    What its window has seen of it is not looked through again: a save would wait for that.

    Raises:
        FileProblem: It cannot be opened, or another file lies there by now.
    """
    with faults.disk_explained():
        real = opened.path.resolve()
        if place.identity(real) != opened.identity:
            raise faults.problem(sqlite3.SQLITE_READONLY_DBMOVED)
        db = connection.connect(real, read_only=opened.read_only)
    return File(opened.path, db, read_only=opened.read_only, is_whole=opened.is_whole)


def in_place(path: Path, mark: Mark) -> Place:
    """What lies in the place of a file that was known.

    Args:
        path: Where. Never the open file itself; see `place`.
        mark: How far the journal of the known one had come. One without a step cannot be told
            from another without.

    Returns:
        BACK when it is the known one, as it was then or later; NEWER; otherwise OTHER.
    """
    try:
        header.read(path, len(MIGRATIONS))
        # For writing where that is possible: a save that broke off is then put right first.
        db = connection.connect(path, read_only=not place.may_write(path))
        try:
            ours = bool(mark.step) and Journal(db).goes_on_from(mark)
            return Place.BACK if ours else Place.OTHER
        finally:
            db.close()
    except FileProblem as problem:
        return Place.NEWER if problem.fault is FileFault.NEWER else Place.OTHER


def lost(path: Path) -> FileProblem:
    """Neither the file nor a backup of it can be read."""
    return FileProblem(
        FileFault.MISSING,
        _("{name} cannot be read, and there is no backup of it.").format(name=path.name),
        _("Copy what you have just written from the page, and look for the file."),
    )


def _see_that_it_is_whole(db: Database, path: Path) -> None:
    verdict = whole.verdict(db)
    if verdict:
        raise _damaged(path, verdict)


def _see_that_it_is_ours(db: Database, path: Path) -> None:
    strange = schema.strange(db, MIGRATIONS)
    if strange:
        raise _damaged(path, strange)
    if db.asked("SELECT 1 FROM step_now WHERE seq IS NULL") != [(1,)]:
        raise _damaged(path, _("it was copied in the midst of a save"))


def _see_that_it_can_be_searched(db: Database, *, later: bool) -> None:
    """Make the index of words where there is none yet, or where a step was made without it.

    Args:
        db: The file.
        later: Only begin where that would be waited for: it is built beside its owner's work.
    """
    index = SearchIndex(db)
    if index.is_stale():
        with connection.transaction(db):
            if later and index.is_long_to_build():
                index.begin_building()
            else:
                index.build()


def _damaged(path: Path, verdict: str) -> FileProblem:
    return FileProblem(
        FileFault.DAMAGED,
        _("{name} is damaged: {verdict}").format(name=path.name, verdict=verdict),
        _("The file has not been touched. Open another file, or a backup of this one."),
    )


def _migrate(db: Database, path: Path, backups: Path | None, *, read_only: bool) -> None:
    if read_only:
        raise FileProblem(
            FileFault.READ_ONLY,
            _("{name} is of an older form and may not be written to.").format(name=path.name),
            _("Copy it to a folder of your own and open the copy."),
        )
    folder = backup.folder_of(backups or path.parent, path)
    saved = backup.keep(db, folder, SystemClock().now(), Reason.MIGRATION)
    try:
        migrate.up(db, MIGRATIONS)
    except FileProblem as problem:
        kept = _("A copy from before is kept in {path}.").format(path=folder / saved.name)
        advice = f"{problem.advice} {kept}"
        raise FileProblem(problem.fault, problem.message, advice) from problem
