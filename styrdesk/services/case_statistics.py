"""The figures of cases, counted in SQL: a nämnd and year against the year before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from styrdesk.base.formats import month_name
from styrdesk.base.i18n import _
from styrdesk.domain.case import AnswerState, Case
from styrdesk.domain.case_numbers import Answers, Breakdown, CaseNumbers, breakdown
from styrdesk.domain.case_type import CaseType, CauseCategory
from styrdesk.domain.criteria import Between, From, UpTo
from styrdesk.domain.organisation import Unit, tree
from styrdesk.services.life import LifeService
from styrdesk.storage.store import Store

Where = dict[str, object]
_MONTHS: Final = 12


class CaseStatistics:
    """Counts cases. Duplicates are counted once: as the case they go on in."""

    def __init__(self, store: Store, life: LifeService) -> None:
        self._store, self._life = store, life

    def of(self, committee_id: str, year: int) -> CaseNumbers:
        """The figures of the cases that arrived in a year."""
        now, before = (self._arrived(committee_id, each) for each in (year, year - 1))
        open_ones: Where = {"committee_id": committee_id, "closed_on": None, "duplicate_of": None}
        yesterday = self._life.today() - timedelta(days=1)
        return CaseNumbers(
            year,
            self._by("type_id", self._types(), now, before),
            self._by("unit_id", self._units(committee_id), now, before),
            self._by("category_id", self._categories(), now, before),
            self._months(now, before),
            self._answers(now),
            self._answers(before),
            self._store.count(Case, open_ones),
            self._store.count(Case, open_ones | {"due": UpTo(yesterday)}),
            self._store.count(Case, now | {"reopened": From(1)}),
        )

    def years(self, committee_id: str) -> tuple[int, ...]:
        """The years that cases of a nämnd arrived in, the latest first.

        One that came from a spreadsheet may have a number of another year.
        """
        counted = self._store.counts(Case, "arrived", {"committee_id": committee_id})
        days = (date.fromisoformat(str(day)) for day in counted if day is not None)
        return tuple(sorted({day.year for day in days}, reverse=True))

    def _arrived(self, committee_id: str, year: int) -> Where:
        days = Between(date(year, 1, 1), date(year, 12, 31))
        return {"committee_id": committee_id, "arrived": days, "duplicate_of": None}

    def _by(
        self, field: str, names: list[tuple[str | None, str]], now: Where, before: Where
    ) -> Breakdown:
        return breakdown(names, *(self._counts(field, where) for where in (now, before)))

    def _counts(self, field: str, where: Where) -> dict[str | None, int]:
        counted = self._store.counts(Case, field, where)
        return {None if key is None else str(key): count for key, count in counted.items()}

    def _types(self) -> list[tuple[str | None, str]]:
        return [(one.id, one.name) for one in self._store.rows(CaseType)]

    def _units(self, committee_id: str) -> list[tuple[str | None, str]]:
        every = self._store.rows(Unit)  # a unit may have moved to another nämnd since
        mine = [unit for unit in every if unit.committee_id == committee_id]
        rest = [unit for unit in every if unit.committee_id != committee_id]
        named: list[tuple[str | None, str]] = [(unit.id, unit.name) for _depth, unit in tree(mine)]
        named += [(unit.id, unit.name) for unit in rest]
        return [*named, (None, _("No unit"))]

    def _categories(self) -> list[tuple[str | None, str]]:
        named: list[tuple[str | None, str]] = [
            (one.id, one.name) for one in self._store.rows(CauseCategory)
        ]
        return [*named, (None, _("No cause noted"))]

    def _months(self, now: Where, before: Where) -> Breakdown:
        names: list[tuple[str | None, str]] = [
            (str(month), month_name(month)) for month in range(1, _MONTHS + 1)
        ]
        counted = (self._per_month(where) for where in (now, before))
        return breakdown(names, *counted, empty_too=True)

    def _per_month(self, where: Where) -> dict[str | None, int]:
        found: dict[str | None, int] = {}
        for day, count in self._store.counts(Case, "arrived", where).items():
            month = str(date.fromisoformat(str(day)).month)
            found[month] = found.get(month, 0) + count
        return found

    def _answers(self, where: Where) -> Answers:
        counts = self._store.counts(Case, "answer", where)
        yesterday = self._life.today() - timedelta(days=1)
        past = where | {"answer": AnswerState.WAITING, "answer_by": UpTo(yesterday)}
        overdue = self._store.count(Case, past)
        return Answers(
            counts.get(AnswerState.IN_TIME.value, 0),
            counts.get(AnswerState.LATE.value, 0),
            counts.get(AnswerState.WAITING.value, 0) - overdue,
            overdue,
        )
