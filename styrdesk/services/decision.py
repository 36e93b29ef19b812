"""A plan's decision: what stands in its way, noting it, and what the minutes say of it later."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from styrdesk.base.clock import Clock
from styrdesk.base.i18n import N_, _
from styrdesk.domain import checks, decision, life, plan_file
from styrdesk.domain.backup import Reason
from styrdesk.domain.checks import Finding, Severity
from styrdesk.domain.control_code import code_of
from styrdesk.domain.decision import Decision, MinutesApproval, Said
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.life import Act
from styrdesk.domain.plan import Approval, Plan, PlanStatus
from styrdesk.domain.plan_file import PlanFile
from styrdesk.domain.version import PlanVersion, VersionMinutes, VersionOrigin, decided_label
from styrdesk.services.changes import Changes
from styrdesk.services.plan import PlanService
from styrdesk.services.plan_document import document_of
from styrdesk.services.version import Kept, VersionService
from styrdesk.services.work import Work
from styrdesk.storage.journal import Mark
from styrdesk.storage.store import Store

_FACTS: Final = frozenset(field.name for field in fields(Decision))


@dataclass(frozen=True, slots=True)
class Outlook:
    """What stands before a decision.

    Attributes:
        errors: What stops it, save for what the decision itself lacks.
        warnings: How many warnings the check has.
        unready: How many chapters are not noted as ready, of `chapters`.
    """

    errors: tuple[Finding, ...]
    warnings: int
    unready: int
    chapters: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan as it will have been decided: its print is made of this before it is.

    Attributes:
        text: The file form, which is frozen and has the kontrollkod.
        read: The same, read again: what is frozen can be read, and is printed.
        at: The moment that the print and the version tell.
        mark: How far the file's journal had come.
    """

    text: str
    read: PlanFile
    at: datetime
    mark: Mark

    @property
    def document(self) -> PlanDocument:
        """What is printed."""
        return self.read.document

    @property
    def code(self) -> str:
        """The kontrollkod that stands on the print."""
        return code_of(sha256(self.text.encode("utf-8")).hexdigest())


@dataclass(frozen=True, slots=True)
class Noted:
    """What the minutes are to say of a version: its print is made of this before it is kept.

    Attributes:
        before: What they said.
        minutes: What they are to say, with the moment that the print tells.
    """

    version: PlanVersion
    before: VersionMinutes
    minutes: VersionMinutes

    def follows(self, now: VersionMinutes) -> bool:
        """Whether what they say now is what they said before this."""
        return replace(now, id=self.before.id) == self.before  # salvage may have lost the row


@dataclass(frozen=True, slots=True)
class Noting:
    """Facts of a plan's minutes on their way to be kept.

    Attributes:
        act: What the step is called.
        noted: Of the version that they are of; None of a plan without one, and without a print.
    """

    act: str
    plan_id: str
    facts: Decision | MinutesApproval
    noted: Noted | None


