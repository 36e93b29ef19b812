"""A case: an avvikelse, a klagomål, a synpunkt …, from when it arrives until it is closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.case_type import MOST, LetterKind
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import link, maybe, named, owner, private, searched, within


class Channel(StrEnum):
    """How a case came in."""

    FORM = "form"
    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    VISIT = "visit"
    STAFF = "staff"
    CHECKLIST = "checklist"


CHANNELS = {
    Channel.FORM: N_("E-service or form"),
    Channel.EMAIL: N_("By e-mail"),
    Channel.PHONE: N_("Telephone"),
    Channel.LETTER: N_("Letter"),
    Channel.VISIT: N_("Visit or conversation"),
    Channel.STAFF: N_("Seen by staff"),
    Channel.CHECKLIST: N_("From a checklist"),
}


class Track(StrEnum):
    """The duty to report that a case falls under."""

    NONE = "none"
    LEX_SARAH = "lex_sarah"
    LEX_MARIA = "lex_maria"


TRACKS = {
    Track.NONE: N_("Neither"),
    Track.LEX_SARAH: "lex Sarah",
    Track.LEX_MARIA: "lex Maria",
}


class AnswerState(StrEnum):
    """How it stands with the answer to who wrote in."""

    NONE = "none"
    WAITING = "waiting"
    IN_TIME = "in_time"
    LATE = "late"


ANSWER_STATES = {
    AnswerState.NONE: N_("No answer is owed"),
    AnswerState.WAITING: N_("Waits for an answer"),
    AnswerState.IN_TIME: N_("Answered in time"),
    AnswerState.LATE: N_("Answered late"),
}
SEVERITIES: Final = {
    1: N_("Minor"),
    2: N_("Moderate"),
    3: N_("Considerable"),
    4: N_("Catastrophic"),
}
LIKELIHOODS: Final = {1: N_("Very small"), 2: N_("Small"), 3: N_("Great"), 4: N_("Very great")}


@dataclass(frozen=True, slots=True)
class Case:
    """A case. What is said of days and the answer is kept by `case_flow.reckoned`.

    Attributes:
        stage_id: The step it stands in.
        number: Within the nämnd and year of its arrival; `code` is both in words ("2026-017").
        reporter: Who wrote in; empty where nobody is named.
        contact: How they are reached.
        secret: Shown masked until opened with a reason (OSL).
        severity: 1–4, 0 while it is not assessed; `likelihood` likewise.
        escalated: Whether its kind's limits are reached.
        entered: The day its step began.
        due: The nearest last day that is left; None when there is none.
        answer_by: The last day of the answer.
        reopened: How many times.
        duplicate_of: The case that goes on in its stead.
    """

    id: str
    committee_id: str = link("committee")
    type_id: str = link("case_type")
    stage_id: str = link("case_stage")
    year: int = 0
    number: int = 0
    code: str = searched()
    title: str = named()
    registration_number: str = searched()
    arrived: date | None = None
    channel: Channel = Channel.FORM
    reporter: str = private()
    contact: str = private()
    anonymous: bool = False
    body: str = ""
    unit_id: str | None = maybe("unit")
    secret: bool = False
    severity: int = within(0, MOST, 0)
    likelihood: int = within(0, MOST, 0)
    escalated: bool = False
    track: Track = Track.NONE
    handler_id: str | None = maybe("person")
    category_id: str | None = maybe("cause_category")
    investigation: str = ""
    entered: date | None = None
    due: date | None = None
    answer_by: date | None = None
    answer: AnswerState = AnswerState.NONE
    acknowledged_on: date | None = None
    answered_on: date | None = None
    closed_on: date | None = None
    reopened: int = 0
    duplicate_of: str | None = maybe("case")

    @property
    def points(self) -> int:
        """Severity × likelihood; 0 while it is not assessed."""
        return self.severity * self.likelihood

    @property
    def is_open(self) -> bool:
        """Whether it is still worked with."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class Cause:
    """One answer to "why?"; five of them in order mostly come to what can be mended."""

    id: str
    case_id: str = owner("case")
    words: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """What is done about it.

    Attributes:
        responsible: In words (decisions/0005); they are told before they are written here.
        done_by: The day it is to be done.
        effect: What came of it.
        not_done: Why it was not done; empty while it is to be.
    """

    id: str
    case_id: str = owner("case")
    title: str = ""
    responsible: str = ""
    done_by: date | None = None
    done_on: date | None = None
    effect: str = ""
    followed_up_on: date | None = None
    not_done: str = ""
    position: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to know of it: done and followed up, or why it was not."""
        done = self.done_on is not None and self.followed_up_on is not None
        return bool(self.not_done.strip()) or (done and bool(self.effect.strip()))


@dataclass(frozen=True, slots=True)
class CaseLink:
    """Something the case has to do with.

    Attributes:
        target: Kind of the record it leads to (its table); empty for words alone.
        record: Its id. It may be gone: the words stand on their own.
        title: What it is, in words.
    """

    id: str
    case_id: str = owner("case")
    target: str = ""
    record: str = ""
    title: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class CaseLetter:
    """A letter to who wrote in. Once it is sent it is not changed."""

    id: str
    case_id: str = owner("case")
    kind: LetterKind = LetterKind.ACKNOWLEDGEMENT
    title: str = ""
    body: str = ""
    sent_on: date | None = None
    position: int = 0


class Happened(StrEnum):
    """What happened to a case."""

    REGISTERED = "registered"
    READ_IN = "read_in"
    MOVED = "moved"
    PASSED = "passed"
    MOVED_BACK = "moved_back"
    ASSIGNED = "assigned"
    ESCALATED = "escalated"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    OPENED = "opened"
    MERGED = "merged"
    TOOK_IN = "took_in"
    CLOSED = "closed"
    REOPENED = "reopened"


HAPPENINGS = {
    Happened.REGISTERED: N_("Registered"),
    Happened.READ_IN: N_("Read in from {what}"),
    Happened.MOVED: N_("On to {what}"),
    Happened.PASSED: N_("Passed over {what}"),
    Happened.MOVED_BACK: N_("Back to {what}"),
    Happened.ASSIGNED: N_("Given to {what}"),
    Happened.ESCALATED: N_("Escalated: {what}"),
    Happened.ACKNOWLEDGED: N_("Acknowledgement sent"),
    Happened.ANSWERED: N_("Answer sent"),
    Happened.OPENED: N_("Opened under secrecy: {what}"),
    Happened.MERGED: N_("Goes on in {what}"),
    Happened.TOOK_IN: N_("Took in {what}"),
    Happened.CLOSED: N_("Closed"),
    Happened.REOPENED: N_("Opened again: {what}"),
}
ENTERED: Final = frozenset(
    {
        *(Happened.REGISTERED, Happened.READ_IN, Happened.MOVED, Happened.MOVED_BACK),
        *(Happened.CLOSED, Happened.REOPENED),
    }
)


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One thing that happened, as the program noted it.

    Attributes:
        at: ISO 8601 with its offset.
        by: Name of who sat there; empty while nobody has said.
        stage_id: The step that was entered, or passed over.
        what: In words: the step's name as it was then, a name, a reason.
    """

    id: str
    case_id: str = owner("case")
    at: str = ""
    by: str = ""
    kind: Happened = Happened.REGISTERED
    stage_id: str | None = maybe("case_stage")
    what: str = ""
    position: int = 0


