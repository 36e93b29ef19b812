"""Reads the first 100 bytes of a file without SQLite, to know what it is before it is touched.

Layout: sqlite.org/fileformat2.html §1.3.
"""

from __future__ import annotations

import stat
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.errors import FileFault, FileProblem
from styrdesk.storage import faults
from styrdesk.storage.leftover import is_strange

APPLICATION_ID: Final = 0x53545944  # "STYD"
_MAGIC: Final = b"SQLite format 3\x00"
_SIZE: Final = 100
_LARGEST_PAGE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Header:
    """What the header says.

    Attributes:
        version: The schema's number (`user_version`).
        change_counter: Moves at each commit; tells that someone else has written.
    """

    version: int
    change_counter: int


def read(path: Path, newest: int) -> Header:
    """The header of a Styrdesk file.

    Args:
        path: The file.
        newest: The newest schema this program knows.

    Raises:
        FileProblem: The file is missing, empty, foreign, cut short, or newer than the program.
    """
    try:
        head, size = _start_of(path)
    except FileNotFoundError as error:
        raise faults.missing(path) from error
    except OSError as error:
        raise FileProblem(
            FileFault.UNREADABLE,
            _("{name} cannot be read.").format(name=path.name),
            _("See that the file and its folder can be reached and read."),
        ) from error
    if size == 0:
        raise _refused(FileFault.EMPTY, _("{name} is empty, it holds no data at all."), path)
    if not head.startswith(_MAGIC[: len(head)]):
        raise _refused(FileFault.FOREIGN, _("{name} is not a Styrdesk file."), path)
    if len(head) < _SIZE:
        raise _refused(FileFault.DAMAGED, _("{name} is damaged: a part of it is missing."), path)
    return _checked(head, size, path, newest)


def _start_of(path: Path) -> tuple[bytes, int]:
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # a pipe would wait for ever
        raise OSError(path)
    with path.open("rb") as file:
        return file.read(_SIZE), found.st_size


def _checked(head: bytes, size: int, path: Path, newest: int) -> Header:
    page, counter, pages = struct.unpack_from(">H6xII", head, 16)
    version, application = struct.unpack_from(">I4xI", head, 60)
    (valid_for,) = struct.unpack_from(">I", head, 92)
    if application != APPLICATION_ID:
        raise _refused(FileFault.FOREIGN, _("{name} is not a Styrdesk file."), path)
    if version > newest:
        raise newer(path)
    whole = pages * (page if page > 1 else _LARGEST_PAGE)
    real = path.resolve()
    journal = real.with_name(real.name + "-journal")
    cut = counter == valid_for and size < whole and not journal.exists()
    if cut or version < 1:  # never a schema made in a file that is there
        raise _refused(FileFault.DAMAGED, _("{name} is damaged: a part of it is missing."), path)
    if is_strange(journal, head):
        raise FileProblem(
            FileFault.DAMAGED,
            _("{name} cannot be opened beside what was left by another file.").format(
                name=path.name
            ),
            _("Move {journal} to another folder, and open the file again.").format(
                journal=journal.name
            ),
        )
    return Header(version, counter)


def newer(path: Path) -> FileProblem:
    """The file has a form that this program does not know."""
    return FileProblem(
        FileFault.NEWER,
        _("{name} was made by a newer Styrdesk.").format(name=path.name),
        _("Update Styrdesk to open it. The file has not been touched."),
    )


def _refused(fault: FileFault, message: str, path: Path) -> FileProblem:
    advice = _("The file has not been touched. Open another file, or a backup of this one.")
    return FileProblem(fault, message.format(name=path.name), advice)
