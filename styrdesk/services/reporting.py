"""Reports that a nämnd decides: one way for every kind, from a draft to what is kept of it.

A kind is what tells it from the others (`Reporting`): a line in `catalogue.py`, and it is decided,
kept with its print, listed, found by its code and verified like the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from styrdesk.base.i18n import _, speaking
from styrdesk.base.ids import new_id
from styrdesk.domain import frozen, paragraph
from styrdesk.domain.backup import Reason
from styrdesk.domain.control_code import code_of
from styrdesk.domain.decided import DecidedKind, DecidedReport, ReportHead
from styrdesk.domain.decision import Decision
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, CommitteeName, Municipality, name_at, required
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.services.changes import Changes
from styrdesk.services.life import LifeService
from styrdesk.services.work import Work
from styrdesk.storage.file import File
from styrdesk.storage.journal import Mark


@dataclass(frozen=True)
class Reporting:
    """A kind of report.

    Attributes:
        label: What the step of its decision is called, marked by `N_`.
        content: What is frozen: a dataclass for `frozen.py`, with its `ReportHead` as `head`.
        title: What a report of a year is called.
        place: Nämnd and year of what is reported, by its id.
        collect: What it says now, by that id and under a head.
        see: Raises RuleBroken where it cannot be decided now.
        settle: What else the step of the decision notes.
    """

    label: str
    content: type[Any]
    title: Callable[[int], str]
    place: Callable[[str], tuple[str, int]]
    collect: Callable[[str, ReportHead], Any]
    see: Callable[[str], object]
    settle: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class ReadyReport:
    """A report as it will have been decided: its print is made of this before it is.

    Attributes:
        content: What it says.
        text: The same in the form that is kept, and that has the kontrollkod.
        language: Of the program's own words in it, and of its print.
        at: The moment that the print and the file tell, ISO 8601 with its offset.
        mark: How far the file's journal had come.
    """

    kind: DecidedKind
    subject: str
    content: Any
    text: str
    language: str
    at: str
    mark: Mark

    @property
    def code(self) -> str:
        """The kontrollkod that stands on the print."""
        return code_of(sha256(self.text.encode("utf-8")).hexdigest())


class ReportService:
    """Use cases of decided reports.

    Args:
        file: The open file.
        work: Its door for writes.
        life: Tells who sits here, and the time.
        kinds: Every kind of report there is.
    """

    def __init__(
        self, file: File, work: Work, life: LifeService, kinds: Mapping[DecidedKind, Reporting]
    ) -> None:
        self._file, self._work, self._life, self._kinds = file, work, life, kinds

    # ---- which -------------------------------------------------------------------------------

    def decided(self, kind: DecidedKind, subject: str) -> tuple[DecidedReport, ...]:
        """The decided reports of a plan's controls or of a report on quality, the newest first."""
        where = {"kind": kind, "subject": subject}
        return self._file.store.rows(DecidedReport, where, order=("-made_at", "-number"))

    def get(self, key: str) -> DecidedReport | None:
        """A decided report by its id; None where there is none such."""
        found = self._file.store.rows(DecidedReport, {"id": key})
        return found[0] if found else None

    def newest(self, kind: DecidedKind, subject: str, occasion: str = "") -> DecidedReport | None:
        """The one that is in force for an occasion; None of one that has never been decided."""
        found = (one for one in self.decided(kind, subject) if one.occasion == occasion)
        return max(found, key=lambda one: one.number, default=None)

    # ---- what it says ------------------------------------------------------------------------

    def draft(self, kind: DecidedKind, subject: str) -> Any:  # noqa: ANN401  # each kind its own
        """What a report would say now, in the language that is on."""
        reporting = self._kinds[kind]
        return reporting.collect(subject, self._head(kind, subject, Decision(), ""))

    def content(self, report: DecidedReport) -> Any:  # noqa: ANN401  # each kind its own
        """What was decided.

        Raises:
            FileProblem: It is not what was kept, or gone.
        """
        _media, kept = self._file.blobs.get(report.content)
        return frozen.read(self._kinds[report.kind].content, kept.decode("utf-8"))

    def pdf(self, report: DecidedReport) -> bytes:
        """The print as it was made at the decision; empty where none was made.

        Raises:
            FileProblem: It is not what was kept, or gone.
        """
        return self._file.blobs.get(report.pdf)[1] if report.pdf else b""

    # ---- the decision ------------------------------------------------------------------------

    def ready(
        self,
        kind: DecidedKind,
        subject: str,
        facts: Decision,
        occasion: str = "",
        language: str = WRITTEN_IN,
    ) -> ReadyReport:
        """A report as it would be decided, for its print to be made.

        Raises:
            RuleBroken: The decision lacks something, or it cannot be decided now.
        """
        _check(facts)
        content = self._as_decided(kind, subject, facts, occasion, language)
        text, at = frozen.written(content), self._life.now()
        return ReadyReport(kind, subject, content, text, language, at, self._work.mark)

    def is_ahead(self, day: date | None) -> bool:
        """Whether a day has not come yet: it is asked about, for a nämnd decides at a meeting."""
        return day is not None and day > self._life.today()

    def secure(self) -> None:
        """Make the backup that comes before a decision; on a thread, while it is laid out."""
        self._work.secure(Reason.DECISION)

    def decide(self, ready: ReadyReport, pdf: bytes, *, secured: bool = False) -> Changes:
        """Note that the nämnd has decided: what it says and its print are kept. Undo stops here.

        Args:
            ready: What is decided.
            pdf: Its print.
            secured: A backup was made since it was ready.

        Raises:
            RuleBroken: Something it says was changed since then, or it is decided already.
        """
        if not pdf:
            raise ValueError("a decision without its print")
        if not secured:
            self.secure()
        with self._work.barrier(self._kinds[ready.kind].label):
            if self._work.mark != ready.mark:  # something was written, in this report or another
                self._see_that_it_is_as(ready)
            self._file.store.save(self._kept(ready, pdf))
            self._kinds[ready.kind].settle(ready.subject)
        return self._work.last

    def _kept(self, ready: ReadyReport, pdf: bytes) -> DecidedReport:
        head: ReportHead = ready.content.head
        committee, year = self._kinds[ready.kind].place(ready.subject)
        return DecidedReport(
            new_id(),
            committee,
            ready.kind,
            ready.subject,
            year,
            head.occasion,
            head.number,
            head.title,
            head.decision.decided_by,
            head.decision.decided_on,
            head.decision.paragraph,
            head.decision.registration_number,
            made_at=ready.at,
            made_by=self._life.who(),
            content=self._file.blobs.add(ready.text.encode("utf-8"), "application/json"),
            pdf=self._file.blobs.add(pdf, "application/pdf"),
            language=ready.language,
        )

    def _see_that_it_is_as(self, ready: ReadyReport) -> None:
        head: ReportHead = ready.content.head
        asked = (ready.kind, ready.subject, head.decision, head.occasion, ready.language)
        if frozen.written(self._as_decided(*asked)) != ready.text:
            raise RuleBroken(_("The report was changed meanwhile. Note the decision again."))

    def _as_decided(
        self, kind: DecidedKind, subject: str, facts: Decision, occasion: str, language: str
    ) -> Any:  # noqa: ANN401  # each kind its own
        reporting = self._kinds[kind]
        reporting.see(subject)
        with speaking(language):
            return reporting.collect(subject, self._head(kind, subject, facts, occasion))

    def _head(self, kind: DecidedKind, subject: str, facts: Decision, occasion: str) -> ReportHead:
        store, reporting = self._file.store, self._kinds[kind]
        committee_id, year = reporting.place(subject)
        owner = next(iter(store.rows(Municipality)), Municipality(""))
        names = store.rows(CommitteeName, {"committee_id": committee_id})
        day = facts.decided_on or self._life.today()
        before = self.newest(kind, subject, occasion)
        title = reporting.title(year)
        return ReportHead(
            title=f"{title}, {occasion}" if occasion else title,
            committee=name_at(store.get(Committee, committee_id), names, day),
            municipality=owner.name,
            year=year,
            colour=owner.primary_colour,
            logo=self._file.blobs.get(owner.logo)[1] if owner.logo else b"",
            occasion=occasion,
            number=before.number + 1 if before else 1,
            replaces=_replaced(before) if before else "",
            decision=replace(facts, paragraph=paragraph.paragraph(facts.paragraph)),
        )


def _replaced(before: DecidedReport) -> str:
    when = paragraph.decision(before.decided_on, before.paragraph)
    return _("Version {number}, decided {decision}").format(number=before.number, decision=when)


def _check(facts: Decision) -> None:
    """A decision says when, where in the minutes, and by whom."""
    if facts.decided_on is None:
        raise RuleBroken(_("Write the day of the meeting."), "decided_on")
    required(facts.paragraph, "paragraph", _("Write the paragraph of the minutes."))
    required(facts.decided_by, "decided_by", _("Write who decided."))
