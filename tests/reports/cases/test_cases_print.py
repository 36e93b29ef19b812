"""The prints of cases: the gates of every print, and what must never stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.case import Case, CaseLetter
from styrdesk.domain.case_type import LetterKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import cases, printing
from styrdesk.reports.cases.figures import choice_of
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, validator_findings

NASTY = (
    "Hej \u200b noll bredd, \u00ad mjukt, «Åsa» – 1 450,5\n\n"
    + "arbetsmarknadsintroduktionsenheten" * 6
    + "\n\n"
    + "Ett långt stycke. " * 400
    + "\n\n\x0b{namn} <b>inte fet</b> &amp; & <"
)


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    with demo_services() as made:
        yield made


def committee(services: Services) -> str:
    return services.committees.rows()[0].id


def sound(content: bytes) -> list[str]:
    return validator_findings(content) + Reading(content).findings()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("public", [True, False])
def test_the_figures_pass_the_gates(services: Services, language: str, public: bool) -> None:
    choice = choice_of(committee(services), 2026, public=public)
    data = printing.collect(cases.FIGURES, services, choice, language)
    assert sound(printing.render(cases.FIGURES.render, data, language)) == []


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("body", [NASTY, "Hej", ""], ids=["nasty", "short", "empty"])
def test_a_letter_passes_the_gates_whatever_is_written(
    services: Services, language: str, body: str
) -> None:
    letter = services.case_letters.rows()[0]
    data = printing.collect(cases.LETTER, services, letter.id, language)
    data = replace(data, letter=replace(letter, title=body[:60], body=body))
    assert sound(printing.render(cases.LETTER.render, data, language)) == []


def test_the_committees_figures_hold_no_small_number(services: Services) -> None:
    choice = choice_of(committee(services), 2026, public=True)
    data = printing.collect(cases.FIGURES, services, choice, "sv")
    pdf = Reading(printing.render(cases.FIGURES.render, data, "sv"))
    cells = pdf.text("TD")
    assert {"17", "6", "–"} <= set(cells)
    assert not [cell for cell in cells if re.fullmatch("[1-4]", cell)]
    told = " ".join(pdf.text("P"))
    assert "Tal från 1 till 4 visas inte" in told
    assert "Ärenden per enhet: varje tal är för litet för att visas." in told


def test_the_whole_figures_hold_the_ones_counted_by_hand(services: Services) -> None:
    choice = choice_of(committee(services), 2026, public=False)
    data = printing.collect(cases.FIGURES, services, choice, "sv")
    pdf = Reading(printing.render(cases.FIGURES.render, data, "sv"))
    rows = dict(zip(pdf.text("TH"), pdf.text("TH")[1:], strict=False))
    assert "Hyttrisets skola 7–9" in rows
    (chart,) = pdf.root.named("Figure")
    assert "november 3 (2025: 1)" in str(chart.element.Alt)


def test_a_secret_cases_letter_is_offered_only_once_it_is_opened() -> None:
    with demo_services() as services:
        kind = services.cases.types()[0].id
        where = committee(services)
        services.cases.add(Case("s", where, kind, "", title="Hemligt", secret=True))
        services.case_letters.add(CaseLetter("l", "s", LetterKind.ANSWER, "Svar", "Text"))
        assert "l" not in {choice.id for choice in cases.LETTER.choices(services)}
        with pytest.raises(RuleBroken):
            cases.LETTER.collect(services, "l")
        services.case_flow.open_secret("Jag handlägger ärendet", "s")
        assert "l" in {choice.id for choice in cases.LETTER.choices(services)}


def test_a_sent_letter_keeps_its_date(services: Services) -> None:
    letter = services.case_letters.rows()[0]
    assert letter.sent_on == date(2026, 1, 15)
    data = printing.collect(cases.LETTER, services, letter.id, "sv")
    assert "15 januari 2026" in " ".join(
        Reading(cases.LETTER.render(data)).text("TD", "P", "LBody")
    )
