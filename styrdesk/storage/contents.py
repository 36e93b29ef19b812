"""What a file that is not open holds, read without changing it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from styrdesk.domain.backup import Contents
from styrdesk.domain.case_type import CaseStage, CaseType, CauseCategory, LetterTemplate
from styrdesk.domain.catalogue import RECORDS, TABLE_OF
from styrdesk.storage import connection

# How cases are dealt with is given with the file: none of it is what its user has written.
_GIVEN: Final = {TABLE_OF[kind] for kind in (CaseType, CaseStage, CauseCategory, LetterTemplate)}


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
            if name in there and name not in _GIVEN
        )
        records = sum(int(count) for ((count,),) in counts)
    finally:
        db.close()
    return Contents(tuple((str(title), int(year)) for title, year in plans), records)
