"""Checklists: the template that tells what is asked and when, and the lists that are filled in.

A list that is begun rests on a frozen version of its template, so that a change of the template
never alters it (docs/decisions/0021).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from styrdesk.base.i18n import N_, _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import link, maybe, named, owner, private, searched, within


class Frequency(StrEnum):
    """How often a checklist is filled in."""

    ONCE = "once"
    WEEKDAY = "weekday"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    EVENT = "event"


FREQUENCIES = {
    Frequency.ONCE: N_("Once"),
    Frequency.WEEKDAY: N_("Every working day"),
    Frequency.WEEKLY: N_("Every week"),
    Frequency.MONTHLY: N_("Every month"),
    Frequency.QUARTERLY: N_("Every quarter"),
    Frequency.YEARLY: N_("Every year"),
    Frequency.EVENT: N_("At an event"),
}


class ItemKind(StrEnum):
    """What an item asks for; a heading begins a section and asks for nothing."""

    YES_NO = "yes_no"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    HEADING = "heading"


ITEM_KINDS = {
    ItemKind.YES_NO: N_("Yes or no"),
    ItemKind.NUMBER: N_("A number"),
    ItemKind.TEXT: N_("Words"),
    ItemKind.DATE: N_("Date"),
    ItemKind.CHOICE: N_("Choice"),
    ItemKind.HEADING: N_("Section"),
}


class ChecklistStatus(StrEnum):
    """Whether a list is being filled in, or signed and locked."""

    OPEN = "open"
    SIGNED = "signed"


CHECKLIST_STATUSES = {
    ChecklistStatus.OPEN: N_("Begun"),
    ChecklistStatus.SIGNED: N_("Signed and locked"),
}


@dataclass(frozen=True, slots=True)
class ChecklistTemplate:
    """What is to be looked at, how often, and by whom.

    Attributes:
        committee_id: The nämnd it belongs to; None for all.
        responsible: The role, unit or person that sees to it, in words.
        valid_from: The first day it is asked for; until that is written it is asked for never.
    """

    id: str
    committee_id: str | None = maybe("committee")
    title: str = named()
    purpose: str = searched()
    responsible: str = searched()
    frequency: Frequency = Frequency.MONTHLY
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class ChecklistUnit:
    """A unit that fills in a template; a template without one is filled in for the whole nämnd.

    Attributes:
        person_id: Who fills it in there; None where the unit has no one in particular.
    """

    id: str
    template_id: str = owner("checklist_template")
    unit_id: str = link("unit")
    person_id: str | None = maybe("person")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A point of a template, or a heading over those that follow.

    Attributes:
        help: What one should look for, in a line.
        obligatory: Whether the list cannot be signed before it is answered.
        no_fails: Whether the answer no is a failure.
        low: Smallest number that is no failure; None for no limit. `high` likewise.
        measure: What the number is told in ("°C").
        choices: What is chosen among, one a line.
    """

    id: str
    template_id: str = owner("checklist_template")
    title: str = ""
    kind: ItemKind = ItemKind.YES_NO
    help: str = ""
    obligatory: bool = True
    no_fails: bool = True
    low: Decimal | None = None
    high: Decimal | None = None
    measure: str = ""
    choices: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class ChecklistVersion:
    """A template as it was when a list was begun on it. Never changed; many lists share one.

    Attributes:
        number: 1 is the first.
        content: Title, purpose and items as JSON (`checklist_form.py`).
        made_at: ISO 8601 with its offset from UTC.
    """

    id: str
    template_id: str = link("checklist_template")
    number: int = within(1, 99_999, 1)
    content: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list that is or was filled in. The stamps are the program's; no one writes them.

    Attributes:
        title: The template's, as it was then. `place` is the unit's or nämnd's name likewise.
        occasion: The last day of what it is filled in for; None at an event.
        points: How many items were asked; `answered` and `failed` are counted when it is signed.
        started_at: ISO 8601 with its offset from UTC; `signed_at` likewise, empty while open.
        started_by: Name as it was then; `signed_by` likewise.
        remark: Words at the signature.
    """

    id: str
    template_id: str = link("checklist_template")
    version_id: str = link("checklist_version")
    committee_id: str | None = maybe("committee")
    unit_id: str | None = maybe("unit")
    title: str = named()
    place: str = searched()
    occasion: date | None = None
    status: ChecklistStatus = ChecklistStatus.OPEN
    points: int = within(0, 9999, 0)
    answered: int = within(0, 9999, 0)
    failed: int = within(0, 9999, 0)
    started_at: str = private()
    started_by: str = private()
    signed_at: str = private()
    signed_by: str = private()
    reopened_at: str = private()
    reopened_by: str = private()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """The answer to one item of a list.

    Attributes:
        item: The item's place in the version, from 1; headings count.
        value: "yes", "no" or "na"; a number, a day (ISO 8601), words or a choice; empty for none.
        failed: Whether the answer is a failure by the version's rules.
        at: When it was answered, ISO 8601; `by` the name of who did. Both go with the answer.
        activity_id: The activity of a plan that a failure has become.
    """

    id: str
    checklist_id: str = owner("checklist")
    item: int = within(1, 9999, 1)
    value: str = private()  # told at its point; a million yeses are nothing to look for
    failed: bool = False
    comment: str = ""
    at: str = private()
    by: str = private()
    activity_id: str | None = maybe("activity")


def check_template(template: ChecklistTemplate) -> None:
    """Rules of a template."""
    required(template.title, "title", _("Write what the checklist is called."))
    check_dates(template.valid_from, template.valid_to)


def check_item(item: ChecklistItem) -> None:
    """Rules of an item."""
    if item.low is not None and item.high is not None and item.high < item.low:
        raise RuleBroken(_("The highest value must not be below the lowest."), "high")


def check_template_unit(place: ChecklistUnit) -> None:
    """Rules of a unit that fills in a template."""
    required(place.unit_id, "unit_id", _("Choose a unit."))
