"""The sums of money: the frame, the operating budget and its categories of the known example."""

from __future__ import annotations

from itertools import starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.formats import amount_rounded, parse_amount, step
from styrdesk.domain.budget import (
    BudgetFrame,
    BudgetLine,
    CategoryKind,
    CategoryLine,
    FrameItemKind,
    Investment,
    check_frame,
    closing,
    is_sum_row,
    kind_of,
    net_cost,
    total,
)
from styrdesk.domain.checks import money
from styrdesk.domain.checks.money import adds_up, rounded
from styrdesk.domain.errors import RuleBroken
from tests.helpers.builders import PLAN, a_document, a_line, frame_items, uid

# Nämndplan 2026–2028, Barn- och bildningsnämnden; invented, in tkr.
FRAME = [
    (1_412_300, 1_450_100, 1_481_200),
    (38_600, 36_900, 37_800),
    (14_200, 13_800, 14_100),
    (-9_800, -12_400, -13_900),
    (6_500, 0, 0),
    (-14_100, -7_200, -7_400),
    (2_400, 0, 0),
]
LINES = [  # accounts, last budget, income, cost, net, plan 2027, plan 2028
    (17_200, 17_900, 600, 19_000, 18_400, 18_800, 19_200),
    (388_900, 394_300, 52_400, 455_000, 402_600, 403_900, 406_300),
    (75_600, 77_100, 19_100, 98_000, 78_900, 80_600, 82_200),
    (736_800, 749_800, 61_700, 830_000, 768_300, 788_200, 806_700),
    (53_900, 56_200, 3_300, 62_000, 58_700, 61_000, 63_200),
    (68_400, 69_900, 2_800, 74_000, 71_200, 73_300, 75_400),
    (26_800, 26_200, 3_400, 33_000, 29_600, 30_400, 31_100),
    (16_300, 16_900, 600, 18_000, 17_400, 18_000, 18_600),
    (0, 4_000, 0, 5_000, 5_000, 7_000, 9_100),
]
INVESTMENTS = [
    (3_500, 3_000, 3_000),
    (4_200, 4_200, 4_200),
    (2_800, 2_800, 2_800),
    (0, 9_500, 2_500),
    (1_500, 1_500, 1_500),
]


def line(place: int, row: tuple[int, ...]) -> BudgetLine:
    accounts, last, income, cost, _net, plan_2, plan_3 = (n * 1000 for n in row)
    return BudgetLine(
        uid(place), PLAN, None, "", accounts, last, income, cost, plan_2, plan_3, position=place
    )


def kronor(row: tuple[int, int, int]) -> tuple[int, int, int]:
    return row[0] * 1000, row[1] * 1000, row[2] * 1000


ITEMS = frame_items(*map(kronor, FRAME))
BUDGET = tuple(starmap(line, enumerate(LINES)))


def test_the_frame_ends_where_its_lines_lead() -> None:
    assert closing(ITEMS) == (1_450_100_000, 1_481_200_000, 1_511_800_000)
    assert closing(iter(ITEMS)) == closing(ITEMS)
    assert closing(()) == (0, 0, 0)


def test_each_net_is_cost_less_income() -> None:
    assert [b.net for b in BUDGET] == [row[4] * 1000 for row in LINES]


@pytest.mark.parametrize(
    ("field", "tkr"),
    [
        ("accounts", 1_383_900),
        ("last_budget", 1_412_300),
        ("income", 143_900),
        ("cost", 1_594_000),
        ("net", 1_450_100),
        ("plan_2", 1_481_200),
        ("plan_3", 1_511_800),
    ],
)
def test_the_operating_budget_adds_up(field: str, tkr: int) -> None:
    assert total(BUDGET, field) == tkr * 1000


def test_the_net_cost_is_what_income_does_not_pay() -> None:
    kinds = [(CategoryKind.COST, 1_594_000), (CategoryKind.INCOME, 143_900)]
    lines = [CategoryLine(uid(n), PLAN, kind, budget=tkr) for n, (kind, tkr) in enumerate(kinds)]
    assert net_cost(iter(lines), "budget") == 1_450_100


def test_the_investments_add_up() -> None:
    rows = [
        Investment(uid(n), PLAN, "", year_1=a, year_2=b, year_3=c)
        for n, (a, b, c) in enumerate(INVESTMENTS)
    ]
    assert [total(rows, f"year_{n}") for n in (1, 2, 3)] == [12_000, 21_000, 14_000]


def test_the_example_keeps_its_frame_and_is_chained() -> None:
    document = a_document(frame_item=ITEMS, budget_line=BUDGET)
    for check in (money.frame_is_kept, money.frame_is_chained, money.rounding):
        assert list(check(document)) == []


