"""What the prints of all reports that a nämnd decides are made from: as they stand, as decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from styrdesk.base.i18n import _, language
from styrdesk.domain.decided import DecidedKind, DecidedReport
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.reporting import ReadyReport

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class ReportPrint(Generic[C]):
    """What the print of a report is made from; picklable, so that another process can make it.

    Attributes:
        content: What it says.
        created: When it is printed; of a decided one when it was decided, so that the same print
            comes out the same.
        language: Of the program's own words in the content and on the print.
        code: The kontrollkod of a decided one, which stands on each page; a draft has none.
        made: The print itself where it was made at the decision and is given out as it is.
    """

    content: C
    created: datetime
    language: str
    code: str = ""
    made: bytes = field(default=b"", repr=False)


def choices(services: Services, kind: DecidedKind, subject: str) -> list[Choice]:
    """Each decided report of a plan's controls, or of a report on quality."""
    return [
        Choice(one.id, _("{title}, version {number}").format(title=one.title, number=one.number))
        for one in services.reports.decided(kind, subject)
    ]


def draft(services: Services, kind: DecidedKind, subject: str) -> ReportPrint[C]:
    """A report as it stands now."""
    content: C = services.reports.draft(kind, subject)
    return ReportPrint(content, services.clock.now(), language())


def decided(services: Services, report: DecidedReport) -> ReportPrint[C]:
    """A report as it was decided: the print that was made then, or one made anew of the same."""
    content: C = services.reports.content(report)
    created = datetime.fromisoformat(report.made_at)
    made = services.reports.pdf(report)
    return ReportPrint(content, created, report.language, report.code, made)


def of_decision(ready: ReadyReport) -> ReportPrint[C]:
    """A report as it will have been decided."""
    content: C = ready.content
    return ReportPrint(content, datetime.fromisoformat(ready.at), ready.language, ready.code)
