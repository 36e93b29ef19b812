"""Frozen values as JSON: what is read is what was written, and a newer form reads an older."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain import frozen
from styrdesk.domain.control_report import ControlContent
from styrdesk.domain.quality_report import QualityContent


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Leaf:
    name: str
    day: date | None = None
    number: int = 0
    share: Decimal = Decimal(0)
    ready: bool = False
    picture: bytes = b""
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    pairs: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True)
class Grown:
    """The tree as a later program knows it: without pairs, and with a height."""

    leaves: tuple[Leaf, ...]
    height: int = 3


leaves = st.builds(
    Leaf,
    st.text(),
    st.none() | st.dates(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.binary(),
    st.sampled_from(Colour),
)
trees = st.builds(
    Tree,
    st.lists(leaves, max_size=3).map(tuple),
    st.lists(st.tuples(st.text(), st.none() | st.integers()), max_size=3).map(tuple),
)


@given(trees)
def test_what_is_read_is_what_was_written(tree: Tree) -> None:
    text = frozen.written(tree)
    assert frozen.read(Tree, text) == tree
    assert frozen.written(frozen.read(Tree, text)) == text


def test_a_newer_form_reads_an_older() -> None:
    text = frozen.written(Tree((Leaf("a"),), (("b", 1),)))
    assert frozen.read(Grown, text) == Grown((Leaf("a"),), 3)


@pytest.mark.parametrize(
    "text",
    [
        '{"leaves":[{"name":1}]}',
        '{"leaves":[{"name":"a","number":true}]}',
        '{"leaves":[{"name":"a","day":"2026-13-01"}]}',
        '{"leaves":[{"name":"a","colour":"green"}]}',
        '{"leaves":[{"name":"a","picture":"*"}]}',
        '{"leaves":[],"pairs":[["a",1,2]]}',
        "{}",
    ],
)
def test_what_is_not_of_the_kind_is_refused(text: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        frozen.read(Tree, text)


def test_what_cannot_be_kept_is_not_written() -> None:
    with pytest.raises(TypeError):
        frozen.written(Leaf(name=1.5))  # type: ignore[arg-type]  # on purpose


def test_every_kind_of_report_can_be_kept() -> None:
    """A field of a type that is not read again would be found at the first decision only."""
    head = '{"title":"a","committee":"b","municipality":"c","year":2026}'
    quality = frozen.read(QualityContent, f'{{"head":{head},"sections":[]}}')
    control = frozen.read(ControlContent, f'{{"head":{head},"controls":[]}}')
    assert quality.head == control.head
    assert not control.head.is_decided
