"""A field's value as a cell, and back: the same both ways, in the words people use."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.catalogue import RECORDS
from styrdesk.domain.cells import (
    LONGEST,
    Cell,
    Empty,
    Formula,
    Unreadable,
    as_words,
    from_cell,
    to_cell,
)
from styrdesk.domain.organisation import Unit, UnitKind
from styrdesk.domain.record import FieldSpec, specs

PLAIN: dict[type, st.SearchStrategy[Any]] = {
    str: st.text(max_size=9),
    int: st.integers(-(10**14), 10**14),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(-(10**9), 10**9, places=4),
}
TODAY = date(2026, 11, 23)
TEXT, RICH = FieldSpec("t", str, optional=False), FieldSpec("r", str, optional=False, rich=True)
WHOLE, DECIMAL = FieldSpec("n", int, optional=False), FieldSpec("d", Decimal, optional=True)
FLAG, DAY = FieldSpec("b", bool, optional=False), FieldSpec("at", date, optional=True)
KIND = next(spec for spec in specs(Unit) if spec.name == "kind")
LINK = next(spec for spec in specs(Unit) if spec.name == "committee_id")
LEVEL = FieldSpec("l", int, optional=False, bounds=(1, 4))


def name_of(table: str, record: str) -> str:
    return f"{table} {record}"


def find(table: str, words: str) -> str:
    return words.removeprefix(f"{table} ")


def read(spec: FieldSpec, cell: Cell) -> object:
    return from_cell(spec, cell, find, TODAY)


@pytest.mark.parametrize(
    ("spec", "cell", "value"),
    [
        (TEXT, None, ""),
        (TEXT, "  a ", "  a "),
        (TEXT, 12, "12"),
        (TEXT, Decimal("1.5"), "1,5"),
        (TEXT, date(2026, 1, 2), "2026-01-02"),
        (WHOLE, "1\u00a0450", 1450),
        (WHOLE, "\u22123", -3),
        (WHOLE, Decimal("3.0"), 3),
        (DECIMAL, "83,5", Decimal("83.5")),
        (DECIMAL, "", None),
        (FLAG, "Ja", True),
        (FLAG, "yes", True),
        (FLAG, "x", True),
        (FLAG, True, True),
        (FLAG, "nej", False),
        (FLAG, None, False),
        (FLAG, 0, False),
        (DAY, "2026-12-10", date(2026, 12, 10)),
        (DAY, "10/12 2026", date(2026, 12, 10)),
        (DAY, "2026-12-10 00:00:00", date(2026, 12, 10)),
        (DAY, date(2026, 12, 10), date(2026, 12, 10)),
        (DAY, "idag", TODAY),
        (DAY, " ", None),
        (KIND, "Enhet", UnitKind.UNIT),
        (KIND, "unit", UnitKind.UNIT),
        (KIND, "FÖRVALTNING", UnitKind.ADMINISTRATION),
        (KIND, "Administration", UnitKind.ADMINISTRATION),
        (LINK, "committee c", "c"),
        (LEVEL, 4, 4),
    ],
)
def test_what_people_write_is_read(spec: FieldSpec, cell: Cell, value: object) -> None:
    assert read(spec, cell) == value


@pytest.mark.parametrize(
    ("spec", "cell", "said"),
    [
        (WHOLE, "tolv", "tal"),
        (WHOLE, "1.450", "tal"),
        (WHOLE, "1,5", "heltal"),
        (LEVEL, 5, "1 till 4"),
        (FLAG, "kanske", "ja eller nej"),
        (DAY, "snart", "2026-12-10"),
        (KIND, "Bolag", "Förvaltning"),
        (TEXT, Formula("=1+1"), "formel"),
        (WHOLE, Formula("#REF!"), "formel"),
        (TEXT, "a" * (LONGEST + 1), "längre"),
    ],
)
def test_what_cannot_be_read_says_what_to_write(spec: FieldSpec, cell: Cell, said: str) -> None:
    with pytest.raises(Unreadable) as told:
        read(spec, cell)
    assert said in str(told.value)


@pytest.mark.parametrize("spec", [WHOLE, KIND, LINK])
def test_nothing_is_told_apart_where_something_must_stand(spec: FieldSpec) -> None:
    with pytest.raises(Empty):
        read(spec, "  ")


def test_rich_text_stands_as_its_words() -> None:
    body = "<p>Ett <b>mål</b></p><p>till</p>"
    assert to_cell(RICH, body, name_of) == "Ett mål\ntill"


def values(spec: FieldSpec) -> st.SearchStrategy[Any]:
    """Values the field may have. An id is not empty, and no text is None."""
    made = PLAIN.get(spec.kind)
    if spec.link:
        made = st.sampled_from(["a", "b"])
    elif spec.bounds:
        made = st.integers(*spec.bounds)
    elif issubclass(spec.kind, StrEnum):
        made = st.sampled_from(spec.kind)
    assert made is not None
    return st.none() | made if spec.optional else made


FIELDS = [spec for kind in RECORDS.values() for spec in specs(kind) if not spec.rich]


@pytest.mark.parametrize("language", ["sv", "en"])
@given(data=st.data())
def test_every_value_of_every_field_comes_back(language: str, data: st.DataObject) -> None:
    use_language(language)
    spec = data.draw(st.sampled_from(FIELDS))
    value = data.draw(values(spec))
    assert read(spec, to_cell(spec, value, name_of)) == value


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("spec", [each for each in FIELDS if issubclass(each.kind, StrEnum)])
def test_every_choice_comes_back(spec: FieldSpec, language: str) -> None:
    use_language(language)
    kind: Any = spec.kind
    for value in kind:
        assert read(spec, to_cell(spec, value, name_of)) == value


def test_a_cell_in_words() -> None:
    cells: tuple[Cell, ...] = (None, True, 3, Decimal("1.50"), Formula("=A1"))
    assert [as_words(cell) for cell in cells] == ["", "ja", "3", "1,50", "=A1"]
