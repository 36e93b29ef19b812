"""Text goes to paper and back unharmed, whatever it holds."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.domain.richtext import Paragraph, Text
from styrdesk.reports import kit
from styrdesk.reports.kit import fonts
from styrdesk.reports.kit.hyphens import places, softened
from styrdesk.reports.kit.lines import Line, balanced_lines, break_lines, filled_lines, pieces_of
from styrdesk.reports.kit.theme import Theme
from tests.helpers.pdf_checks import Reading, spoken
from tests.reports.kit import edge
from tests.reports.kit.test_conformance import printed

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("<>&\"'()\\% \n\t\xa0\xad-–/åäöÅÄÖǨ☒א😀\u202e\x00\ufe0f\u0301"),
    ),
    max_size=120,
)


@settings(max_examples=60)
@given(ANY_TEXT, ANY_TEXT)
def test_any_text_comes_back_from_paragraph_and_cell(one: str, other: str) -> None:
    table = kit.TableSpec(
        "T", (kit.ColumnSpec("A"), kit.ColumnSpec("B", "right")), (kit.Row((one, other)),)
    )
    prose = kit.Prose((Paragraph((Text("a"), Text(one), Text(other, bold=True))),))
    reading = Reading(kit.build(edge.META, [kit.Title("T"), prose, table]))
    assert reading.findings() == []
    assert reading.text("P") == [printed("a" + one + other)]
    assert [cell for row in reading.root.named("TBody") for cell in cells(row)] == [
        printed(one),
        printed(other),
    ]


def cells(row):
    return [spoken(cell.text()) for cell in row.named("TH", "TD")]


def test_another_reader_finds_the_same_words() -> None:
    text = "Anna <anna@example.se> & förvaltningens Ǩ-plan: 0.1 <A <0.9"
    data = kit.build(edge.META, [kit.Title("T"), kit.Prose(text)])
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    assert text in " ".join(page.get_text_bounded().split())


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n", "a\n\nb\n"])
def test_empty_and_blank_texts_are_printed(text: str) -> None:
    parts: list[kit.Part] = [
        kit.Title(text),
        kit.Prose(text),
        kit.Heading(text),
        kit.InfoBox(text, ((text, text),)),
    ]
    assert Reading(kit.build(edge.META, parts)).findings() == []


def test_characters_without_a_glyph_are_listed_once() -> None:
    assert kit.missing_glyphs("a漢b漢字 Ǩ☒") == ("漢", "字")


def test_direction_overrides_and_controls_are_refused() -> None:
    assert kit.pdf_text("a\u202eb\x00c\ud800d\r\ne\tf") == "abcd\ne f"


def widths(text: str, width: float) -> list[float]:
    style = Theme().body
    lines = break_lines(pieces_of((Text(text),), style, ""), width, "sv-SE", hyphenate=True)
    return [line.width for line in lines]


@given(st.text("abcåäö -–/\xad\n\xa0", max_size=400), st.floats(20, 400))
def test_no_line_is_wider_than_its_column(text: str, width: float) -> None:
    assert max(widths(text, width)) <= width + 0.1


def test_a_text_of_two_hundred_thousand_letters_is_broken_in_linear_work(monkeypatch) -> None:
    counted = 0
    real = fonts.width

    def counting(name: str, text: str) -> float:
        nonlocal counted
        counted += len(text)
        return real(name, text)

    monkeypatch.setattr(fonts, "width", counting)
    text = edge.LONG * 204
    style = Theme().body
    lines = break_lines(pieces_of((Text(text),), style, ""), 380, "sv-SE", hyphenate=True)
    assert len(text) > 200_000
    assert len(lines) > 2000
    assert counted < 4 * len(text)


def test_a_word_is_divided_by_the_patterns_of_its_language() -> None:
    style = Theme().cell
    pieces = pieces_of((Text("kompetensförsörjningsplanering"),), style, "")
    lines = break_lines(pieces, 80, "sv-SE", hyphenate=True)
    heads = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert all(head.endswith("\xad") for head in heads[:-1])
    assert len(heads) > 1
    assert "".join(heads).replace("\xad", "") == "kompetensförsörjningsplanering"


def set_in(text: str, width: float) -> list[str]:
    """The lines of a paragraph; a divided word ends in a soft hyphen."""
    lines = break_lines(pieces_of((Text(text),), Theme().cell, ""), width, "sv", hyphenate=True)
    return ["".join(piece.text for piece in line.pieces).rstrip(" ") for line in lines]


@given(st.integers(40, 400))
def test_the_last_word_of_a_paragraph_is_never_divided_to_fill_a_line(width: int) -> None:
    text = "Rektorerna ska kunna ägna sig åt undervisning."
    *_before, last = set_in(text, width)
    whole = break_lines(pieces_of((Text("undervisning."),), Theme().cell, ""), 500)[0].width
    assert whole > width or last.endswith("undervisning.")


@given(st.integers(50, 200))
def test_a_paragraph_sign_a_percent_and_a_thousand_stay_with_their_figures(width: int) -> None:
    lines = set_in(
        "Nämnden avförde den 2026-04-22 § 41 och §§ 7–9, 30 % av 1 450 100 kronor, 5 000 tkr, 2 år",
        width,
    )
    for together in ("§ 41", "§§ 7", "30 %", "1 450 100", "5 000 tkr,", "2 år"):
        assert any(together in line for line in lines)


def test_a_short_word_before_a_hyphen_is_not_left_alone() -> None:
    assert set_in("Ansvarig HR-partner", 60) == ["Ansvarig", "HR-partner"]
    assert set_in("socialnämnden/omsorgsnämnden", 90) == ["socialnämnden/", "omsorgsnämnden"]


def test_words_kept_together_part_between_words_where_no_line_holds_them() -> None:
    assert set_in("KF\xa02025-11-18\xa0§\xa0201", 60) == ["KF\xa02025-11-18\xa0", "§\xa0201"]


@given(st.lists(st.text("abcåäö-", min_size=1, max_size=14), min_size=1, max_size=12))
def test_a_title_is_balanced_without_more_lines_or_a_divided_word(words: list[str]) -> None:
    pieces = pieces_of((Text(" ".join(words)),), Theme().title, "")
    plain, balanced = break_lines(pieces, 420), balanced_lines(pieces, 420)
    assert len(balanced) == len(plain)
    assert max(line.width for line in balanced) <= max(line.width for line in plain)
    assert "".join(p.text for line in balanced for p in line.pieces) == " ".join(words)


def test_a_title_leaves_no_lone_word_on_its_last_line() -> None:
    pieces = pieces_of((Text("Nämndplan 2026 med plan 2027–2028"),), Theme().title, "")
    assert said_in(balanced_lines(pieces, 439)) == ["Nämndplan 2026", "med plan 2027–2028"]


def test_a_short_word_is_not_left_alone_on_the_last_line_of_a_paragraph() -> None:
    text = (
        "Två saker går före allt annat 2026. Den första är läsningen. Ett barn som läser med flyt "
        "när det slutar trean har fått en nyckel som passar i alla andra dörrar."
    )
    pieces = pieces_of((Text(text),), Theme().body, "")
    alone = [w for w in range(300, 420) if said_in(break_lines(pieces, w))[-1] == "dörrar."]
    assert alone
    for width in alone:
        assert said_in(filled_lines(pieces, width, "sv"))[-1] != "dörrar."


@given(st.lists(st.text("abcåäö-", min_size=1, max_size=14), min_size=1, max_size=40))
def test_company_for_the_last_word_costs_no_line_and_no_word(words: list[str]) -> None:
    pieces = pieces_of((Text(" ".join(words)),), Theme().body, "")
    plain = break_lines(pieces, 200, "sv", hyphenate=True)
    filled = filled_lines(pieces, 200, "sv")
    assert len(filled) == len(plain)
    assert max(line.width for line in filled) <= 200.1
    said = "".join(p.text for line in filled for p in line.pieces).replace("\xad", "")
    assert said == " ".join(words)


def said_in(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line.pieces).strip() for line in lines]


def test_soft_hyphens_show_only_where_the_line_breaks() -> None:
    style = Theme().cell
    pieces = pieces_of((Text("miljö\xadbalken"),), style, "")
    assert [p.text for p in break_lines(pieces, 500)[0].pieces] == ["miljöbalken"]
    narrow = break_lines(pieces, 40)
    assert ["".join(p.text for p in line.pieces) for line in narrow] == ["miljö\xad", "balken"]


def test_a_compound_is_divided_where_its_words_meet() -> None:
    whole = {
        "Utvecklingsledare": "Utveck-lings-ledare",
        "registerutdrag": "register-utdrag",
        "nämndsekreterare": "nämnd-sekreterare",
        "kommunfullmäktige": "kom-mun-full-mäktige",
        "tjänsteutlåtande": "tjänste-utlåtande",
        "medarbetarsamtal": "med-arbetar-samtal",
        "(barnomsorgen)": "(barn-omsorgen)",
    }
    assert {word: softened(word, "sv", "-") for word in whole} == whole
    assert softened("registerutdrag", "xx", "-") == "registerutdrag"


@given(st.text("abdegiklmnorstuvåäö", min_size=9, max_size=40))
def test_a_word_is_never_divided_near_its_end(word: str) -> None:
    assert all(3 <= place <= len(word) - 4 for place in places(word, "sv"))


@pytest.mark.parametrize(
    ("first", "letter", "found"),
    [("Print-Bold", "\U0001d5a0", "Second"), ("Print", "\U0001d5d4", "Second-Bold")],
)
def test_a_letter_of_another_weight_is_better_than_a_box(
    first: str, letter: str, found: str
) -> None:
    assert list(fonts.spread("a" + letter, first)) == [("a", first), (letter, found)]
