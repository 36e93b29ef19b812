"""The reports on quality: begun, written, locked at a decision, and opened anew."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.decided import DecidedReport, ReportHead
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.quality_report import (
    QualityContent,
    QualityReport,
    QualityText,
    Section,
    texts_of,
    with_texts,
)
from styrdesk.services.case_statistics import CaseStatistics
from styrdesk.services.changes import Changes
from styrdesk.services.quality_sections import Sources, sections
from styrdesk.services.reporting import Reporting
from styrdesk.services.work import Work
from styrdesk.storage.store import Store


class QualityReportService:
    """Use cases of the report."""

    def __init__(self, store: Store, work: Work, clock: Clock, cases: CaseStatistics) -> None:
        self._store, self._work, self._clock, self._cases = store, work, clock, cases

    def find(self, committee_id: str, year: int) -> QualityReport | None:
        """The report of a nämnd and year; None where none is begun."""
        where = {"committee_id": committee_id, "year": year}
        return next(iter(self._store.rows(QualityReport, where)), None)

    def every(self) -> tuple[QualityReport, ...]:
        """All reports, the latest year first."""
        return self._store.rows(QualityReport, order=("-year",))

    def begin(self, committee_id: str, year: int) -> Changes:
        """Begin the report of a nämnd and year."""
        made = QualityReport(new_id(), committee_id, year)
        self.check(made)
        with self._work.step(N_("Begin report on quality")):
            self._store.save(made)
        return self._work.last

    def sections(self, committee_id: str, year: int) -> tuple[Section, ...]:
        """The figures of the file as it stands, with nothing said of them."""
        sources = Sources(self._store, self._cases, self._clock.today())
        return sections(sources, committee_id, year)

    def text(self, report_id: str, section: str) -> QualityText:
        """What is said of a section or a figure; empty until it is written."""
        where = {"quality_report_id": report_id, "section": section}
        found = self._store.rows(QualityText, where)
        fresh = str(uuid5(NAMESPACE_URL, f"{report_id}/{section}"))
        return found[0] if found else QualityText(fresh, report_id, section)

    # ---- the decision ------------------------------------------------------------------------

    def reporting(self) -> Reporting:
        """What the report has of its own when it is decided: from then on it is locked."""
        return Reporting(
            N_("Decide report on quality"),
            QualityContent,
            _title,
            self._place,
            self._collect,
            self._see,
            self._settle,
        )

    def _place(self, report_id: str) -> tuple[str, int]:
        report = self._store.get(QualityReport, report_id)
        return report.committee_id, report.year

    def _collect(self, report_id: str, head: ReportHead) -> QualityContent:
        rows = self._store.rows(QualityText, {"quality_report_id": report_id})
        texts = {row.section: row.body for row in rows}
        found = self.sections(*self._place(report_id))
        return QualityContent(head, tuple(with_texts(section, texts) for section in found))

    def _see(self, report_id: str) -> None:
        if self._store.get(QualityReport, report_id).is_decided:
            raise _locked()

    def _settle(self, report_id: str) -> None:
        report = self._store.get(QualityReport, report_id)
        self._store.save(replace(report, is_decided=True))

    def revise(self, report_id: str) -> Changes:
        """Open a decided report as a draft of its next version. What was decided stays as it was.

        Raises:
            RuleBroken: It is not decided.
        """
        report = self._store.get(QualityReport, report_id)
        if not report.is_decided:
            raise RuleBroken(_("A new version begins from a decided report."))
        with self._work.step(N_("Begin a new version of the report")):
            self._store.save(replace(report, is_decided=False))
        return self._work.last

    def abandon(self, report_id: str, decided: QualityContent) -> Changes:
        """Give the new version up: the texts are again what was decided. It can be undone.

        Args:
            report_id: The report.
            decided: What its newest decision holds.

        Raises:
            RuleBroken: No new version is being written.
        """
        report = self._store.get(QualityReport, report_id)
        if report.is_decided:
            raise RuleBroken(_("No new version is being written."))
        said = texts_of(decided)
        with self._work.step(N_("Go back to the decided report")):
            for row in self._store.rows(QualityText, {"quality_report_id": report_id}):
                if row.section not in said:
                    self._store.delete(QualityText, row.id)
            for place, body in said.items():
                self._store.save(replace(self.text(report_id, place), body=body))
            self._store.save(replace(report, is_decided=True))
        return self._work.last

    # ---- rules -------------------------------------------------------------------------------

    def check(self, report: QualityReport) -> None:
        """Let a report be saved: one for a nämnd and year, and a decided one as it was."""
        before = next(iter(self._store.rows(QualityReport, {"id": report.id})), None)
        was_decided = before is not None and before.is_decided
        if was_decided and before != report:
            raise _locked()
        if report.is_decided and not was_decided:
            raise RuleBroken(_("A decision is made by its own action."))
        other = self.find(report.committee_id, report.year)
        if other is not None and other.id != report.id:
            raise RuleBroken(_("The committee has a report for the year already."), "year")

    def check_go(self, ids: Collection[str]) -> None:
        """Let reports be deleted that have never been decided."""
        if self._store.count(DecidedReport, {"subject": ids}):
            raise _locked()

    def check_texts_go(self, ids: Collection[str]) -> None:
        """Let texts be deleted, while their report is not decided."""
        for text in self._store.rows(QualityText, {"id": ids}):
            self.check_text(text)

    def check_text(self, text: QualityText) -> None:
        """Let a text be saved, while its report is not decided."""
        self._see(text.quality_report_id)


def _title(year: int) -> str:
    return _("Report on quality {year}").format(year=year)


def _locked() -> RuleBroken:
    return RuleBroken(_("The report is decided and cannot be changed."))