def told(event: CaseEvent) -> str:
    """What happened, in words."""
    return _(HAPPENINGS[event.kind]).format(what=event.what)


def code_of(year: int, number: int) -> str:
    """How a case is named on paper: 2026-017."""
    return f"{year}-{number:03d}"


def check_case(case: Case, today: date) -> None:
    """Rules of a case.

    Raises:
        RuleBroken: With the field.
    """
    required(case.title, "title", _("Write what it is about in a few words."))
    if case.arrived is None:
        raise RuleBroken(_("Write the day it arrived."), "arrived")
    if case.arrived > today:
        raise RuleBroken(_("It cannot have arrived after today."), "arrived")


MASK: Final = N_("Secret")
"""What stands in place of what a secret case is about."""

# What is told of a secret case wherever it is not opened. The rest of it is not even counted on.
_OPEN_FIELDS: Final = frozenset(
    {
        *("id", "committee_id", "type_id", "stage_id", "year", "number", "code", "arrived"),
        *("secret", "handler_id", "entered", "due", "answer_by", "answer", "closed_on"),
        *("reopened", "duplicate_of"),
    }
)


def masked(case: Case) -> Case:
    """The case as it is shown unopened: a secret one tells only its number and days."""
    if not case.secret:
        return case
    blank = Case("")
    hidden = {
        name: getattr(blank, name) for name in Case.__dataclass_fields__ if name not in _OPEN_FIELDS
    }
    return replace(case, **(hidden | {"title": _(MASK)}))
