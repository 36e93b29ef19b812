"""What the journal still holds of earlier texts: read line by line, or written anew.

Writing is for taking a person out of the past (decisions/0027); all else of a step stays as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from styrdesk.storage.connection import Database
from styrdesk.storage.history import Key
from styrdesk.storage.net import Op

_PIECE: Final = 1000
_DERIVED: Final = ("sort_key", "folded")  # made of other columns when a record is saved
_LINE: Final = "c.seq, c.tbl, c.record, c.op, c.col, c.before, c.after"
_HELD: Final = "c.op IN ('UPDATE', 'DELETE')"

Put = Callable[[str, str, str, str], str]
"""Gives what is to stand in place of a text, by table, record and column."""


@dataclass(frozen=True, slots=True)
class PastLine:
    """What a column of a record held.

    Attributes:
        seq: The line's own number.
        texts: Before and after, or before alone where the record went.
    """

    seq: int
    table: str
    record: str
    op: Op
    field: str
    texts: tuple[str, ...]


class Past:
    """Earlier texts of an open file's records."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def count(self) -> int:
        """Numbers of lines there have been, at the most."""
        ((count,),) = self._db.asked("SELECT COALESCE(MAX(seq), 0) FROM change")
        return int(count)

    def lines(self) -> Iterator[list[PastLine]]:
        """All that held something, the earliest first, a piece at a time."""
        last = 0
        while True:
            rows = self._db.asked(
                f"SELECT {_LINE} FROM change AS c WHERE c.seq > ? AND {_HELD} "  # noqa: S608  # names of ours
                "ORDER BY c.seq LIMIT ?",
                *(last, _PIECE),
            )
            if not rows:
                return
            last = int(rows[-1][0])
            yield [_line(*row) for row in rows]

    def acts(self, people: Iterable[str]) -> tuple[int, str, str]:
        """How many steps they have made, and when the first and the last (ISO 8601)."""
        ((count, first, last),) = self._db.asked(
            "SELECT COUNT(*), COALESCE(MIN(at), ''), COALESCE(MAX(at), '') FROM step "
            "WHERE person IN (SELECT value FROM json_each(?))",
            json.dumps(sorted(people)),
        )
        return int(count), str(first), str(last)

    def rewrite(self, keys: Iterable[Key], put: Put) -> None:
        """Inside a step of kind PURGE: write these records' past anew.

        A line whose two texts come to be the same holds nothing any more, as one that was purged.
        """
        rows = self._db.asked(
            f"SELECT {_LINE} FROM json_each(?) AS r CROSS JOIN change AS c "  # noqa: S608  # names of ours
            "ON c.tbl = json_extract(r.value, '$[0]') AND c.record = json_extract(r.value, '$[1]') "
            f"WHERE {_HELD}",
            json.dumps(sorted(keys)),
        )
        for seq, table, record, op, column, *held in rows:
            if column in _DERIVED:
                texts: list[object] = [None, None]
            else:
                texts = [
                    put(table, record, column, value) if isinstance(value, str) else value
                    for value in held
                ]
            if op == Op.UPDATE and texts[0] == texts[1]:
                texts = [None, None]
            if texts != held:
                self._db.execute_sql(
                    "UPDATE change SET before = ?, after = ? WHERE seq = ?", (*texts, seq)
                )


def _line(  # noqa: PLR0913, PLR0917, RUF100  # the columns of a row
    seq: int, table: str, record: str, op: str, column: str, before: object, after: object
) -> PastLine:
    texts = tuple(value for value in (before, after) if isinstance(value, str))
    return PastLine(seq, table, record, Op(op), column, texts)
