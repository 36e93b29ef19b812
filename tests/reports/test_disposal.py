"""The record of a gallring on paper: conforms, and says all but what went."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from styrdesk.domain.disposal import Disposal
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports import printing
from styrdesk.reports.disposal import SPEC
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings


@pytest.fixture(scope="module")
def demo() -> Iterator[Services]:
    with demo_services() as services:
        yield services


def read(services: Services, choice: str, language: str) -> str:
    """What a screen reader reads of a print that conforms."""
    data = printing.collect(SPEC, services, choice, language)
    content = printing.render(SPEC.render, data, language)
    assert validator_findings(content) == []
    reading = Reading(content)
    assert reading.findings() == []
    return " ".join(spoken(reading.root.text()).split())


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_conforms_and_tells_rule_basis_days_number_and_what_was_left(
    demo: Services, language: str
) -> None:
    (choice,) = SPEC.choices(demo)
    said = read(demo, choice.id, language)
    one = demo.disposals.log()[0]
    (left,) = demo.disposals.exemptions(one.id)
    for words in (one.decision, one.by, one.committee, left.name, left.reason, str(one.number)):
        assert words in said
    for line in demo.disposals.lines(one.id):
        assert line.rule in said
        assert line.basis in said
        assert f"{line.earliest} – {line.until}" in said


def test_where_nothing_was_left_it_says_so(demo: Services) -> None:
    with demo.work.step("Note"):
        demo.file.store.save(Disposal("d", "2026-10-01T09:00:00+02:00", "", "§ 1", None, 0))
    said = read(demo, "d", "en")
    assert "Nothing was left of what the rules spoke of." in said
    assert "All committees" in said
    demo.work.undo()


def test_of_what_is_not_noted_there_is_no_print(demo: Services) -> None:
    with pytest.raises(RuleBroken):
        SPEC.collect(demo, "none")
