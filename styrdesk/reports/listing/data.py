"""What the print of a list is made from."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.domain.errors import RuleBroken
from styrdesk.reports.letterhead import Letterhead, letterhead
from styrdesk.reports.spec import Choice
from styrdesk.services.catalogue import Services
from styrdesk.services.listing import FieldColumn, Listing, listings


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its title, whether it holds figures, which stand right, or names the row."""

    title: str
    figures: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True)
class ListPrint:
    """The print; picklable, so that another process can make it.

    Attributes:
        title: What the list is.
        told: What of it is shown and in which order, a line each.
        rows: Cells as they are read, one for each column.
    """

    title: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    head: Letterhead
    told: tuple[str, ...] = ()


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
    columns = [_column(found.columns[n]) for n in said]
    told = tuple(tuple(row[n] for n in said) for row in rows)
    return ListPrint(found.title, tuple(columns), told, letterhead(services))


def _column(made: FieldColumn) -> ListColumn:
    return ListColumn(made.title, made.figures, names=made.spec.in_key and not made.spec.link)
