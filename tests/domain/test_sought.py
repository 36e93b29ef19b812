"""Finding a person in running text, and that nothing of them is left when written over."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.i18n import LANGUAGES, use_language
from styrdesk.domain import free_table, richtext
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.free_table import FreeColumn, FreeRow, FreeTable
from styrdesk.domain.richtext import Paragraph, Text
from styrdesk.domain.sought import Sought, asked_for, label, number_in, strings

NAME = Sought(("Åsa Öberg",))
MAIL = Sought(("asa.oberg@kommun.se",))
PERSONAL = Sought(("19640823-3234",))
PHONE = Sought(("070-123 45 67",))


@pytest.mark.parametrize(
    ("sought", "text"),
    [
        (NAME, "Hej Åsa Öberg!"),
        (NAME, "ÅSA ÖBERG"),
        (NAME, "Åsa Öbergs mat"),
        (NAME, "Åsa\u00a0Öberg"),
        (NAME, "Åsa Ö\u00adberg"),
        (NAME, "A\u030asa O\u0308berg"),
        (NAME, "Öberg, Åsa"),
        (NAME, "Åsa\nÖberg"),
        (NAME, "<p>Åsa <b>Öberg</b></p>"),
        (NAME, "<p><i>Åsa</i> Öberg sade</p>"),
        (MAIL, "skriv till Asa.Oberg@kommun.se."),
        (MAIL, '<p><a href="mailto:asa.oberg@kommun.se">mejla</a></p>'),
        (PERSONAL, "640823-3234"),
        (PERSONAL, "19640823 3234"),
        (PERSONAL, "6408233234"),
        (Sought(("640823-3234",)), "19640823-3234"),
        (PHONE, "0701234567"),
        (PHONE, "+46 70 123 45 67"),
        (PHONE, "+46 (0)70-1234567"),
        (Sought(("+46701234567",)), "070 - 123 45 67"),
    ],
)
def test_a_person_is_found_however_they_are_written(sought: Sought, text: str) -> None:
    assert text in sought
    written_over = sought.replaced(text, "N")
    assert written_over not in sought
    if text.startswith("<"):
        assert richtext.parse(written_over)


@pytest.mark.parametrize(
    ("sought", "text"),
    [
        (NAME, "Åsa Öbergsson"),
        (NAME, "Asa Oberg"),
        (NAME, "Åsa"),
        (NAME, ""),
        (MAIL, "fasa.oberg@kommun.se"),
        (PERSONAL, "11640823-32345"),
        (PERSONAL, "1640823-3234"),
        (PHONE, "9070-123 45 67"),
        (PHONE, "070-123 45 68"),
        (Sought(("Span",)), '<p><span lang="en">word</span></p>'),
        (Sought(("titel",)), free_table.write(FreeTable((FreeColumn("titel", "A"),)))),
        (Sought(()), "Åsa Öberg"),
    ],
)
def test_nobody_else_is(sought: Sought, text: str) -> None:
    assert text not in sought
    assert sought.replaced(text, "N") == text


def test_what_stands_around_stays() -> None:
    assert NAME.replaced("Hej Åsa Öberg, hej!", "Någon") == "Hej Någon, hej!"
    assert NAME.replaced("<p><b>Åsa</b> Öbergs mat</p>", "N") == "<p><b>N</b>s mat</p>"
    mail = '<p><a href="mailto:asa.oberg@kommun.se">mejla</a></p>'
    assert richtext.parse(MAIL.replaced(mail, "Avidentifierad person 1"))


def test_a_free_table_is_written_over_in_its_cells() -> None:
    table = FreeTable((FreeColumn("a", "Åsa Öberg"),), (FreeRow("r", ("till Åsa Öberg",)),))
    made = free_table.read(NAME.replaced(free_table.write(table), "N"))
    assert (made.columns[0].title, made.rows[0].cells) == ("N", ("till N",))


words = st.text(st.sampled_from("aåÖ bé<>&\"'-\u00ad\n1"), max_size=6)


@given(st.lists(st.one_of(words, st.sampled_from(("Åsa", "Öberg", "åsa", "ÖBERG"))), max_size=12),
       st.lists(st.booleans(), min_size=12, max_size=12))  # fmt: skip
def test_nothing_is_left_in_rich_text_which_can_still_be_read(
    runs: list[str], bold: list[bool]
) -> None:
    marked = tuple(Text(run, bold=b) for run, b in zip(runs, bold, strict=False) if run)
    text = richtext.write((Paragraph(richtext.merge(marked)),)) if marked else ""
    made = NAME.replaced(text, "N")
    assert made not in NAME
    plain = richtext.plain(richtext.parse(made)) if made else ""
    assert plain not in NAME
    assert (made == text) == (text not in NAME)


def test_a_passage_is_the_lines_it_stands_in_with_the_hits_told_apart() -> None:
    assert NAME.passage("Först.\nSedan kom Åsa Öberg.\nSist.") == (
        ("Sedan kom ", False), ("Åsa Öberg", True), (".", False),
    )  # fmt: skip
    long = NAME.passage("ord " * 300 + "Åsa Öberg " + "ord " * 300)
    assert ("Åsa Öberg", True) in long
    assert len("".join(said for said, _hit in long)) < 500
    assert ("Åsa\nÖberg", True) in NAME.passage("Åsa\nÖberg")


def test_what_is_looked_for_is_whole_lines() -> None:
    sought = asked_for("  Åsa   Öberg\n\nasa@x.se\nÅsa Öberg\n", ["p"])
    assert sought == Sought(("Åsa Öberg", "asa@x.se"), frozenset({"p"}))
    for wrong in ("", "\n", "a", "-", "\n".join(f"namn {n}" for n in range(30))):
        with pytest.raises(RuleBroken) as refused:
            asked_for(wrong)
        assert refused.value.field == "words"
    assert asked_for("", ["p"]).people == {"p"}


def test_numbers_of_anonymous_people_are_found_again() -> None:
    assert number_in(f"Först {label(3)}, sedan {label(12)} igen") == 12
    assert number_in("Ingen") == 0


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_is_written_is_swedish_whatever_the_window_speaks(spoken: str) -> None:
    use_language(spoken)
    assert label(3) == "Avidentifierad person 3"


def test_texts_of_json_are_its_values() -> None:
    assert [*strings(json.loads('{"a": ["b", {"c": "d"}], "e": 1}'))] == ["b", "d"]
