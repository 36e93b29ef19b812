"""The extract of personal data: PDF/UA-1 and PDF/A-2a, what art. 15 asks for, and the JSON."""

from __future__ import annotations

import json

import pytest

from styrdesk.base.i18n import speaking
from styrdesk.domain.case import Cause
from styrdesk.domain.organisation import Person
from styrdesk.domain.sought import asked_for
from styrdesk.reports import printing
from styrdesk.reports.personal_data import SPEC
from styrdesk.reports.personal_data.data import ExtractPrint, as_json, of
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings

OTHER = "Ingrid Lund"


def written(services: Services) -> str:
    """Somebody of the example, of whom a case tells, together with another."""
    services.people.add(Person("other", OTHER))
    first = services.people.rows()[0]
    case = services.cases.rows({"secret": False, "closed_on": None})[0]
    services.causes.save(Cause("c", case.id, f"{first.name} talade med {OTHER}"))
    return first.id


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_conforms_and_says_what_the_article_asks_for(language: str) -> None:
    with demo_services() as services:
        data = printing.collect(SPEC, services, written(services), language)
    content = printing.render(SPEC.render, data, language)
    assert validator_findings(content) == []
    reading = Reading(content)
    assert reading.findings() == []
    words = spoken(reading.root.text())
    for name, said in data.information:
        assert name in words
        assert said in words
    assert f"talade med {OTHER}" in words


def made(services: Services, left: tuple[str, ...] = (), said: str = "") -> ExtractPrint:
    with speaking("sv"):
        key = written(services)
        name = services.people.get(key).name
        return of(services, services.personal_data.find(asked_for(name, [key])), left, said)


def test_other_people_are_warned_of_and_what_is_left_out_is_counted() -> None:
    with demo_services() as services:
        data = made(services)
        assert [f.message.endswith(OTHER) for f in SPEC.warnings(data)] == [True]
    with demo_services() as services:
        left = made(services, left=("cause/c/words",))
    assert (len(left.lines), left.left_out) == (len(data.lines) - 1, 1)
    assert SPEC.warnings(left) == ()


def test_the_municipalitys_own_words_stand_in_place_of_the_programs() -> None:
    with demo_services() as services:
        data = made(services, said="Hej!\n\nVi sparar detta.")
    words = spoken(Reading(printing.render(SPEC.render, data, "sv")).root.text())
    assert "Vi sparar detta." in words
    assert "Rättslig grund" not in words


def test_the_json_holds_the_same_lines() -> None:
    with demo_services() as services:
        data = made(services)
    told = json.loads(as_json(data))
    assert len(told["lines"]) == len(data.lines)
    assert told["lines"][0]["words"] == data.lines[0].words
    assert told["information"] == dict(data.information)
