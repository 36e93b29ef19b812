"""A reader hears the writer's words in Swedish and the program's in the language of the print."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from io import BytesIO

import pikepdf
import pytest

from styrdesk.base.i18n import PSEUDO
from styrdesk.domain.catalogue import PLAN_TABLES
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import Approval, PlanStatus
from tests.helpers.pdf_checks import Reading, validator_findings
from tests.reports.namndplan import small
from tests.reports.namndplan.printed import demo, document_print, printed

PASSAGE = '<p>Vi kallar det <span lang="en">a learning organisation</span> i kommunen.</p>'
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_OURS = {"Cause:", "Consequence:", ". Source:", ". Responsible:", "Juni"}
"""The program's words that stand between brackets of their own, or come from elsewhere."""
_NEUTRAL = {"tkr"}


def every_kind(**changes: object) -> PlanDocument:
    """The small plan with a passage in English, and words in every field that is printed."""
    full = small.document()
    block = replace(full.block[0], body=PASSAGE)
    plan = small.plan(document_owner="Direktören", **changes)
    risks = tuple(replace(r, cause="Sjukdom", consequence="Klagomål") for r in full.risk)
    indicators = tuple(replace(i, source="Egen mätning", responsible="Ås") for i in full.indicator)
    return replace(
        full, block=(block, *full.block[1:]), plan=(plan,), risk=risks, indicator=indicators
    )


def words_of(document: PlanDocument) -> set[str]:
    """What the writer wrote in the registers: every text of two words' length or more."""
    values = (
        getattr(row, f.name)
        for table in PLAN_TABLES
        for row in document.rows(table)
        for f in fields(row)
    )
    return {value for value in values if type(value) is str and len(value) >= 10}


def misread(reading: Reading, document: PlanDocument) -> list[tuple[str, str]]:
    """Stretches told in the wrong language, where the program's words stand in brackets."""
    written, wrong = words_of(document), []
    for language, text in reading.voices():
        if text == "a learning organisation":
            right = language == "en"
        elif text.startswith("[Bar chart"):  # one Alt, with the writer's title in it
            right = language == PSEUDO
        elif "[" in text or "]" in text or text in _OURS:
            right = language == PSEUDO and not any(words in text for words in written)
        else:
            right = language == "sv-SE" or not _LETTERS.search(text) or text in _NEUTRAL
        if not right:
            wrong.append((language, text))
    return wrong


@pytest.mark.parametrize(
    "document",
    [
        every_kind(),
        every_kind(status=PlanStatus.DRAFT),
        every_kind(approval=Approval.MINUTES, approval_names="Anna Ås", approval_method="Freja"),
        small.bare(),
    ],
    ids=["decided", "draft", "minutes", "no rows"],
)
def test_no_word_is_read_in_another_s_language(document: PlanDocument) -> None:
    assert misread(document_print(document, PSEUDO).reading, document) == []


def test_a_print_without_languages_is_seen_to_be_misread() -> None:
    with pikepdf.open(BytesIO(document_print(every_kind(), PSEUDO).data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem":
                one["/Lang"] = pikepdf.String(PSEUDO)
        out = BytesIO()
        pdf.save(out)
    assert misread(Reading(out.getvalue()), every_kind())


def test_an_english_print_of_the_demo_tells_its_swedish() -> None:
    voices = {text: told for told, text in printed(2026, "en").reading.voices()}
    assert voices[demo(2026).document.the_plan.title] == "sv-SE"
    assert voices["Document information"] == "en-GB"
    assert validator_findings(printed(2026, "en").data) == []


def test_the_program_s_abbreviations_are_read_as_the_words_they_stand_for() -> None:
    for language, told, words in (
        (
            "sv",
            "sv-SE",
            ("Sannolikhet", "Konsekvens", "Riskvärde", "ingen uppgift", "tusen kronor"),
        ),
        ("en", "en-GB", ("Likelihood", "Impact", "Risk value", "no data", "thousand kronor")),
    ):
        assert {(told, word) for word in words} <= set(printed(2026, language).reading.voices())


def test_a_swedish_print_needs_to_tell_no_language_but_a_passage_s_own() -> None:
    made = document_print(every_kind())
    told = [str(node.element.Lang) for node in made.reading.root.walk() if "/Lang" in node.element]
    assert told == ["en"]
    assert ("en", "a learning organisation") in made.reading.voices()
