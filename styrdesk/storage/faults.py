"""Turns what SQLite and the operating system say into words about the file."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import FileFault, FileProblem

# Result code → fault, message, advice; an extended code goes before its primary one.
# Source: sqlite.org/rescode.html
_BY_CODE = {
    sqlite3.SQLITE_READONLY_DBMOVED: (
        FileFault.MOVED,
        N_("The file has been moved, replaced or deleted while it was open."),
        N_("Save a copy in another place, and look for where the file has gone."),
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        FileFault.READ_ONLY,
        N_("An interrupted save must be put right, and the file may not be written to."),
        N_("Copy the file and the one named as it with -journal at its end to your own folder."),
    ),
    sqlite3.SQLITE_FULL: (
        FileFault.DISK_FULL,
        N_("The disk is full. What was saved before is safe."),
        N_("Free some space and try again."),
    ),
    sqlite3.SQLITE_NOMEM: (
        FileFault.MEMORY,
        N_("The computer's memory is full. What was saved before is safe."),
        N_("Close other programs and try again."),
    ),
    sqlite3.SQLITE_READONLY: (
        FileFault.READ_ONLY,
        N_("The file may not be written to."),
        N_("Save a copy in another place."),
    ),
    sqlite3.SQLITE_BUSY: (
        FileFault.LOCKED,
        N_("Another program is writing in the file."),
        N_("Wait a moment and try again."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        FileFault.DAMAGED,
        N_("The file is damaged."),
        N_("Nothing has been written to it. Open a backup instead."),
    ),
    sqlite3.SQLITE_NOTADB: (
        FileFault.FOREIGN,
        N_("The file is not a Styrdesk file."),
        N_("Nothing has been written to it."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        FileFault.UNREADABLE,
        N_("The file cannot be opened."),
        N_("See that the file and its folder can be reached and read."),
    ),
    sqlite3.SQLITE_IOERR: (
        FileFault.UNREADABLE,
        N_("The disk cannot be read or written. What was saved before is safe."),
        N_("Save a copy in another place and do not go on in this file."),
    ),
}
_BY_ERRNO = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.EACCES: sqlite3.SQLITE_READONLY,
    errno.EPERM: sqlite3.SQLITE_READONLY,
}
_PRIMARY = 0xFF
_BAD_TEXT = "Could not decode to UTF-8"  # said by Python's sqlite3, which gives it no code


def problem(code: int) -> FileProblem:
    """What to tell the user about an SQLite result code."""
    known = code if code in _BY_CODE else code & _PRIMARY
    fault, message, advice = _BY_CODE.get(known, _BY_CODE[sqlite3.SQLITE_IOERR])
    return FileProblem(fault, _(message), _(advice))


def code_of(error: BaseException) -> int | None:
    """The SQLite result code of an error, through peewee's wrapping; None where there is none."""
    for each in (error, getattr(error, "orig", None)):
        code = getattr(each, "sqlite_errorcode", None)
        if isinstance(code, int):
            return code
    return sqlite3.SQLITE_CORRUPT if _BAD_TEXT in str(error) else None


@contextmanager
def explained() -> Iterator[None]:
    """Faults of the database inside come out as `FileProblem`; bugs come out as they are."""
    try:
        yield
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        code = code_of(error)
        if code is None or code & _PRIMARY not in _BY_CODE:
            raise
        raise problem(code) from error
    except MemoryError as error:
        raise problem(sqlite3.SQLITE_NOMEM) from error
    except UnicodeDecodeError as error:  # SQLite names what is damaged, by its damaged name
        raise problem(sqlite3.SQLITE_CORRUPT) from error


@contextmanager
def disk_explained() -> Iterator[None]:
    """Faults of database and disk inside come out as `FileProblem`."""
    with explained():
        try:
            yield
        except OSError as error:
            raise problem(_BY_ERRNO.get(error.errno or 0, sqlite3.SQLITE_IOERR)) from error


def damaged(where: str) -> FileProblem:
    """What is kept cannot be what the program wrote."""
    return FileProblem(
        FileFault.DAMAGED,
        _("The file is damaged: {where}").format(where=where),
        _("Nothing has been written to it. Open a backup instead."),
    )


def missing(path: Path) -> FileProblem:
    """The file is not there; where its folder is not either, that says nothing of the file."""
    if not path.absolute().parent.is_dir():
        return FileProblem(
            FileFault.UNREADABLE,
            _("{name} cannot be reached now: its folder is not there.").format(name=path.name),
            _("A drive or a network may be away. Connect it and try again."),
        )
    return FileProblem(
        FileFault.MISSING,
        _("There is no file {name}.").format(name=path.name),
        _("See whether it has been moved or renamed."),
    )
