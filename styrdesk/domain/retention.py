"""Gallring: how long what is closed is kept."""

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
FROM_DAY: Final = {
    Matter.CASE: N_("the day it was closed"),
    Matter.CHECKLIST: N_("the day it was signed"),
    Matter.RECEIPT: N_("the day it was read"),
}


class RuleState(StrEnum):
    """What a rule leads to."""

    KEPT = "kept"
    UNCHECKED = "unchecked"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long a kind of record is kept.

    Attributes:
        type_id: Of cases of this kind; None for all that no other rule speaks of. A rule goes
            with its kind: without it it would speak of others.
        kept: Bevaras: never taken away.
        years: After the case was closed, the list was signed, the receipt given.
        basis: What it rests on: the section of the plan for documents. Until that is written
            nothing is taken away by the rule.
    """

    id: str
    name: str = named()
    matter: Matter = Matter.CASE
    type_id: str | None = maybe("case_type", owned=True)
    kept: bool = True
    years: int = within(1, LONGEST, 2)
    basis: str = searched()
    position: int = 0

    @property
    def state(self) -> RuleState:
        """Whether something is taken away by it, and where not why."""
        if self.kept:
            return RuleState.KEPT
        return RuleState.IN_FORCE if self.basis.strip() else RuleState.UNCHECKED


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
