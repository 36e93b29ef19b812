"""What the print of a list is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from styrdesk.base.i18n import language
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.plan import WRITTEN_IN
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import Listing, listings


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its title, and whether it holds figures, which stand right."""

    title: str
    figures: bool = False


@dataclass(frozen=True, slots=True)
class ListPrint:
    """The print; picklable, so that another process can make it.

    Attributes:
        title: What the list is.
        told: What of it is shown and in which order, a line each.
        rows: Cells as they are read, one for each column.
        created: When it is printed, with its time zone.
        owner: Whose the file is: the municipality.
        colour: The municipality's own, #RRGGBB, or empty.
        language: Of the program's own words.
    """

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    created: datetime
    told: tuple[str, ...] = ()
    owner: str = ""
    colour: str = ""
    language: str = WRITTEN_IN


def choices(services: Services) -> tuple[Choice, ...]:
    """Every register of the file."""
    return tuple(Choice(one.key, one.title) for one in listings(services))


def collect(services: Services, choice: str) -> ListPrint:
    """A whole register, with every field that says something in some row."""
    found = next((one for one in listings(services) if one.key == choice), None)
    if found is None:
        raise RuleBroken(Listing.unknown(choice))
    rows = [tuple(found.words(row)) for row in found.rows()]
    said = [n for n in range(len(found.columns)) if any(row[n] for row in rows) or not n]
    columns = [ListColumn(found.columns[n].title, found.columns[n].figures) for n in said]
    return of(
        services,
        ListPrint(
            found.title,
            tuple(columns),
            tuple(tuple(row[n] for n in said) for row in rows),
            services.clock.now(),
        ),
    )


def of(services: Services, made: ListPrint) -> ListPrint:
    """A print with what the file tells of itself, in the language that is on."""
    owner = services.organisation.municipality()
    return replace(made, owner=owner.name, colour=owner.primary_colour, language=language())
