"""Collects a report on quality for its print, as it stands or as it was decided."""

from __future__ import annotations

from typing import TypeAlias

from styrdesk.base.i18n import _
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.quality_report import QualityContent
from styrdesk.reports import decidable
from styrdesk.reports.decidable import ReportPrint
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services

KIND = DecidedKind.QUALITY_REPORT
QualityPrint: TypeAlias = ReportPrint[QualityContent]


def choices(services: Services) -> tuple[Choice, ...]:
    """Every report, the latest year first, and each version of it that is not the report itself."""
    names = {one.id: one.name for one in services.committees.rows()}
    title = _("Report on quality {year}, {committee}")
    found = []
    for one in services.quality.every():
        said = title.format(year=one.year, committee=names[one.committee_id])
        found.append(Choice(one.id, said))
        found += decidable.choices(services, KIND, one.id)[int(one.is_decided) :]
    return tuple(found)


def collect(services: Services, choice: str) -> QualityPrint:
    """A report as it stands, or as it was decided.

    Args:
        services: Of the file.
        choice: Id of a report, or of a decided version of one.
    """
    version = services.reports.get(choice)
    if version is None and services.quality_reports.get(choice).is_decided:
        version = services.reports.newest(KIND, choice)
    if version is not None:
        return decidable.decided(services, version)
    return decidable.draft(services, KIND, choice)
