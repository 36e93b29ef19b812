"""A kept file has a name that can be shown and saved anywhere, whatever it was called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.domain.attachment import DOCX, PDF, SUFFIXES, safe_name


@pytest.mark.parametrize(
    ("name", "media_type", "safe"),
    [
        ("Rutin v1.2.pdf", PDF, "Rutin v1.2.pdf"),
        ("rutin.PDF", PDF, "rutin.pdf"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("C:\\Temp\\årsplan.docx", DOCX, "årsplan.docx"),
        ("faktura.pdf.exe", PDF, "faktura_pdf_exe.pdf"),
        ("faktura.exe.pdf", PDF, "faktura_exe.pdf"),
        ("bild\u202egpj.exe", "image/jpeg", "bildgpj_exe.jpg"),
        ("con.pdf", PDF, "_con.pdf"),
        ("COM¹", PDF, "_COM¹.pdf"),
        ("...", PDF, "_.pdf"),
        ("", PDF, "_.pdf"),
        ("a\nb\tc.pdf", PDF, "abc.pdf"),
        ('"vad?" <1>|*.pdf', PDF, "vad 1.pdf"),
        ("bild.jpeg", "image/jpeg", "bild.jpg"),
    ],
)
def test_a_name_is_made_safe(name: str, media_type: str, safe: str) -> None:
    assert safe_name(name, media_type) == safe


@given(name=st.text(max_size=400), media_type=st.sampled_from(sorted(SUFFIXES)))
def test_any_name_can_be_saved_on_any_disk(name: str, media_type: str) -> None:
    safe = safe_name(name, media_type)
    assert safe.endswith(SUFFIXES[media_type])
    assert len(safe.encode("utf-8", "surrogatepass")) <= 220
    assert not set(safe) & set('<>:"/\\|?*\0\n\r')
    assert safe == safe.strip()
    assert safe_name(safe, media_type) == safe


def test_a_long_name_in_any_script_is_shortened_between_letters() -> None:
    safe = safe_name("計" * 120 + ".pdf", PDF)
    assert safe == "計" * 66 + ".pdf"
