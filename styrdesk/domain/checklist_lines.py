"""What is told of many checklists: that one is due, and how those of a month came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DueList:
    """A list that is to be filled in, and is not signed.

    Attributes:
        unit_id: None for the whole nämnd, and `unit` is empty.
        person: Who fills it in, or who is responsible in the template's words.
        checklist_id: The list, where it is begun.
    """

    template_id: str
    title: str
    unit_id: str | None
    unit: str
    person: str
    day: date
    checklist_id: str | None

    @property
    def key(self) -> str:
        """The list's id, or the place of its occasion while it is not begun."""
        where = (self.template_id, self.unit_id or "", self.day.isoformat())
        return self.checklist_id or "/".join(where)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the lists of a month came out.

    Attributes:
        month: "2026-03".
        lists: How many were signed; `flawed` of them had a failure.
        answered: Answers in them; `failed` of these were failures.
    """

    month: str
    lists: int
    flawed: int
    answered: int
    failed: int
