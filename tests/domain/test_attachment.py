"""Names of kept files: nothing that a disk or a reader stumbles over comes out of one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from styrdesk.domain.attachment import DOCX, PDF, SUFFIXES, safe_name

DEVICES = ("con", "prn", "aux", "nul", "com1", "lpt9")
NAMES = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            ["..", "/", "\\", "C:", "CON", "com¹", ".pdf", ".PDF", ".exe", ".docx", " ", "\u202e",
             "\u200f", "\0", "\n", ".", "5", "å", "a\u030a", "𐐷", "\u200d"]
        ),
        max_size=12,
    ).map("".join),
)  # fmt: skip


@given(NAMES, st.sampled_from(sorted(SUFFIXES)))
@example("CON.5", PDF)
@example("𐐷" * 300, DOCX)
def test_fault_54_any_name_becomes_one_that_every_disk_takes(name: str, media_type: str) -> None:
    made = safe_name(name, media_type)
    stem = made.removesuffix(SUFFIXES[media_type])
    assert stem
    assert made.endswith(SUFFIXES[media_type])
    assert len(made.encode()) <= 220
    assert not set(made) & set('<>:"/\\|?*')
    assert all(unicodedata.category(letter)[0] != "C" for letter in made)
    assert made == made.strip()
    assert not made.startswith(".")
    assert not stem.endswith((" ", "."))
    assert stem.split(".")[0].strip().lower() not in DEVICES
    assert unicodedata.is_normalized("NFC", made)
    assert safe_name(made, media_type) == made


@pytest.mark.parametrize(
    ("name", "media_type", "made"),
    [
        ("Policy.pdf", PDF, "Policy.pdf"),
        ("policy.PDF", PDF, "policy.pdf"),
        ("policy.pdf.exe", PDF, "policy_pdf_exe.pdf"),
        ("policy.exe.pdf", PDF, "policy_exe.pdf"),
        ("policy.docx", PDF, "policy.pdf"),
        ("Riktlinje 2.1.docx", DOCX, "Riktlinje 2.1.docx"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        (r"C:\Users\åsa\Skola?.pdf", PDF, "Skola.pdf"),
        ("rapport\u202efdp.exe", PDF, "rapportfdp_exe.pdf"),
        ("nul", PDF, "_nul.pdf"),
        ("Com1.pdf", PDF, "_Com1.pdf"),
        ("CON.5.pdf", PDF, "_CON.5.pdf"),
        ("....", PDF, "_.pdf"),
        ("", PDF, "_.pdf"),
        ("foto.jpeg", "image/jpeg", "foto.jpg"),
        ("A\u030arsplan.pdf", PDF, "Årsplan.pdf"),
        ("COM¹", PDF, "_COM¹.pdf"),
        ("a\nb\tc.pdf", PDF, "abc.pdf"),
        ('"vad?" <1>|*.pdf', PDF, "vad 1.pdf"),
        ("計" * 120 + ".pdf", PDF, "計" * 66 + ".pdf"),
        ("x" * 300, PDF, "x" * 200 + ".pdf"),
        ("å" * 300, PDF, "å" * 100 + ".pdf"),
    ],
)
def test_fault_54_what_is_left_of_a_name(name: str, media_type: str, made: str) -> None:
    assert safe_name(name, media_type) == made
