"""A plan goes from draft to decided, approved and replaced along the ways there are, no other."""

from __future__ import annotations

import itertools

import pytest

from styrdesk.domain import life
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.life import Act
from styrdesk.domain.plan import FINAL, PlanStatus
from styrdesk.domain.version import PlanStamp, PlanVersion, decided_label, in_force, next_label

WAYS = {
    *itertools.product(life.OPEN, [Act.MOVE], life.OPEN),
    *((status, Act.DECIDE, PlanStatus.DECIDED) for status in life.OPEN),
    *((status, Act.APPROVE, PlanStatus.SIGNED) for status in life.STANDING),
    *itertools.product(life.STANDING, [Act.CORRECT], life.STANDING),
    *((status, Act.REVISE, PlanStatus.DRAFT) for status in life.STANDING),
}


@pytest.mark.parametrize("way", list(itertools.product(PlanStatus, Act, PlanStatus)))
def test_there_are_these_ways_and_no_other(way: tuple[PlanStatus, Act, PlanStatus]) -> None:
    before, act, after = way
    if way in WAYS:
        life.see(act, before, after)
    else:
        with pytest.raises(RuleBroken) as told:
            life.see(act, before, after)
        assert told.value.message


def test_every_status_is_open_standing_or_replaced() -> None:
    assert {*life.OPEN, *life.STANDING, PlanStatus.REPLACED} == set(PlanStatus)
    assert {*life.STANDING, PlanStatus.REPLACED} == set(FINAL)


def stamp(n: int, version: int, status: PlanStatus, by: str = "Anna") -> PlanStamp:
    return PlanStamp(f"s{n}", "p", version, status, f"2026-01-{n:02}T10:00:00+01:00", by)


STAMPS = (
    stamp(1, 1, PlanStatus.DRAFT),
    stamp(2, 1, PlanStatus.CONSULTATION),
    stamp(3, 1, PlanStatus.DRAFT, "Bo"),
    stamp(4, 1, PlanStatus.PROPOSAL),
    stamp(5, 1, PlanStatus.DECIDED),
    stamp(6, 2, PlanStatus.DRAFT),
    stamp(7, 2, PlanStatus.DECIDED, "Bo"),
)


def test_a_life_tells_the_latest_time_of_each_step_and_who() -> None:
    found = life.steps(reversed(STAMPS), 1)
    assert [(step.status, step.at[8:10], step.by) for step in found] == [
        (PlanStatus.DRAFT, "03", "Bo"),
        (PlanStatus.CONSULTATION, "02", "Anna"),
        (PlanStatus.PROPOSAL, "04", "Anna"),
        (PlanStatus.DECIDED, "05", "Anna"),
        (PlanStatus.SIGNED, "", ""),
        (PlanStatus.REPLACED, "07", "Bo"),
    ]
    assert [step.words for step in found][-1] == "Ersatt"


def test_the_newest_version_is_replaced_by_none() -> None:
    assert [step.at for step in life.steps(STAMPS, 2)][-1] == ""
    assert life.reached(life.steps(STAMPS, 2), PlanStatus.DECIDED) == 3


def test_the_version_with_the_highest_number_is_in_force() -> None:
    versions = [PlanVersion(f"v{n}", "p", n) for n in (2, 3, 1)]
    assert in_force(versions) == versions[1]
    assert in_force([]) is None


@pytest.mark.parametrize(
    ("label", "expected"), [("1.0", "2.0"), ("", "2"), ("1", "2"), ("Slutlig", "2")]
)
def test_the_next_version_is_called_as_the_one_before_it(label: str, expected: str) -> None:
    assert next_label(label, 2) == expected


@pytest.mark.parametrize(
    ("label", "number", "expected"),
    [
        ("0.3", 1, "1.0"),
        ("1.0", 1, "1.0"),
        ("1", 1, "1"),
        ("2", 2, "2"),
        ("1.1", 2, "2.0"),
        (" 0.9 ", 1, "1.0"),
        ("Remissversion", 1, "Remissversion"),
        ("", 1, ""),
    ],
)
def test_a_decided_version_no_longer_has_a_drafts_number(
    label: str, number: int, expected: str
) -> None:
    assert decided_label(label, number) == expected
