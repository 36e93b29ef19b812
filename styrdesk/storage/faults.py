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

# Primary result code → fault, message, advice. Source: sqlite.org/rescode.html
_BY_CODE = {
    sqlite3.SQLITE_FULL: (
        FileFault.DISK_FULL,
        N_("The disk is full. What was saved before is safe."),
        N_("Free some space and try again."),
    ),
    sqlite3.SQLITE_READONLY: (
        FileFault.READ_ONLY,
        N_("The file may not be written to, or it has been moved."),
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


def problem(code: int) -> FileProblem:
    """What to tell the user about an SQLite result code (extended codes are reduced)."""
    fault, message, advice = _BY_CODE.get(code & _PRIMARY, _BY_CODE[sqlite3.SQLITE_IOERR])
    return FileProblem(fault, _(message), _(advice))


def code_of(error: BaseException | None) -> int | None:
    """The SQLite result code behind an error, through peewee's wrapping; None where there is none."""
    while error is not None:
        code = getattr(error, "sqlite_errorcode", None)
        if isinstance(code, int):
            return code
        inner = error.args[0] if error.args else None
        error = inner if isinstance(inner, BaseException) else error.__cause__ or error.__context__
    return None


@contextmanager
def explained() -> Iterator[None]:
    """Errors of the file and the disk inside come out as `FileProblem`; bugs come out as they are."""
    try:
        yield
    except (peewee.DatabaseError, sqlite3.DatabaseError) as error:
        code = code_of(error)
        if code is None or code & _PRIMARY not in _BY_CODE:
            raise
        raise problem(code) from error
    except OSError as error:
        raise problem(_BY_ERRNO.get(error.errno or 0, sqlite3.SQLITE_IOERR)) from error


def missing(path: Path) -> FileProblem:
    """The file is not there."""
    return FileProblem(
        FileFault.MISSING,
        _("There is no file {name}.").format(name=path.name),
        _("See whether it has been moved or renamed."),
    )
