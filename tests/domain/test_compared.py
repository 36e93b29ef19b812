"""What differs, in words: under which chapter, of what, from what to what, and the sums."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from styrdesk.base.i18n import use_language
from styrdesk.domain.budget import CategoryKind
from styrdesk.domain.compare import Change, Fate
from styrdesk.domain.compared import Line, lines
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.indicator import IndicatorValue, PlanIndicator, ValueKind
from styrdesk.domain.plan import BlockKind
from tests.helpers.builders import (
    CHAPTER,
    COMMITTEE_GOAL,
    INDICATOR,
    PLAN,
    a_block,
    a_category,
    a_document,
    a_goal,
    a_line,
    a_plan,
    a_text,
    an_activity,
    an_indicator,
    chapter,
    frame_items,
    uid,
)
from tests.helpers.plan_documents import documents


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def told(before: PlanDocument, after: PlanDocument) -> list[tuple[str, ...]]:
    return [(one.head, one.what, one.before, one.after) for one in lines(before, after)]


def test_two_that_are_alike_give_no_line() -> None:
    assert lines(a_document(), a_document()) == ()


@settings(max_examples=30)
@given(before=documents(), after=documents())
def test_any_two_can_be_told(before: PlanDocument, after: PlanDocument) -> None:
    for one in lines(before, after):
        assert one.head
        assert one.what
        if one.change.fate is Fate.CHANGED:
            assert one.note or one.before != one.after


def test_a_changed_field_is_told_under_its_chapter_with_what_it_is_of() -> None:
    before = a_document(block=(a_block(BlockKind.ACTIVITIES),))
    after = replace(before, activity=(an_activity(title="Läsfrämjande"),))
    was = before.activity[0].title
    assert told(before, after) == [
        ("1 Ekonomi", "Activity A1 Läsfrämjande, Activity", was, "Läsfrämjande")
    ]


def test_the_document_information_and_the_registers_have_heads_of_their_own() -> None:
    before = a_document()
    after = a_document(
        plan=(a_plan(title="Annan plan"),), goal=(a_goal(title="Ett annat mål"),), block=()
    )
    heads = [(one.head, one.change.table) for one in lines(before, after)]
    assert heads == [
        ("Document information", "plan"),
        ("1 Ekonomi", "block"),
        ("What the plan rests on", "goal"),
    ]


def test_what_is_new_or_removed_is_told_whole() -> None:
    before = a_document(block=(), activity=())
    after = a_document(
        block=(a_block(BlockKind.ACTIVITIES), replace(a_text("Ett\nTvå"), id=uid(31)))
    )
    table, activity, text = lines(before, after)
    assert (table.change.fate, table.after) == (Fate.NEW, "Kind: Activities")
    assert activity.before == ""
    assert "Activity: " + after.activity[0].title in activity.after.split("\n")
    assert text.after.endswith("Ett\nTvå")
    gone = lines(after, before)
    assert {one.change.fate for one in gone} == {Fate.REMOVED}
    assert sorted(one.before for one in gone) == sorted(o.after for o in (table, activity, text))


def test_a_followed_indicator_comes_with_its_values() -> None:
    new = an_indicator(id=uid(70), code="I2", title="Närvaro")
    value = IndicatorValue(uid(71), new.id, 2026, ValueKind.TARGET, value=Decimal(90))
    before = a_document()
    after = a_document(
        indicator=(*before.indicator, new),
        indicator_value=(*before.indicator_value, value),
        plan_indicator=(
            *before.plan_indicator,
            PlanIndicator(uid(72), PLAN, new.id, COMMITTEE_GOAL),
        ),
    )
    found = {one.change.table: one for one in lines(before, after)}
    assert set(found) == {"indicator", "plan_indicator"}
    assert "Target 2026, All: 90" in found["indicator"].after.split("\n")


def test_a_value_of_an_indicator_that_stays_is_told_by_itself() -> None:
    before = a_document()
    assert before.indicator_value[0].indicator_id == INDICATOR
    after = replace(before, indicator_value=())
    assert [one.change.table for one in lines(before, after)] == ["indicator_value"]


def test_a_moved_chapter_says_from_where_to_where() -> None:
    every = tuple(chapter(n, position=n) for n in (1, 2, 3))
    after = (*every[:2], replace(every[2], parent_id=every[0].id, position=0))
    (one,) = lines(a_document(chapter=every, block=()), a_document(chapter=after, block=()))
    assert (one.change.fate, one.head) == (Fate.MOVED, "1.1 Kapitel 3")
    assert one.before == "3 Kapitel 3"
    assert one.after == "1.1 Kapitel 3\nLies under: 1 Kapitel 1"


def test_another_image_is_told_as_one() -> None:
    image = a_block(BlockKind.IMAGE, file="a" * 64, alt="En karta")
    before, after = a_document(block=(image,)), a_document(block=(replace(image, file="b" * 64),))
    (one,) = lines(before, after)
    assert (one.title, one.before, one.after) == ("Image", "an image", "another image")


def test_a_text_that_only_looks_otherwise_says_so() -> None:
    plain = a_text("Viktigt")
    bold = replace(plain, body=plain.body.replace("Viktigt", "<b>Viktigt</b>"))
    (one,) = lines(a_document(block=(plain,)), a_document(block=(bold,)))
    assert one.before == one.after == "Viktigt"
    assert one.note
    (other,) = lines(a_document(block=(plain,)), a_document(block=(a_text("Oviktigt"),)))
    assert not other.note
    assert other.what == "Text: Oviktigt"


# ---- sums ---------------------------------------------------------------------------------------


def sums(before: PlanDocument, after: PlanDocument) -> list[tuple[str, str, str]]:
    found: list[Line] = [o for o in lines(before, after) if o.change.fate is Fate.SUM]
    return [(one.what, one.before, one.after) for one in found]


def test_changed_amounts_are_followed_by_their_sums() -> None:
    before = a_document(
        budget_line=(a_line(1_200_000, 200_000), replace(a_line(50_000), id=uid(77)))
    )
    after = replace(
        before, budget_line=(replace(before.budget_line[0], cost=1_300_000), before.budget_line[1])
    )
    assert [one.change.fate for one in lines(before, after)] == [Fate.CHANGED, Fate.SUM, Fate.SUM]
    name = "Operating budget by operation, sum"
    assert sums(before, after) == [
        (f"{name}, Costs", "1,250 tkr", "1,350 tkr"),
        (f"{name}, Net cost", "1,050 tkr", "1,150 tkr"),
    ]


def test_amounts_that_only_changed_rows_leave_the_sum_untold() -> None:
    one, other = a_line(100_000), replace(a_line(50_000), id=uid(77))
    before = a_document(budget_line=(one, other))
    after = a_document(budget_line=(replace(one, cost=50_000), replace(other, cost=100_000)))
    assert len(lines(before, after)) == 2
    assert sums(before, after) == []


def test_the_sum_of_categories_is_costs_less_income() -> None:
    cost, income = a_category(CategoryKind.COST, 900_000), a_category(CategoryKind.INCOME, 100_000)
    rows = replace(cost, id=uid(78)), replace(income, id=uid(79))
    before = a_document(category_line=rows)
    after = a_document(category_line=(rows[0], replace(rows[1], budget=200_000)))
    assert sums(before, after) == [
        ("Operating budget by category, sum, Budget", "800 tkr", "700 tkr")
    ]


@pytest.mark.parametrize("rows", [(), frame_items((1_000_000, 1_000_000, 900_000), (0, 0, 0))])
def test_the_frames_three_years_are_summed(rows: Any) -> None:
    before, after = a_document(), a_document(frame_item=rows)
    titles = [what.rpartition(", ")[2] for what, _before, _after in sums(before, after)]
    assert titles == (["Third year"] if rows else ["First year", "Second year", "Third year"])


def test_a_line_knows_its_change() -> None:
    after = a_document(chapter=(replace(a_document().chapter[0], title="Pengar"),))
    (one,) = lines(a_document(), after)
    wanted = Change(Fate.CHANGED, "chapter", CHAPTER, "title", "Ekonomi", "Pengar", CHAPTER)
    assert one.change == wanted
