"""What is computed is computed again: one changed amount moves sum, difference and check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.formats import amount
from styrdesk.base.i18n import _
from styrdesk.domain import checks
from tests.helpers.pdf_checks import spoken
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import changed, data_of, document_print, print_of, printed


def named(table, name: str) -> list[str]:
    return next(row for row in table if row[0] == spoken(name))


def test_one_amount_changed_in_the_exported_plan_moves_sum_difference_and_check() -> None:
    before = printed(2026).table("Nämnd och ledning", "1 383 900")

    def dearer(data) -> None:
        line = next(row for row in data["budget_line"] if row["title"] == "Fritidshem")
        line["cost"] += 2_500_000

    plan = changed(2026, dearer)
    after = print_of(data_of(plan)).table("Nämnd och ledning", "1 383 900")
    assert named(before, "Fritidshem")[5] == "78 900"
    assert named(after, "Fritidshem")[4:6] == ["100 500", "81 400"]
    assert named(after, _("Total"))[4:6] == ["1 596 500", "1 452 600"]
    assert named(after, _("Frame"))[5] == "1 450 100"
    assert named(before, _("Difference from the frame"))[5] == "0"
    assert named(after, _("Difference from the frame"))[5] == "2 500"
    codes = {f.code for f in checks.check(plan.document)}
    assert codes - {f.code for f in checks.check(changed(2026, lambda _data: None).document)}


def test_a_changed_category_risk_and_investment_move_their_sums() -> None:
    def change(data) -> None:
        next(r for r in data["category_line"] if r["title"] == "Taxor")["budget"] += 1_000_000
        next(r for r in data["risk"] if r["code"] == "R5")["impact"] = 4
        next(r for r in data["investment"] if r["title"] == "IKT")["year_2"] -= 800_000

    made = print_of(data_of(changed(2026, change)))
    categories = made.table("Köp av verksamhet/IKE")
    assert named(categories, _("Total income"))[1] == "144 900"
    assert named(categories, _("Net cost"))[1] == "1 449 100"
    assert named(made.table("R1", "R6"), "R5")[3:6] == ["2", "4", "8"]
    assert named(made.table("Inventarier ny F–6-skola"), _("Total"))[4] == "20 200"


def test_accounts_that_are_not_known_yet_are_no_noughts() -> None:
    known = printed(2026).table("Fritidshem", "1 450 100")

    def unknown(data) -> None:
        for line in data["budget_line"]:
            line["accounts"] = 0

    table = print_of(data_of(changed(2026, unknown))).table("Fritidshem", "1 450 100")
    assert "Bokslut 2024" in " ".join(known[0])
    assert "Bokslut 2024" not in " ".join(table[0])
    for name in (_("Total"), _("Frame"), _("Difference from the frame")):
        before, after = named(known, name), named(table, name)
        assert after == [before[0], *before[2:]]  # the rest stands under its own head


REMARK = "Because of rounding, the rows may not add up to the sums."


@pytest.mark.parametrize(
    ("unit", "kronor", "shown", "total", "told"),
    [
        ("mnkr", (402_600_000, 768_300_000), ("402,6", "768,3"), "1 170,9", False),
        ("mnkr", (17_240_000, 20_000), ("17,2", "0,0"), "17,3", True),
        ("tkr", (1_400, 1_400), ("1", "1"), "3", True),
        ("kr", (1_400, 1_401), ("1 400", "1 401"), "2 801", False),
    ],
)
def test_a_table_shows_the_unit_s_decimals_and_says_where_rows_do_not_add_up(
    unit: str, kronor: tuple[int, ...], shown: tuple[str, ...], total: str, told: bool
) -> None:
    made = small.document()
    (line,) = made.budget_line
    lines = tuple(
        replace(line, id=small.uid(f"n{n}"), title=f"V{n}", cost=cost, income=0, accounts=0)
        for n, cost in enumerate(kronor)
    )
    plan = small.plan(unit=unit)
    blocks = tuple(b for b in made.block if b.kind.value == "operating_budget")
    made = replace(made, budget_line=lines, plan=(plan,), frame_item=(), block=blocks)
    chapters = tuple(c for c in made.chapter if c.id == blocks[0].chapter_id)
    paper = document_print(replace(made, chapter=chapters))
    table = paper.table("V0")
    assert tuple(named(table, f"V{n}")[-3] for n in range(len(kronor))) == shown
    assert named(table, _("Total"))[-3] == total
    assert (_(REMARK) in paper.reading.text("P")) is told


@settings(max_examples=25)
@given(st.lists(st.tuples(*[st.integers(-(10**9), 10**9)] * 2), min_size=1, max_size=8))
def test_the_printed_sum_is_the_sum_of_the_printed_kronor(pairs: list[tuple[int, int]]) -> None:
    made = small.document()
    (line,) = made.budget_line
    lines = tuple(
        replace(line, id=small.uid(f"n{n}"), title=f"V{n}", income=income, cost=cost, position=n)
        for n, (income, cost) in enumerate(pairs)
    )
    in_kronor = replace(
        made,
        budget_line=lines,
        frame_item=(),
        plan=(small.plan(unit="kr"),),
        chapter=made.chapter[:1],
        block=tuple(
            replace(b, chapter_id=made.chapter[0].id)
            for b in made.block
            if b.kind.value == "operating_budget"
        ),
    )
    table = document_print(in_kronor).table("V0")
    net = sum(cost - income for income, cost in pairs)
    assert named(table, _("Total"))[5] == spoken(amount(net, "kr"))
    shown = [named(table, f"V{n}")[-3] for n in range(len(pairs))]
    assert shown == [spoken(amount(cost - income, "kr")) for income, cost in pairs]
