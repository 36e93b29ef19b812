"""Numbers, money and dates are read as they are written, and nothing is read two ways."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styrdesk.base import formats
from styrdesk.base.formats import (
    MINUS,
    NBSP,
    NotADate,
    NotANumber,
    amount,
    amount_rounded,
    number,
    number_as_written,
    parse_amount,
    parse_date,
    parse_number,
)
from styrdesk.base.i18n import speaking, use_language

LANGUAGES = st.sampled_from(["sv", "en"])
UNITS = st.sampled_from(list(formats.UNITS))
KRONOR = st.integers(-(10**15) + 1, 10**15 - 1)
TODAY = date(2026, 11, 23)


@given(value=st.decimals(-(10**9), 10**9, places=4), decimals=st.integers(0, 4), code=LANGUAGES)
@example(value=Decimal("1.450"), decimals=3, code="sv")
@example(value=Decimal("1.450"), decimals=3, code="en")
@example(value=Decimal(1450), decimals=0, code="en")
@example(value=Decimal("-0.04"), decimals=1, code="sv")
def test_a_shown_number_is_read_back_as_what_was_shown(
    value: Decimal, decimals: int, code: str
) -> None:
    use_language(code)
    shown = number(value, decimals)
    read = parse_number(shown)
    assert abs(read - value) <= Decimal("0.5").scaleb(-decimals)
    assert number(read, decimals) == shown


@given(kronor=KRONOR, unit=UNITS, code=LANGUAGES)
@example(kronor=1_234_567, unit="tkr", code="en")
@example(kronor=1, unit="mnkr", code="sv")
def test_money_is_read_back_to_the_krona(kronor: int, unit: str, code: str) -> None:
    use_language(code)
    assert parse_amount(amount(kronor, unit), unit) == kronor
    assert parse_amount(amount(kronor, unit, sign=True), unit) == kronor


@given(kronor=KRONOR, unit=UNITS, column=UNITS, code=LANGUAGES)
def test_a_unit_that_is_written_counts_whatever_the_column_s(
    kronor: int, unit: str, column: str, code: str
) -> None:
    with speaking(code):
        words = amount(kronor, unit)
        for text in (f"{words} {unit}", f"{words}\u00a0{unit.upper()}", f"{unit} {words}"):
            assert parse_amount(text, column) == kronor


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("457 400 kr", 457_400),
        ("457 400 kr.", 457_400),
        ("457 400:-", 457_400),
        ("457,4 tkr", 457_400),
        ("1,2 mnkr", 1_200_000),
        ("1,2 Mkr", 1_200_000),
        ("kr 457 400", 457_400),
        ("\u2212300 kronor", -300),
    ],
)
def test_money_with_its_unit_is_read(text: str, kronor: int) -> None:
    assert parse_amount(text, "tkr") == kronor


@pytest.mark.parametrize("text", ["kr", "kr 5 kr", "5 euro", "1.450 kr", "5 kr 3", "0,5 kr"])
def test_money_with_a_unit_that_says_no_sum_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_amount(text, "tkr")


@given(value=st.decimals(-(10**9), 10**9, places=4), decimals=st.integers(0, 4))
def test_a_number_as_written_loses_none_of_its_decimals(value: Decimal, decimals: int) -> None:
    shown = number_as_written(value, decimals)
    assert parse_number(shown) == value
    assert len(shown.partition(",")[2]) >= decimals


@given(kronor=st.integers(-(10**12), 10**12), unit=UNITS)
def test_a_rounded_amount_is_within_half_a_step(kronor: int, unit: str) -> None:
    shown = parse_amount(amount_rounded(kronor, unit), unit)
    assert shown % formats.step(unit) == 0
    assert abs(shown - kronor) * 2 <= formats.step(unit)


@pytest.mark.parametrize(
    ("value", "decimals", "sv", "en"),
    [
        (Decimal(1450100), 0, f"1{NBSP}450{NBSP}100", "1,450,100"),
        (Decimal(83), 1, "83,0", "83.0"),
        (Decimal("-14100.25"), 1, f"{MINUS}14{NBSP}100,3", f"{MINUS}14,100.3"),
        (Decimal("0.5"), 0, "1", "1"),
        (Decimal("1.5"), 0, "2", "2"),
        (Decimal("2.5"), 0, "3", "3"),
        (Decimal("-2.5"), 0, f"{MINUS}3", f"{MINUS}3"),
        (Decimal("-0.0"), 1, "0,0", "0.0"),
        (Decimal("-0.04"), 1, "0,0", "0.0"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(
    value: Decimal, decimals: int, sv: str, en: str
) -> None:
    assert number(value, decimals) == sv
    use_language("en")
    assert number(value, decimals) == en


def test_a_sign_is_set_before_a_rise_but_not_before_nothing() -> None:
    assert [number(n, sign=True) for n in (3, 0, -3)] == ["+3", "0", f"{MINUS}3"]


def test_a_number_longer_than_python_reckons_with_is_written_out_whole() -> None:
    assert number(Decimal("1234567890123456789012345678901.5"), 1).endswith(f"{NBSP}901,5")


@pytest.mark.parametrize(
    ("kronor", "unit", "shown"),
    [
        (1_450_100_000, "tkr", f"1{NBSP}450{NBSP}100"),
        (1_450_100_000, "mnkr", f"1{NBSP}450,1"),
        (1_000_000, "mnkr", "1,0"),
        (500, "tkr", "0,5"),
        (-14_100_000, "tkr", f"{MINUS}14{NBSP}100"),
        (1_234_567, "mnkr", "1,234567"),
        (100, "kr", "100"),
        (0, "tkr", "0"),
    ],
)
def test_money_hides_no_krona(kronor: int, unit: str, shown: str) -> None:
    assert amount(kronor, unit) == shown


@pytest.mark.parametrize(
    ("kronor", "unit", "shown"),
    [
        (1_499, "tkr", "1"),
        (1_500, "tkr", "2"),
        (-1_500, "tkr", f"{MINUS}2"),
        (149_999, "mnkr", "0,1"),
    ],
)
def test_a_table_rounds_money_to_the_unit(kronor: int, unit: str, shown: str) -> None:
    assert amount_rounded(kronor, unit) == shown


# What is typed, and what Excel and Word give when a cell is pasted.
READ = {
    "1450,1": "1450.1",
    "1234.5": "1234.5",  # Qt's own spin box reads 12345
    "1 450 100": "1450100",
    f"1{NBSP}450{NBSP}100": "1450100",
    "1\u202f450": "1450",
    "1\u2009450,25": "1450.25",
    "1'450": "1450",
    "1\u2019450": "1450",
    f"{MINUS}14 100": "-14100",
    "- 3": "-3",
    "+3": "3",
    "\u20133": "-3",
    "(300)": "-300",
    "( 1 300,5 )": "-1300.5",
    "83,0 %": "83.0",
    "83%": "83",
    "1.450,1": "1450.1",
    "1.234.567": "1234567",
    "1.234.567,8": "1234567.8",
    "1,234.5": "1234.5",
    "1,234,567": "1234567",
    "0.450": "0.450",
    "0,450": "0.450",
    ",5": "0.5",
    "-.5": "-0.5",
    "5,": "5",
    "  7 \r\n": "7",
    "\t7\n": "7",
    "007": "7",
}


@pytest.mark.parametrize(("text", "value"), READ.items())
@pytest.mark.parametrize("code", ["sv", "en"])
def test_a_typed_or_pasted_number_is_read(text: str, value: str, code: str) -> None:
    use_language(code)
    assert parse_number(text) == Decimal(value)


REFUSED = [
    "",
    " ",
    "-",
    "()",
    "abc",
    "12 34",
    "1 45",
    "1 4500",
    "1450 100",
    "1 450 10",
    "1,2,3",
    "1.2.3",
    "--3",
    "(-3)",
    "1\t450",  # two cells
    "1\n450",
    "1e5",
    "1_000",
    "NaN",
    "Infinity",
    "0x10",
    "\u0663",  # an Arabic three
    "\u00b2",
    "5 kr",
    "=1+1",
    "1234567890123456",
]


@pytest.mark.parametrize("text", REFUSED)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_what_is_no_number_is_refused(text: str, code: str) -> None:
    use_language(code)
    with pytest.raises(NotANumber):
        parse_number(text)


@pytest.mark.parametrize("text", ["1.450", "-1.450", "(12.450)", "999.999", "1.450 %"])
def test_a_number_that_can_be_read_two_ways_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_number(text)


def test_a_comma_before_three_figures_follows_the_language() -> None:
    assert parse_number("1,450") == Decimal("1.450")
    use_language("en")
    assert parse_number("1,450") == Decimal(1450)
    assert parse_number("1.450") == Decimal("1.450")


@given(st.text() | st.text("0123456789 .,-+()%'\u2212\u00a0\n\t", max_size=30))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    try:
        found = parse_number(text)
    except NotANumber:
        return
    assert found.is_finite()
    assert abs(found) < 10**formats.MAX_DIGITS


@pytest.mark.parametrize("piece", ["1", " ", "1 ", "1 111", ".111", "1.", "-", "(", "\u00a0", ","])
def test_a_pasted_book_is_refused_at_once(piece: str) -> None:
    book = piece * 1_000_000
    with pytest.raises(NotANumber):
        parse_number(book)
    with pytest.raises(NotADate):
        parse_date(book, TODAY)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("0,0001", "tkr"), ("0,5", "kr"), ("1000000000000", "tkr"), ("999999999999999", "mnkr")],
)
def test_money_finer_than_a_krona_or_past_the_file_is_refused(text: str, unit: str) -> None:
    with pytest.raises(NotANumber):
        parse_amount(text, unit)


# ---- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-10", date(2026, 12, 10)),
        ("2026\u201112\u201110", date(2026, 12, 10)),
        ("20261210", date(2026, 12, 10)),
        ("10/12", date(2026, 12, 10)),
        ("10.12", date(2026, 12, 10)),
        (" 10/12 2027 ", date(2027, 12, 10)),
        ("10.12.2027", date(2027, 12, 10)),
        ("10/12-2027", date(2027, 12, 10)),
        ("Idag", TODAY),
        ("i morgon", date(2026, 11, 24)),
        ("+14", date(2026, 12, 7)),
        ("\u22121", date(2026, 11, 22)),
    ],
)
def test_a_typed_date_is_read(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "31/2", "2026-02-29", "10", "10/13", "i går", "2026-1-1", "+99999", "1/1 10000"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        parse_date(text, TODAY)


def test_a_day_and_month_are_of_the_year_that_is_told() -> None:
    today = date(2026, 11, 23)
    assert parse_date("10/12", today, 2027) == date(2027, 12, 10)
    assert parse_date("10/12 2025", today, 2027) == date(2025, 12, 10)
    assert parse_date("+1", today, 2027) == date(2026, 11, 24)


def test_a_day_past_the_end_of_time_is_refused() -> None:
    with pytest.raises(NotADate):
        parse_date("+9999", date(9999, 1, 1))


@given(st.dates())
def test_a_date_as_it_is_kept_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat(), TODAY) == day


@given(st.text(max_size=120))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    with contextlib.suppress(NotADate):
        assert isinstance(parse_date(text, TODAY), date)


def test_dates_and_months_are_in_the_language() -> None:
    assert formats.date_long(date(2026, 11, 3)) == "3 november 2026"
    assert formats.month_name(1) == "januari"
    use_language("en")
    assert formats.month_name(1) == "January"
