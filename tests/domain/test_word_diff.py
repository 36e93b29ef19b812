"""A comparison holds both texts, and no more of them than has changed is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.word_diff import Fate, Piece, word_diff

TEXTS = st.text(alphabet=st.sampled_from("ab \n"), max_size=60)


def side(pieces: tuple[Piece, ...], without: Fate) -> str:
    return "".join(piece.text for piece in pieces if piece.fate is not without)


@given(before=TEXTS, after=TEXTS)
def test_both_texts_can_be_read_out_of_it(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert side(pieces, Fate.NEW) == before
    assert side(pieces, Fate.GONE) == after
    assert all(piece.text for piece in pieces)


@given(text=TEXTS)
def test_what_has_not_changed_is_not_marked(text: str) -> None:
    assert {piece.fate for piece in word_diff(text, text)} <= {Fate.SAME}


def test_a_changed_word_is_marked_alone() -> None:
    assert word_diff("Alla elever når målen", "Alla barn når målen") == (
        Piece(Fate.SAME, "Alla "),
        Piece(Fate.GONE, "elever"),
        Piece(Fate.NEW, "barn"),
        Piece(Fate.SAME, " når målen"),
    )


def test_two_long_texts_with_nothing_alike_are_told_whole() -> None:
    before = " ".join(f"a{n}" for n in range(5_000))
    after = " ".join(f"b{n}" for n in range(5_000))
    pieces = word_diff(f"Lika {before} lika", f"Lika {after} lika")
    assert [piece.fate for piece in pieces] == [Fate.SAME, Fate.GONE, Fate.NEW, Fate.SAME]
