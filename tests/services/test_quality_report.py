"""The report on quality: what it counts, how it is decided, and opened anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee
from styrdesk.domain.quality_report import QualityReport, Section, more_of
from styrdesk.domain.self_check import CheckResult, SelfCheck, SelfCheckMeasure
from styrdesk.reports.quality_report.data import collect
from styrdesk.services.catalogue import Services
from tests.helpers.files import decide_report, empty_services

DAY = date(2025, 3, 4)
KIND = DecidedKind.QUALITY_REPORT
FACTS = Decision("Miljönämnden", DAY, "12", "2025/7")


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


def the_report(services: Services) -> QualityReport:
    found = services.quality.find("c1", 2025)
    assert found is not None
    return found


def say(services: Services, where: str, body: str) -> None:
    text = services.quality.text(the_report(services).id, where)
    services.quality_texts.save(replace(text, body=body))


def section(sections: tuple[Section, ...], key: str) -> Section:
    return next(one for one in sections if one.key == key)


def test_the_self_checks_of_the_committee_and_year_are_counted(services: Services) -> None:
    found = section(services.quality.sections("c1", 2025), "self_checks")
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


def test_a_table_that_has_not_room_for_all_tells_how_many_more_there_are(
    services: Services,
) -> None:
    with services.work.step("many"):
        for n in range(60):
            made = SelfCheck(f"m{n}", "c1", f"Nr {n}", done_on=DAY)
            services.file.store.save(made)
    listed = section(services.quality.sections("c1", 2025), "self_checks").lists[0]
    assert (len(listed.rows), listed.more) == (40, 22)
    assert more_of(listed) == "… och 22 till."


def test_every_figure_of_a_section_has_a_place_of_its_own(services: Services) -> None:
    for one in services.quality.sections("c1", 2025):
        keys = [chart.key for chart in one.charts] + [listed.key for listed in one.lists]
        assert len(set(keys)) == len(keys)
        assert all(keys)


def test_a_decision_freezes_figures_text_and_print(services: Services) -> None:
    report = the_report(services)
    say(services, "self_checks", "<p>Better.</p>")
    say(services, "self_checks/results", "<p>As last year.</p>")
    decide_report(services, KIND, report.id, FACTS)
    assert services.work.undoable() is None
    before = collect(services, report.id)
    services.self_checks.add(SelfCheck("late", "c1", "New", done_on=DAY))
    assert collect(services, report.id) == before
    head = before.content.head
    assert (head.decision.decided_on, head.decision.paragraph) == (DAY, "§\u00a012")
    found = section(before.content.sections, "self_checks")
    assert (found.text, found.charts[0].text) == ("<p>Better.</p>", "<p>As last year.</p>")
    assert [one.text for one in found.lists] == ["", ""]
    text = services.quality.text(report.id, "self_checks")
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_texts.save(replace(text, body="<p>Worse.</p>"))
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_texts.delete(text.id)
    with pytest.raises(RuleBroken, match="beslutad"):
        decide_report(services, KIND, report.id, FACTS)
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_reports.delete(report.id)


def test_a_decision_is_made_by_its_own_action(services: Services) -> None:
    with pytest.raises(RuleBroken, match="knappen för beslut"):
        services.quality_reports.save(replace(the_report(services), is_decided=True))


def test_it_is_opened_anew_and_its_next_decision_says_what_it_replaces(services: Services) -> None:
    report = the_report(services)
    with pytest.raises(RuleBroken):
        services.quality.revise(report.id)
    say(services, "self_checks", "<p>Better.</p>")
    decide_report(services, KIND, report.id, FACTS)
    services.quality.revise(report.id)
    say(services, "self_checks", "<p>Worse.</p>")
    with pytest.raises(RuleBroken, match="beslutad"):
        services.quality_reports.delete(report.id)  # what was decided is still told of it
    decide_report(services, KIND, report.id, replace(FACTS, decided_on=date(2025, 6, 1)))
    second, first = services.reports.decided(KIND, report.id)
    assert (first.number, second.number) == (1, 2)
    head = services.reports.content(second).head
    assert head.replaces == "Version 1, beslutad 2025-03-04 §\u00a012"
    kept = section(services.reports.content(first).sections, "self_checks")
    assert kept.text == "<p>Better.</p>"
    lines = services.decided.lines(subject=report.id).rows(0, 9)
    assert [(one.number, one.is_replaced) for one in lines] == [(2, False), (1, True)]


def test_a_new_version_is_given_up_and_undone(services: Services) -> None:
    report = the_report(services)
    say(services, "self_checks", "<p>Better.</p>")
    decide_report(services, KIND, report.id, FACTS)
    (decided,) = services.reports.decided(KIND, report.id)
    content = services.reports.content(decided)
    with pytest.raises(RuleBroken):
        services.quality.abandon(report.id, content)
    services.quality.revise(report.id)
    say(services, "self_checks", "<p>Worse.</p>")
    say(services, "cases/months", "<p>New.</p>")
    services.quality.abandon(report.id, content)
    assert the_report(services).is_decided
    assert services.quality.text(report.id, "self_checks").body == "<p>Better.</p>"
    assert services.quality.text(report.id, "cases/months").body == ""
    services.work.undo()
    assert services.quality.text(report.id, "self_checks").body == "<p>Worse.</p>"
    assert services.quality.text(report.id, "cases/months").body == "<p>New.</p>"


def test_there_is_one_report_for_a_committee_and_year(services: Services) -> None:
    with pytest.raises(RuleBroken, match="redan"):
        services.quality.begin("c1", 2025)
    services.quality.begin("c1", 2026)
    assert [one.year for one in services.quality.every()] == [2026, 2025]


@pytest.mark.parametrize(
    ("field", "lacking"),
    [
        ("decided_on", replace(FACTS, decided_on=None)),
        ("paragraph", replace(FACTS, paragraph=" ")),
        ("decided_by", replace(FACTS, decided_by="")),
    ],
)
def test_a_decision_says_when_where_and_by_whom(
    services: Services, field: str, lacking: Decision
) -> None:
    with pytest.raises(RuleBroken) as broken:
        decide_report(services, KIND, the_report(services).id, lacking)
    assert broken.value.field == field
