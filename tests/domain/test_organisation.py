"""The municipality, its nämnder and units: names over time, no circles, right check digits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import (
    Committee,
    CommitteeName,
    Municipality,
    Person,
    Role,
    RoleKind,
    Unit,
    check_committee,
    check_municipality,
    check_person,
    check_role,
    check_unit,
    concerned,
    held_by,
    in_force,
    luhn,
    name_at,
    reach,
    speaks_of,
    tree,
    with_below,
)
from tests.helpers.builders import a_unit

DAY = date(2026, 1, 1)


def broken_field(check: Any, *values: Any) -> str:
    with pytest.raises(RuleBroken) as broken:
        check(*values)
    assert broken.value.message
    return broken.value.field


@pytest.mark.parametrize("number", ["", "212000-2239"])
def test_a_right_organisation_number_or_none_is_taken(number: str) -> None:
    check_municipality(Municipality("m", "Borlänge", number, primary_colour="#0B4F6C"))


@pytest.mark.parametrize(
    "number",
    [
        "212000-2238",
        "2120002239",
        "212000-223",
        " 212000-2239",
        "16212000-2239",
        "800101-0001",
        "\u0662\u0661\u0662\u0660\u0660\u0660-2239",
    ],
)
def test_a_wrong_organisation_number_is_refused(number: str) -> None:
    assert broken_field(check_municipality, Municipality("m", "B", number)) == "org_number"


def test_a_persons_number_is_no_organisation_number() -> None:
    assert luhn("8001010001")
    assert broken_field(check_municipality, Municipality("m", "B", "800101-0001")) == "org_number"


@pytest.mark.parametrize("colour", ["red", "#0B4", "#0B4F6G", "0B4F6C", "#0B4F6C;"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    made = Municipality("m", "B", primary_colour=colour)
    assert broken_field(check_municipality, made) == "primary_colour"


@given(st.text("0123456789", min_size=1, max_size=20))
def test_exactly_one_check_digit_is_right(digits: str) -> None:
    assert sum(luhn(digits + last) for last in "0123456789") == 1


@given(st.text("0123456789", min_size=2, max_size=20), st.data())
def test_one_mistyped_digit_is_always_noticed(digits: str, data: st.DataObject) -> None:
    right = digits + next(d for d in "0123456789" if luhn(digits + d))
    place = data.draw(st.integers(0, len(digits)))
    off = data.draw(st.integers(1, 9))
    wrong = right[:place] + str((int(right[place]) + off) % 10) + right[place + 1 :]
    assert not luhn(wrong)


def test_names_are_needed() -> None:
    assert broken_field(check_municipality, Municipality("m", " ")) == "name"
    assert broken_field(check_committee, Committee("c")) == "name"
    assert broken_field(check_person, Person("p")) == "name"
    assert broken_field(check_unit, a_unit(1, name=""), ()) == "name"


def test_an_end_before_its_beginning_is_refused() -> None:
    late, early = date(2026, 1, 2), date(2026, 1, 1)
    assert broken_field(check_committee, Committee("c", "N", "", late, early)) == "valid_to"
    assert broken_field(check_unit, a_unit(1, valid_from=late, valid_to=early), ()) == "valid_to"
    check_committee(Committee("c", "N", "", early, early))


def test_a_role_is_someones_and_somewhere() -> None:
    check_role(Role("r", "p", committee_id="c"))
    check_role(Role("r", "p", unit_id="u"))
    assert broken_field(check_role, Role("r", "", "c")) == "person_id"
    assert broken_field(check_role, Role("r", "p")) == "committee_id"


@pytest.mark.parametrize("circle", [1, 2, 3, 10])
def test_a_unit_cannot_lie_under_itself(circle: int) -> None:
    units = [a_unit(n, (n + 1) % circle) for n in range(circle)]
    assert broken_field(check_unit, units[0], units) == "parent_id"


def test_a_new_parent_is_held_against_the_units_that_are_there() -> None:
    units = [a_unit(1), a_unit(2, 1), a_unit(3, 2)]
    check_unit(a_unit(3, 1), units)
    assert broken_field(check_unit, a_unit(1, 3), units) == "parent_id"


def test_units_are_told_with_their_depth_in_their_own_order() -> None:
    units = [a_unit(4, 2), a_unit(3, 1), a_unit(2), a_unit(1), a_unit(5, 99)]
    assert [(depth, u.name[-1]) for depth, u in tree(units)] == [
        (0, "1"),
        (1, "3"),
        (0, "2"),
        (1, "4"),
        (0, "5"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 1, 2), None, False),
        (None, date(2025, 12, 31), False),
        (date(2025, 1, 1), None, True),
    ],
)
def test_a_thing_holds_from_its_first_day_to_its_last(
    start: date | None, end: date | None, holds: bool
) -> None:
    assert in_force(start, end, DAY) == holds


def test_a_committee_is_called_what_it_was_called_on_the_day() -> None:
    committee = Committee("c", "Barn- och bildningsnämnden")
    names = [
        CommitteeName("1", "other", "Socialnämnden", None, date(2099, 1, 1)),
        CommitteeName("2", "c", "Skolnämnden", None, date(2014, 12, 31)),
        CommitteeName("3", "c", "Utan slut"),
    ]
    assert name_at(committee, names, date(2014, 12, 31)) == "Skolnämnden"
    assert name_at(committee, names, date(2015, 1, 1)) == "Barn- och bildningsnämnden"


COMMITTEES, UNITS = ("c", "d"), ("u", "v", "w")
trees = st.tuples(*(st.tuples(st.sampled_from(COMMITTEES), st.sampled_from((None, *UNITS))),) * 3)
roles = st.lists(
    st.builds(
        Role,
        st.just("r"),
        st.sampled_from(("p", "q")),
        st.sampled_from((None, *COMMITTEES)),
        st.sampled_from((None, *UNITS)),
        st.sampled_from(RoleKind),
        st.none(),
        st.sampled_from((None, DAY, date(2025, 12, 31))),
    ),
    max_size=4,
)


@given(trees, roles, st.sampled_from((None, *COMMITTEES)), st.sampled_from((None, *UNITS)))
def test_what_reaches_a_person_is_what_concerns_them(
    tree: tuple[tuple[str, str | None], ...],
    held: list[Role],
    committee: str | None,
    unit: str | None,
) -> None:
    units = [Unit(key, of, above, key) for key, (of, above) in zip(UNITS, tree, strict=True)]
    concerns = "p" in concerned(held, units, DAY, committee, unit)
    reached = reach(held_by("p", held, DAY), units)
    if reached is None:
        assert not concerns
    elif unit is not None:
        assert concerns is (unit in reached.units)
    else:
        assert concerns is (committee is None or committee in reached.committees)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("Åsa Öberg", True),
        ("åsa öberg och Bo Ek", True),
        ("rektor", True),
        ("Rektor Backaskolan", True),
        ("Personalen på Backaskolan", True),
        ("Bo Ek", False),
        ("Backa", True),
        ("skolan", False),
        ("Åsa Öbergs ersättare", True),
        ("IT-chefen", True),
        ("Kvalitetschefen", False),
        ("", False),
        ("  ", False),
    ],
)
def test_who_is_responsible_in_words_is_known_by_name_title_and_unit(
    words: str, *, is_so: bool
) -> None:
    names = ("Åsa Öberg", "Rektor Backaskolan", "", " ", "Backaskolan", "IT")
    assert speaks_of(words, names) is is_so


def test_a_unit_goes_with_all_under_it_also_round_a_circle_that_a_file_may_hold() -> None:
    units = [
        a_unit(0, id=key, parent_id=parent)
        for key, parent in (
            ("a", None), ("b", "a"), ("c", "b"), ("d", None), ("x", "y"), ("y", "x"),
        )
    ]  # fmt: skip
    assert with_below({"a"}, units) == {"a", "b", "c"}
    assert with_below({"c", "d"}, units) == {"c", "d"}
    assert with_below({"x"}, units) == {"x", "y"}
    assert with_below((), units) == with_below({"gone"}, units) == frozenset()


def test_one_is_employed_in_the_roles_that_hold_on_the_day() -> None:
    roles = [
        Role("now", "p", unit_id="u", kind=RoleKind.MANAGER),
        Role("past", "p", unit_id="u", kind=RoleKind.MANAGER, valid_to=date(2025, 12, 31)),
        Role("elected", "p", "n", kind=RoleKind.CHAIR),
        Role("nämnd", "p", "n", kind=RoleKind.SECRETARY),
        Role("other", "q", unit_id="u", kind=RoleKind.MANAGER),
    ]
    assert [role.id for role in held_by("p", roles, DAY)] == ["now", "nämnd"]
