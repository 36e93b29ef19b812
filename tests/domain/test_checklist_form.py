"""A frozen form, what an answer means by it, and how far a list has come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain import checklist_form as form
from styrdesk.domain.checklist import (
    ChecklistAnswer,
    ChecklistItem,
    ChecklistTemplate,
    ItemKind,
    check_item,
    check_template,
)
from styrdesk.domain.errors import RuleBroken

TEMPLATE = ChecklistTemplate("t", title="Egenkontroll", purpose="Säker mat")
FRIDGE = ChecklistItem("f", title="Kyl", kind=ItemKind.NUMBER, high=Decimal(8), measure="°C")
TIDY = ChecklistItem("r", title="Rent")
HEAD = ChecklistItem("h", title="Kök", kind=ItemKind.HEADING)
NUMBERS = st.decimals(-1000, 1000, places=1)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=20)
ITEMS = st.builds(
    ChecklistItem,
    id=WORDS,
    title=WORDS.filter(lambda words: bool(words.strip())),
    kind=st.sampled_from(ItemKind),
    help=WORDS,
    obligatory=st.booleans(),
    no_fails=st.booleans(),
    low=st.none() | NUMBERS,
    high=st.none() | NUMBERS,
    measure=WORDS,
    choices=WORDS,
)


@pytest.fixture(autouse=True)
def english() -> None:
    use_language("en")


@given(st.lists(ITEMS, max_size=5))
def test_a_frozen_form_comes_back_the_same_whatever_its_ids_were(
    items: list[ChecklistItem],
) -> None:
    text = form.dump(form.form_of(TEMPLATE, items))
    back = form.load(text)
    assert form.dump(back) == text
    other = [replace(item, id=f"x{n}") for n, item in enumerate(items)]
    assert form.dump(form.form_of(TEMPLATE, other)) == text
    assert [replace(item, id="") for item in back.items] == [
        replace(item, id="", position=n) for n, item in enumerate(items)
    ]


def test_an_item_without_words_asks_for_nothing() -> None:
    made = form.form_of(TEMPLATE, [HEAD, ChecklistItem("x", title=" "), TIDY])
    assert [(n, item.title) for n, item in made.points()] == [(2, "Rent")]


@pytest.mark.parametrize(
    ("item", "words", "value"),
    [
        (TIDY, "yes", "yes"),
        (TIDY, "", ""),
        (TIDY, "na", "na"),
        (FRIDGE, "9,4", "9.4"),
        (FRIDGE, "−18", "-18"),
        (replace(FRIDGE, obligatory=False), "na", "na"),
        (replace(TIDY, kind=ItemKind.CHOICE, choices="God; Dålig"), "God", "God"),
        (replace(TIDY, kind=ItemKind.DATE), "2026-03-31", "2026-03-31"),
        (replace(TIDY, kind=ItemKind.TEXT), " Allt väl ", "Allt väl"),
    ],
)
def test_what_is_typed_is_kept_as_an_answer(item: ChecklistItem, words: str, value: str) -> None:
    assert form.read(item, words) == value


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (TIDY, "kanske"),
        (FRIDGE, "varm"),
        (FRIDGE, "na"),
        (replace(TIDY, kind=ItemKind.CHOICE, choices="God; Dålig"), "Sådär"),
        (replace(TIDY, kind=ItemKind.DATE), "i går"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(item: ChecklistItem, words: str) -> None:
    with pytest.raises(RuleBroken):
        form.read(item, words)


@given(NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS)
def test_a_number_fails_outside_its_limits_only(
    number: Decimal, low: Decimal | None, high: Decimal | None
) -> None:
    if low is not None and high is not None and high < low:
        low, high = high, low
    item = replace(FRIDGE, low=low, high=high)
    outside = (low is not None and number < low) or (high is not None and number > high)
    assert form.fails(item, str(number)) == outside
    assert bool(form.why(item, str(number))) == outside


def test_why_it_fails_is_told_in_words() -> None:
    assert form.why(FRIDGE, "9.4") == "1.4\N{NO-BREAK SPACE}°C over the limit"
    assert form.why(replace(FRIDGE, low=Decimal(60), high=None), "58").startswith("2")
    assert form.why(TIDY, "no") == "The answer is no"
    assert form.why(replace(TIDY, no_fails=False), "no") == ""
    assert form.limits(FRIDGE) == "at most 8\N{NO-BREAK SPACE}°C"


def test_a_list_has_come_so_far_as_it_is_answered() -> None:
    whole = form.form_of(TEMPLATE, [HEAD, TIDY, FRIDGE, replace(TIDY, obligatory=False)])
    answers = [
        ChecklistAnswer("a", "c", item=2, value="no", failed=True),
        ChecklistAnswer("b", "c", item=3, comment="Mäts i morgon"),  # no answer yet
    ]
    assert form.progress(whole, answers) == form.Progress(3, 1, 1, (3,))


def test_an_answer_is_stamped_and_the_stamp_goes_with_it() -> None:
    empty = ChecklistAnswer("a", "c", item=1, comment="Kvar")
    given_ = form.stamped(empty, TIDY, "no", "2026-11-23T14:02", "Åsa")
    assert (given_.at, given_.by, given_.failed) == ("2026-11-23T14:02", "Åsa", True)
    again = form.stamped(given_, TIDY, "no", "2026-11-24T08:00", "Per")
    assert again == given_  # the same answer keeps who gave it first
    assert form.stamped(given_, TIDY, "", "2026-11-24T08:00", "Per") == empty


def test_rules_of_a_template_and_its_items() -> None:
    with pytest.raises(RuleBroken) as told:
        check_template(replace(TEMPLATE, title=" "))
    assert told.value.field == "title"
    with pytest.raises(RuleBroken) as told:
        check_item(replace(FRIDGE, low=Decimal(9)))
    assert told.value.field == "high"
