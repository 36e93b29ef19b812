"""Files kept with a record: what is taken in, and that they go and come back with it."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.i18n import use_language
from styrdesk.domain.attachment import (
    CSV,
    DOCX,
    DOTX,
    MAX_BYTES,
    ODT,
    OTT,
    PDF,
    POTX,
    PPTX,
    TEXT,
    XLSX,
    XLTX,
    Attachment,
)
from styrdesk.domain.errors import FileFault, FileProblem, RuleBroken
from styrdesk.domain.governing_document import DocumentType, GoverningDocument
from styrdesk.services import attachment, copies
from styrdesk.services.attached_file import check_attached
from styrdesk.services.catalogue import Services
from styrdesk.services.plain_text import decoded
from styrdesk.storage import file
from tests.helpers.files import empty_services

PDF_FILE = b"%PDF-1.7 what it says"
TABLE = "governing_document"


@pytest.fixture(autouse=True)
def _in_english() -> None:
    use_language("en")


def archive(*names: str, mimetype: str = "", how: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as out:
        if mimetype:
            out.writestr("mimetype", mimetype, how)
        for name in names:
            out.writestr(name, "x", zipfile.ZIP_DEFLATED)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF_FILE, PDF),
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (archive("[Content_Types].xml", "word/document.xml"), DOCX),
        (archive("xl/workbook.xml"), XLSX),
        (archive("ppt/presentation.xml"), PPTX),
        (archive("content.xml", mimetype=ODT), ODT),
        (PDF_FILE + archive("word/document.xml"), PDF),
        (b"%PDF-" + b"x" * (MAX_BYTES - 5), PDF),
    ],
    ids=[
        "pdf",
        "png",
        "jpeg",
        "docx",
        "xlsx",
        "pptx",
        "odt",
        "a pdf that is an archive too",
        "25 MB",
    ],
)
def test_a_file_is_what_its_content_says(content: bytes, kind: str) -> None:
    assert check_attached(content) == kind


def typed(part: str, said: str) -> bytes:
    """An office document that says what its main part is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(part, "x")
        out.writestr("[Content_Types].xml", f"<Types><Override ContentType='{said}'/></Types>")
    return made.getvalue()


OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (typed("word/document.xml", OFFICE + "wordprocessingml.template.main+xml"), DOTX),
        (typed("word/document.xml", OFFICE + "wordprocessingml.document.main+xml"), DOCX),
        (typed("xl/workbook.xml", OFFICE + "spreadsheetml.template.main+xml"), XLTX),
        (typed("ppt/presentation.xml", OFFICE + "presentationml.template.main+xml"), POTX),
        (archive("content.xml", mimetype=OTT), OTT),
    ],
    ids=["dotx", "docx", "xltx", "potx", "ott"],
)
def test_a_template_is_kept_as_one(content: bytes, kind: str) -> None:
    assert check_attached(content) == kind


def test_a_part_that_does_not_unpack_is_no_document() -> None:
    content = typed("word/document.xml", "document" * 2000)
    name = content.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    with pytest.raises(RuleBroken, match="type PDF"):
        check_attached(content[:name] + b"\xff" * 20 + content[name + 20 :])


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"%PDF-" + b"x" * MAX_BYTES, "25 MB"),
        (b"MZ\x90\0 a program", "type PDF"),
        (b"<html>", "type PDF"),
        (archive("a.exe"), "type PDF"),
        (b"PK\x03\x04 and no more", "type PDF"),
        (b"MZ" + archive("word/document.xml"), "type PDF"),
        (archive("word/document.xml", "word/vbaProject.bin"), "macros"),
        (archive("word/document.xml", "WORD/VBAPROJECT.BIN"), "macros"),
        (archive("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), "macros"),
        (archive("Basic/script-lc.xml", mimetype=ODT), "macros"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "type PDF"),
        (archive(mimetype=ODT + " " * 10_000_000, how=zipfile.ZIP_DEFLATED), "type PDF"),
        (archive("word/document.xml", *(f"{n}" for n in range(10_001))), "type PDF"),
    ],
    ids=[
        "empty", "large", "exe", "html", "zip", "no archive", "exe and docx", "docm", "DOCM",
        "old macros", "odt macros", "ods", "bomb", "10,000 parts",
    ],
)  # fmt: skip
def test_what_is_not_kept_says_why(content: bytes, why: str) -> None:
    with pytest.raises(RuleBroken, match=why):
        check_attached(content)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("name", "kind"), [("a.txt", TEXT), ("A.CSV", CSV)])
def test_text_is_kept_where_it_is_called_so(code: str, name: str, kind: str) -> None:
    assert check_attached("Köket;är för litet €\r\n\tja".encode(code), name) == kind


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"Ordinary words", "a.html"),
        (b"Ordinary words", "a.txt.bat"),
        (b"Ordinary words", ""),
        (b"MZ\x90\0 a program", "a.txt"),
        (b"\x1b[2J", "a.txt"),
        (b"a \x81 b", "a.csv"),
        (b"\xff\xfea", "a.txt"),
        (archive("a.exe"), "a.txt"),
        (b"x" * (MAX_BYTES + 1), "a.txt"),
    ],
    ids=[
        "a page", "a script", "no name", "a program", "a terminal's", "no letter", "half a letter",
        "an archive", "large",
    ],
)  # fmt: skip
def test_what_is_called_text_must_be_text_and_no_other_text_is_kept(
    content: bytes, name: str
) -> None:
    with pytest.raises(RuleBroken):
        check_attached(content, name)


