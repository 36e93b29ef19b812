"""Kinds of cases and the steps each goes through: data of the file that a municipality may edit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import RoleKind, required
from styrdesk.domain.record import named, owner, searched, within

MOST = 4  # the highest severity and likelihood
LONGEST = 365  # days of a step's deadline


@dataclass(frozen=True, slots=True)
class CaseType:
    """A kind of case, such as avvikelse, klagomål or beröm.

    Attributes:
        law: What it rests on, in words.
        answered: Whether somebody outside waits for an answer.
        assessed: Whether severity and likelihood are asked for.
        lex_sarah: Whether a grave case may be one of lex Sarah; `lex_maria` likewise.
        escalate_points: A case is escalated from these points (severity × likelihood); 0 for never.
        escalate_severity: And, or or, from this severity; 0 for no matter which.
        escalate_both: Whether both limits must be reached; otherwise one is enough.
        in_use: Whether new cases may be of it.
    """

    id: str
    name: str = named()
    law: str = searched()
    answered: bool = True
    assessed: bool = True
    lex_sarah: bool = False
    lex_maria: bool = False
    escalate_points: int = within(0, MOST * MOST, 8)
    escalate_severity: int = within(0, MOST, 3)
    escalate_both: bool = True
    in_use: bool = True
    position: int = 0


class StageKind(StrEnum):
    """What a step means to the program, whatever it is called."""

    ARRIVED = "arrived"
    ASSIGNED = "assigned"
    ASSESSED = "assessed"
    CONTACT = "contact"
    INVESTIGATION = "investigation"
    MEASURES = "measures"
    ANSWER = "answer"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    OTHER = "other"


STAGE_KINDS = {
    StageKind.ARRIVED: N_("Arrived"),
    StageKind.ASSIGNED: N_("Assigned"),
    StageKind.ASSESSED: N_("Assessed"),
    StageKind.CONTACT: N_("Contact"),
    StageKind.INVESTIGATION: N_("Investigation"),
    StageKind.MEASURES: N_("Actions"),
    StageKind.ANSWER: N_("Answer"),
    StageKind.FOLLOW_UP: N_("Follow-up of actions"),
    StageKind.CLOSED: N_("Closed"),
    StageKind.OTHER: N_("Another step"),
}
FEEDBACK = frozenset({StageKind.CONTACT, StageKind.ANSWER})  # nobody to speak to: left out


class Counting(StrEnum):
    """Which days a deadline counts."""

    CALENDAR = "calendar"
    WORKING = "working"


COUNTINGS = {
    Counting.CALENDAR: N_("days"),
    Counting.WORKING: N_("working days"),
}


class Since(StrEnum):
    """Where a deadline counts from."""

    ARRIVAL = "arrival"
    STEP = "step"


SINCES = {
    Since.ARRIVAL: N_("from the arrival"),
    Since.STEP: N_("from when the step began"),
}


@dataclass(frozen=True, slots=True)
class CaseStage:
    """A step of a kind of case.

    Attributes:
        role: Who sees to it.
        days: Deadline in days; 0 for none.
        optional: Whether it may be passed over.
    """

    id: str
    type_id: str = owner("case_type")
    name: str = ""
    kind: StageKind = StageKind.OTHER
    role: RoleKind = RoleKind.MANAGER
    days: int = within(0, LONGEST, 0)
    counting: Counting = Counting.CALENDAR
    since: Since = Since.STEP
    optional: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class CauseCategory:
    """What cases may be due to, for the statistics."""

    id: str
    name: str = named()
    position: int = 0


class LetterKind(StrEnum):
    """What a letter to who wrote in is for."""

    ACKNOWLEDGEMENT = "acknowledgement"
    ANSWER = "answer"


LETTER_KINDS = {
    LetterKind.ACKNOWLEDGEMENT: N_("Acknowledgement"),
    LetterKind.ANSWER: N_("Answer"),
}


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """What a letter says before it is written, with fields in braces (`letters.FIELDS`)."""

    id: str
    name: str = named()
    kind: LetterKind = LetterKind.ACKNOWLEDGEMENT
    title: str = ""
    body: str = ""
    position: int = 0


def check_type(case_type: CaseType) -> None:
    """Rules of a kind of case."""
    required(case_type.name, "name", _("Write what the kind of case is called."))


def check_stage(stage: CaseStage) -> None:
    """Rules of a step."""
    required(stage.name, "name", _("Write what the step is called."))
    if not 0 <= stage.days <= LONGEST:
        raise RuleBroken(_("Write a number of days up to {most}.").format(most=LONGEST), "days")


def check_category(category: CauseCategory) -> None:
    """Rules of a category of causes."""
    required(category.name, "name", _("Write what the category is called."))
