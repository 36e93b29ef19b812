"""The rows of the list of checklists: first what is to be filled in, then what is or was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from styrdesk.base.collation import fold
from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.checklist import Checklist, ChecklistStatus
from styrdesk.domain.checklist_lines import DueList
from styrdesk.services.checklists import ChecklistService
from styrdesk.ui.kit.table_model import Mark

TO_DO, FLAWED, SIGNED = "to_do", "flawed", "signed"


@dataclass(frozen=True, slots=True)
class Line:
    """A row.

    Attributes:
        id: The list's, or of what is not begun the place of its occasion.
        due: What is to be begun; None for a list that is there.
    """

    id: str
    title: str
    place: str
    day: str
    standing: Mark
    who: str
    due: DueList | None = None


@dataclass(frozen=True)
class Lines:
    """What is due, then the lists that fit, open before signed, counted and paged in SQL."""

    service: ChecklistService
    due: Sequence[DueList]
    where: dict[str, object]
    words: str
    order: tuple[str, ...]
    today: date

    def count(self) -> int:
        return len(self.due) + self.service.count(self.where, words=self.words)

    def rows(self, offset: int, limit: int) -> Sequence[Line]:
        due = [_of_due(row, self.today) for row in self.due[offset : offset + limit]]
        lists: list[Checklist] = []
        before = len(self.due)
        for where in self._parts():
            left, after = limit - len(due) - len(lists), max(0, offset - before)
            lists += self.service.rows(
                where, words=self.words, order=self.order, limit=left, offset=after
            )
            before += self.service.count(where, words=self.words)
        open_ = [one.id for one in lists if one.status is ChecklistStatus.OPEN]
        answered = self.service.answered(open_) if open_ else {}
        return [*due, *(_of_list(one, answered.get(one.id, (0, 0)), self.today) for one in lists)]

    def _parts(self) -> list[dict[str, object]]:
        """Each part is read by an index in its own order; a sort by standing first has none."""
        if "status" in self.where:
            return [self.where]
        return [{**self.where, "status": standing} for standing in ChecklistStatus]


@dataclass(frozen=True)
class Begun:
    """The lists that fit, without what is due."""

    lines: Lines

    def count(self) -> int:
        return self.lines.service.count(self.lines.where, words=self.lines.words)

    def rows(self, offset: int, limit: int) -> Sequence[Checklist]:
        lines = self.lines
        return lines.service.rows(
            lines.where, words=lines.words, order=lines.order, limit=limit, offset=offset
        )


def fitting(due: Sequence[DueList], words: str) -> list[DueList]:
    """What is due and has all the words."""
    wanted = fold(words).split()
    return [
        row
        for row in due
        if all(word in fold(f"{row.title} {row.unit} {row.person}") for word in wanted)
    ]


def _of_due(row: DueList, today: date) -> Line:
    late = (today - row.day).days
    if late > 0:
        words = ngettext("{count} day late", "{count} days late", late).format(count=late)
        mark = Mark("warn", words)
    else:
        mark = Mark("empty", _("To be filled in"))
    place = row.unit or _("The whole committee")
    return Line(row.key, row.title, place, row.day.isoformat(), mark, row.person, row)


def _of_list(one: Checklist, answered: tuple[int, int], today: date) -> Line:
    day = one.occasion.isoformat() if one.occasion else one.started_at[:10]
    if one.status is ChecklistStatus.SIGNED:
        failures = ngettext("{count} failure", "{count} failures", one.failed)
        words = failures.format(count=one.failed) if one.failed else _("No failures")
        mark = Mark("bad" if one.failed else "done", words)
        return Line(one.id, one.title, one.place, day, mark, one.signed_by)
    count, _failed = answered
    words = _("{answered} of {points} items").format(answered=count, points=one.points)
    late = one.occasion is not None and one.occasion < today
    return Line(one.id, one.title, one.place, day, Mark("warn" if late else "doing", words),
                one.started_by)  # fmt: skip
