"""A letter to who wrote in: acknowledgement or answer, on one sheet with sender and date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from styrdesk.base.formats import date_long
from styrdesk.base.i18n import _, language, speaking
from styrdesk.domain.case import Case, CaseLetter
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class LetterPrint:
    """What the letter is made from.

    Attributes:
        reference: The registration number, or the case's own while it has none.
        colour: Of the municipality's prints, empty for the program's own.
    """

    letter: CaseLetter
    created: datetime
    municipality: str
    committee: str
    reference: str
    colour: str
    language: str


def choices(services: Services) -> tuple[Choice, ...]:
    """The letters that may be seen, the latest first."""
    found = []
    for letter in services.case_letters.rows(order=("-id",)):
        case = services.cases.get(letter.case_id)
        if not services.case_flow.secrecy.is_hidden("case", case.id):
            found.append(Choice(letter.id, f"{letter.title} {case.code}"))
    return tuple(found)


def collect(services: Services, choice: str) -> LetterPrint:
    """A letter as it stands, with its date: when it was sent, or today.

    Raises:
        RuleBroken: Its case is secret and has not been opened.
    """
    letter = services.case_letters.get(choice)
    case: Case = services.cases.get(letter.case_id)
    if services.case_flow.secrecy.is_hidden("case", case.id):
        raise RuleBroken(_("This case is under secrecy"))
    municipality = services.organisation.municipality()
    committee = services.committees.get(case.committee_id)
    return LetterPrint(
        letter,
        services.clock.now(),
        municipality.name,
        committee.name,
        case.registration_number or case.code,
        municipality.primary_colour,
        language(),
    )


def render(data: LetterPrint) -> bytes:
    """The PDF."""
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    with speaking(data.language):
        day = data.letter.sent_on or data.created.date()
        title = data.letter.title or _("Letter")
        meta = kit.Meta(
            title=title,
            created=data.created,
            author=data.municipality or data.committee,
            committee=data.committee,
            number=data.reference,
            subject=_("Letter"),
            language=data.language,
            content=WRITTEN_IN,
        )
        sender = ", ".join(part for part in (data.committee, data.municipality) if part)
        facts = (
            (kit.own(_("Our reference")), data.reference),
            (kit.own(_("Date")), date_long(day)),
            (kit.own(_("From")), sender),
        )
        paragraphs = tuple(kit.Prose(text) for text in _paragraphs(data.letter.body))
        theme = kit.Theme(primary=data.colour) if data.colour else kit.Theme()
        parts: tuple[kit.Part, ...] = (
            kit.Title(title),
            kit.InfoBox(kit.own(_("About the letter")), facts),
            *paragraphs,
        )
        return kit.build(meta, parts, kit.PageStyle(theme))


def _paragraphs(body: str) -> list[str]:
    """The letter's paragraphs, parted by empty lines."""
    return [part.strip() for part in body.split("\n\n") if part.strip()]
