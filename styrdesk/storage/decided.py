"""Every decided document, the newest first: read in SQL with what its minutes say."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from styrdesk.base.collation import fold
from styrdesk.domain.decided import DecidedKind, DecidedLine
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.version import VersionOrigin
from styrdesk.storage.connection import Database

# The columns are the fields of DecidedLine, in their order. Minutes that salvage has lost say
# nothing; a version that was kept before it had a title is called as its plan.
_VERSIONS: Final = """
SELECT v.id, 'plan' AS kind, v.plan_id AS subject, p.committee_id, c.name AS committee, p.year,
    v.number, COALESCE(NULLIF(v.title, ''), p.title) AS title,
    COALESCE(m.decided_by, '') AS decided_by, m.decided_on,
    COALESCE(m.paragraph, '') AS paragraph,
    COALESCE(m.registration_number, '') AS registration_number,
    CASE m.status WHEN 'signed' THEN m.approval_date END AS approved_on,
    CASE WHEN EXISTS (
        SELECT 1 FROM plan_version AS n WHERE n.plan_id = v.plan_id AND n.number > v.number
    ) THEN 'replaced' ELSE COALESCE(m.status, 'decided') END AS status,
    v.origin, v.made_at, v.made_by, v.content, v.pdf, COALESCE(m.pdf, '') AS noted_pdf
FROM plan_version AS v JOIN plan AS p ON p.id = v.plan_id
JOIN committee AS c ON c.id = p.committee_id
LEFT JOIN version_minutes AS m ON m.version_id = v.id
"""
_REPORTS: Final = """
SELECT r.id, r.kind, r.subject, r.committee_id, c.name, r.year, r.number, r.title,
    r.decided_by, r.decided_on, r.paragraph, r.registration_number, NULL,
    CASE WHEN EXISTS (
        SELECT 1 FROM decided_report AS n WHERE n.kind = r.kind AND n.subject = r.subject
        AND n.occasion = r.occasion AND n.number > r.number
    ) THEN 'replaced' ELSE 'decided' END,
    r.origin, r.made_at, r.made_by, r.content, r.pdf, ''
FROM decided_report AS r JOIN committee AS c ON c.id = r.committee_id
"""
_FROM: Final = f"FROM ({_VERSIONS} UNION ALL {_REPORTS})"
_WORD: Final = "INSTR(folded(title || ' ' || committee || ' ' || registration_number), ?) > 0"
_ORDER: Final = "COALESCE(decided_on, made_at) DESC, made_at DESC, id"
_KINDS: Final[dict[str, Any]] = {
    "kind": DecidedKind,
    "status": PlanStatus,
    "origin": VersionOrigin,
    "decided_on": date.fromisoformat,
    "approved_on": date.fromisoformat,
}
_NAMES: Final = tuple(field.name for field in fields(DecidedLine))


class DecidedLines:
    """Some of the decided documents, as a source of rows.

    Args:
        db: Of the open file.
        words: Words that must all stand in what it, its nämnd or its Dnr is called.
        kinds: Of these kinds; of every kind where none is told.
        subject: Id of what goes on behind them; empty for all.
        key: Id of the one that is meant; empty for all.
    """

    def __init__(
        self,
        db: Database,
        words: str = "",
        kinds: Collection[DecidedKind] = (),
        subject: str = "",
        key: str = "",
    ) -> None:
        self._db = db
        self._values: list[object] = [*fold(words).split()]
        fits = [_WORD] * len(self._values)
        if kinds:
            fits.append("kind IN (SELECT value FROM json_each(?))")
            self._values.append(json.dumps(sorted(kinds)))
        for column, value in (("subject", subject), ("id", key)):
            if value:
                fits.append(f"{column} = ?")
                self._values.append(value)
        self._some = f"{_FROM} WHERE {' AND '.join(fits)}" if fits else _FROM

    def count(self) -> int:
        """How many there are."""
        ((count,),) = self._db.asked(f"SELECT COUNT(*) {self._some}", *self._values)
        return int(count)

    def rows(self, offset: int, limit: int) -> tuple[DecidedLine, ...]:
        """Some of them, the newest decision first."""
        some = f"{self._some} ORDER BY {_ORDER} LIMIT ? OFFSET ?"
        asked = f"SELECT {', '.join(_NAMES)} {some}"  # words of our own
        return tuple(map(_line, self._db.asked(asked, *self._values, limit, offset)))


def _line(row: Sequence[Any]) -> DecidedLine:
    said = dict(zip(_NAMES, row, strict=True))
    for name, kind in _KINDS.items():
        said[name] = kind(said[name]) if said[name] is not None else None
    return DecidedLine(**said)
