"""Gallring: what rules speak of today, what of it is wanted gone, and the record of what went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import Record, owner
from styrdesk.domain.retention import Matter, RetentionRule, in_words


@dataclass(frozen=True, slots=True)
class Disposal:
    """One gallring: what a decision led to.

    Attributes:
        at: ISO 8601 with its offset.
        by: Name of who sat there.
        decision: Its section and body, in words.
        number: How many records went.
        committee: Name of the nämnd whose records were looked at; empty where all were.
    """

    id: str
    at: str = ""
    by: str = ""
    decision: str = ""
    decided_on: date | None = None
    number: int = 0
    committee: str = ""


@dataclass(frozen=True, slots=True)
class DisposalLine:
    """What one rule took away.

    Attributes:
        rule: In words, as it was then.
        basis: What the rule rested on: the section of the plan for documents.
        number: How many records.
        earliest: The first day any of them was closed; None where it was not noted.
        until: The last day they could be closed; later ones were left.
    """

    id: str
    disposal_id: str = owner("disposal")
    rule: str = ""
    matter: Matter = Matter.CASE
    basis: str = ""
    number: int = 0
    earliest: date | None = None
    until: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class DisposalExemption:
    """A record that a rule spoke of and that was left, until the next time.

    Attributes:
        name: What it is called, without content: a case's number.
        closed_on: The day it was closed, signed or read.
        reason: Why it was left, in words.
    """

    id: str
    disposal_id: str = owner("disposal")
    matter: Matter = Matter.CASE
    name: str = ""
    closed_on: date | None = None
    reason: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A record that a rule speaks of.

    Attributes:
        name: What it is called, without content: a case's number, a list's title and unit.
        closed_on: The day it was closed, signed or read.
        committee_id: The nämnd it belongs to; empty for none.
    """

    id: str
    name: str
    closed_on: date
    committee_id: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule would take away today.

    Attributes:
        until: The last day they could be closed.
        items: The oldest first.
    """

    rule: RetentionRule
    until: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be taken away, as it was looked at.

    Attributes:
        due: What the rules say, of the chosen nämnd.
        decision: Section and body, in words.
        decided_on: The day.
        left: Why a record is left until the next time, by its id.
        committee_id: The chosen nämnd; empty for all.
    """

    due: tuple[Due, ...]
    decision: str
    decided_on: date | None
    left: Mapping[str, str] = field(default_factory=dict)
    committee_id: str = ""


def of_committee(due: Iterable[Due], committee_id: str) -> tuple[Due, ...]:
    """What is due of one nämnd's records; all of it where none is chosen."""
    if not committee_id:
        return tuple(due)
    kept = (
        replace(one, items=tuple(i for i in one.items if i.committee_id == committee_id))
        for one in due
    )
    return tuple(one for one in kept if one.items)


def check_wanted(wanted: Wanted, today: date) -> None:
    """Rules of what is wanted gone.

    Raises:
        RuleBroken: The decision is missing, a record is left without a reason, or nothing goes.
    """
    if not all(reason.strip() for reason in wanted.left.values()):
        raise RuleBroken(_("Write why each record that is left out is left."), "left")
    if all(item.id in wanted.left for one in wanted.due for item in one.items):
        raise RuleBroken(_("Nothing would go: all are left out."), "left")
    required(wanted.decision, "decision", _("Write the section of the decision."))
    if wanted.decided_on is None or wanted.decided_on > today:
        raise RuleBroken(_("Write the day of the decision, today at the latest."), "decided_on")


def noted(wanted: Wanted, at: str, by: str, committee: str) -> Iterator[Record]:
    """The record of what is taken away, and of what is left.

    Args:
        wanted: What.
        at: When, ISO 8601 with its offset.
        by: Name of who sits there.
        committee: Name of the chosen nämnd; empty for all.
    """
    gone = [[item for item in one.items if item.id not in wanted.left] for one in wanted.due]
    made = Disposal(
        new_id(), at, by, wanted.decision.strip(), wanted.decided_on, sum(map(len, gone)), committee
    )
    yield made
    for place, (one, items) in enumerate(zip(wanted.due, gone, strict=True)):
        rule, days = one.rule, [item.closed_on for item in items]
        yield DisposalLine(
            new_id(), made.id, in_words(rule), rule.matter, rule.basis,
            len(items), min(days, default=None), one.until, place,
        )  # fmt: skip
    left = [(one.rule.matter, i) for one in wanted.due for i in one.items if i.id in wanted.left]
    for place, (matter, item) in enumerate(left):
        yield DisposalExemption(
            new_id(), made.id, matter, item.name, item.closed_on,
            wanted.left[item.id].strip(), place,
        )  # fmt: skip
