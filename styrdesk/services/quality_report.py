"""The reports on quality: begun, written, and decided once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _, speaking
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, Municipality
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.domain.quality_report import Figures, QualityReport, QualityText, read, written
from styrdesk.services.case_statistics import CaseStatistics
from styrdesk.services.changes import Changes
from styrdesk.services.quality_sections import Sources, sections
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

    def figures(self, report: QualityReport) -> Figures:
        """Its figures: frozen at the decision, until then those of the file."""
        if report.is_decided:
            return read(report.figures)
        return self.now(report.committee_id, report.year)

    def now(self, committee_id: str, year: int) -> Figures:
        """The figures of the file as it stands."""
        committee = self._store.get(Committee, committee_id).name
        owner = next(iter(self._store.rows(Municipality)), Municipality(""))
        sources = Sources(self._store, self._cases, self._clock.today())
        found = sections(sources, committee_id, year)
        return Figures(committee, owner.name, owner.primary_colour, found, owner.logo)

    def text(self, report_id: str, section: str) -> QualityText:
        """What is said of a section; empty until it is written."""
        where = {"quality_report_id": report_id, "section": section}
        found = self._store.rows(QualityText, where)
        fresh = str(uuid5(NAMESPACE_URL, f"{report_id}/{section}"))
        return found[0] if found else QualityText(fresh, report_id, section)

    def decide(self, report_id: str, day: date | None, paragraph: str) -> Changes:
        """Note the decision: text and figures stay as they are now. It cannot be undone.

        Raises:
            RuleBroken: There is no day, or it is decided already.
        """
        report = self._store.get(QualityReport, report_id)
        if report.is_decided:
            raise RuleBroken(_("The report is decided and cannot be changed."))
        if day is None:
            raise RuleBroken(_("Write the day of the meeting."), "decided_on")
        with speaking(WRITTEN_IN):
            figures = written(self.now(report.committee_id, report.year))
        made = replace(report, decided_on=day, paragraph=paragraph, figures=figures)
        with self._work.barrier(N_("Decide report on quality")):
            self._store.save(made)
        return self._work.last

    # ---- rules -------------------------------------------------------------------------------

    def check(self, report: QualityReport) -> None:
        """Let a report be saved: one for a nämnd and year, and a decided one as it was."""
        before = self._store.rows(QualityReport, {"id": report.id})
        if before and before[0].is_decided and before[0] != report:
            raise RuleBroken(_("The report is decided and cannot be changed."))
        other = self.find(report.committee_id, report.year)
        if other is not None and other.id != report.id:
            raise RuleBroken(_("The committee has a report for the year already."), "year")

    def check_go(self, ids: Collection[str]) -> None:
        """Let reports be deleted, while they are not decided."""
        for report in self._store.rows(QualityReport, {"id": ids}):
            if report.is_decided:
                raise RuleBroken(_("The report is decided and cannot be changed."))

    def check_texts_go(self, ids: Collection[str]) -> None:
        """Let texts be deleted, while their report is not decided."""
        for text in self._store.rows(QualityText, {"id": ids}):
            self.check_text(text)

    def check_text(self, text: QualityText) -> None:
        """Let a text be saved, while its report is not decided."""
        report = self._store.get(QualityReport, text.quality_report_id)
        if report.is_decided:
            raise RuleBroken(_("The report is decided and cannot be changed."))
