"""Collects a checklist for its print: what is asked, and of a filled one the answers."""

from __future__ import annotations

from collections.abc import Mapping
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
from styrdesk.services.register import BY_NAME

NEWEST: Final = 200  # lists that are offered; the window prints any


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
    )
