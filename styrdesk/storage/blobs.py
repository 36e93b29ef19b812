"""Files kept in the file (images), by the SHA-256 of their content."""

from __future__ import annotations

import hashlib

import peewee


class Blobs:
    """Content-addressed bytes; the same content is kept once, and never changed."""

    def __init__(self, db: peewee.Database) -> None:
        self._db = db

    def add(self, content: bytes, media_type: str) -> str:
        """Keep the bytes and return their SHA-256 in hexadecimal."""
        digest = hashlib.sha256(content).hexdigest()
        self._db.execute_sql(
            "INSERT INTO blob (sha256, media_type, content) VALUES (?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (digest, media_type, content),
        )
        return digest

    def get(self, digest: str) -> tuple[str, bytes]:
        """Media type and bytes.

        Raises:
            KeyError: No such content is kept.
        """
        row = self._db.execute_sql(
            "SELECT media_type, content FROM blob WHERE sha256 = ?", (digest,)
        ).fetchone()
        if row is None:
            raise KeyError(digest)
        return str(row[0]), bytes(row[1])
