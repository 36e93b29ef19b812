"""What is written in a kept file is found; a hostile or damaged file costs nothing but a child."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from styrdesk.domain.attachment import DOCX, ODT, PDF, PPTX, XLSX, Attachment
from styrdesk.domain.routine import Routine
from styrdesk.services import attached_words
from styrdesk.services.attached_words import MOST, WordReader, text_of
from styrdesk.services.catalogue import Services, services_of
from styrdesk.storage import file
from tests.helpers.files import CLOCK, nobody

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DOCX = (
    f"<w:document {_W}><w:body><w:p><w:r><w:t>Brand</w:t></w:r>"
    "<w:r><w:t>skydd &amp; mer</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Åtgärd</w:t></w:r></w:p></w:body></w:document>"
)
_BOMB = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><d><p>&b;</p></d>'


def packed(part: str, xml: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, xml)
    return made.getvalue()


def docx(xml: str | bytes = _DOCX) -> bytes:
    return packed("word/document.xml", xml)


def pdf(words: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made)
    for line in words.split("\n"):
        canvas.drawString(72, 720, line)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


# ------------------------------------------------------------------------------------ what is read


def test_runs_of_a_word_are_one_word_and_paragraphs_are_apart() -> None:
    assert text_of(docx(), DOCX).split() == ["Brandskydd", "&", "mer", "Åtgärd"]


def test_odt_xlsx_slides_and_every_page_of_a_pdf_are_read() -> None:
    odt = "<o><h>Rubrik</h><p>Ett <span>or</span>d</p></o>"
    assert text_of(packed("content.xml", odt), ODT).split() == ["Rubrik", "Ett", "ord"]
    cells = "<sst><si><t>Ett</t></si><si><t>Två</t></si></sst>"
    assert text_of(packed("xl/sharedStrings.xml", cells), XLSX).split() == ["Ett", "Två"]
    slide = "<s><a><p><t>Bild</t></p><p><t>text</t></p></a></s>"
    assert text_of(packed("ppt/slides/slide12.xml", slide), PPTX).split() == ["Bild", "text"]
    assert text_of(pdf("Brandskydd\nandra"), PDF).split() == ["Brandskydd", "andra"]
    assert text_of(b"\x89PNG", "image/png") == ""


def test_slides_are_read_in_their_order() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in (10, 2, 1):
            slide = f"<s><p><t>Bild {number}</t></p></s>"
            archive.writestr(f"ppt/slides/slide{number}.xml", slide)
    assert text_of(made.getvalue(), PPTX).split("\n") == ["", "Bild 1", "Bild 2", "Bild 10"]


def test_what_is_struck_out_is_not_read() -> None:
    struck = (
        "<d><p><del><delText>gammalt</delText></del><t>nytt</t><instrText>TOC</instrText></p></d>"
    )
    assert text_of(docx(struck), DOCX).split() == ["nytt"]
    deletion = "<o><deletion><p>gammalt</p></deletion><p>nytt</p></o>"
    assert text_of(packed("content.xml", deletion), ODT).split() == ["nytt"]


def test_of_a_long_file_the_beginning_is_read() -> None:
    long = f"<w:document {_W}><w:p><w:t>{'ord ' * MOST}</w:t></w:p></w:document>"
    assert 0 < len(text_of(docx(long), DOCX)) <= MOST


@pytest.mark.parametrize("xml", [_BOMB, _BOMB.encode("utf-16")])
def test_no_entity_of_a_documents_own_is_opened(xml: str | bytes) -> None:
    assert "aaa" not in text_of(docx(xml), DOCX)


def test_what_unpacks_to_more_than_a_document_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attached_words, "_MOST_XML", 200_000)
    tags = f"<w:document {_W}>{'<w:b/>' * 200_000}<w:p>slutet</w:p></w:document>"
    assert "slutet" not in text_of(docx(tags), DOCX)


# ---------------------------------------------------------------------------------------- the child


@pytest.fixture
def reader() -> Iterator[WordReader]:
    made = WordReader()
    yield made
    made.stop()


def test_a_damaged_file_has_no_words_and_the_next_is_read(reader: WordReader) -> None:
    assert reader.text(b"%PDF-1.7 torn", PDF) == ""
    assert reader.text(b"PK torn", DOCX) == ""
    assert reader.text(docx("<torn"), DOCX) == ""
    assert "Åtgärd" in reader.text(docx(), DOCX)


def test_one_that_takes_too_long_is_given_up_and_the_next_is_read(
    reader: WordReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attached_words, "_SECONDS", 0.0)
    assert reader.text(docx(), DOCX) == ""
    monkeypatch.undo()
    assert "Åtgärd" in reader.text(docx(), DOCX)


def test_a_child_that_dies_costs_one_file(reader: WordReader) -> None:
    assert reader.text(docx(), DOCX)
    reader._process.kill()
    reader._process.join()
    assert reader.text(docx(), DOCX) == ""
    assert "Åtgärd" in reader.text(docx(), DOCX)


def test_a_child_that_cannot_be_started_costs_one_file(
    reader: WordReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_process: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(SpawnProcess, "_Popen", staticmethod(refused))
    assert reader.text(docx(), DOCX) == ""
    monkeypatch.undo()
    assert "Åtgärd" in reader.text(docx(), DOCX)


# ----------------------------------------------------------------------------------------- the file


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = services_of(file.create(tmp_path / "a.styrdesk"), CLOCK, nobody)
    made.routines.add(Routine("r", title="Utrymning"))
    yield made
    made.file.close()


def found(services: Services, words: str) -> list[str]:
    return [hit.record for hit in services.search.find(words).hits]


def test_what_is_written_in_a_file_is_found_once_it_is_read(services: Services) -> None:
    services.attachments.add("routine", "r", "plan.docx", docx())
    (kept,) = services.attachments.of("routine", "r")
    assert services.search.is_waiting()
    assert found(services, "åtgärd") == []
    services.search.make_ready()
    assert not services.search.is_waiting()
    (hit,) = services.search.find("brandskydd").hits
    assert (hit.table, hit.record, hit.field) == ("attachment", kept.id, "I filen")
    assert ("Brandskydd", True) in hit.snippet
    assert hit.chain[-1] == ("routine", "r")


def test_what_is_given_up_before_its_thread_has_begun_is_not_begun(services: Services) -> None:
    services.attachments.add("routine", "r", "plan.docx", docx())
    services.search.give_up()
    services.search.make_ready()
    assert services.search.is_waiting()


def test_the_same_content_is_read_once_and_found_with_each_that_keeps_it(
    services: Services,
) -> None:
    content = docx()  # once: an archive holds the time it was made
    services.attachments.add("routine", "r", "plan.docx", content)
    services.search.make_ready()
    services.attachments.add("routine", "r", "kopia.docx", content)
    assert not services.search.is_waiting()
    assert len(found(services, "brandskydd")) == 2


def test_a_file_that_is_replaced_or_taken_away_is_found_no_more(services: Services) -> None:
    services.attachments.add("routine", "r", "plan.docx", docx())
    services.search.make_ready()
    (kept,) = services.attachments.of("routine", "r")
    services.attachments.replace(kept.id, "plan.pdf", pdf("Utgang"))
    services.search.make_ready()
    assert (found(services, "brandskydd"), found(services, "utgang")) == ([], [kept.id])
    services.attachments.remove(kept.id)
    assert found(services, "utgang") == []
    services.work.undo()
    assert found(services, "utgang") == [kept.id]


def test_words_go_for_good_with_their_file(services: Services) -> None:
    services.attachments.add("routine", "r", "plan.docx", docx())
    services.search.make_ready()
    (kept,) = services.attachments.of("routine", "r")
    services.attachments.remove(kept.id)
    services.trash.empty()
    assert services.file.store.rows(Attachment) == ()
    assert services.file.db.asked("SELECT COUNT(*) FROM search_text") == [(0,)]
