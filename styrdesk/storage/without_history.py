"""A copy of a file that holds what it says now and nothing of what it said before."""

from __future__ import annotations

from pathlib import Path

from styrdesk.base.atomic import temporary
from styrdesk.storage import backup, connection, faults
from styrdesk.storage.blobs import unused
from styrdesk.storage.connection import Database
from styrdesk.storage.search import SearchIndex
from styrdesk.storage.triggers import drop, install


def copy_without_history(db: Database, target: Path) -> Path:
    """Copy an open file without its journal, pictures no longer used, and free pages.

    Raises:
        FileProblem: The disk says no, or the copy is not sound.
    """
    with faults.disk_explained(), temporary(target) as full, temporary(target) as clean:
        connection.copy(db, full)
        _purge(full, clean)
        backup.see_that_it_is_sound(clean)
        return backup.published(clean, target)


def _purge(full: Path, clean: Path) -> None:
    """Empty the journal in one file, and build another from what is left, page by page."""
    db = connection.connect(full)
    try:
        with connection.transaction(db):
            drop(db)  # these writes are no step
            db.execute_sql("DELETE FROM change")
            db.execute_sql("DELETE FROM step")
            db.execute_sql("DELETE FROM sqlite_sequence")
            for digest in unused(db):
                db.execute_sql("DELETE FROM blob WHERE sha256 = ?", (digest,))
            install(db)
            SearchIndex(db).build()
        db.execute_sql("VACUUM INTO ?", (str(clean),))
    finally:
        db.close()
