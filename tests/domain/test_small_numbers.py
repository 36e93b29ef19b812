"""Small numbers are not told, and cannot be reckoned from what is."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.small_numbers import LIMIT, Published, published

COUNTS = st.lists(st.integers(0, 12), max_size=9)


def possible(told: Published, place: int) -> set[int]:
    """Every number a hidden part could be, to who knows the total, the told ones and the rule.

    The rule says that noughts are told, unless every part is hidden.
    """
    hidden = [n for n, cell in enumerate(told.cells) if cell is None]
    assert told.total is not None
    rest = told.total - sum(cell for cell in told.cells if cell is not None)
    least = 0 if len(hidden) == len(told.cells) else 1
    others = len(hidden) - 1
    found = set()
    for value in range(least, rest + 1):
        left = rest - value
        if (others == 0 and left == 0) or (others and left >= least * others):
            found.add(value)
    assert place in hidden
    return found


@given(COUNTS)
def test_no_small_number_is_told(counts: list[int]) -> None:
    told = published(counts)
    assert not any(cell is not None and 0 < cell < LIMIT for cell in told.cells)
    assert told.total is None or told.total == 0 or told.total >= LIMIT


@given(COUNTS)
def test_what_is_told_is_true(counts: list[int]) -> None:
    told = published(counts)
    assert all(cell in (None, count) for cell, count in zip(told.cells, counts, strict=True))
    assert told.total in (None, sum(counts))


@given(COUNTS)
def test_a_hidden_number_could_be_many(counts: list[int]) -> None:
    told = published(counts)
    if told.total is None:
        assert all(cell is None for cell in told.cells)
        return
    for place, cell in enumerate(told.cells):
        if cell is None:
            assert len(possible(told, place)) >= LIMIT


@given(COUNTS)
def test_the_sum_of_the_hidden_is_no_small_number(counts: list[int]) -> None:
    told = published(counts)
    hidden = sum(c for c, cell in zip(counts, told.cells, strict=True) if cell is None)
    assert told.total is None or hidden == 0 or hidden >= LIMIT


@given(st.lists(st.one_of(st.just(0), st.integers(LIMIT, 40)), max_size=9))
def test_nothing_is_hidden_where_nothing_is_small(counts: list[int]) -> None:
    assert published(counts) == Published(tuple(counts), sum(counts))


def test_no_more_is_hidden_than_must_be() -> None:
    assert published([2, 9, 6, 30]).cells == (None, 9, None, 30)
    assert published([3, 4, 9, 30, 0]).cells == (None, None, None, 30, 0)
    assert published([1, 6, 6, 9]).cells == (None, None, None, 9)
    assert published([4, 0, 0]) == Published((None, None, None), None)


def test_the_attacker_of_these_tests_finds_a_lone_hidden_number() -> None:
    """Were only the small one hidden, the total would tell it."""
    assert possible(Published((None, 9), 12), 0) == {3}


@pytest.mark.parametrize(("most", "parts"), [(13, 2), (11, 3), (8, 4)])
def test_who_knows_the_rule_and_tries_every_table_finds_no_hidden_number(
    most: int, parts: int
) -> None:
    by_told: dict[Published, list[tuple[int, ...]]] = {}
    for counts in product(range(most + 1), repeat=parts):
        by_told.setdefault(published(counts), []).append(counts)
    for told, tables in by_told.items():
        rest = sum(n for n, cell in zip(tables[0], told.cells, strict=True) if cell is None)
        if rest > most:
            continue  # a table that is not among those tried may be told the same way
        for place, cell in enumerate(told.cells):
            if cell is None:
                assert len({table[place] for table in tables}) > 1, (told, tables)
