"""The prints of decided reports: PDF/UA-1 and PDF/A-2a, and the same once decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.decision import Decision
from styrdesk.domain.quality_report import QualityReport
from styrdesk.domain.self_check import SelfCheck
from styrdesk.reports import printing
from styrdesk.reports.deciding import SPECS, decide_report
from styrdesk.reports.quality_report import SPEC
from styrdesk.services.catalogue import Services
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.reports.kit.edge import picture

FACTS = Decision("Barn- och bildningsnämnden", date(2026, 11, 20), "§ 12", "BUN 2026/7")
QUALITY, CONTROL = DecidedKind.QUALITY_REPORT, DecidedKind.INTERNAL_CONTROL


def begun(services: Services) -> QualityReport:
    """The example's report for 2026, with commentary of ours in it."""
    (committee,) = services.committees.rows()
    report = services.quality.find(committee.id, 2026)
    assert report is not None
    for where, body in (
        ("self_checks", "<p>Mätningen i köken <b>brast</b>.</p>"),
        ("self_checks/results", "<p>Färre än i fjol.</p>"),
    ):
        text = services.quality.text(report.id, where)
        services.quality_texts.save(replace(text, body=body))
    return report


def subject(services: Services, kind: DecidedKind) -> str:
    return begun(services).id if kind is QUALITY else services.plans.decided()[0].id


def made(services: Services, choice: str, language: str = "sv") -> bytes:
    data = printing.collect(SPEC, services, choice, language)
    return printing.render(SPEC.render, data, language)


def words(content: bytes) -> str:
    return spoken(Reading(content).root.text()).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_conforms_with_figures_and_words(language: str) -> None:
    with demo_services() as services:
        content = made(services, begun(services).id, language)
    assert validator_findings(content) == []
    assert Reading(content).findings() == []
    said = words(content)
    assert "Mätningen i köken brast." in said
    assert "Färre än i fjol." in said
    assert "Byta kylfrys" in said  # what is done about a deviation


def test_the_names_under_the_bars_of_a_chart_are_whole() -> None:
    with demo_services() as services:
        figures = Reading(made(services, begun(services).id)).root.named("Figure")
    said = [spoken(figure.text()) for figure in figures]
    assert any("Inte enligt kraven" in text for text in said)
    assert not any("…" in text for text in said)


@pytest.mark.parametrize("kind", [QUALITY, CONTROL])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_decided_report_conforms_and_has_its_code_on_each_page(
    kind: DecidedKind, language: str
) -> None:
    with demo_services() as services:
        about = subject(services, kind)
        decide_report(services, kind, about, FACTS, language=language)
        decide_report_again(services, kind, about, language)
        newest = services.reports.newest(kind, about)
        assert newest is not None
        content = services.reports.pdf(newest)
        given = printing.collect(SPECS[kind], services, newest.id, "sv")
        assert printing.render(SPECS[kind].render, given, "sv") == content
        anew = printing.render(SPECS[kind].render, replace(given, made=b""), language)
    assert anew == content
    assert validator_findings(content) == []
    assert Reading(content).findings() == []
    said = words(content)
    assert "§ 12" in said
    assert "BUN 2026/7" in said
    assert "Version 1, " in said  # what it replaces
    assert all(newest.code in page for page in pages(content))


def decide_report_again(services: Services, kind: DecidedKind, about: str, language: str) -> None:
    if kind is QUALITY:
        services.quality.revise(about)
    decide_report(services, kind, about, FACTS, language=language)


def pages(content: bytes) -> list[str]:
    """The text of each page after a cover, which has no foot."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        found = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return found[1:] if len(found) > 1 else found


def test_a_decided_one_keeps_the_mark_it_was_decided_with() -> None:
    mark, other = picture(size=(200, 40)), picture(size=(40, 200))
    with demo_services() as services:
        services.organisation.set_logo(mark)
        report = begun(services)
        decide_report(services, QUALITY, report.id, FACTS)
        services.organisation.set_logo(other)
        assert printing.collect(SPEC, services, report.id, "sv").content.head.logo == mark


def test_a_decided_one_is_printed_the_same_whatever_happens_after() -> None:
    with demo_services() as services:
        report = begun(services)
        draft = made(services, report.id)
        decide_report(services, QUALITY, report.id, FACTS)
        decided = made(services, report.id)
        assert decided != draft
        services.self_checks.add(
            SelfCheck("new", report.committee_id, "Ny", done_on=date(2026, 3, 4))
        )
        assert made(services, report.id) == decided
        assert made(services, report.id, "en") == decided
