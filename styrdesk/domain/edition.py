"""Documents that are followed by a new version of themselves: governing documents, routines.

One version is in force at a time. The next is a draft that says which it replaces; on the day it
takes effect the one before it is replaced. What was adopted is locked from the day it is in force,
for people have read it; what has been in force is never changed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.record import maybe, named, within


class Standing(StrEnum):
    """Where a version is in its life."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


STANDINGS: Mapping[Standing, str] = {
    Standing.DRAFT: N_("Draft"),
    Standing.IN_FORCE: N_("In force"),
    Standing.REPLACED: N_("Replaced"),
    Standing.WITHDRAWN: N_("Withdrawn"),
}
OVER = frozenset({Standing.REPLACED, Standing.WITHDRAWN})
BY_ACT = frozenset({"version", "standing", "replaces_id"})
KEPT_UP: Final = frozenset({
    *("committee_id", "unit_id", "responsible_id", "review_due"),
    *("document_type_id", "registration_number", "kind", "link"),
})  # fmt: skip
"""What changes about a version in force without a new one: whose it is, who keeps it up to date,
when it is looked at again, and how it is sorted and found. All else of it was adopted."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What every such record has; a kind of its own says what `replaces_id` leads to.

    Attributes:
        committee_id: The nämnd it is of; None for the whole municipality.
        unit_id: The unit that owns it; None for none in particular.
        responsible_id: Who keeps it up to date.
        version: 1 is the first.
        replaces_id: The version before it, None for the first.
        decided_by: Who adopted it, in words, as it was then.
        decided_on: When; None while nobody has.
        valid_from: The day it takes effect.
        valid_to: Its last day, None until further notice.
        review_due: When it is to be looked at again.
    """

    id: str
    title: str = named()
    committee_id: str | None = maybe("committee")
    unit_id: str | None = maybe("unit")
    responsible_id: str | None = maybe("person")
    version: int = within(1, 9999, 1)
    standing: Standing = Standing.DRAFT
    replaces_id: str | None = None
    decided_by: str = ""
    decided_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    review_due: date | None = None


E = TypeVar("E", bound=Edition)


def is_over(edition: Edition) -> bool:
    """Whether it has been in force, and is so no more."""
    return edition.standing in OVER


def adopted_change(before: Edition, after: Edition) -> str:
    """The first field that was adopted with a version and is changed; empty where none is."""
    names = (one.name for one in fields(before) if one.name not in KEPT_UP)
    return next((name for name in names if getattr(before, name) != getattr(after, name)), "")


def next_version(edition: E, new_id: str) -> E:
    """The draft of the version after one.

    Raises:
        RuleBroken: It is not in force.
    """
    if edition.standing is not Standing.IN_FORCE:
        raise RuleBroken(_("A new version is made of the one that is in force."))
    return replace(
        edition,
        id=new_id,
        version=edition.version + 1,
        standing=Standing.DRAFT,
        replaces_id=edition.id,
        decided_on=None,
        valid_from=None,
        valid_to=None,
        review_due=None,
    )


def copied(edition: E) -> E:
    """A copy of a version begins as the first draft of something else."""
    return replace(
        edition,
        version=1,
        standing=Standing.DRAFT,
        replaces_id=None,
        decided_by="",
        decided_on=None,
        valid_from=None,
        valid_to=None,
        review_due=None,
    )


def in_force(edition: E, today: date) -> E:
    """A draft as it is when it takes effect.

    Args:
        edition: The draft.
        today: The day it takes effect where it tells no other.

    Raises:
        RuleBroken: It is no draft, nobody has adopted it, or its day has not come while another
            is in force; `field` tells what is lacking.
    """
    if edition.standing is not Standing.DRAFT:
        raise RuleBroken(_("Only a draft can be adopted."))
    if edition.decided_on is None:
        raise RuleBroken(_("Write when it was adopted."), "decided_on")
    start = edition.valid_from or max(today, edition.decided_on)
    if edition.replaces_id is not None and start > today:
        message = _("It takes effect on {day}. Until then it is a draft.")
        raise RuleBroken(message.format(day=start.isoformat()), "valid_from")
    return replace(edition, standing=Standing.IN_FORCE, valid_from=start)


def replaced(edition: E, by: Edition) -> E:
    """The version before, when the next has taken effect: its last day is the day before.

    Raises:
        RuleBroken: It is not in force, or the next would have taken effect before it.
    """
    if edition.standing is not Standing.IN_FORCE:
        message = _("The version it replaces is no longer in force: {title}, version {number}.")
        raise RuleBroken(message.format(title=edition.title, number=edition.version))
    start = by.valid_from or date.max
    if edition.valid_from is not None and start < edition.valid_from:
        message = _("The version before it took effect on {day}, which is later.")
        raise RuleBroken(message.format(day=edition.valid_from.isoformat()), "valid_from")
    return replace(edition, standing=Standing.REPLACED, valid_to=_end(edition, start))


def withdrawn(edition: E, today: date) -> E:
    """A version that is in force no longer, and that nothing replaces.

    Raises:
        RuleBroken: It is not in force.
    """
    if edition.standing is not Standing.IN_FORCE:
        raise RuleBroken(_("Only what is in force can be withdrawn."))
    return replace(
        edition,
        standing=Standing.WITHDRAWN,
        valid_to=_end(edition, today + timedelta(days=1)),
    )


def _end(edition: Edition, over: date) -> date:
    """The last day of what is over from a day: never after what it says, nor before its first."""
    last = over - timedelta(days=1)
    return max(min(last, edition.valid_to or last), edition.valid_from or date.min)


def is_expired(edition: Edition, today: date) -> bool:
    """Whether it says of itself that it is in force, and its last day has gone."""
    over = edition.valid_to is not None and edition.valid_to < today
    return edition.standing is Standing.IN_FORCE and over


def chain(editions: Iterable[E], of: str) -> tuple[E, ...]:
    """The versions that one belongs with, the first first.

    Two may be drafted after the same one: a draft that came back from the trash.

    Args:
        editions: At least all of them.
        of: Id of any of them.
    """
    known = {edition.id: edition for edition in editions}
    belong, looked = {of}, 0
    while len(belong) != looked:
        looked = len(belong)
        for one in known.values():
            if one.replaces_id in known and belong & {one.id, one.replaces_id}:
                belong |= {one.id, one.replaces_id}
    return tuple(sorted((known[key] for key in belong), key=lambda one: (one.version, one.id)))


class EditionState(StrEnum):
    """What a version's standing and days come to on a day."""

    DRAFT = "draft"
    COMING = "coming"
    IN_FORCE = "in_force"
    REVIEW = "review"
    EXPIRED = "expired"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


EDITION_STATES: Mapping[EditionState, str] = {
    EditionState.DRAFT: N_("Draft"),
    EditionState.COMING: N_("Not in force yet"),
    EditionState.IN_FORCE: N_("In force"),
    EditionState.REVIEW: N_("To be reviewed"),
    EditionState.EXPIRED: N_("Has expired"),
    EditionState.REPLACED: N_("Replaced"),
    EditionState.WITHDRAWN: N_("Withdrawn"),
}


def state(edition: Edition, today: date) -> EditionState:
    """What is to be known of a version at a glance."""
    if edition.standing is not Standing.IN_FORCE:
        return EditionState(edition.standing.value)
    if is_expired(edition, today):
        return EditionState.EXPIRED
    if edition.valid_from is not None and edition.valid_from > today:
        return EditionState.COMING
    due = edition.review_due is not None and edition.review_due <= today
    return EditionState.REVIEW if due else EditionState.IN_FORCE
