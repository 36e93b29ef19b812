"""What a nämnd has decided and the file keeps as it was: plans, and reports of several kinds.

A plan's decided versions are `version.PlanVersion`; every other kind is a `DecidedReport`. Both are
told of by one line each, found by their kontrollkod, and recounted the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from styrdesk.base.i18n import N_
from styrdesk.domain.control_code import code_of
from styrdesk.domain.decision import Decision
from styrdesk.domain.plan import PlanStatus
from styrdesk.domain.record import link, within
from styrdesk.domain.version import VersionOrigin


class DecidedKind(StrEnum):
    """What kind of document was decided."""

    PLAN = "plan"
    INTERNAL_CONTROL = "internal_control"
    QUALITY_REPORT = "quality_report"


DECIDED_KINDS = {
    DecidedKind.PLAN: N_("Committee plan"),
    DecidedKind.INTERNAL_CONTROL: N_("Report on internal control"),
    DecidedKind.QUALITY_REPORT: N_("Report on quality"),
}


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What a report says of itself: frozen with what it reports.

    Attributes:
        committee: What the nämnd was called then.
        colour: Of the municipality's prints, empty for the program's own.
        logo: The municipality's, as the bytes of an image; empty for none.
        occasion: Which reporting of the year it is for ("T1"); empty for the year.
        number: 1 is the first for its occasion; each replaces the one before it.
        replaces: What it replaces, in words.
        decision: Empty in a draft.
    """

    title: str
    committee: str
    municipality: str
    year: int
    colour: str = ""
    logo: bytes = b""
    occasion: str = ""
    number: int = 1
    replaces: str = ""
    decision: Decision = field(default_factory=Decision)

    @property
    def is_decided(self) -> bool:
        """Whether it is no draft."""
        return self.decision.decided_on is not None


@dataclass(frozen=True, slots=True)
class DecidedReport:
    """A report as it was decided. Never changed; one made by a decision is never deleted either.

    Attributes:
        subject: Id of what is reported: a plan whose controls they are, a report on quality.
        occasion: Which reporting of the year it is for ("T1"); empty for the year.
        number: 1 is the first for its occasion; each replaces the one before it.
        title: What it was called.
        made_at: The moment, ISO 8601 with its offset from UTC.
        made_by: Name of who did it, as it was then; empty when nobody had said.
        content: SHA-256 of what was decided, as `frozen.py` writes it, kept in the file.
        pdf: SHA-256 of its print as it was made then, kept in the file; empty without one.
        language: Of the print, and of the words in the content that are the program's own.
    """

    id: str
    committee_id: str = link("committee")
    kind: DecidedKind = DecidedKind.QUALITY_REPORT
    subject: str = ""
    year: int = within(1900, 2200, 2000)
    occasion: str = ""
    number: int = within(1, 9999, 1)
    title: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    paragraph: str = ""
    registration_number: str = ""
    origin: VersionOrigin = VersionOrigin.DECIDED
    made_at: str = ""
    made_by: str = ""
    content: str = ""
    pdf: str = ""
    language: str = ""

    @property
    def code(self) -> str:
        """Its kontrollkod."""
        return code_of(self.content)


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """A decided document of whatever kind, as a list tells it.

    Attributes:
        id: Of the version or the report.
        subject: Id of what goes on behind it: the plan, the report on quality.
        committee: What the nämnd is called now.
        title: What the document was called when it was decided.
        approved_on: The day its minutes were approved, where that is noted.
        status: Replaced where a later one is decided.
        content: SHA-256 of what was decided.
        pdf: SHA-256 of its print; empty without one.
        noted_pdf: SHA-256 of its print with what the minutes say of it later; empty without one.
    """

    id: str
    kind: DecidedKind
    subject: str
    committee_id: str
    committee: str
    year: int
    number: int
    title: str
    decided_by: str
    decided_on: date | None
    paragraph: str
    registration_number: str
    approved_on: date | None
    status: PlanStatus
    origin: VersionOrigin
    made_at: str
    made_by: str
    content: str
    pdf: str
    noted_pdf: str

    @property
    def code(self) -> str:
        """Its kontrollkod."""
        return code_of(self.content)

    @property
    def is_replaced(self) -> bool:
        """Whether a later one is decided."""
        return self.status is PlanStatus.REPLACED


class Soundness(StrEnum):
    """What a recount of a kept content's SHA-256 found."""

    INTACT = "intact"
    CHANGED = "changed"
    MISSING = "missing"
    NONE = "none"


SOUNDNESS = {
    Soundness.INTACT: N_("unchanged"),
    Soundness.CHANGED: N_("not what was decided: its bytes have changed"),
    Soundness.MISSING: N_("gone from the file"),
    Soundness.NONE: N_("not kept; it is printed anew from the content"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a recount found of a decided document's content and its prints."""

    content: Soundness
    pdf: Soundness
    noted_pdf: Soundness

    @property
    def is_sound(self) -> bool:
        """Whether all that was kept is what it was."""
        prints = {self.pdf, self.noted_pdf}
        return self.content is Soundness.INTACT and prints <= {Soundness.INTACT, Soundness.NONE}
