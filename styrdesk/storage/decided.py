"""Every decided version of every plan, the newest first: read in SQL with what its minutes say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import DecidedLine
from styrdesk.storage.connection import Database

_FROM: Final = """
FROM plan_version AS v JOIN plan AS p ON p.id = v.plan_id
JOIN committee AS c ON c.id = p.committee_id
LEFT JOIN version_minutes AS m ON m.version_id = v.id
"""
_WORD: Final = "INSTR(p.folded || ' ' || c.folded, ?) > 0"
_COLUMNS: Final = (
    "v.id, v.plan_id, p.committee_id, c.name, p.title, p.year, v.number, v.content, "
    "m.decided_on, COALESCE(m.paragraph, ''), COALESCE(m.registration_number, ''), m.status, "
    "EXISTS (SELECT 1 FROM plan_version AS n WHERE n.plan_id = v.plan_id AND n.number > v.number)"
)
_ORDER: Final = "COALESCE(m.decided_on, v.made_at) DESC, v.made_at DESC, v.id"


class DecidedLines:
    """Some of the decided versions, as a source of rows.

    Args:
        db: Of the open file.
        words: Words that must all stand in what the plan, its number and its nämnd are called.
        key: Id of the one version that is meant; empty for all.
    """

    def __init__(self, db: Database, words: str = "", key: str = "") -> None:
        self._db = db
        self._values: list[object] = [*fold(words).split()]
        fits = [_WORD] * len(self._values)
        if key:
            fits.append("v.id = ?")
            self._values.append(key)
        self._some = f"{_FROM} WHERE {' AND '.join(fits)}" if fits else _FROM

    def count(self) -> int:
        """How many there are."""
        ((count,),) = self._db.asked(f"SELECT COUNT(*) {self._some}", *self._values)
        return int(count)

    def rows(self, offset: int, limit: int) -> tuple[DecidedLine, ...]:
        """Some of them, the newest decision first."""
        some = f"{self._some} ORDER BY {_ORDER} LIMIT ? OFFSET ?"
        asked = f"SELECT {_COLUMNS} {some}"  # words of our own
        return tuple(map(_line, self._db.asked(asked, *self._values, limit, offset)))


def _line(row: Sequence[Any]) -> DecidedLine:
    *said, day, paragraph, registered, status, is_old = row
    key, plan, committee_id, committee, title, year, number, content = said
    return DecidedLine(
        id=key,
        plan_id=plan,
        committee_id=committee_id,
        committee=committee,
        title=title,
        year=year,
        number=number,
        content=content,
        decided_on=_day(day),
        paragraph=paragraph,
        registration_number=registered,
        status=_status(status, is_old=bool(is_old)),
    )


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _status(status: str | None, *, is_old: bool) -> PlanStatus:
    """As its minutes say; salvage may have lost them."""
    return PlanStatus.REPLACED if is_old else PlanStatus(status or PlanStatus.DECIDED)