class DecisionService:
    """Use cases of a decision and of the approval that follows it."""

    def __init__(
        self,
        store: Store,
        work: Work,
        plans: PlanService,
        versions: VersionService,
        clock: Clock,
    ) -> None:
        self._store, self._work = store, work
        self._plans, self._versions, self._clock = plans, versions, clock

    def outlook(self, plan_id: str) -> Outlook:
        """What the plan would have against it as decided."""
        plan = replace(self._plans.get(plan_id), status=PlanStatus.DECIDED)
        document = document_of(self._store, plan)
        found = [f for f in checks.check(document) if not _is_fact(f)]
        errors = tuple(f for f in found if f.severity is Severity.ERROR)
        unready = sum(not chapter.ready for chapter in document.chapter)
        return Outlook(errors, len(found) - len(errors), unready, len(document.chapter))

    def is_ahead(self, day: date | None) -> bool:
        """Whether a day has not come yet: it is asked about, for a nämnd decides at a meeting."""
        return day is not None and day > self._clock.today()

    def ready(self, plan_id: str, facts: Decision) -> Ready:
        """The plan as it would be decided, for its print to be made.

        Raises:
            RuleBroken: The decision lacks something, the check finds errors, or it is decided.
        """
        document = self._as_decided(plan_id, facts)
        for finding in checks.check(document):
            if finding.severity is Severity.ERROR:
                message = _("The plan cannot be decided yet: {message}")
                field = finding.place.field if _is_fact(finding) else ""
                raise RuleBroken(message.format(message=finding.message), field)
        text = self._versions.text_of(document)
        return Ready(text, plan_file.load(text), self._clock.now(), self._work.mark)

    def secure(self) -> None:
        """Make the backup that comes before a decision; on a thread, while it is laid out."""
        self._work.secure(Reason.DECISION)

    def decide(self, ready: Ready, pdf: bytes, language: str, *, secured: bool = False) -> Changes:
        """Note that the nämnd has decided the plan: content and print are frozen as a version.

        Args:
            ready: What is decided.
            pdf: Its print.
            language: Of the program's own words on the print.
            secured: A backup was made since it was ready.

        Raises:
            RuleBroken: The plan was changed since then, or is decided already.
        """
        if not pdf:
            raise ValueError("a decision without its print")
        plan = ready.document.the_plan
        kept = Kept(
            ready.text, VersionOrigin.DECIDED, ready.at.isoformat(), pdf, language, ready.read
        )
        if not secured:
            self.secure()
        with self._work.barrier(N_("Decide the plan")):
            if self._work.mark != ready.mark:  # something was written, in this plan or another
                self._see_that_it_is_as(ready)
            self._store.save(plan)
            self._versions.keep(plan, kept)
        return self._work.last

    def _see_that_it_is_as(self, ready: Ready) -> None:
        plan = ready.document.the_plan
        now = self._as_decided(plan.id, decision.facts_of(Decision, plan))
        if self._versions.text_of(now) != ready.text:
            raise RuleBroken(_("The plan was changed meanwhile. Note the decision again."))

    def _as_decided(self, plan_id: str, facts: Decision) -> PlanDocument:
        before = self._plans.get(plan_id)
        life.see(Act.DECIDE, before.status)
        decision.check_decision(facts)
        decided = replace(
            decision.with_facts(before, facts),
            status=PlanStatus.DECIDED,
            version=decided_label(before.version, self._versions.next_number(plan_id)),
        )
        return document_of(self._store, decided)

    def correcting(self, plan_id: str, facts: Decision) -> Noting:
        """What is kept when what was written wrong of the decision is mended.

        Raises:
            RuleBroken: It cannot be.
        """
        before = self._plans.get(plan_id)
        life.see(Act.CORRECT, before.status)
        decision.check_decision(facts)
        if decision.comes_before(before.approval_date, facts.decided_on):
            raise RuleBroken(
                _("The minutes were approved {day}. The decision cannot come after that.").format(
                    day=before.approval_date
                ),
                "decided_on",
            )
        version = self._versions.newest(plan_id)
        return self._noting(N_("Correct the decision's details"), before, version, facts)

    def approval(self, choice: str) -> MinutesApproval:
        """What the approval says so far; of a plan just decided, that the minutes have it.

        Args:
            choice: Id of a decided plan, or of a version of any.
        """
        said = self._said(choice)
        facts = decision.facts_of(MinutesApproval, said)
        if said.status is PlanStatus.DECIDED and facts.approval is Approval.SIGNATURES:
            return replace(facts, approval=Approval.MINUTES)
        return facts

    def approving(self, choice: str, facts: MinutesApproval) -> Noting:
        """What is kept when the approval is filled in, or mended: it is then signed.

        Minutes are approved a week or two after the meeting: of a version, it is told also when
        the next one is being written, or is decided.

        Args:
            choice: Id of a decided plan, or of a version of any.
            facts: What the minutes say.

        Raises:
            RuleBroken: It cannot be.
        """
        said = self._said(choice)
        life.see(Act.APPROVE, said.status)
        decision.check_approval(facts, said.decided_on)
        version = self._versions.shown(choice)
        plan = self._plans.get(version.plan_id if version else choice)
        return self._noting(N_("Fill in the approval"), plan, version, facts)

    def _noting(
        self,
        act: str,
        plan: Plan,
        version: PlanVersion | None,
        facts: Decision | MinutesApproval,
    ) -> Noting:
        noted = None
        if version is not None:
            before = self._versions.minutes(version)
            noted = Noted(version, before, self._versions.noted(_with(before, facts)))
        return Noting(act, plan.id, facts, noted)

    def note(self, noting: Noting, pdf: bytes = b"", language: str = "") -> Changes:
        """Keep what the minutes say, and the print that tells it.

        Args:
            noting: What is kept.
            pdf: Its print; a plan without a version has none.
            language: Of the program's own words on the print.

        Raises:
            RuleBroken: Something else was noted since then.
        """
        plan, noted = self._plans.get(noting.plan_id), noting.noted
        if noted is not None and not pdf:
            raise ValueError("minutes without their print")
        with self._work.step(noting.act):
            newest = self._versions.newest(plan.id)
            if plan.is_final and newest == (noted.version if noted else None):
                self._store.save(_with(plan, noting.facts))
            if noted is not None:
                if not noted.follows(self._versions.minutes(noted.version)):
                    raise RuleBroken(_("Something else was noted meanwhile. Fill it in again."))
                self._versions.note(noted.minutes, pdf, language)
                if isinstance(noting.facts, MinutesApproval):
                    self._plans.life.stamp(plan.id, noted.version.number, PlanStatus.SIGNED)
        return self._work.last

    def _said(self, choice: str) -> Plan | VersionMinutes:
        """What is kept of the minutes of a version; of a plan without one, its own words."""
        version = self._versions.shown(choice)
        return self._versions.minutes(version) if version else self._plans.get(choice)


def _with(said: Said, facts: Decision | MinutesApproval) -> Said:
    made = decision.with_facts(said, facts)
    approved = isinstance(facts, MinutesApproval)
    return replace(made, status=PlanStatus.SIGNED) if approved else made


def _is_fact(finding: Finding) -> bool:
    return finding.place.table == "plan" and finding.place.field in _FACTS
