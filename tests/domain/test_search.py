"""What a record is found by, and how the hit is shown: rules without a file."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.organisation import Person
from styrdesk.domain.plan import Block, BlockKind, Chapter
from styrdesk.domain.record import Record
from styrdesk.domain.search import (
    INSIDE,
    asked,
    entry,
    grams,
    is_masked,
    marked,
    masks,
    needle,
    padded,
    snippet,
    texts,
    words_of,
)

LETTERS = st.text(alphabet="abåäöéÅÄÖ§ 12(-", max_size=30)


def all_of(record: Record) -> str:
    made = entry(record)
    return made.head + made.body if made else ""


def finds(typed: str, text: str) -> bool:
    held = padded(words_of(text))
    return all(needle(word) in held for word in asked(typed))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("redovis", "Årsredovisning 2026"),
        ("ÅRSRED", "årsredovisning"),
        ("å", "På Ånn"),
        ("V1", "(V1) Trygghet"),
        ("§ 9", "KS § 9"),
        ("kafe", "Kafé"),
        ("2026/118", "BUN 2026/1187"),
        ("skola budget", "Budget för Norra skolan"),
    ],
)
def test_a_word_is_found_by_its_beginning_or_from_three_letters_inside(
    typed: str, text: str
) -> None:
    assert finds(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("ara", "ära"), ("ars", "års"), ("ol", "skola"), ("1", "V1"), ("skola mål", "skola")],
)
def test_swedish_letters_stay_apart_and_short_words_are_beginnings(typed: str, text: str) -> None:
    assert not finds(typed, text)


@given(LETTERS, LETTERS)
def test_where_a_word_is_found_all_its_runs_of_three_stand(typed: str, text: str) -> None:
    held = padded(words_of(text))
    for word in asked(typed):
        assert all(len(gram) == INSIDE for gram in grams(word))
        if needle(word) in held:
            assert all(gram in held for gram in grams(word))


@given(LETTERS, LETTERS)
def test_the_parts_of_a_marked_text_are_the_text(typed: str, text: str) -> None:
    parts = marked(text, asked(typed))
    assert "".join(part for part, _hit in parts) == text
    assert any(hit for _part, hit in parts) == any(finds(word, text) for word in asked(typed))


def test_names_stand_apart_from_the_rest() -> None:
    made = entry(Person("p", name="Anna Ek", title="Rektor", email="anna.ek@example.se"))
    assert made is not None
    assert made.head == "  anna  ek  "
    assert made.body == "  rektor  anna  ek  example  se  "


def test_ids_and_the_templates_instructions_are_no_words() -> None:
    key = new_id()
    chapter = Chapter(key, plan_id=new_id(), title="Mål", instruction="Skriv kort.")
    assert all_of(chapter) == "  mål    "


def test_rich_text_and_tables_are_read_without_their_marks_and_without_what_is_secret() -> None:
    runs = (richtext.Text("Öppet "), richtext.Text("dolt", secret=True))
    body = richtext.write((richtext.Paragraph(runs),))
    block = Block("b", chapter_id="c", kind=BlockKind.TEXT, body=body)
    assert all_of(block) == "    öppet  "


def test_an_empty_record_is_not_found() -> None:
    assert entry(Block("b", chapter_id="c", kind=BlockKind.GOALS)) is None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A record that may be masked."""

    id: str
    secret: bool = True


def test_a_record_that_says_it_is_secret_is_masked() -> None:
    assert is_masked(Hidden("a"))
    assert not is_masked(Hidden("a", secret=False))
    assert masks(Hidden)
    assert not masks(Person)
    assert entry(Hidden("a")) is None


def test_the_snippet_is_of_the_field_that_holds_most_of_the_words() -> None:
    long = "Början. " * 30 + "Vi har nio rektorer i förskolan. " + "Slut. " * 60
    person = Person("p", name="Anna", title="Rektor", email=long)
    spec, said = snippet(person, asked("rektor förskol"))
    assert spec is not None
    assert spec.name == "email"
    assert [part for part, hit in said if hit] == ["rektor", "förskol"]
    assert said[0] == ("… ", False)
    assert said[-1] == (" …", False)


def test_where_the_name_is_the_hit_no_snippet_is_needed() -> None:
    assert snippet(Person("p", name="Anna"), asked("anna")) == (None, ())
    assert [spec.name for spec, _text in texts(Person("p", name="Anna"))] == ["name"]
