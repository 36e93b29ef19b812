"""`styrdesk extract`: all that is told of a person, as JSON or a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from styrdesk import bootstrap
from styrdesk.domain.case import Case, CaseEvent, Happened
from styrdesk.domain.organisation import Person
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService

NAME = "Zaphod Beeblebrox"


@contextmanager
def opened(file: Path) -> Iterator[Services]:
    services = bootstrap.open_services(file, SettingsService(file.parent / "other"))
    yield services
    services.file.close()


@pytest.fixture
def told_of(file: Path) -> Path:
    """The file, with a person who handles a secret case that tells of them."""
    with opened(file) as services:
        services.people.add(Person("z", NAME))
        services.case_flow.begin()
        (committee,) = services.committees.rows()
        today = services.clock.today()
        kind = services.cases.types()[0].id
        case = Case("k", committee.id, kind, arrived=today, title="Mat", body=f"Av {NAME}")
        services.cases.add(case)
        services.cases.save(_secret(services))
    return file


def _secret(services: Services) -> Case:
    return replace(services.cases.get("k"), handler_id="z", secret=True)


def test_a_person_is_told_of_by_words_and_by_what_points_at_them(run, told_of: Path) -> None:
    told = run("extract", told_of, *NAME.split(), "--json").json
    assert [(line["table"], line["words"]) for line in told["lines"]] == [("person", NAME)]
    assert told["words"] == [NAME]
    assert told["hidden"]


def test_a_pdf_is_made(run, told_of: Path, tmp_path: Path) -> None:
    out = tmp_path / "utdrag.pdf"
    answer = run("extract", told_of, NAME, "--out", out)
    assert answer.code == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_secret_cases_ask_for_a_reason_that_is_noted(run, told_of: Path) -> None:
    told = run("extract", told_of, NAME, "--reason", "Begäran om utdrag").json
    found = {(line["table"], line["words"]) for line in told["lines"]}
    assert found >= {("case", f"Av {NAME}"), ("case", "pekar på personen")}
    with opened(told_of) as services:
        where = {"case_id": "k", "kind": Happened.OPENED}
        (event,) = services.file.store.rows(CaseEvent, where)
        assert event.what == "Begäran om utdrag"


def test_words_that_stand_everywhere_are_refused(run, file: Path) -> None:
    answer = run("extract", file, "a")
    assert answer.code == 4
    assert len(answer.err.splitlines()) == 1
