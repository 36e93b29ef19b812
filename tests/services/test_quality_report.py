"""The report on quality: what it counts, and that a decision freezes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee
from styrdesk.domain.quality_report import Section, read, written
from styrdesk.domain.self_check import CheckResult, SelfCheck, SelfCheckMeasure
from styrdesk.reports.quality_report.data import collect
from styrdesk.services.catalogue import Services
from tests.helpers.files import empty_services

DAY = date(2025, 3, 4)


@pytest.fixture
def services() -> Iterator[Services]:
    """A nämnd with two self-checks of its own and one of another time."""
    with empty_services() as made:
        made.committees.add(Committee("c1", name="Miljönämnden"))
        _fill(made)
        yield made


def _fill(services: Services) -> None:
    add = services.self_checks.add
    made = SelfCheck("a", "c1", "Locks", done_on=DAY, result=CheckResult.AS_REQUIRED)
    add(made)
    add(replace(made, id="b", title="Fridges", result=CheckResult.PARTLY, deviations=3))
    add(replace(made, id="old", title="Doors", done_on=date(2024, 3, 4)))
    add(replace(made, id="all", title="Rounds", committee_id=None))
    measures = services.self_check_measures.add
    measures(SelfCheckMeasure("m1", "b", "Warm", "New fridge", done_on=DAY, effect="Cold"))
    measures(SelfCheckMeasure("m2", "b", "Warm", "New list"))
    services.quality.begin("c1", 2025)


def section(services: Services, key: str) -> Section:
    report = services.quality.find("c1", 2025)
    assert report is not None
    return next(one for one in services.quality.figures(report).sections if one.key == key)


def test_the_self_checks_of_the_committee_and_year_are_counted(services: Services) -> None:
    found = section(services, "self_checks")
    assert dict(found.facts) == {
        "Planerade för året": "0",
        "Utförda kontroller": "2",
        "Försenade kontroller": "0",
        "Avvikelser": "3",
        "Åtgärder klara": "1 av 2",
    }
    (chart,) = found.charts
    assert [(line.name, line.now, line.before) for line in chart.table.lines] == [
        ("Enligt kraven", 1, 1),
        ("Delvis enligt kraven", 1, 0),
        ("Inte enligt kraven", 0, 0),
    ]
    checks, measures = found.lists
    assert [row[0] for row in checks.rows] == ["Locks", "Fridges"]
    assert measures.rows == (
        ("Fridges", "New fridge", "", "2025-03-04", "Cold"),
        ("Fridges", "New list", "", "", ""),
    )


def test_figures_are_read_as_they_were_written(services: Services) -> None:
    report = services.quality.find("c1", 2025)
    assert report is not None
    figures = services.quality.figures(report)
    assert read(written(figures)) == figures


def test_a_decision_freezes_figures_text_and_print(services: Services) -> None:
    quality = services.quality
    report = quality.find("c1", 2025)
    assert report is not None
    text = replace(quality.text(report.id, "self_checks"), body="<p>Better.</p>")
    services.quality_texts.save(text)
    quality.decide(report.id, DAY, "§ 12")
    before = collect(services, report.id)
    services.self_checks.add(SelfCheck("late", "c1", "New", done_on=DAY))
    assert collect(services, report.id) == before
    assert before.report.decided_on == DAY
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_texts.save(replace(text, body="<p>Worse.</p>"))
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_texts.delete(text.id)
    with pytest.raises(RuleBroken, match="beslutad"):
        quality.decide(report.id, DAY, "§ 13")


def test_there_is_one_report_for_a_committee_and_year(services: Services) -> None:
    with pytest.raises(RuleBroken, match="redan"):
        services.quality.begin("c1", 2025)
    services.quality.begin("c1", 2026)
    assert [one.year for one in services.quality.every()] == [2026, 2025]


def test_a_decision_has_a_day(services: Services) -> None:
    report = services.quality.find("c1", 2025)
    assert report is not None
    with pytest.raises(RuleBroken) as broken:
        services.quality.decide(report.id, None, "")
    assert broken.value.field == "decided_on"