def test_a_frame_is_given_to_a_committee() -> None:
    check_frame(BudgetFrame("f", "c", 2026))
    with pytest.raises(RuleBroken) as broken:
        check_frame(BudgetFrame("f"))
    assert broken.value.field == "committee_id"


AMOUNTS = st.lists(st.integers(-(10**10), 10**10), max_size=12)
UNITS = st.sampled_from(["kr", "tkr", "mnkr"])


@given(AMOUNTS, UNITS)
def test_rows_add_up_exactly_when_what_is_shown_does(amounts: list[int], unit: str) -> None:
    shown = [parse_amount(amount_rounded(n, unit), unit) for n in amounts]
    last = parse_amount(amount_rounded(sum(amounts), unit), unit)
    assert adds_up(amounts, step(unit)) == (sum(shown) == last)


@given(AMOUNTS)
def test_what_is_not_rounded_adds_up(amounts: list[int]) -> None:
    assert adds_up(amounts, 1)
    assert adds_up([n * 1000 for n in amounts], 1000)


@given(st.integers(), st.sampled_from([1, 10, 1000, 100_000]))
def test_rounding_is_to_the_nearest_and_the_same_on_both_sides_of_nothing(
    n: int, size: int
) -> None:
    assert abs(rounded(n, size) * size - n) * 2 <= size
    assert rounded(-n, size) == -rounded(n, size)


def test_a_half_is_rounded_away_from_nothing() -> None:
    assert [rounded(n, 1000) for n in (499, 500, -500, -499)] == [0, 1, -1, 0]


def test_three_thirds_do_not_add_up() -> None:
    assert not adds_up([1_333, 1_333, 1_334], 1000)
    assert a_line(cost=5, income=7).net == -2


SUMS = (
    "Summa",
    "SUMMA:",
    " summa kostnader ",
    "Totalt",
    "Total",
    "Totalsumma",
    "Delsumma skola",
    "Totala kostnader",
    "Utgående ram",
    "Utgående ram 2027",
    "utgående  kommunbidrag",
    "Utgående budgetram",
    "Netto",
    "Nettokostnad",
    "Nettokostnader",
    "Nettodriftkostnad",
    "Netto kostnader",
)
NO_SUMS = (
    "",
    "Grundskola",
    "Totalförsvar",
    "Total renovering av badhuset",
    "Summering av enkät",
    "Nettoeffekt av lägre hyror",
    "Ingående ram",
    "Utgående hyror",
    "Utgående ramavtal",
    "Nätverk",
)


@pytest.mark.parametrize("words", SUMS)
def test_a_row_named_as_a_sum_is_one(words: str) -> None:
    assert is_sum_row(words)


@pytest.mark.parametrize("words", NO_SUMS)
def test_a_row_that_only_resembles_a_sum_is_none(words: str) -> None:
    assert not is_sum_row(words)


KINDS = [
    ("Ingående ram", FrameItemKind.OPENING),
    (" INGÅENDE  kommunbidrag 2027", FrameItemKind.OPENING),
    ("Ingående budget", FrameItemKind.OPENING),
    ("Opening frame", FrameItemKind.OPENING),
    ("wage ADJUSTMENT", FrameItemKind.WAGES),
    ("Lönerevision 2027", FrameItemKind.WAGES),
    ("Löne- och prisuppräkning", FrameItemKind.WAGES),
    ("Kompensation för löner", FrameItemKind.WAGES),
    ("Priskompensation", FrameItemKind.PRICES),
    ("Volymökning grundskola", FrameItemKind.VOLUME),
    ("Demografi", FrameItemKind.VOLUME),
    ("Hyra Björkskolan", FrameItemKind.RENT),
    ("Ökade lokalhyror", FrameItemKind.RENT),
    ("Hyreskostnad ny förskola", FrameItemKind.RENT),
    ("Effektiviseringskrav 1 %", FrameItemKind.EFFICIENCY),
    ("Besparing lokalhyror", FrameItemKind.EFFICIENCY),
    ("Generell besparing", FrameItemKind.EFFICIENCY),
    ("Satsning på läsning", FrameItemKind.INITIATIVE),
    ("Skolsatsning", FrameItemKind.INITIATIVE),
    ("Teknisk justering kapitalkostnad", FrameItemKind.TECHNICAL),
    ("Tekniska justeringar", FrameItemKind.TECHNICAL),
    ("Löften", FrameItemKind.OTHER),
    ("Reprisen", FrameItemKind.OTHER),
    ("Ingående moms", FrameItemKind.OTHER),
    ("Uthyrning av lokaler", FrameItemKind.OTHER),
    ("New school", FrameItemKind.OTHER),
    ("", FrameItemKind.OTHER),
]


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_a_line_of_a_frame_is_of_the_kind_its_words_name(words: str, kind: FrameItemKind) -> None:
    assert kind_of(words) is kind
