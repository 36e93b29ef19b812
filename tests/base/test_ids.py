"""Ids are UUIDv7 (RFC 9562 §5.7): sorted by the time they were made, otherwise random."""

from __future__ import annotations

import time
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.ids import is_id, new_id

NANOSECONDS = st.integers(0, (1 << 48) * 1_000_000 - 1)


def made_at(nanoseconds: int) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time_ns", lambda: nanoseconds)
        return new_id()


@given(NANOSECONDS)
def test_an_id_is_a_uuid_of_version_7_with_its_time(nanoseconds: int) -> None:
    made = UUID(made_at(nanoseconds))
    assert made.version == 7
    assert made.variant == RFC_4122
    assert made.int >> 80 == nanoseconds // 1_000_000


@given(NANOSECONDS, NANOSECONDS)
def test_ids_sort_by_the_millisecond_they_were_made(one: int, other: int) -> None:
    first, second = made_at(one), made_at(other)
    if one // 1_000_000 != other // 1_000_000:
        assert (first < second) == (one < other)


def test_ids_of_one_moment_differ() -> None:
    assert len({made_at(0) for _ in range(1_000)}) == 1_000


def test_every_random_bit_is_used() -> None:
    seen_set = seen_clear = 0
    for _ in range(300):
        value = UUID(made_at(0)).int
        seen_set |= value
        seen_clear |= ~value
    assert (seen_set & seen_clear).bit_count() == 74


def test_only_the_canonical_form_is_an_id() -> None:
    made = new_id()
    assert is_id(made)
    for other in (made.upper(), f"{{{made}}}", made.replace("-", ""), f"urn:uuid:{made}", "", "1"):
        assert not is_id(other)
