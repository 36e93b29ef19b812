"""What a print may meet in the text it is given, and in the program's own fonts."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrdesk.base.paths import resource
from styrdesk.domain import free_table, richtext
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.free_table import FreeColumn, FreeRow, FreeTable
from styrdesk.domain.plan import Activity, BlockKind
from styrdesk.reports import kit, namndplan, printing
from styrdesk.reports.kit import fonts
from styrdesk.reports.namndplan.unprintable import unprintable
from styrdesk.services.image import check_image
from tests.helpers.pdf_checks import Reading, spoken
from tests.reports.kit import edge
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import document_print

FONT = "SourceSans3-Regular.ttf"
MARKUP = (
    "Anna <anna@example.se>",
    "<namn> bör",
    "0.1 <A <0.9 & >",
    "<img src='file:///etc/hostname'/>",
    "<img src='http://127.0.0.1/x.png'/>",
    "<font color='red' size='100000'>stor</font>",
    "<a href='javascript:alert(1)'>länk</a>",
    "<para><br/></para></p></body>",
    "&lt;b&gt; &#60; &amp;amp;",
    "]]><![CDATA[x",
    "[[[/][Title]/Type/Catalog>>endobj",
    "%s {0} {name} %(x)d \\u0041 $HOME `ls`",
    ") Tj ET Q endstream",
)


@pytest.fixture
def font_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The fonts of another machine, which may lack some."""
    folder = tmp_path / "resources" / "fonts"
    shutil.copytree(resource("fonts"), folder)
    monkeypatch.setattr(fonts, "resource", (tmp_path / "resources").joinpath)
    caches = (fonts.font, fonts._held, fonts._widths)
    for cache in caches:
        cache.cache_clear()
    yield folder
    for cache in caches:
        cache.cache_clear()


@pytest.mark.parametrize("content", [None, b"", b"no font" * 1000])
def test_fault_44_without_its_fonts_nothing_is_printed_in_another(
    font_folder: Path, tmp_path: Path, content: bytes | None
) -> None:
    (font_folder / FONT).unlink()
    if content is not None:
        (font_folder / FONT).write_bytes(content)
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"%PDF earlier")
    data = small.printable(small.document())
    with pytest.raises(FileProblem) as told:
        printing.write(printing.render(namndplan.SPEC.render, data), out)
    assert told.value.fault is FileFault.MISSING
    assert FONT in told.value.message
    assert told.value.advice
    assert out.read_bytes() == b"%PDF earlier"


def with_titles(*titles: str) -> PlanDocument:
    """The small plan with activities of these titles."""
    rows = tuple(
        Activity(f"a{number}", small.PLAN, title=title, code=f"K{number}")
        for number, title in enumerate(titles)
    )
    return replace(small.document(), activity=rows)


def test_fault_46_what_no_font_has_is_a_box_and_is_told_and_nothing_turns_the_text() -> None:
    document = with_titles("Möte 😀 漢 i Ǩirkko", "fakt\u202egpj.exe\u2066\x07\x00 slut")
    words = document_print(document).words
    assert f"Möte 😀 {fonts.BOX} i Ǩirkko" in words
    assert "faktgpj.exe slut" in words
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\x00\x07") & set(words)
    (finding,) = unprintable(small.printable(document))
    assert "U+6F22" in finding.message


def test_fault_47_markup_is_printed_as_it_was_written(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("urllib.request.urlopen", lambda *a, **_k: opened.append(str(a)))
    made = document_print(with_titles(*MARKUP))
    for each in MARKUP:
        assert spoken(each) in made.words
    assert made.reading.findings() == []
    assert opened == []
    assert b"javascript" not in made.data.lower()
    assert b"/Launch" not in made.data


@settings(max_examples=30)
@given(st.lists(st.sampled_from([*"<>&/='\"; ", "b", "img ", "src", "![", "--", "é"]), max_size=40))
def test_fault_47_any_markup_comes_back_from_the_page(pieces: list[str]) -> None:
    words = "a" + "".join(pieces)
    reading = Reading(kit.build(edge.META, [kit.Title("T"), kit.Prose(words)]))
    assert reading.text("P") == [spoken(words)]


@pytest.mark.slow
def test_fault_48_a_cell_of_many_pages_is_printed_whole() -> None:
    words = [f"ord{number}" for number in range(6000)]
    long = " ".join(words)
    table = FreeTable(
        (FreeColumn("c1", "Kolumn " * 30), FreeColumn("c2", "B")),
        (FreeRow("r1", (long, "kort")), FreeRow("r2", ("x" * 20_000, long))),
    )
    document = with_titles(long)
    blocks = tuple(
        replace(b, body=free_table.write(table)) if b.kind is BlockKind.FREE_TABLE else b
        for b in document.block
    )
    began = time.process_time()
    made = document_print(replace(document, block=blocks))
    assert time.process_time() - began < 60  # not minutes: it grows with the text alone
    said = made.words.split()
    for word in (words[0], words[3000], words[-1]):
        assert said.count(word) == 3
    assert made.words.replace(" ", "").replace("\xad", "").count("x" * 20_000) == 1
    assert printing.pages(made.data) < 200
    assert made.reading.findings() == []


def test_fault_48_a_text_of_a_million_letters_takes_seconds() -> None:
    document = small.document()
    body = richtext.write(richtext.from_plain("Ett stycke utan slut. " * 18_000))
    blocks = tuple(replace(b, body=body) if b.kind is BlockKind.TEXT else b for b in document.block)
    began = time.process_time()
    made = printing.render(namndplan.SPEC.render, small.printable(replace(document, block=blocks)))
    assert time.process_time() - began < 60
    assert 50 < printing.pages(made) < 400


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>",
        b"GIF89a" + bytes(50),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01\x00\x00\x00\x01\x00\x00" + bytes(50),
        b"\xff\xd8" + bytes(100),
        b"",
    ],
    ids=["svg", "gif", "4 billion pixels", "jpeg of nothing", "nothing"],
)
def test_fault_48_a_picture_that_would_burst_is_refused(content: bytes) -> None:
    with pytest.raises(RuleBroken):
        check_image(content)
