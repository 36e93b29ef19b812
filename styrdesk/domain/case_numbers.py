"""Figures of cases: how many of each, in which months, answered in time, open and late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from styrdesk.base.formats import EN_DASH
from styrdesk.domain.small_numbers import published

_THIRD: Final = 4  # months


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: this year and the year before; None for what is not told."""

    name: str
    now: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The cases of two years, parted one way.

    Attributes:
        lines: Each part once; their sums are the totals.
    """

    lines: tuple[Line, ...]
    now: int | None
    before: int | None

    @property
    def is_told(self) -> bool:
        """Whether any part is told, or there are no parts to tell."""
        told = any(value is not None for line in self.lines for value in (line.now, line.before))
        return told or not self.lines

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return all(line.now is not None and line.before is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class Answers:
    """How those who waited for an answer fared. None for what is not told.

    Attributes:
        waiting: Not answered yet, and the day has not come.
        overdue: Not answered, and the day is past.
    """

    in_time: int | None
    late: int | None
    waiting: int | None
    overdue: int | None

    @property
    def share(self) -> Decimal | None:
        """Per cent in time of those that were or should have been answered; None for none."""
        if self.in_time is None or self.late is None or self.overdue is None:
            return None
        whole = self.in_time + self.late + self.overdue
        return Decimal(100 * self.in_time) / whole if whole else None


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    """The figures of a nämnd and year, against the year before.

    Attributes:
        year: The cases that arrived in it.
        open_now: Of all years; not closed today.
        late_now: Of those, past their last day.
        reopened: Cases of the year that have been opened again.
    """

    year: int
    types: Breakdown
    units: Breakdown
    causes: Breakdown
    months: Breakdown
    answers: Answers
    answers_before: Answers
    open_now: int | None
    late_now: int | None
    reopened: int | None
    is_published: bool = False

    @property
    def total(self) -> int | None:
        """How many arrived in the year."""
        return self.types.now

    @property
    def total_before(self) -> int | None:
        """How many arrived in the year before."""
        return self.types.before


def breakdown(
    names: Sequence[tuple[str | None, str]],
    now: Mapping[str | None, int],
    before: Mapping[str | None, int],
    *,
    empty_too: bool = False,
) -> Breakdown:
    """A table of what each is called and how many there were.

    Args:
        names: Id → name, in the order of the table; None is those that have none.
        now: How many of each id this year.
        before: The year before.
        empty_too: Keep rows where there are none.
    """
    lines = tuple(
        Line(name, now.get(key, 0), before.get(key, 0))
        for key, name in names
        if empty_too or now.get(key) or before.get(key)
    )
    return Breakdown(lines, sum(now.values()), sum(before.values()))


def publishable(numbers: CaseNumbers) -> CaseNumbers:
    """The figures as they may be told to everybody: small ones are left out."""
    return CaseNumbers(
        numbers.year,
        _published(numbers.types),
        _published(numbers.units),
        _published(numbers.causes),
        _published_months(numbers.months),
        _answers(numbers.answers),
        _answers(numbers.answers_before),
        *_open(numbers.open_now or 0, numbers.late_now or 0),
        _part(numbers.reopened or 0, numbers.total or 0),
        is_published=True,
    )


def _published(whole: Breakdown) -> Breakdown:
    now = published([line.now or 0 for line in whole.lines])
    before = published([line.before or 0 for line in whole.lines])
    lines = zip(whole.lines, now.cells, before.cells, strict=True)
    told = tuple(Line(line.name, this, last) for line, this, last in lines)
    return Breakdown(told, now.total, before.total)


def _published_months(months: Breakdown) -> Breakdown:
    """The months, or thirds of the year where a month would tell too much."""
    told = _published(months)
    return told if told.is_whole else _published(_thirds(months))


def _thirds(months: Breakdown) -> Breakdown:
    """January to April, May to August, September to December."""
    lines = months.lines
    parts = [lines[n : n + _THIRD] for n in range(0, len(lines), _THIRD)]
    merged = tuple(
        Line(
            f"{part[0].name}{EN_DASH}{part[-1].name}",
            sum(line.now or 0 for line in part),
            sum(line.before or 0 for line in part),
        )
        for part in parts
    )
    return Breakdown(merged, months.now, months.before)


def _answers(answers: Answers) -> Answers:
    parts = [answers.in_time, answers.late, answers.waiting, answers.overdue]
    return Answers(*published([part or 0 for part in parts]).cells)


def _open(open_now: int, late_now: int) -> tuple[int | None, int | None]:
    """Late ones are a part of the open ones, so the rest is told by the two."""
    told = published([late_now, open_now - late_now])
    return told.total, told.cells[0]


def _part(part: int, whole: int) -> int | None:
    return published([part, whole - part]).cells[0]
