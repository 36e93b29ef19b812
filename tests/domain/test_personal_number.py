"""Personnummer and samordningsnummer are found; other figures are left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.organisation import luhn
from styrdesk.domain.personal_number import find


def check_digit(nine: str) -> str:
    return next(d for d in "0123456789" if luhn(nine + d))


# Made by the test and for no person: the serial number 000 is not given out.
SIX = ["800101", "121212", "000229", "991231", "800161"]  # the last with a day 61: samordning
NUMBERS = [f"{six}-000{check_digit(six + '000')}" for six in SIX]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("century", ["", "19", "20"])
@pytest.mark.parametrize(
    "mark", ["-", "", "+", " ", "\u2212", "\u2011", "\u2013", "\u00a0", "\u00ad"]
)
def test_a_number_is_found_however_it_is_written(number: str, century: str, mark: str) -> None:
    written = century + number.replace("-", mark)
    assert list(find(f"Eleven ({written}), född i Borlänge.")) == [written]


@given(st.dates(), st.integers(0, 999), st.booleans())
def test_every_day_and_serial_number_is_found(day: date, serial: int, coordination: bool) -> None:
    six = f"{day:%y%m}{day.day + 60 * coordination:02}"
    if six[2:] == "0229" and six[:2] == "00":
        return
    nine = f"{six}{serial:03}"
    assert any(find(f"{six}-{serial:03}{check_digit(nine)}"))


@given(st.sampled_from(NUMBERS), st.integers(1, 9))
def test_a_wrong_check_digit_is_no_number(number: str, off: int) -> None:
    wrong = number[:-1] + str((int(number[-1]) + off) % 10)
    assert not any(find(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "212000-2239",  # Borlänge's organisation number: no month 20
        "556000-4615",
        "801301-0000",
        "800132-0000",
        "800100-0000",
        "800160-0000",
        "0243-740 00",
        "2025/1187",
        "1 450 100 000",
        "2026-01-01–2026-12-31",
        "",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert not any(find(text))


@pytest.mark.parametrize("frame", ["1{}", "{}1", "a{}", "{}a", "{}_", "9{}9"])
def test_a_number_inside_a_longer_word_is_left_alone(frame: str) -> None:
    assert not any(find(frame.format(NUMBERS[0].replace("-", ""))))


@pytest.mark.parametrize("piece", ["1", "19", "800101-", "800101-000", " ", "-", "8001 "])
def test_a_book_of_figures_is_read_at_once(piece: str) -> None:
    assert not any(find(piece * 300_000))
