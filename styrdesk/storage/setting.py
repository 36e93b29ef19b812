"""Settings that follow the file: numbers by their names."""

from __future__ import annotations

from styrdesk.storage.connection import Database


class Settings:
    """A file's own settings. They are no part of what it says, so no history is kept of them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str, default: int) -> int:
        """A setting, or what it is while nobody has chosen."""
        rows = self._db.asked("SELECT value FROM setting WHERE name = ?", name)
        return int(rows[0][0]) if rows else default

    def set(self, name: str, value: int) -> None:
        """Choose, inside a step."""
        self._db.execute_sql(
            "INSERT INTO setting (name, value) VALUES (?, ?) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )
