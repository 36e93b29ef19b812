"""Backups: what each is called, which of them may go, and when the disk is too full for more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import accumulate
from typing import Final

from styrdesk.base.i18n import N_

_NAME: Final = re.compile(
    r"(\d{5,9}) (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d[+-]\d{4}) ([a-z]+)\.styrdesk"
)
_WHEN: Final = "%Y-%m-%d %H.%M.%S%z"
_LEAST_FREE: Final = 200_000_000


class Reason(StrEnum):
    """Why a backup was made."""

    START = "start"
    REGULAR = "regular"
    ASKED = "asked"
    MIGRATION = "migration"
    IMPORT = "import"
    DECISION = "decision"
    ERASURE = "erasure"


REASONS: Final = {
    Reason.START: N_("When the file was opened"),
    Reason.REGULAR: N_("During work"),
    Reason.ASKED: N_("Made by hand"),
    Reason.MIGRATION: N_("Before the file got a new form"),
    Reason.IMPORT: N_("Before an import"),
    Reason.DECISION: N_("Before a decision"),
    Reason.ERASURE: N_("After something was taken away for good"),
}
LASTING: Final = frozenset({Reason.MIGRATION, Reason.DECISION})


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a file.

    Attributes:
        number: Counts up by one. It tells which is newer, also when the clock was set back.
        at: What the clock said, with its offset from UTC.
        size: Bytes; 0 while it is not known.
    """

    number: int
    at: datetime
    reason: Reason
    size: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        """Its file name: which, when and why."""
        return f"{self.number:05} {self.at.strftime(_WHEN)} {self.reason.value}.styrdesk"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds.

    Attributes:
        plans: Title and year of each plan, newest year first.
        records: Number of records of all kinds that the user writes.
    """

    plans: tuple[tuple[str, int], ...]
    records: int


def named(name: str) -> Backup | None:
    """The backup that has this file name; None when the name is not one we give."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found[2], _WHEN)  # noqa: DTZ007  # the format has %z
        return Backup(int(found[1]), at, Reason(found[3]))
    except ValueError:
        return None


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month


# All of the last days; then the newest of so many days, weeks and months. Counted in periods that
# hold a backup and not in time, so that neither a long leave nor a wrong clock empties the folder.
_ALL: Final = timedelta(days=2)
_PERIODS: Final[tuple[tuple[Callable[[datetime], object], int], ...]] = (
    (_day, 12),
    (_week, 10),
    (_month, 9),
)
_MOST_LASTING: Final = 20


def surplus(backups: Iterable[Backup], now: datetime) -> frozenset[Backup]:
    """Those that may go. Never the newest; the lasting ones only when there are many newer."""
    left = sorted(backups, key=lambda one: one.number, reverse=True)
    every = frozenset(left)
    lasting = [one for one in left if one.reason in LASTING]
    kept = {*left[:1], *lasting[:_MOST_LASTING]}
    kept |= {one for one in left if one.at > now - _ALL}
    left = [one for one in left if one.at <= now - _ALL]
    for period_of, count in _PERIODS:
        newest: dict[object, Backup] = {}
        for one in left:
            newest.setdefault(period_of(one.at), one)
        chosen = list(newest.values())[:count]
        kept |= set(chosen)
        last = chosen[-1] if chosen else None
        left = [
            one
            for one in left
            if last and one.number < last.number and period_of(one.at) != period_of(last.at)
        ]
    return every - kept


MOST: Final = 2_000_000_000  # bytes that the backups of one file take together


def too_much(backups: Iterable[Backup], most: int = MOST) -> frozenset[Backup]:
    """The oldest that go for the rest to take no more room than so many bytes.

    Never the newest, which was opened and checked in full before it got its name.
    """
    left = sorted(backups, key=lambda one: one.number, reverse=True)
    sizes = accumulate(one.size for one in left)
    fits = sum(size <= most for size in sizes)
    return frozenset(left[max(1, fits) :])


def is_cramped(free: int, size: int) -> bool:
    """Whether a disk has too little room to go on working safely.

    Args:
        free: Bytes free on the disk.
        size: Bytes of the file. A save, a copy and a backup may each need its room again.
    """
    return free < max(_LEAST_FREE, 3 * size)
