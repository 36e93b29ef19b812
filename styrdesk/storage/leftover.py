"""Tells whether the -journal beside a file is the file's own.

A program that is killed in the midst of a save leaves a rollback journal, from which SQLite puts
the file right when it is next opened. When somebody has put another file in its place since, a
backup for instance, SQLite does the same to that one, and ruins it (measured).

Layout: sqlite.org/fileformat2.html §3.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HEAD: Final = struct.Struct(">8sIIIII")
_HEADER_SIZE: Final = 100
_SIZES: Final = frozenset(2**n for n in range(5, 17))
_UNKNOWN: Final = 0xFFFFFFFF
_COUNTER: Final = slice(24, 28)


def is_strange(journal: Path, head: bytes) -> bool:
    """Whether the journal was left by another file than the one that lies there.

    The journal holds the first page as it was before the save, with its count of changes; the
    save raises the count by one.

    Args:
        journal: The journal's path; there may be none.
        head: The first 100 bytes of the file.
    """
    try:
        with journal.open("rb") as file:
            for number, page in _pages(file):
                if number == 1:
                    return not _follows(head, page)
    except FileNotFoundError:
        return False
    return False  # the first page was not yet to be written


def _follows(head: bytes, page: bytes) -> bool:
    before = int.from_bytes(page[_COUNTER])
    after = (before + 1) & _UNKNOWN
    return head == page[:_HEADER_SIZE] or int.from_bytes(head[_COUNTER]) == after


def _pages(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Number and earlier content of each page of a journal that SQLite would play back."""
    start = 0
    while True:
        file.seek(start)
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return
        magic, count, _nonce, _pages_before, sector, size = _HEAD.unpack(head)
        if magic != _MAGIC or size not in _SIZES or sector not in _SIZES:
            return
        file.seek(start + sector)
        record = size + 8
        while count:
            content = file.read(record)
            if len(content) < record:
                return
            yield int.from_bytes(content[:4]), content[4:-4]
            count -= count != _UNKNOWN
        start = -(-file.tell() // sector) * sector
