"""What is asked of checklists that is more than rows: what is due, how far, and the outcome."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Final

from styrdesk.domain.agenda import Whose
from styrdesk.domain.checklist import Frequency
from styrdesk.domain.checklist_lines import DueList, Outcome
from styrdesk.storage.connection import Database

# The occasion of what is done once is told by its own template.
_DAY: Final = "COALESCE(?1, t.valid_to, t.valid_from)"
_DUE: Final = f"""
FROM checklist_template AS t LEFT JOIN checklist_unit AS u ON u.template_id = t.id
LEFT JOIN unit AS n ON n.id = u.unit_id
LEFT JOIN checklist AS c
  ON c.template_id = t.id AND c.occasion = {_DAY} AND c.unit_id IS u.unit_id
WHERE t.frequency = ?2 AND COALESCE(n.committee_id, t.committee_id) = ?3
  AND t.valid_from <= {_DAY}
  AND (t.valid_to IS NULL OR t.valid_to >= {_DAY})
  AND {_DAY} BETWEEN ?4 AND ?5 AND (c.status IS NULL OR c.status = 'open')
  AND (?6 IS NULL OR u.person_id = ?6 OR u.unit_id IN (SELECT value FROM json_each(?7))
    OR ?8 AND (u.id IS NULL OR u.person_id IS NULL AND u.unit_id IN (
      SELECT unit_id FROM role WHERE person_id = ?6 AND unit_id IS NOT NULL)))
"""  # noqa: S608  # words of our own


class Checklists:
    """Questions to the checklists of an open file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def due(  # noqa: PLR0913, RUF100  # one question with its usual parts
        self,
        committee_id: str,
        frequency: Frequency,
        day: date | None,
        within: tuple[date, date],
        *,
        mine: Whose | None = None,
        limit: int = -1,
    ) -> tuple[DueList, ...]:
        """Lists of an occasion that are not signed, by day and name.

        Args:
            committee_id: The nämnd.
            frequency: Of the templates.
            day: The occasion's last day; None for what is done once, which has its own.
            within: The first and last day it may be.
            mine: Whose lists are meant: those of their units and those they fill in; unless only
                these, those of the whole nämnd too. None for all.
            limit: At most so many.
        """
        rows = self._db.asked(
            "SELECT t.id, t.title, u.unit_id, COALESCE(n.name, ''), "  # noqa: S608  # words of ours
            "COALESCE((SELECT name FROM person WHERE id = u.person_id), t.responsible), "
            f"{_DAY}, c.id {_DUE} ORDER BY {_DAY}, t.sort_key, n.sort_key LIMIT ?9",
            *self._asked(committee_id, frequency, day, within, mine),
            limit,
        )
        return tuple(
            DueList(template, title, unit, name, who, date.fromisoformat(at), checklist)
            for template, title, unit, name, who, at, checklist in rows
        )

    def count_due(
        self,
        committee_id: str,
        frequency: Frequency,
        day: date | None,
        within: tuple[date, date],
        mine: Whose | None = None,
    ) -> int:
        """How many lists `due` would give."""
        asked = self._asked(committee_id, frequency, day, within, mine)
        ((count,),) = self._db.asked(f"SELECT COUNT(*) {_DUE}", *asked)
        return int(count)

    @staticmethod
    def _asked(
        committee_id: str,
        frequency: Frequency,
        day: date | None,
        within: tuple[date, date],
        mine: Whose | None,
    ) -> tuple[object, ...]:
        first, last = within
        at = day.isoformat() if day else None
        bounds = (first.isoformat(), last.isoformat())
        whose = mine or Whose()
        meant = (None if mine is None else whose.person, json.dumps(sorted(whose.units)))
        return (at, frequency.value, committee_id, *bounds, *meant, not whose.only)

    def answered(self, checklist_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
        """How many answers, and failures among them, some lists have."""
        rows = self._db.asked(
            "SELECT a.checklist_id, COUNT(*), SUM(a.failed) FROM json_each(?) AS e "
            "CROSS JOIN checklist_answer AS a ON a.checklist_id = e.value "
            "WHERE a.value <> '' GROUP BY a.checklist_id",
            json.dumps(list(checklist_ids)),
        )
        return {key: (int(count), int(failed)) for key, count, failed in rows}

    def outcome(self, template_id: str, unit_id: str | None = None) -> tuple[Outcome, ...]:
        """The outcome of a template's signed lists month by month, the oldest first.

        Args:
            template_id: The template.
            unit_id: The unit; None for all.
        """
        rows = self._db.asked(
            "SELECT SUBSTR(occasion, 1, 7) AS month, COUNT(*), SUM(failed > 0), SUM(answered), "
            "SUM(failed) FROM checklist WHERE template_id = ?1 AND status = 'signed' "
            "AND occasion IS NOT NULL AND (?2 IS NULL OR unit_id = ?2) "
            "GROUP BY month ORDER BY month",
            *(template_id, unit_id),
        )
        return tuple(Outcome(month, *map(int, counts)) for month, *counts in rows)
