"""What a file that is not open holds, read without changing it."""

from __future__ import annotations

from pathlib import Path

from styrdesk.domain.backup import Contents
from styrdesk.domain.catalogue import RECORDS
from styrdesk.storage import connection


def contents(path: Path) -> Contents:
    """What a file holds; it may be of an older form.

    Raises:
        FileProblem: It cannot be read.
    """
    db = connection.connect(path, read_only=True)
    try:
        there = {str(name) for (name,) in db.asked("SELECT name FROM sqlite_schema")}
        plans = db.asked("SELECT title, year FROM plan ORDER BY year DESC, title")
        counts = (
            db.asked(f'SELECT COUNT(*) FROM "{name}"')  # noqa: S608  # names of ours
            for name in RECORDS
            if name in there
        )
        records = sum(int(count) for ((count,),) in counts)
    finally:
        db.close()
    return Contents(tuple((str(title), int(year)) for title, year in plans), records)
