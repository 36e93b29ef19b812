"""A kontrollkod is read as it is typed, and a slip of the finger is never another version."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.control_code import ALPHABET, code_of, read_code
from styrdesk.domain.errors import RuleBroken

DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(DIGESTS)
def test_a_code_is_three_groups_of_unmistakable_characters(digest: str) -> None:
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}", code_of(digest))
    assert set("01IO").isdisjoint(ALPHABET)
    assert len(set(ALPHABET)) == 32


@given(DIGESTS, st.sampled_from(["{}", " {} ", "{}\n"]), st.booleans(), st.sampled_from("- –"))
def test_a_code_is_read_however_it_is_typed(
    digest: str, around: str, low: bool, between: str
) -> None:
    code = code_of(digest)
    typed = around.format(code.replace("-", between))
    assert read_code(typed.lower() if low else typed) == code


@given(DIGESTS, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_seen(digest: str, at: int, wrong: str) -> None:
    letters = code_of(digest).replace("-", "")
    typed = letters[:at] + wrong + letters[at + 1 :]
    if typed == letters:
        assert read_code(typed) == code_of(digest)
    else:
        with pytest.raises(RuleBroken):
            read_code(typed)


@given(DIGESTS, st.integers(0, 10))
def test_two_that_changed_places_are_seen_save_for_one_pair(digest: str, at: int) -> None:
    letters = code_of(digest).replace("-", "")
    one, other = letters[at], letters[at + 1]
    typed = letters[:at] + other + one + letters[at + 2 :]
    if {one, other} in ({ALPHABET[0], ALPHABET[-1]}, {one}):
        return
    with pytest.raises(RuleBroken):
        read_code(typed)


@given(DIGESTS, DIGESTS)
def test_the_code_is_of_the_first_55_bits(one: str, other: str) -> None:
    same = int(one, 16) >> 201 == int(other, 16) >> 201
    assert (code_of(one) == code_of(other)) is same


@pytest.mark.parametrize("typed", ["", "K7QM", "K7QM-2XRT-9BFO", "§ 112", 13 * "K"])
def test_what_is_no_code_is_told_in_words(typed: str) -> None:
    with pytest.raises(RuleBroken) as told:
        read_code(typed)
    assert told.value.message
    assert told.value.field == "code"