@given(st.binary(max_size=40))
def test_no_file_that_is_kept_as_text_holds_what_no_text_does(content: bytes) -> None:
    with suppress(RuleBroken):
        if check_attached(content, "a.txt") == TEXT:
            text = decoded(content) or ""
            assert all(letter in "\t\n\r\f" or letter >= " " for letter in text)


@given(st.data())
def test_a_damaged_archive_is_refused_and_never_a_bug(data: st.DataObject) -> None:
    content = bytearray(archive("word/document.xml", mimetype=ODT))
    for _time in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(2, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    with suppress(RuleBroken):
        assert check_attached(bytes(content)) in {DOCX, ODT}


def test_an_archive_whose_parts_end_too_early_is_refused() -> None:
    content = bytearray(archive("word/document.xml", mimetype=ODT))
    content[29] = 1  # what comes before a part is told to be longer than it is
    content[227] = 0
    with pytest.raises(RuleBroken):
        check_attached(bytes(content))


# ---- kept ----------------------------------------------------------------------------------------


@pytest.fixture
def services() -> Iterator[Services]:
    with empty_services() as made:
        made.document_types.add(DocumentType("t", name="Policy"))
        made.governing_documents.add(
            GoverningDocument("d", title="Resepolicy", document_type_id="t")
        )
        yield made
        made.attachments.opened.close()


def kept(services: Services) -> list[str]:
    return [one.name for one in services.attachments.of(TABLE, "d")]


def add(services: Services, name: str, content: bytes = PDF_FILE) -> Attachment:
    before = set(services.attachments.of(TABLE, "d"))
    services.attachments.add(TABLE, "d", name, content)
    return (set(services.attachments.of(TABLE, "d")) - before).pop()


def test_fault_54_a_file_is_kept_under_a_safe_name_with_its_size_and_day(
    services: Services,
) -> None:
    held = add(services, r"C:\Dokument\Resepolicy.exe")
    assert (held.name, held.media_type, held.size) == ("Resepolicy_exe.pdf", PDF, len(PDF_FILE))
    assert held.added_on == services.clock.today()
    assert services.attachments.content(held) == PDF_FILE


def test_a_refused_file_leaves_nothing(services: Services) -> None:
    before = services.work.last
    with pytest.raises(RuleBroken):
        services.attachments.add(TABLE, "d", "a.pdf", b"MZ")
    assert kept(services) == []
    assert services.work.last is before


def test_attaching_replacing_and_removing_are_undone_with_their_content(
    services: Services,
) -> None:
    held = add(services, "a.pdf")
    services.attachments.replace(held.id, "b.pdf", b"%PDF-1.7 other")
    services.attachments.remove(held.id)
    assert kept(services) == []
    services.work.undo()
    assert kept(services) == ["b.pdf"]
    services.work.undo()
    (now,) = services.attachments.of(TABLE, "d")
    assert (now.name, services.attachments.content(now)) == ("a.pdf", PDF_FILE)
    services.work.undo()
    assert kept(services) == []
    services.work.redo()
    assert services.attachments.content(services.attachments.of(TABLE, "d")[0]) == PDF_FILE


def test_files_go_to_the_trash_with_their_document_and_come_back(services: Services) -> None:
    add(services, "a.pdf")
    add(services, "a.pdf", b"%PDF-1.7 other")
    services.governing_documents.delete("d")
    assert kept(services) == []
    (lost,) = services.trash.rows().rows(0, 9)
    services.trash.restore(lost.id)
    assert kept(services) == ["a.pdf", "a.pdf"]
    contents = {services.attachments.content(one) for one in services.attachments.of(TABLE, "d")}
    assert contents == {PDF_FILE, b"%PDF-1.7 other"}


def test_a_file_opens_as_a_copy_that_is_gone_when_the_session_ends(services: Services) -> None:
    path = services.attachments.open(add(services, "a.pdf"))
    assert path.read_bytes() == PDF_FILE
    services.attachments.opened.close()
    assert not path.exists()


def test_a_disk_that_takes_no_copy_is_told(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = add(services, "a.pdf")

    def full(_name: str, _content: bytes) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(services.attachments.opened, "put", full)
    with pytest.raises(FileProblem, match="No space left"):
        services.attachments.open(held)


def test_fault_52_a_large_file_is_read_no_further_than_it_takes_to_refuse_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "film.mov"
    with path.open("wb") as out:
        out.truncate(MAX_BYTES * 40)
    assert len(attachment.read_for_keeping(path)) == MAX_BYTES + 1
    with pytest.raises(FileProblem) as told:
        attachment.read_for_keeping(tmp_path)
    assert told.value.fault is FileFault.UNREADABLE


def test_files_are_in_a_copy_and_a_removed_one_is_in_no_byte_of_one_without_history(
    services: Services, tmp_path: Path
) -> None:
    gone, stays = os.urandom(4000), os.urandom(4000)  # nothing makes these smaller
    held = add(services, "hemlig.pdf", b"%PDF-" + gone)
    add(services, "b.pdf", b"%PDF-" + stays)
    services.attachments.remove(held.id)
    whole, bare = tmp_path / "whole.styrdesk", tmp_path / "bare.styrdesk"
    copies.save_copy(services, whole)
    copies.save_copy_without_history(services, bare)
    assert gone[100:200] in whole.read_bytes()
    content = bare.read_bytes()
    assert gone[100:200] not in content
    assert b"hemlig.pdf" not in content
    opened = file.open_file(bare)
    (row,) = opened.store.rows(Attachment)
    assert opened.blobs.get(row.file)[1] == b"%PDF-" + stays
    opened.close()
