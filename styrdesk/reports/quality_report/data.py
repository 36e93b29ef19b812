"""Collects a report on quality for its print: figures, commentary and how it is to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from styrdesk.base.i18n import _, language
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.domain.quality_report import Figures, QualityReport
from styrdesk.reports.letterhead import Letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class ReportPrint:
    """What the print is made from.

    Attributes:
        texts: Commentary of each section, as rich text in its stored form.
        head: Of a decided one from the day of the decision and in its language, so that the same
            print comes out the same.
    """

    report: QualityReport
    figures: Figures
    texts: tuple[str, ...]
    head: Letterhead


def choices(services: Services) -> tuple[Choice, ...]:
    """Every report, the latest year first."""
    names = {one.id: one.name for one in services.committees.rows()}
    title = _("Report on quality {year}, {committee}")
    return tuple(
        Choice(one.id, title.format(year=one.year, committee=names[one.committee_id]))
        for one in services.quality.every()
    )


def collect(services: Services, choice: str) -> ReportPrint:
    """A report as it stands, or as it was decided."""
    report = services.quality_reports.get(choice)
    figures = services.quality.figures(report)
    texts = tuple(services.quality.text(report.id, one.key).body for one in figures.sections)
    now = services.clock.now()
    created = (
        datetime.combine(report.decided_on, time(12), now.tzinfo) if report.decided_on else now
    )
    head = Letterhead(
        created,
        figures.municipality,
        figures.committee,
        services.organisation.image(figures.logo) if figures.logo else b"",
        figures.colour,
        WRITTEN_IN if report.is_decided else language(),
    )
    return ReportPrint(report, figures, texts, head)
