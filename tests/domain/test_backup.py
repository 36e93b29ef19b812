"""Which backups are kept, as a table over a year, and what their names tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.backup import Backup, Reason, is_cramped, named, surplus, too_much

FIRST = datetime(2026, 1, 1, 8, 0, tzinfo=timezone(timedelta(hours=1)))
DAY = timedelta(days=1)


def thinned(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    kept = list(backups)
    gone = surplus(kept, now)
    return [one for one in kept if one not in gone]


def after(days: int, a_day: int = 3, reason: Reason = Reason.REGULAR) -> list[int]:
    """Ages in days of what is left after so many days of work, thinned at each backup."""
    kept: list[Backup] = []
    now = FIRST
    for number in range(days * a_day):
        now = FIRST + number // a_day * DAY + number % a_day * timedelta(hours=4)
        kept = thinned([*kept, Backup(number + 1, now, reason)], now)
    return [(now.date() - one.at.date()).days for one in reversed(kept)]


# After so many days: how many are left, and how old the oldest is.
@pytest.mark.parametrize(
    ("days", "count", "oldest"),
    [
        (1, 3, 0),
        (2, 6, 1),
        (3, 7, 2),
        (7, 11, 6),
        (14, 18, 13),
        (30, 21, 26),
        (60, 25, 56),
        (90, 29, 79),
        (180, 32, 155),
        (365, 37, 312),
    ],
)
def test_a_year_of_backups_thins_out_by_age(days: int, count: int, oldest: int) -> None:
    ages = after(days)
    assert (len(ages), ages[-1]) == (count, oldest)


def test_after_a_year_there_are_days_then_weeks_then_months() -> None:
    ages = after(365)
    assert ages[:7] == [0, 0, 0, 1, 1, 1, 2]  # two days: all
    assert ages[6:18] == list(range(2, 14))  # then twelve days
    weeks, months = ages[18:28], ages[28:]
    # Of the first of each only a part is that old; of a month is left what the weeks left.
    assert {later - one for one, later in pairwise(weeks[1:])} == {7}
    assert {later - one for one, later in pairwise(months[1:])} == {28, 35}
    assert (len(weeks), len(months)) == (10, 9)


@pytest.mark.parametrize("reason", [Reason.MIGRATION, Reason.DECISION])
def test_those_from_before_a_decision_or_a_new_form_are_kept_longer(reason: Reason) -> None:
    lasting = [Backup(n, FIRST + n * DAY, reason) for n in range(1, 6)]
    later = [Backup(n, FIRST + n * DAY, Reason.REGULAR) for n in range(6, 800)]
    assert thinned([*lasting, *later], FIRST + 800 * DAY)[:5] == lasting
    assert len(after(365, reason=reason)) < 60  # not for ever, when there are very many


def test_a_long_leave_takes_nothing_away() -> None:
    kept = thinned([Backup(n, FIRST + n * DAY, Reason.START) for n in range(1, 13)], FIRST)
    assert thinned(kept, FIRST + 400 * DAY) == kept


def test_a_clock_ten_years_ahead_empties_nothing_and_is_got_over() -> None:
    kept = [Backup(n, FIRST + n * DAY, Reason.REGULAR) for n in range(1, 11)]
    ahead = Backup(11, FIRST + 3650 * DAY, Reason.REGULAR)
    assert thinned([*kept, ahead], ahead.at) == [*kept, ahead]
    back = Backup(12, FIRST + 12 * DAY, Reason.REGULAR)
    assert back in thinned([*kept, ahead, back], back.at)


def test_the_newest_is_the_one_made_last_also_when_the_clock_was_set_back() -> None:
    many = [Backup(n, FIRST + 100 * DAY, Reason.REGULAR) for n in range(1, 30)]
    last = Backup(30, FIRST, Reason.REGULAR)
    assert last in thinned([*many, last], FIRST + 200 * DAY)


at = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001  # the strategy gives the zone
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))]),
).map(lambda when: when.replace(microsecond=0))
backups = st.builds(Backup, st.integers(1, 99999), at, st.sampled_from(Reason))


@given(st.lists(backups, max_size=60, unique_by=lambda one: one.number), at)
def test_whatever_the_clock_says_the_newest_stays_and_the_rest_is_settled(
    some: list[Backup], now: datetime
) -> None:
    kept = thinned(some, now)
    assert not some or max(some, key=lambda one: one.number) in kept
    assert thinned(kept, now) == kept


@given(backups)
def test_a_backup_is_read_from_its_name(backup: Backup) -> None:
    assert named(backup.name) == backup


def test_a_name_tells_which_when_and_why() -> None:
    backup = Backup(42, FIRST, Reason.DECISION)
    assert backup.name == "00042 2026-01-01 08.00.00+0100 decision.styrdesk"


@pytest.mark.parametrize(
    "name",
    [
        "Nämndplan.styrdesk",
        "00042 2026-01-01 08.00.00+0100 whim.styrdesk",
        "00042 2026-13-01 08.00.00+0100 start.styrdesk",
        ".00042 2026-01-01 08.00.00+0100 start.styrdesk.1a2b3c4d.tmp",
        "00042 2026-01-01 08.00.00+0100 start kopia.styrdesk",
    ],
)
def test_a_name_that_is_not_ours_is_no_backup(name: str) -> None:
    assert named(name) is None


@pytest.mark.parametrize(
    ("free", "size", "cramped"),
    [(199_999_999, 1, True), (200_000_000, 1, False), (299_999_999, 100_000_000, True)],
)
def test_a_disk_is_cramped_before_it_is_full(free: int, size: int, cramped: bool) -> None:
    assert is_cramped(free, size) is cramped


@pytest.mark.parametrize(
    ("sizes", "most", "gone"),
    [
        ([], 10, []),
        ([4, 4], 10, []),
        ([4, 4, 2], 10, []),
        ([4, 4, 4], 10, [1]),
        ([1, 9, 4, 4], 10, [1, 2]),  # the oldest first, also where a smaller one would fit
        ([4, 4, 40], 10, [1, 2]),  # never the newest
    ],
)
def test_the_oldest_go_when_all_take_too_much_room(
    sizes: list[int], most: int, gone: list[int]
) -> None:
    some = [Backup(n, FIRST, Reason.REGULAR, size) for n, size in enumerate(sizes, 1)]
    assert sorted(one.number for one in too_much(reversed(some), most)) == gone


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(0, 60))
def test_what_is_left_fits_and_is_the_newest(sizes: list[int], most: int) -> None:
    some = [Backup(n, FIRST, Reason.REGULAR, size) for n, size in enumerate(sizes, 1)]
    gone = too_much(some, most)
    left = [one for one in some if one not in gone]
    assert left == some[len(gone) :]
    assert len(left) == min(1, len(some)) or sum(one.size for one in left) <= most
