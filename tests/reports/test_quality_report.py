"""The print of a report on quality: PDF/UA-1 and PDF/A-2a, and the same once decided."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from styrdesk.domain.quality_report import QualityReport
from styrdesk.domain.self_check import SelfCheck
from styrdesk.reports import printing
from styrdesk.reports.quality_report import SPEC
from styrdesk.services.catalogue import Services
from styrdesk.storage.blobs import unused
from tests.helpers.files import demo_services
from tests.helpers.pdf_checks import Reading, spoken, validator_findings
from tests.reports.kit.edge import picture


def begun(services: Services) -> QualityReport:
    """The example's report for 2026, with a commentary of ours in it."""
    (committee,) = services.committees.rows()
    report = services.quality.find(committee.id, 2026)
    assert report is not None
    text = services.quality.text(report.id, "self_checks")
    services.quality_texts.save(replace(text, body="<p>Mätningen i köken <b>brast</b>.</p>"))
    return report


def made(services: Services, report: QualityReport, language: str = "sv") -> bytes:
    data = printing.collect(SPEC, services, report.id, language)
    return printing.render(SPEC.render, data, language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_example_conforms_with_figures_and_words(language: str) -> None:
    with demo_services() as services:
        content = made(services, begun(services), language)
    assert validator_findings(content) == []
    reading = Reading(content)
    assert reading.findings() == []
    words = spoken(reading.root.text())
    assert "Mätningen i köken brast." in words
    assert "Byta kylfrys" in words  # what is done about a deviation


def test_a_decided_one_keeps_the_mark_it_was_decided_with() -> None:
    mark, other = picture(size=(200, 40)), picture(size=(40, 200))
    with demo_services() as services:
        services.organisation.set_logo(mark)
        report = begun(services)
        services.quality.decide(report.id, date(2026, 12, 9), "§ 12")
        services.organisation.set_logo(other)
        assert hashlib.sha256(mark).hexdigest() not in unused(services.file.db)
        assert printing.collect(SPEC, services, report.id, "sv").head.logo == mark


def test_a_decided_one_is_printed_the_same_whatever_happens_after() -> None:
    with demo_services() as services:
        report = begun(services)
        draft = made(services, report)
        services.quality.decide(report.id, date(2026, 12, 9), "§ 12")
        decided = made(services, report)
        assert decided != draft
        services.self_checks.add(
            SelfCheck("new", report.committee_id, "Ny", done_on=date(2026, 3, 4))
        )
        assert made(services, report) == decided
        assert made(services, report, "en") == decided
    assert "§ 12" in spoken(Reading(decided).root.text()).replace("\u00a0", " ")
