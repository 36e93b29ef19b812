"""Swedish order and search, the same wherever text is sorted or sought."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styrdesk.base.collation import fold, sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Arbetsro", "Zonen", "Ånge", "Ärla", "Örebro"],
        ["§ 9", "§ 10", "§ 112"],
        ["2 kap.", "10 kap.", "Kap. 2", "Kap. 10"],
        ["Mål 1.2", "Mål 1.10", "Mål 2.1"],
        ["Mygga", "Müller", "Mzyk"],
        ["1" * 11, "9" * 12, "1" * 13, "2" * 13],
        ["U1", "U2", "U10", "U100"],
        ["aa", "ab", "a\u030a", "a\u0308", "o\u0308"],
    ],
)
def test_swedish_order(ordered: list[str]) -> None:
    keys = [sort_key(text) for text in ordered]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [("É", "e"), ("Ü", "u"), ("ÅÄÖ", "åäö"), ("STRASSE", "straße"), ("a\u00a0b", "a b")],
)
def test_these_are_sought_as_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_soft_hyphen_does_not_hide_a_word() -> None:
    assert fold("Bor\u00adlänge\u200bbon") == "borlängebon"


@pytest.mark.parametrize(("one", "other"), [("å", "a"), ("ä", "a"), ("ö", "o"), ("å", "ä")])
def test_swedish_letters_are_letters_of_their_own(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert sort_key(one) != sort_key(other)


@given(st.text())
@example("Åsa Ängö É")
@example("\u212b")  # the ångström sign
@example("a\u0323\u0308")
def test_the_form_of_unicode_makes_no_difference(text: str) -> None:
    nfc, nfd = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(nfc) == fold(nfd)
    assert sort_key(nfc) == sort_key(nfd)


@given(st.text())
@example("\u210c")  # a letter whose plain form is a capital
@example("\u0345")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_what_is_contained_is_found(before: str, after: str) -> None:
    assert fold("målet") in fold(f"{before} Målet {after}")


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_sort_by_their_size(one: int, other: int) -> None:
    assert (sort_key(f"§ {one}") < sort_key(f"§ {other}")) == (one < other)
