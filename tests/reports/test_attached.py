"""Kept files as pages: what is read of each kind, and what hostile ones come to."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from styrdesk.domain.attachment import CSV, DOCX, ODT, PDF, PPTX, SUFFIXES, TEXT, XLSX
from styrdesk.domain.cells import Cell
from styrdesk.reports import attached, printing
from styrdesk.reports.attached import MOST_PAGES, SHOWN, Kept, looked_at
from styrdesk.reports.worker import Bench, Failed, Made, Make
from styrdesk.services.sheets import csv_form, xlsx_form
from tests.reports import fake_reports

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
T = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def archive(**parts: str | bytes) -> bytes:
    """An office document; "word__document" is the part word/document.xml."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def docx(body: str) -> bytes:
    return archive(word__document=f"<w:document {W}><w:body>{body}</w:body></w:document>")


def words(kept: Kept) -> list[str]:
    """The lines of the pages, their head and foot left out."""
    document = pypdfium2.PdfDocument(printing.render(attached.render, kept, "sv"))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return [line for line in text.splitlines() if line and not line.startswith(("Sida", "Fil."))]


def test_a_pdf_is_shown_as_it_is() -> None:
    content = fake_reports.pages(3)
    assert attached.render(Kept("a.pdf", PDF, content)) == content


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_lies_on_a_page(form: str) -> None:
    out = BytesIO()
    Image.new("RGB", (40, 1200), "navy").save(out, form)
    made = attached.render(Kept("bild", f"image/{form.lower()}", out.getvalue()))
    assert printing.pages(made) == 1


def test_the_words_of_a_document_are_read_in_their_order() -> None:
    content = docx(
        '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>Om analysen</w:t></w:r></w:p>'
        "<w:p/><w:p><w:r><w:t>Först</w:t></w:r>"
        "<w:r><w:tab/><w:t>åäö &amp; &lt;b&gt;</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>struket</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>I en cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert words(Kept("Fil.docx", DOCX, content)) == [
        *("Om analysen", "Först", "åäö & <b>", "I en cell"),
    ]


def test_slides_come_in_their_order() -> None:
    slides = {
        f"ppt__slides__slide{number}": f"<s {A}><a:p><a:r><a:t>Bild {number}</a:t></a:r></a:p></s>"
        for number in (10, 2, 1)
    }
    assert words(Kept("Fil.pptx", PPTX, archive(**slides))) == ["Bild 1", "Bild 2", "Bild 10"]


def test_open_documents_have_words_everywhere_in_a_paragraph() -> None:
    content = archive(
        content=f"<office:text {T}><text:h>Syfte</text:h><text:p>Den som "
        "<text:span>hör <text:span>av</text:span> sig</text:span> "
        "får svar</text:p></office:text>"
    )
    assert words(Kept("Fil.odt", ODT, content)) == ["Syfte", "Den som hör av sig får svar"]


def test_names_and_words_of_any_script_are_laid_out() -> None:
    name = "😀 مرحبا 你好 _\u0301.docx"
    body = f"<w:p><w:r><w:t>{name} {'x' * 9000}</w:t></w:r></w:p>"
    made = printing.render(attached.render, Kept(name, DOCX, docx(body)), "sv")
    assert printing.pages(made) == 1


def test_a_long_document_is_shown_from_its_beginning() -> None:
    lines = "".join(f"<w:p><w:r><w:t>Rad {n}</w:t></w:r></w:p>" for n in range(5000))
    found = words(Kept("Fil.docx", DOCX, docx(lines)))
    assert (found[0], found[-1]) == ("Rad 0", "Rad 399")


def test_text_is_shown_as_it_stands_in_whichever_letters_it_is_kept() -> None:
    for code in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        content = "Hej!\r\n\r\nKöket är för litet.".encode(code)
        assert words(Kept("Fil.txt", TEXT, content)) == ["Hej!", "Köket är för litet."]


def test_of_a_sheet_the_first_rows_and_columns_are_shown_and_nothing_is_worked_out() -> None:
    rows: list[tuple[Cell, ...]] = [(f"Rad {n}", n, *"abcdefghij") for n in range(200)]
    heads = ("Namn", "Antal", *"ABCDEFGHIJ")
    for kind, form in (
        (XLSX, xlsx_form.write(heads, rows, "Blad")),
        (CSV, csv_form.write(heads, rows)),
    ):
        found = words(Kept("Fil.xlsx", kind, form))
        said = " ".join(" ".join(found).split())  # cells are parted by lines or by blanks
        shown = re.findall(r"Rad (\d+) \1 a b c d e f(?! g)", said)
        assert [int(number) for number in shown] == list(range(60))
        assert "Rad 60" not in said


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    ("media_type", "content"),
    [
        (DOCX, archive(word__document=BOMB)),
        (DOCX, archive(word__document=f'<?xml version="1.0"?>{BOMB}'.encode("utf-16"))),
        (DOCX, docx("<w:p>" + " " * 9_000_000 + "</w:p>")),
        (DOCX, docx("<w:p/>")),
        (DOCX, docx("")[:-30]),
        (ODT, b"PK no archive"),
        (XLSX, archive(xl__workbook=BOMB)),
        (CSV, b"\n\n"),
        (TEXT, b" \n"),
        (PDF, b"%PDF-1.7 and no more"),
        ("image/png", b"\x89PNG\r\n\x1a\n and no more"),
        ("image/jpeg", b"\xff\xd8\xff and no more"),
    ],
    ids=[
        *("entities", "entities in UTF-16", "unpacks to much", "empty", "half an archive"),
        *("no archive", "entities in a sheet"),
        *("no rows", "no words", "half a PDF", "half a PNG", "half a JPEG"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_and_the_child_lives_on(
    media_type: str, content: bytes
) -> None:
    bench = Bench()
    answer = bench.answer(Make(1, attached.render, Kept("fil", media_type, content)))
    assert isinstance(answer, Failed)
    assert isinstance(bench.answer(Make(2, fake_reports.pages, 1)), Made)


def test_what_can_be_shown_is_of_what_is_kept() -> None:
    assert set(SUFFIXES) == SHOWN


# ---- sizes -----------------------------------------------------------------------------------

A4 = (595.0, 842.0)
SIDES = st.floats(min_value=0, max_value=1e9)


@pytest.mark.parametrize(
    ("sizes", "count"),
    [
        ([A4], 1),
        ([A4] * 300, MOST_PAGES),
        ([A4, (842, 595), (842, 1191)], 3),
        ([A4, (14_400, 14_400), A4], 1),
        ([(20, 19_000)], 0),
        ([(0, 0), A4], 0),
        ([], 0),
    ],
)
def test_pages_are_shown_as_far_as_they_can_be_painted(
    sizes: list[tuple[float, float]], count: int
) -> None:
    assert looked_at(sizes) == tuple(sizes[:count])


@given(st.lists(st.tuples(SIDES, SIDES), max_size=20))
def test_no_page_that_is_shown_fills_the_memory(sizes: list[tuple[float, float]]) -> None:
    shown = looked_at(sizes)
    for wide, tall in shown:
        scale = 1000 / shown[0][0]  # a view of a thousand pixels, which the first page fills
        assert wide * scale * tall * scale < 20_000_000
