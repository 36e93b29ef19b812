"""A version is drafted, takes effect, and is replaced by the next; what was is kept as it was."""

from __future__ import annotations

from datetime import date

import pytest

from styrdesk.domain.edition import (
    EditionState,
    Standing,
    chain,
    copied,
    in_force,
    next_version,
    replaced,
    state,
    withdrawn,
)
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import mandate_period, next_review
from styrdesk.domain.routine import Routine

TODAY = date(2026, 11, 23)
HOLDS = Standing.IN_FORCE
FIRST = Routine(
    "a",
    title="Mat",
    standing=Standing.IN_FORCE,
    decided_on=date(2025, 1, 1),
    valid_from=date(2025, 1, 1),
)


def test_the_next_version_is_a_draft_that_says_which_it_replaces() -> None:
    draft = next_version(FIRST, "b")
    assert (draft.version, draft.standing, draft.replaces_id) == (2, Standing.DRAFT, "a")
    assert (draft.decided_on, draft.valid_from) == (None, None)
    with pytest.raises(RuleBroken):
        next_version(draft, "c")


def test_a_draft_takes_effect_when_it_is_decided_and_the_old_ends_the_day_before() -> None:
    draft = next_version(FIRST, "b")
    with pytest.raises(RuleBroken) as broken:
        in_force(draft, TODAY)
    assert broken.value.field == "decided_on"
    decided = Routine("b", title="Mat", version=2, replaces_id="a", decided_on=date(2026, 11, 1))
    new = in_force(decided, TODAY)
    assert (new.standing, new.valid_from) == (Standing.IN_FORCE, TODAY)
    old = replaced(FIRST, new)
    assert (old.standing, old.valid_to) == (Standing.REPLACED, date(2026, 11, 22))


def test_what_is_in_force_is_withdrawn_from_today_and_nothing_else_is() -> None:
    assert withdrawn(FIRST, TODAY).valid_to == TODAY
    with pytest.raises(RuleBroken):
        withdrawn(next_version(FIRST, "b"), TODAY)


@pytest.mark.parametrize(
    ("routine", "found"),
    [
        (Routine("r"), EditionState.DRAFT),
        (FIRST, EditionState.IN_FORCE),
        (
            Routine("r", standing=HOLDS, valid_to=date(2026, 11, 22)),
            EditionState.EXPIRED,
        ),
        (Routine("r", standing=HOLDS, valid_to=TODAY), EditionState.IN_FORCE),
        (
            Routine("r", standing=HOLDS, valid_from=date(2027, 1, 1)),
            EditionState.COMING,
        ),
        (Routine("r", standing=HOLDS, review_due=TODAY), EditionState.REVIEW),
        (Routine("r", standing=Standing.WITHDRAWN, review_due=TODAY), EditionState.WITHDRAWN),
    ],
)
def test_a_version_is_known_at_a_glance(routine: Routine, found: EditionState) -> None:
    assert state(routine, TODAY) is found


def test_the_versions_of_one_stand_in_order_whichever_is_asked_for() -> None:
    second, third = Routine("b", replaces_id="a"), Routine("c", replaces_id="b")
    versions = (third, FIRST, second, Routine("x"))
    for one in (FIRST, second, third):
        assert [each.id for each in chain(versions, one.id)] == ["a", "b", "c"]


def test_a_circle_of_versions_has_an_end() -> None:
    around = (Routine("a", replaces_id="b"), Routine("b", replaces_id="a"))
    assert {one.id for one in chain(around, "a")} == {"a", "b"}


def test_a_copy_begins_as_the_first_draft_of_something_else() -> None:
    copy = copied(Routine("b", title="Mat", version=2, replaces_id="a", decided_by="Chef"))
    assert (copy.version, copy.replaces_id, copy.decided_by, copy.title) == (1, None, "", "Mat")


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2022, 12, 31), (2019, 2022)),
        (date(2023, 1, 1), (2023, 2026)),
        (date(2026, 12, 31), (2023, 2026)),
        (date(2027, 1, 1), (2027, 2030)),
    ],
)
def test_a_mandate_period_is_the_four_years_after_an_election(
    day: date, period: tuple[int, int]
) -> None:
    assert mandate_period(day) == period


@pytest.mark.parametrize(
    ("done", "yearly", "due"),
    [
        (date(2025, 6, 1), True, date(2026, 6, 1)),
        (date(2025, 6, 1), False, date(2027, 12, 31)),
        (date(2026, 11, 1), True, date(2027, 11, 1)),
        (date(2027, 2, 1), True, date(2028, 2, 1)),
        (date(2027, 2, 1), False, date(2031, 12, 31)),
        (date(2024, 2, 29), True, date(2025, 3, 1)),
    ],
)
def test_the_next_review_is_in_a_year_or_in_the_first_year_of_the_next_period(
    done: date, yearly: bool, due: date
) -> None:
    assert next_review(done, yearly=yearly) == due
