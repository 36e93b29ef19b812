"""Files kept in the file (images), by the SHA-256 of their content."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from styrdesk.storage import faults
from styrdesk.storage.connection import Database
from styrdesk.storage.triggers import journaled

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class Blobs:
    """Content-addressed bytes; the same content is kept once, and never changed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, content: bytes, media_type: str) -> str:
        """Keep the bytes, inside a step, and return their SHA-256 in hexadecimal."""
        digest = hashlib.sha256(content).hexdigest()
        self._db.execute_sql(
            "INSERT INTO blob (sha256, media_type, content) VALUES (?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (digest, media_type, content),
        )
        return digest

    def has(self, digest: str) -> bool:
        """Whether anything is kept under this SHA-256, sound or not."""
        return bool(self._db.asked("SELECT 1 FROM blob WHERE sha256 = ?", digest))

    def get(self, digest: str) -> tuple[str, bytes]:
        """Media type and bytes.

        Raises:
            FileProblem: There is no such content, or it is not the one that was kept.
        """
        rows = self._db.asked("SELECT media_type, content FROM blob WHERE sha256 = ?", digest)
        media_type, content = rows[0] if rows else ("", b"")
        if hashlib.sha256(content).hexdigest() != digest:
            raise faults.damaged(digest)
        return str(media_type), bytes(content)


def unused(db: Database) -> set[str]:
    """Kept files that no record names any more, in whatever field or text, nor the journal."""
    digests = {str(digest) for (digest,) in db.asked("SELECT sha256 FROM blob")}
    named: set[object] = set()
    for table in journaled(db):
        for row in db.asked(f'SELECT * FROM "{table}"'):  # noqa: S608  # names of our own tables
            for text in (cell for cell in row if isinstance(cell, str)):
                named |= digests.intersection(_DIGEST.findall(text))
    for row in db.asked(
        "SELECT before, after FROM change WHERE LENGTH(before) = 64 OR LENGTH(after) = 64"
    ):
        named |= digests.intersection(row)
    return digests - named
