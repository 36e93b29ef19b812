"""A letter to who wrote in: acknowledgement or answer, on one sheet with sender and date."""

from __future__ import annotations

from dataclasses import dataclass, replace

from styrdesk.base.formats import date_long
from styrdesk.base.i18n import _, speaking
from styrdesk.domain.case import Case, CaseLetter
from styrdesk.domain.errors import RuleBroken
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services


@dataclass(frozen=True, slots=True)
class LetterPrint:
    """What the letter is made from.

    Attributes:
        reference: The registration number, or the case's own while it has none.
        recipient: Who wrote in; empty where nobody is named.
    """

    letter: CaseLetter
    reference: str
    recipient: str
    head: Letterhead


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
    reference = case.registration_number or case.code
    recipient = "" if case.anonymous else case.reporter
    return LetterPrint(letter, reference, recipient, letterhead(services, case.committee_id))


def render(data: LetterPrint) -> bytes:
    """The PDF."""
    from styrdesk.reports import kit  # noqa: PLC0415  # loads the PDF writer

    with speaking(data.head.language):
        day = data.letter.sent_on or data.head.created.date()
        title = data.letter.title or _("Letter")
        facts = (
            (kit.own(_("Date")), date_long(day)),
            (kit.own(_("Our reference")), data.reference),
            (kit.own(_("Recipient")), data.recipient),
        )
        said = tuple((name, value) for name, value in facts if value)
        paragraphs = (kit.Prose(text) for text in _paragraphs(data.letter.body))
        meta = replace(data.head.meta(title, _("Letter")), number=data.reference)
        return data.head.printed(meta, (kit.Title(title, facts=said), *paragraphs))


def _paragraphs(body: str) -> list[str]:
    """The letter's paragraphs, parted by empty lines."""
    return [part.strip() for part in body.split("\n\n") if part.strip()]
