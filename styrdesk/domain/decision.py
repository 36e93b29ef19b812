"""What is known of a decided plan from its minutes: the decision itself, and their approval.

They are facts about the plan and stand in its document information, but they are written when the
plan's own words are locked (docs/decisions/0012).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, timedelta
from typing import Final, TypeVar

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.plan import Approval, Plan
from styrdesk.domain.version import VersionMinutes

APPROVAL_DAYS: Final = 14  # kommunallagen (2017:725) 5 kap. 69 §, for nämnder by 6 kap. 35 §


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided the plan, when, and where it is written."""

    decided_by: str = ""
    decided_on: date | None = None
    paragraph: str = ""
    registration_number: str = ""


@dataclass(frozen=True, slots=True)
class MinutesApproval:
    """How, when and by whom the minutes were approved (justering), or the plan was signed."""

    approval: Approval = Approval.SIGNATURES
    approval_date: date | None = None
    approval_names: str = ""
    approval_method: str = ""
    approval_reference: str = ""


Facts = TypeVar("Facts", Decision, MinutesApproval)
Said = TypeVar("Said", Plan, VersionMinutes)
NEEDED: Final = {
    "registration_number": N_("The plan has no registration number (Dnr)."),
    "decided_by": N_("It is not written who decides the plan."),
    "decided_on": N_("The plan has no date of decision."),
    "paragraph": N_("The plan has no § of the decision."),
}


def facts_of(kind: type[Facts], said: Plan | VersionMinutes) -> Facts:
    """What the plan, or what is kept of the minutes, says now."""
    return kind(**{field.name: getattr(said, field.name) for field in fields(kind)})


def with_facts(said: Said, facts: Decision | MinutesApproval) -> Said:
    """The plan, or what is kept of its minutes, with these facts and nothing else changed."""
    return replace(said, **asdict(facts))


def missing(facts: Decision) -> Iterator[RuleBroken]:
    """What a decision lacks, each at its field."""
    for field, message in NEEDED.items():
        if not str(getattr(facts, field) or "").strip():
            yield RuleBroken(_(message), field)


def check_decision(facts: Decision) -> None:
    """A decision says by whom, when and where."""
    for broken in missing(facts):
        raise broken


def check_approval(facts: MinutesApproval, decided_on: date | None) -> None:
    """An approval says when and by whom, and does not come before what it approves."""
    if facts.approval_date is None:
        raise RuleBroken(_("Write the day of the approval."), "approval_date")
    if comes_before(facts.approval_date, decided_on):
        raise RuleBroken(
            _("The approval cannot come before the decision of {day}.").format(day=decided_on),
            "approval_date",
        )
    required(facts.approval_names, "approval_names", _("Write who approved."))


def comes_before(approval: date | None, decided_on: date | None) -> bool:
    """Whether an approval is dated before what it approves."""
    return bool(approval and decided_on and approval < decided_on)


def is_late(approval: date | None, decided_on: date | None) -> bool:
    """Whether minutes were approved later than the law says; it is noted, and stops nothing."""
    if not approval or not decided_on:
        return False
    return approval - decided_on > timedelta(days=APPROVAL_DAYS)
