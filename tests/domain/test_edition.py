"""Versions that follow one another, and when documents are looked at again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain import edition
from styrdesk.domain.edition import EditionState, Standing
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.governing_document import GoverningDocument, mandate_period, next_review

TODAY = date(2026, 11, 23)
DRAFT = GoverningDocument("a", title="Policy", document_type_id="t")
DECIDED = replace(DRAFT, decided_on=date(2026, 11, 10), decided_by="Fullmäktige")
HELD = replace(DECIDED, standing=Standing.IN_FORCE, valid_from=date(2024, 1, 1))
NEXT = replace(edition.next_version(HELD, "b"), decided_on=TODAY)


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2018, 12, 31), (2015, 2018)),
        (date(2019, 1, 1), (2019, 2022)),
        (date(2022, 9, 11), (2019, 2022)),
        (date(2023, 1, 1), (2023, 2026)),
        (date(2026, 12, 31), (2023, 2026)),
        (date(2027, 1, 1), (2027, 2030)),
    ],
)
def test_a_mandate_period_is_four_years_from_the_january_after_an_election(
    day: date, years: tuple[int, int]
) -> None:
    assert mandate_period(day) == years


@pytest.mark.parametrize(
    ("done", "yearly", "due"),
    [
        (date(2025, 3, 1), True, date(2026, 3, 1)),
        (date(2024, 2, 29), True, date(2025, 3, 1)),
        (date(2026, 12, 31), True, date(2027, 12, 31)),
        (date(2023, 1, 1), False, date(2027, 12, 31)),
        (date(2026, 12, 31), False, date(2027, 12, 31)),
        (date(2027, 1, 1), False, date(2031, 12, 31)),
    ],
)
def test_a_review_is_due_in_a_year_or_early_in_the_next_mandate_period(
    done: date, yearly: bool, due: date
) -> None:
    assert next_review(done, yearly=yearly) == due


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.booleans())
def test_a_next_review_is_always_later(done: date, yearly: bool) -> None:
    assert done < next_review(done, yearly=yearly) <= date(done.year + 5, 12, 31)


def test_the_next_version_is_a_draft_that_nobody_has_decided() -> None:
    assert (NEXT.version, NEXT.standing, NEXT.replaces_id) == (2, Standing.DRAFT, "a")
    assert (NEXT.title, NEXT.valid_from, NEXT.review_due) == ("Policy", None, None)


@pytest.mark.parametrize("standing", set(Standing) - {Standing.IN_FORCE})
def test_only_what_is_in_force_is_followed_or_withdrawn(standing: Standing) -> None:
    held = replace(HELD, standing=standing)
    with pytest.raises(RuleBroken):
        edition.next_version(held, "b")
    with pytest.raises(RuleBroken):
        edition.withdrawn(held, TODAY)


@pytest.mark.parametrize(
    ("draft", "first"),
    [
        (DECIDED, TODAY),
        (replace(DECIDED, decided_on=date(2026, 12, 1)), date(2026, 12, 1)),
        (replace(DECIDED, valid_from=date(2027, 1, 1)), date(2027, 1, 1)),
    ],
)
def test_a_draft_takes_effect_on_its_day(draft: GoverningDocument, first: date) -> None:
    made = edition.in_force(draft, TODAY)
    assert (made.standing, made.valid_from) == (Standing.IN_FORCE, first)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (DRAFT, "decided_on"),
        (HELD, ""),
        (replace(NEXT, valid_from=date(2026, 11, 24)), "valid_from"),
        (replace(NEXT, decided_on=date(2026, 11, 24)), "valid_from"),
    ],
)
def test_what_cannot_take_effect_yet_says_why(draft: GoverningDocument, field: str) -> None:
    with pytest.raises(RuleBroken) as told:
        edition.in_force(draft, TODAY)
    assert (told.value.field or "") == field


@pytest.mark.parametrize(
    ("held", "start", "last"),
    [
        (HELD, TODAY, date(2026, 11, 22)),
        (replace(HELD, valid_to=date(2025, 12, 31)), TODAY, date(2025, 12, 31)),
        (replace(HELD, valid_from=TODAY), TODAY, TODAY),
        (replace(HELD, valid_from=None), TODAY, date(2026, 11, 22)),
    ],
)
def test_the_version_before_ends_the_day_before(
    held: GoverningDocument, start: date, last: date
) -> None:
    made = edition.replaced(held, replace(NEXT, valid_from=start))
    assert (made.standing, made.valid_to) == (Standing.REPLACED, last)


def test_nothing_replaces_what_begins_later_or_is_replaced_already() -> None:
    by = replace(NEXT, valid_from=TODAY)
    with pytest.raises(RuleBroken) as told:
        edition.replaced(replace(HELD, valid_from=date(2026, 11, 24)), by)
    assert told.value.field == "valid_from"
    with pytest.raises(RuleBroken):
        edition.replaced(replace(HELD, standing=Standing.REPLACED), by)


@pytest.mark.parametrize(
    ("held", "last"),
    [
        (HELD, TODAY),
        (replace(HELD, valid_to=date(2025, 1, 1)), date(2025, 1, 1)),
        (replace(HELD, valid_from=date(2027, 1, 1)), date(2027, 1, 1)),
    ],
)
def test_what_is_withdrawn_ends_today_at_the_latest(held: GoverningDocument, last: date) -> None:
    assert edition.withdrawn(held, TODAY).valid_to == last


@pytest.mark.parametrize(
    ("held", "state"),
    [
        (DRAFT, EditionState.DRAFT),
        (HELD, EditionState.IN_FORCE),
        (replace(HELD, valid_from=date(2026, 11, 24)), EditionState.COMING),
        (replace(HELD, valid_from=TODAY), EditionState.IN_FORCE),
        (replace(HELD, valid_to=TODAY), EditionState.IN_FORCE),
        (replace(HELD, valid_to=date(2026, 11, 22)), EditionState.EXPIRED),
        (replace(HELD, review_due=TODAY), EditionState.REVIEW),
        (replace(HELD, review_due=date(2026, 11, 24)), EditionState.IN_FORCE),
        (replace(HELD, review_due=TODAY, valid_to=date(2026, 1, 1)), EditionState.EXPIRED),
        (replace(HELD, standing=Standing.WITHDRAWN), EditionState.WITHDRAWN),
        (replace(HELD, standing=Standing.REPLACED, review_due=TODAY), EditionState.REPLACED),
    ],
)
def test_a_state_tells_standing_and_days_together(
    held: GoverningDocument, state: EditionState
) -> None:
    assert edition.state(held, TODAY) is state


def versions(count: int) -> list[GoverningDocument]:
    return [
        replace(DRAFT, id=f"{n}", version=n, replaces_id=f"{n - 1}" if n > 1 else None)
        for n in range(1, count + 1)
    ]


@given(st.integers(1, 6).flatmap(lambda n: st.tuples(st.permutations(versions(n)),
                                                     st.integers(1, n))))  # fmt: skip
def test_a_chain_is_the_same_from_each_of_its_versions(
    found: tuple[list[GoverningDocument], int],
) -> None:
    rows, of = found
    strangers = [replace(DRAFT, id="x"), replace(DRAFT, id="y", version=2, replaces_id="x")]
    chain = edition.chain([*rows, *strangers], f"{of}")
    assert [one.version for one in chain] == list(range(1, len(rows) + 1))


def test_two_drafts_of_one_version_are_both_in_the_chain() -> None:
    one, two = versions(2)
    other = replace(two, id="2b")
    assert {v.id for v in edition.chain([one, two, other], "2b")} == {"1", "2", "2b"}


def test_a_circle_in_a_damaged_file_ends() -> None:
    one, two = versions(2)
    assert len(edition.chain([replace(one, replaces_id="2"), two], "1")) == 2
