"""Pages break where a good typist would break them, and nothing is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.i18n import _
from styrdesk.reports import kit
from styrdesk.reports.kit import RowKind
from styrdesk.reports.kit.columns import decide
from styrdesk.reports.kit.sheet import A4
from styrdesk.reports.kit.theme import MM, Theme, mix, rgb
from tests.helpers.pdf_checks import Reading
from tests.helpers.pdf_places import misplaced
from tests.reports.kit import edge

COLUMNS = (kit.ColumnSpec("Verksamhet"), kit.ColumnSpec("Tkr", "right", 0))


def built(*parts: kit.Part) -> Reading:
    reading = Reading(kit.build(edge.META, [kit.Title("T"), *parts]))
    assert reading.findings() == []
    return reading


def texts_by_page(reading: Reading) -> list[list[str]]:
    """What each page says in tagged content, stretch by stretch."""
    pages: dict[tuple[int, int], list[str]] = {s.obj.objgen: [] for s in reading.pdf.pages}
    for (page, _mark), stretch in reading.stretches.items():
        pages[page].append(stretch.text.strip())
    return list(pages.values())


def table(*kinds: RowKind) -> kit.TableSpec:
    rows = tuple(
        kit.Row((f"Grupp {n}",), kind)
        if kind is RowKind.GROUP
        else kit.Row((f"{kind.value} {n}", str(n)), kind)
        for n, kind in enumerate(kinds)
    )
    return kit.TableSpec("Budget", COLUMNS, rows)


@settings(max_examples=25)
@given(st.integers(20, 70), st.integers(1, 3))
def test_a_sum_has_two_rows_of_its_own_on_its_page(rows: int, sums: int) -> None:
    reading = built(table(*[RowKind.BODY] * rows, *[RowKind.SUM] * sums))
    last = [text for text in texts_by_page(reading)[-1] if text]
    assert sum(text.startswith("body") for text in last) >= min(rows, 2)
    assert sum(text.startswith("sum") for text in last) == sums


@settings(max_examples=25)
@given(st.integers(2, 9))
def test_a_group_head_is_never_last_on_a_page(every: int) -> None:
    kinds = [RowKind.GROUP if n % every == 0 else RowKind.BODY for n in range(120)]
    for page in texts_by_page(built(table(*kinds)))[:-1]:
        assert not page[-1].startswith("Grupp")


@settings(max_examples=20)
@given(st.lists(st.integers(1, 4000), min_size=1, max_size=6))
def test_rows_of_any_height_lose_nothing(lengths: list[int]) -> None:
    words = "tillsyn enligt miljöbalken " * 200
    rows = tuple(kit.Row((words[:length].strip(), str(length))) for length in lengths)
    reading = built(kit.TableSpec("Höga", COLUMNS, rows))
    wanted = [cell for row in rows for cell in row.cells]
    assert reading.text("TH", "TD")[2:] == wanted


def test_a_heading_is_never_last_on_a_page() -> None:
    parts: list[kit.Part] = []
    for number in range(40):
        parts += [
            kit.Heading(f"Rubrik {number}", 2),
            kit.Prose(edge.LONG[: 90 + 60 * (number % 9)]),
        ]
    for page in texts_by_page(built(kit.Heading("Kapitel"), *parts)):
        assert "Rubrik" not in page[-1]


@pytest.mark.parametrize("gap", range(480, 560, 4))
def test_a_heading_is_not_left_with_a_single_line_of_its_text(gap: int) -> None:
    """As «Goal M2: …» is, when what says more of the goal does not fit."""
    goal = (kit.Heading("Mål", 2), kit.Prose("En."), kit.Prose(edge.LONG[:200]))
    reading = built(kit.Heading("Kapitel"), kit.Prose("rad"), kit.Gap(gap), *goal)
    for page in texts_by_page(reading):
        said = " ".join(page)
        assert ("En." in said) == (edge.LONG[:20] in said) == ("Mål" in said)


@pytest.mark.parametrize("gap", range(504, 534, 3))
def test_a_caption_is_never_parted_from_its_table(gap: int) -> None:
    """Not even where the table alone would rather move than the two together."""
    text = kit.Prose("rad")
    reading = built(text, kit.Gap(gap), text, table(*[RowKind.BODY] * 4))
    for page in texts_by_page(reading):
        assert ("Budget" in page) == ("Verksamhet" in page)


def test_repeated_heads_are_decoration_on_later_pages() -> None:
    reading = built(edge.long_table(120))
    assert reading.text("TH").count("Verksamhet") == 1
    assert reading.artifacts.count("Verksamhet") == len(reading.pdf.pages) - 1


def test_a_table_that_goes_on_is_named_again_with_its_unit_on_each_page() -> None:
    reading = built(edge.long_table(120))
    again = _("{caption}, continued").format(caption="Driftbudget (tkr)")
    assert reading.artifacts.count(again) == len(reading.pdf.pages) - 1
    assert reading.text("Caption") == ["Driftbudget (tkr)"]


def test_a_long_caption_of_a_table_that_goes_on_keeps_to_one_line() -> None:
    spec = replace(edge.long_table(60), caption=edge.LONG, unit="")
    assert misplaced(kit.build(edge.META, [kit.Title("T"), spec])) == []
    ending = _("{caption}, continued").format(caption="…")
    reading = built(spec)
    again = [text for text in reading.artifacts if text.endswith(ending)]
    assert len(again) == len(reading.pdf.pages) - 1


def test_a_row_that_is_divided_is_named_again_on_the_next_page() -> None:
    rows = (kit.Row(("R7", edge.LONG * 9)), kit.Row(("R8", "kort")), kit.Row(("R9", "kort")))
    columns = (kit.ColumnSpec("Risk"), kit.ColumnSpec("Orsak"))
    reading = built(kit.Gap(300), kit.TableSpec("Risker", columns, rows))
    assert reading.artifacts.count("R7") == len(reading.pdf.pages) - 1 >= 1
    assert reading.text("TH")[2:] == ["R7", "R8", "R9"]


def test_the_facts_and_the_contents_before_the_chapters_are_found_by_their_headings() -> None:
    facts = kit.InfoBox("Dokumentinformation", (("Typ", "Plan"),), chapter=True)
    reading = built(facts, kit.Contents("Innehåll"), kit.Heading("Ett"), kit.Heading("Två", 2))
    assert reading.text("H2") == ["Dokumentinformation", "Innehåll", "Ett"]
    assert [text.split()[0] for text in reading.text("TOCI")] == ["Ett", "Två"]
    assert [len(toc.named("TOC")) for toc in reading.root.named("TOC")] == [2, 1]


def test_a_picture_without_a_description_does_not_say_its_caption_twice() -> None:
    reading = built(kit.Picture(edge.picture(), "", "Figur 1"))
    assert str(reading.root.named("Figure")[0].element.Alt) == _("Picture without a description")


def test_no_page_is_empty() -> None:
    reading = built(
        kit.NewPage(),
        kit.NewPage(),
        kit.Heading("A"),
        kit.NewPage(),
        kit.Heading("B", new_page=True),
    )
    assert all(any(page) for page in texts_by_page(reading))


def test_a_wide_table_shrinks_before_it_turns_the_page() -> None:
    theme = Theme()
    narrow, small, broad, broadest = (
        decide(spec, theme)
        for spec in (
            edge.wide_table(4),
            edge.wide_table(9),
            edge.wide_table(16),
            edge.wide_table(40),
        )
    )
    assert (narrow.cell.size, narrow.landscape) == (9.5, False)
    assert (small.cell.size, small.landscape) == (8.5, False)
    assert broad.landscape
    assert (broadest.cell.size, broadest.landscape) == (8.5, True)
    assert sum(broadest.widths) == pytest.approx(A4[1] - 55 * MM)
    assert sum(narrow.widths) == pytest.approx(155 * MM)


def test_text_after_a_broad_table_stands_on_an_upright_page() -> None:
    reading = built(edge.wide_table(16), kit.Prose("Efter."))
    boxes = [page.mediabox for page in reading.pdf.pages]
    upright = [float(box[3]) > float(box[2]) for box in boxes]
    assert upright == [False, True]  # the title stands with its table


def test_headings_have_the_number_they_are_given_and_never_skip_a_level() -> None:
    reading = built(
        kit.Heading("A", number="1"),
        kit.Heading("B", 3, number="1.1"),
        kit.Heading("C"),
        kit.Heading("F", number="Bilaga A", new_page=True),
        kit.Heading("G", 2),
    )
    assert reading.text("H2") == ["1 A", "C", "Bilaga A F"]
    assert reading.text("H3") == ["1.1 B", "G"]


def test_a_document_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="Cover or Title"):
        kit.build(edge.META, [kit.Prose("Text")])


def test_rows_of_the_wrong_length_are_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        kit.TableSpec("T", COLUMNS, (kit.Row(("ensam",)),))
    with pytest.raises(ValueError, match="heads"):
        kit.TableSpec("T", COLUMNS, (), over_heads=(("x", 1),))


def test_a_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        kit.Meta("T", edge.NOON.replace(tzinfo=None))


def test_the_column_with_most_text_gets_the_room() -> None:
    """Short words beside long texts are not given air while the texts run down the page."""
    columns = tuple(kit.ColumnSpec(name) for name in ("Nr", "Process", "Beskrivning", "Ansvarig"))
    row = kit.Row(("R1", "Rekrytering", edge.LONG, "Verksamhetschef grundskola"))
    widths = decide(kit.TableSpec("Risker", columns, (row,) * 4), Theme()).widths
    assert widths[2] > 0.55 * sum(widths)


def test_a_table_of_little_content_is_no_wider_than_the_eye_can_follow() -> None:
    theme, short = Theme(), table(*[RowKind.BODY] * 4)
    grid = decide(short, theme)
    assert sum(grid.widths) == pytest.approx(155 * MM * 2 / 3)
    group = kit.Row(
        ("En rubrik över flera rader som är längre än två tredjedelar av sidan " * 2,),
        RowKind.GROUP,
    )
    whole = decide(replace(short, rows=(group, *short.rows)), theme)
    assert sum(whole.widths) == pytest.approx(155 * MM)


def test_columns_of_figures_are_equally_wide_where_there_is_room() -> None:
    columns = (kit.ColumnSpec("Post"), *(kit.ColumnSpec(str(y), "right", 0) for y in range(4)))
    row = kit.Row(("Nettokostnad mot ram", "−29\xa0000", "0", "1\xa0450\xa0100", "5"))
    figures = decide(kit.TableSpec("Tabell", columns, (row,)), Theme()).widths[1:]
    assert max(figures) == pytest.approx(min(figures))


def test_columns_of_figures_are_equally_wide_though_their_heads_are_not() -> None:
    """As in «Volymer och nyckeltal», where «Budget» got more room than «Plan»."""
    heads = ("Utfall 2024", "Budget 2025", "Budget 2026", "Plan 2027", "Plan 2028")
    columns = (kit.ColumnSpec("Mått"), *(kit.ColumnSpec(head, "right", 0) for head in heads))
    names = (
        "Elever i grundskola åk 1–9, antal",
        "Nettokostnad per barn i förskola och omsorg, tkr",
    )
    rows = tuple(kit.Row((name, *["5\xa0770"] * 5)) for name in names * 5)
    figures = decide(kit.TableSpec("Volymer", columns, rows), Theme()).widths[1:]
    assert max(figures) == pytest.approx(min(figures))


def test_heads_of_figures_are_broken_alike() -> None:
    """Where «Kostnader 2027» needs two lines, «Plan 2028» beside it takes two."""
    words = ("Bokslut", "Budget", "Intäkter", "Kostnader", "Budget", "Plan", "Plan")
    names = [f"{word} {2023 + n}" for n, word in enumerate(words)]
    columns = (kit.ColumnSpec("Verksamhet"), *(kit.ColumnSpec(n, "right", 0) for n in names))
    row = kit.Row(("Kulturskola och öppen fritid", *["1\xa0450\xa0100"] * 7))
    spec = kit.TableSpec("Tabell", columns, (row,), dense=True)
    with pypdfium2.PdfDocument(kit.build(edge.META, [kit.Title("T"), spec])) as document:
        lines = document[0].get_textpage().get_text_range().splitlines()
    assert not any(name in line for line in lines for name in names), lines


def test_dense_tables_are_all_set_in_the_same_small_type() -> None:
    for spec in (table(*[RowKind.BODY] * 4), edge.wide_table(9), edge.wide_table(16)):
        assert decide(replace(spec, dense=True), Theme()).cell.size == 8.5


def test_a_low_table_keeps_the_type_of_its_neighbours() -> None:
    """A line saved does not pay for another size of type on the page."""
    columns = tuple(kit.ColumnSpec(name) for name in ("Trend", "Påverkan", "Hantering"))
    row = kit.Row(("Färre barn föds", edge.LONG[:62], edge.LONG[:50]))
    assert decide(kit.TableSpec("Trender", columns, (row,) * 2), Theme()).cell.size == 9.5


def test_no_row_of_a_table_stands_alone_on_a_page() -> None:
    for gap in range(500, 580, 8):
        reading = built(
            kit.Prose("rad"), kit.Gap(gap), kit.Prose("rad"), table(*[RowKind.BODY] * 3)
        )
        for page in texts_by_page(reading):
            assert sum(text.startswith("body") for text in page) != 1


def test_a_low_table_moves_whole_where_little_is_wasted() -> None:
    kinds = [RowKind.BODY] * 8
    for lines in range(28, 50):
        reading = built(kit.Prose("\n".join("rad" for _each in range(lines))), table(*kinds))
        bodies = [sum(text.startswith("body") for text in page) for page in texts_by_page(reading)]
        rows = [count for count in bodies if count]
        assert rows == [8] or min(rows) >= 2


def test_a_cell_lies_on_the_ground_it_is_given() -> None:
    row = kit.Row(("4", "12"), shades=(0.0, 0.32))
    pages = built(kit.TableSpec("Matris", COLUMNS, (row,))).pdf.pages
    red, green, blue = rgb(mix(Theme().primary, 0.32))
    assert f"{red:.2f} {green:.2f} {blue:.2f} rg".encode() in pages[0].Contents.read_bytes()


def test_a_table_that_must_be_whole_is_not_divided() -> None:
    spec = replace(table(*[RowKind.BODY] * 8, RowKind.SUM), whole=True)
    for lines in range(20, 50, 3):
        reading = built(kit.Prose("\n".join("rad" for _each in range(lines))), spec)
        pages = texts_by_page(reading)
        assert sum(any(text.startswith("body") for text in page) for page in pages) == 1


def test_a_table_of_sums_alone_says_that_nothing_is_there() -> None:
    reading = built(kit.TableSpec("Tom", COLUMNS, (kit.Row(("Summa", "0"), RowKind.SUM),)))
    assert reading.root.named("Table") == []
    assert reading.findings() == []


def test_long_roles_names_and_facts_stay_on_the_paper() -> None:
    role, name = "Ordförande i kultur- och fritidsnämndens arbetsutskott " * 4, "Märta Ängsvik " * 9
    facts = (("Nämnd", "BBN"), ("Relaterade dokument", "Riktlinje för skolskjuts, " * 500))
    parts: list[kit.Part] = [kit.Title("T"), kit.InfoBox("Fakta", facts, chapter=True)]
    parts += [kit.Signatures((kit.SignatureRow(role, name),))]
    data = kit.build(edge.META, parts)
    reading = Reading(data)
    assert reading.findings() == []
    assert misplaced(data) == []
    assert role.strip() in reading.text("P")
    assert facts[1][1].strip() in reading.text("TD")


def test_a_tall_box_of_facts_begins_under_its_heading() -> None:
    facts = tuple((f"Fakta {n}", "ord " * 60) for n in range(20))
    pages = texts_by_page(built(kit.NewPage(), kit.InfoBox("Rubrik", facts, chapter=True)))
    assert any("Rubrik" in page and "Fakta 0" in page for page in pages)


def test_groups_of_nothing_say_that_nothing_is_there() -> None:
    reading = built(table(RowKind.GROUP, RowKind.SUM, RowKind.GROUP, RowKind.SUM))
    assert reading.root.named("Table") == []


def test_contents_that_nearly_fit_are_set_closer_on_one_page() -> None:
    parts = [kit.Heading(f"Kapitel {n}", 1 + (n % 5 > 0), number=str(n)) for n in range(38)]
    reading = built(kit.NewPage(), kit.Contents("Innehåll"), *parts)
    pages = {link.element.get("/Pg").objgen for link in reading.root.named("Link")}
    assert len(pages) == 1
