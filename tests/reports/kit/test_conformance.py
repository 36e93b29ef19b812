"""Every print is PDF/UA-1 and PDF/A-2a, and says exactly what was written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from styrdesk.domain import richtext
from styrdesk.reports import kit
from styrdesk.reports.kit.fonts import BOX, missing_glyphs
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.helpers.pdf_places import misplaced
from tests.reports.kit import edge


@pytest.fixture(scope="module")
def data() -> bytes:
    return kit.build(edge.META, edge.parts(), kit.PageStyle(watermark="UTKAST"))


@pytest.fixture(scope="module")
def reading(data: bytes) -> Reading:
    return Reading(data)


def printed(text: str) -> str:
    """The text as it must come back: refused characters gone, missing ones a box."""
    plain = kit.pdf_text(text)
    for letter in missing_glyphs(plain):
        plain = plain.replace(letter, BOX)
    return spoken(plain)


def test_the_validator_finds_nothing(data: bytes) -> None:
    assert validator_findings(data) == []


def test_our_own_checks_find_nothing(reading: Reading) -> None:
    assert reading.findings() == []


def test_no_text_stands_in_a_margin_or_upon_other_text(data: bytes) -> None:
    assert misplaced(data) == []


def test_the_level_can_be_2u() -> None:
    small = kit.build(replace(edge.META, level="2u"), [kit.Title("Kort"), kit.Prose("Text.")])
    assert b"<pdfaid:conformance>U<" in small


def test_the_same_parts_at_the_same_moment_give_the_same_bytes(data: bytes) -> None:
    assert kit.build(edge.META, edge.parts(), kit.PageStyle(watermark="UTKAST")) == data


def test_every_paragraph_and_point_comes_back_as_written(reading: Reading) -> None:
    said = reading.text("P", "LBody")
    for text in (*edge.HOSTILE, edge.LONG, edge.LONG * 80):
        for line in text.replace("\r\n", "\n").split("\n"):
            assert printed(line) in said, line[:60]
    for runs in richtext.runs_of(edge.rich()[3:5]):
        assert any(spoken(richtext.plain((richtext.Paragraph(runs),))) in one for one in said)


def test_every_cell_comes_back_as_written(reading: Reading) -> None:
    said = reading.text("TH", "TD")
    at = 0
    wide = (edge.wide_table(12), edge.wide_table(16, "Utfallsprognos"))
    for spec in (edge.long_table(), edge.tall_table(), *wide):
        wanted = [printed(kit.plain(column.title)) for column in spec.columns]
        wanted += [printed(str(cell)) for row in spec.rows for cell in row.cells]
        at = said.index(wanted[0], at + 1)
        assert said[at : at + len(wanted)] == wanted
    hostile = [printed(text) for text in edge.HOSTILE for _twice in range(2)]
    at = said.index(hostile[0], said.index("B"))
    assert said[at : at + len(hostile)] == hostile


def test_a_secret_passage_is_masked_unless_asked_for(reading: Reading) -> None:
    assert not any("hemligt namn" in text for text in reading.text("P"))
    open_edition = kit.build(replace(edge.META, show_secret=True), edge.parts())
    assert any("hemligt namn" in text for text in Reading(open_edition).text("P"))


def test_header_footer_and_watermark_are_not_read_aloud(reading: Reading) -> None:
    aloud = reading.root.text()
    assert "UTKAST" in reading.artifacts
    assert any(f"({len(reading.pdf.pages)})" in text for text in reading.artifacts)
    assert "UTKAST" not in aloud


def test_the_contents_name_every_chapter_with_its_page(reading: Reading) -> None:
    entries = reading.text("TOCI")
    headings = reading.text("H2")
    assert [h for h in headings if any(e.startswith(h) for e in entries)] == headings[1:]
    pages = [int(entry.rsplit(" ", 1)[1]) for entry in entries]
    assert pages == sorted(pages)
    assert pages[-1] <= len(reading.pdf.pages)


def test_a_link_over_lines_is_one_link_and_a_dead_one_is_text(reading: Reading) -> None:
    links = reading.text("Link")
    assert sum(link.startswith("en länk som är så lång") for link in links) == 1
    assert not any("död länk" in link for link in links)


def test_passages_in_other_languages_say_so(reading: Reading) -> None:
    every = (n for n in reading.root.named("Span") if "/Lang" in n.element)
    spans = {spoken(n.text()): str(n.element.Lang) for n in every}
    assert spans == {"in English, please": "en", "suomeksi": "fi"}


def test_lists_are_nested_three_levels(reading: Reading) -> None:
    deepest = next(n for n in reading.root.named("L") if len(n.named("L")) == 3)
    assert "tredje nivån" in deepest.text()
