"""Chapters are read in order and numbered; a plan's document information follows its rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import (
    FINAL,
    Chapter,
    PlanStatus,
    check_activity,
    check_plan,
    heading,
    in_order,
    numbers,
    renumbered,
)
from tests.helpers.builders import a_plan, an_activity, chapter, uid


def told(chapters: list[Chapter]) -> list[tuple[int, str]]:
    found = numbers(chapters)
    return [(level, found[c.id]) for level, c in in_order(chapters)]


def test_chapters_are_numbered_on_three_levels() -> None:
    rows = [chapter(1), chapter(2), chapter(3, 2), chapter(4, 3), chapter(5, 3), chapter(6, 2)]
    rows += [chapter(7), chapter(8, 7)]
    assert told(list(reversed(rows))) == [
        (1, "1"),
        (1, "2"),
        (2, "2.1"),
        (3, "2.1.1"),
        (3, "2.1.2"),
        (2, "2.2"),
        (1, "3"),
        (2, "3.1"),
    ]


def test_appendices_stand_last_with_letters_of_their_own() -> None:
    rows = [chapter(1, appendix=True), chapter(2), chapter(3, 1), chapter(4, appendix=True)]
    assert told(rows) == [(1, "1"), (1, "A"), (2, "A.1"), (1, "B")]


def test_after_z_comes_aa() -> None:
    rows = [chapter(n, appendix=True) for n in range(1, 704)]
    letters = list(numbers(rows).values())
    assert letters[0] == "A"
    assert letters[25:28] == ["Z", "AA", "AB"]
    assert letters[701:] == ["ZZ", "AAA"]
    assert len(set(letters)) == 703


def test_a_chapter_whose_parent_is_gone_stands_on_the_first_level() -> None:
    assert told([chapter(1), chapter(2, 99)]) == [(1, "1"), (1, "2")]


def test_a_chapters_heading_has_its_number() -> None:
    use_language("en")
    assert heading(chapter(1, title="Ekonomi"), "7.2") == "7.2 Ekonomi"
    assert heading(chapter(1, title="Mått", appendix=True), "A") == "Appendix A Mått"
    assert heading(chapter(1, title="Mått", appendix=True), "A.1") == "A.1 Mått"


@st.composite
def trees(draw: st.DrawFn) -> list[Chapter]:
    rows: list[Chapter] = []
    for n in range(draw(st.integers(0, 20))):
        parent = draw(st.none() | st.integers(0, n - 1)) if n else None
        position = draw(st.integers(0, 3))
        rows.append(chapter(n, parent, appendix=draw(st.booleans()), position=position))
    return draw(st.permutations(rows))


@given(trees())
def test_each_chapter_is_read_once_after_its_parent_with_a_number_of_its_own(
    rows: list[Chapter],
) -> None:
    order = in_order(rows)
    places = {c.id: place for place, (_level, c) in enumerate(order)}
    levels = {c.id: level for level, c in order}
    assert len(order) == len(rows) == len(places) == len(set(numbers(rows).values()))
    for row in rows:
        if row.parent_id:
            assert places[row.parent_id] < places[row.id]
            assert levels[row.parent_id] + 1 == levels[row.id]


@given(st.integers(1, 8), st.data())
def test_a_moved_chapter_gets_its_place_and_the_others_keep_their_order(
    count: int, data: st.DataObject
) -> None:
    rows = [chapter(n) for n in range(count)]
    moved = data.draw(st.sampled_from(rows)).id
    to = data.draw(st.integers(-2, count + 2))
    found = renumbered(rows, moved, to)
    assert sorted(found.values()) == list(range(count))
    assert found[moved] == max(0, min(to, count - 1))
    others = [row.id for row in rows if row.id != moved]
    assert sorted(others, key=found.__getitem__) == others


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"committee_id": ""}, "committee_id"),
        ({"title": " "}, "title"),
        ({"year": 26}, "year"),
        ({"year": 20260}, "year"),
        ({"valid_from": date(2026, 1, 2), "valid_to": date(2026, 1, 1)}, "valid_to"),
        ({"risk_action_from": 9, "risk_control_from": 8}, "risk_control_from"),
        ({"unit": "SEK"}, "unit"),
    ],
)
def test_a_broken_rule_is_told_at_its_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        check_plan(a_plan(**changes))
    assert broken.value.field == field


def test_a_sound_plan_breaks_no_rule() -> None:
    check_plan(a_plan(valid_from=date(2026, 1, 1), valid_to=date(2026, 1, 1)))
    check_plan(a_plan(risk_action_from=9, risk_control_from=9, unit="mnkr"))


def test_a_plan_speaks_of_three_years() -> None:
    assert a_plan(year=2026).years == (2026, 2027, 2028)


@pytest.mark.parametrize("status", PlanStatus)
def test_a_decided_plan_is_final(status: PlanStatus) -> None:
    assert a_plan(status=status).is_final == (status in FINAL)
    assert (status in FINAL) == (status.value in {"decided", "signed", "replaced"})


def test_an_activity_has_a_title_and_ends_after_it_begins() -> None:
    check_activity(an_activity())
    with pytest.raises(RuleBroken):
        check_activity(an_activity(title=""))
    with pytest.raises(RuleBroken) as broken:
        check_activity(an_activity(start=date(2026, 2, 1), end=date(2026, 1, 1)))
    assert broken.value.field == "end"


def test_records_do_not_change() -> None:
    plan = a_plan()
    with pytest.raises(AttributeError):
        plan.title = "x"  # type: ignore[misc]  # that is the claim
    assert replace(plan, id=uid(99)) != plan
