"""Gallring: how long what is closed is kept, and the record of what was taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import maybe, named, searched, within

LONGEST: Final = 100


class Matter(StrEnum):
    """What a rule speaks of."""

    CASE = "case"
    CHECKLIST = "checklist"
    RECEIPT = "receipt"


MATTERS: Final = {
    Matter.CASE: N_("Cases"),
    Matter.CHECKLIST: N_("Signed checklists"),
    Matter.RECEIPT: N_("Receipts"),
}


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long a kind of record is kept.

    Attributes:
        type_id: Of cases of this kind; None for all that no other rule speaks of. A rule goes
            with its kind: without it it would speak of others.
        kept: Bevaras: never taken away.
        years: After the case was closed, the list was signed, the receipt given.
        basis: What it rests on, in words.
    """

    id: str
    name: str = named()
    matter: Matter = Matter.CASE
    type_id: str | None = maybe("case_type", owned=True)
    kept: bool = True
    years: int = within(1, LONGEST, 2)
    basis: str = searched()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Disposal:
    """What was taken away by a rule, without its content. The program writes it.

    Attributes:
        at: ISO 8601 with its offset.
        by: Name of who sat there.
        decision: Its section and body, in words.
        rule: The rule in words, as it was then.
        kind: What was taken away, in words.
        number: How many.
        until: The last day they were closed; later ones were left.
    """

    id: str
    at: str = ""
    by: str = ""
    decision: str = ""
    decided_on: date | None = None
    rule: str = ""
    kind: str = ""
    number: int = 0
    until: date | None = None


def limit(rule: RetentionRule, today: date) -> date:
    """The last day something may have been closed for the rule to take it away today."""
    year = today.year - rule.years
    try:
        return today.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)


def in_words(rule: RetentionRule) -> str:
    """What a rule says."""
    if rule.kept:
        return _("{name}: kept for good").format(name=rule.name)
    return _("{name}: {years} years").format(name=rule.name, years=rule.years)


def check_rule(rule: RetentionRule) -> None:
    """Rules of a rule of gallring."""
    required(rule.name, "name", _("Write what the rule is called."))
    if rule.type_id and rule.matter is not Matter.CASE:
        raise RuleBroken(_("Only cases have kinds. Leave the kind empty."), "type_id")
    if not 1 <= rule.years <= LONGEST:
        message = _("Write a number of years from 1 to {most}.")
        raise RuleBroken(message.format(most=LONGEST), "years")


def apart(rules: Sequence[RetentionRule]) -> None:
    """See that no two rules speak of the same.

    Raises:
        RuleBroken: Two do; nothing is taken away by either.
    """
    seen: dict[tuple[Matter, str | None], RetentionRule] = {}
    for rule in rules:
        other = seen.setdefault((rule.matter, rule.type_id), rule)
        if other is not rule:
            message = _("Two rules speak of the same: {one} and {other}. Change one of them.")
            raise RuleBroken(message.format(one=other.name, other=rule.name))
