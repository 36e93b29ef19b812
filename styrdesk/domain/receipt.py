"""Receipts: a person has read and understood a version of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from styrdesk.domain.record import maybe, owner


@dataclass(frozen=True, slots=True)
class Receipt:
    """Läst och förstått. The program writes it; it is never changed by hand.

    Attributes:
        read_on: The day the person said so.
        version: The version that was read, which the record itself tells too.
    """

    id: str
    governing_document_id: str | None = maybe("governing_document", owned=True)
    routine_id: str | None = maybe("routine", owned=True)
    person_id: str = owner("person")
    version: int = 1
    read_on: date | None = None
