"""The print of a list: every register of the file, and whatever stands in its cells."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import listing, printing
from styrdesk.reports.letterhead import Letterhead
from styrdesk.reports.listing.data import ListColumn, ListPrint
from styrdesk.services.listing import listings
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
COLUMNS = (ListColumn("Nr"), ListColumn("Mål"), ListColumn("Belopp", figures=True))


def a_list(*rows: tuple[str, ...], **changes: Any) -> ListPrint:
    return ListPrint("Mål", COLUMNS, rows, Letterhead(NOON), **changes)


def cells(made: bytes) -> list[list[str]]:
    (table,) = Reading(made).root.named("Table")
    return [[spoken(cell.text()) for cell in row.named("TH", "TD")] for row in table.named("TR")]


def sound(made: bytes) -> None:
    assert validator_findings(made) == []
    assert Reading(made).findings() == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_register_of_the_example_conforms(language: str) -> None:
    with demo_services() as services:
        for choice in listing.SPEC.choices(services):
            data = printing.collect(listing.SPEC, services, choice.id, language)
            made = printing.render(listing.SPEC.render, data, language)
            sound(made)
            tables = Reading(made).root.named("Table")
            told = len(cells(made)) - 1 if len(tables) == 1 else len(tables)
            assert told == len(data.rows)


def test_a_register_is_told_by_its_fields_and_links_by_name() -> None:
    with demo_services() as services:
        data = printing.collect(listing.SPEC, services, "units", "sv")
        titles = [column.title for column in data.columns]
        assert {"Namn", "Nämnd", "Ligger under"} <= set(titles)
        assert {row[titles.index("Nämnd")] for row in data.rows} == {"Barn- och bildningsnämnden"}
        keys = [one.key for one in listings(services)]
        assert "roles" not in keys  # a part of a person
        with pytest.raises(RuleBroken):
            printing.collect(listing.SPEC, services, "nothing", "sv")


def test_a_list_without_rows_says_so() -> None:
    made = listing.render_list(a_list(told=("Ord: xyz",)))
    sound(made)
    said = " ".join(Reading(made).text("P"))
    assert "Ord: xyz" in said
    assert "Det finns inga rader." in said


def test_a_long_list_repeats_its_heads_and_holds_every_row() -> None:
    rows = tuple((f"V{n}", f"Mål nummer {n}", str(n)) for n in range(400))
    made = listing.render_list(a_list(*rows))
    sound(made)
    assert cells(made)[1:] == [list(row) for row in rows]
    pages = printing.pages(made)
    assert pages > 5
    assert _words(made).count("Belopp") == pages


def _words(made: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(made)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return " ".join(texts).split()


def test_a_broad_list_lies_down_with_its_title() -> None:
    wide = tuple(ListColumn(f"Kolumnrubrik{n}") for n in range(9))
    rows = (tuple(f"Bostadsanpassning{n}" for n in range(9)),)
    made = listing.render_list(ListPrint("Bred", wide, rows, Letterhead(NOON)))
    sound(made)
    pages = Reading(made).pdf.pages
    assert [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pages] == [True]


def test_a_list_too_broad_for_any_paper_tells_each_row_under_its_name() -> None:
    columns = (
        *(ListColumn(f"Fält {n}") for n in range(20)),
        ListColumn("Rubrik", names=True),
        ListColumn("Tomt"),
    )
    rows = tuple(
        (*(f"Bostadsanpassning{n}" for n in range(20)), f"Rad {row}", "") for row in range(3)
    )
    made = listing.render_list(ListPrint("Bred", columns, rows, Letterhead(NOON)))
    sound(made)
    reading = Reading(made)
    captions = [spoken(caption.text()) for caption in reading.root.named("Caption")]
    assert captions == ["Rad 0", "Rad 1", "Rad 2"]
    heads = [spoken(head.text()) for head in reading.root.named("TH")]
    assert heads.count("Fält 7") == len(rows)
    assert not {"Rubrik", "Tomt"} & set(heads)


@pytest.mark.parametrize("words", ["", "Ett långt stycke. " * 600], ids=["bare", "tall"])
def test_a_row_of_a_broad_list_may_say_nothing_but_its_name_or_one_long_thing(words: str) -> None:
    columns = tuple(ListColumn(f"Bostadsanpassning{n}") for n in range(20))
    rows = (("Rad", words, *[""] * 18), tuple(f"Bostadsanpassning{n}" for n in range(20)))
    made = listing.render_list(ListPrint("Bred", columns, rows, Letterhead(NOON)))
    sound(made)
    assert spoken(Reading(made).root.named("Caption")[0].text()) == "Rad"


@settings(max_examples=15)
@given(st.lists(st.tuples(*[st.text(max_size=300)] * 3), min_size=1, max_size=8))
def test_whatever_stands_in_the_cells_it_conforms(rows: list[tuple[str, str, str]]) -> None:
    sound(listing.render_list(a_list(*rows)))
