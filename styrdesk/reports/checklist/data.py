"""Collects a checklist for its print: what is asked, and of a filled one the answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from styrdesk.base.i18n import _
from styrdesk.domain.checklist import (
    Checklist,
    ChecklistAnswer,
    ChecklistStatus,
    ChecklistTemplate,
)
from styrdesk.domain.checklist_form import Form
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.photo import PRINTED
from styrdesk.services.register import BY_NAME

NEWEST: Final = 200  # lists that are offered; the window prints any
_MOST_BYTES: Final = 60_000_000  # of them together
PICTURES: Final = 24  # of a list that are printed; more stand by their names


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file of a list.

    Attributes:
        item: The place in the form of the point that it is evidence of; 0 for the whole list.
        picture: PNG or JPEG bytes; empty for what is told by its name alone.
    """

    item: int
    name: str
    added: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class ChecklistPrint:
    """What the print is made from.

    Attributes:
        head: Of a signed list from when it was signed, so that it comes out the same each time.
        version: Number of the template's version; 0 where no list has been begun on it.
        checklist: None for one to fill in by pen.
        answers: By the place of their item in the form.
    """

    form: Form
    head: Letterhead
    version: int = 0
    template: ChecklistTemplate | None = None
    checklist: Checklist | None = None
    answers: Mapping[int, ChecklistAnswer] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


def templates(services: Services) -> tuple[Choice, ...]:
    """Every template."""
    rows = services.checklist_templates.rows(order=(BY_NAME,))
    return tuple(Choice(row.id, row.title) for row in rows)


def lists(services: Services) -> tuple[Choice, ...]:
    """The newest lists."""
    rows = services.checklists.rows(limit=NEWEST)
    return tuple(Choice(row.id, called(row)) for row in rows)


def called(checklist: Checklist) -> str:
    """What a list is called: its title, where, and for which day."""
    day = checklist.occasion.isoformat() if checklist.occasion else checklist.started_at[:10]
    return ", ".join(part for part in (checklist.title, checklist.place, day) if part)


def collect_blank(services: Services, choice: str) -> ChecklistPrint:
    """A template, to be ticked by pen.

    Raises:
        RuleBroken: There is no such template.
    """
    try:
        template = services.checklist_templates.get(choice)
    except KeyError as error:
        raise RuleBroken(_("There is no such checklist.")) from error
    return ChecklistPrint(
        services.checklists.template_form(choice),
        letterhead(services, template.committee_id),
        template=template,
    )


def collect_filled(services: Services, choice: str) -> ChecklistPrint:
    """A list as it is filled in.

    Raises:
        RuleBroken: There is no such list.
    """
    try:
        checklist = services.checklists.get(choice)
    except KeyError as error:
        raise RuleBroken(_("There is no such checklist.")) from error
    signed = checklist.status is ChecklistStatus.SIGNED
    at = datetime.fromisoformat(checklist.signed_at) if signed else None
    return ChecklistPrint(
        services.checklists.form(checklist),
        letterhead(services, checklist.committee_id, at),
        version=services.checklists.version(checklist).number,
        checklist=checklist,
        answers=services.checklists.answers(choice),
        evidence=tuple(_evidence(services, choice)),
    )


def _evidence(services: Services, checklist_id: str) -> Iterator[Evidence]:
    """The files of a list, those of its points first."""
    files = services.attachments.of("checklist", checklist_id)
    left, room = PICTURES, _MOST_BYTES
    for held in sorted(files, key=lambda one: one.item or sys.maxsize):
        picture = b""
        if left and held.size <= room and held.media_type in PRINTED:
            picture = services.attachments.content(held)
            left, room = left - 1, room - held.size
        when = held.added_on.isoformat() if held.added_on else ""
        added = ", ".join(part for part in (held.added_by, when) if part)
        yield Evidence(held.item, held.name, added, picture)
