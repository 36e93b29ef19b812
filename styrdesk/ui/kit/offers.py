"""What the forms of every tab choose among: (id, words) of a register, in Swedish order."""

from __future__ import annotations

from styrdesk.services.catalogue import Services
from styrdesk.services.register import BY_NAME

Offered = list[tuple[str, str]]


def committees(services: Services) -> Offered:
    """All nämnder."""
    return [(one.id, one.name) for one in services.committees.rows(order=(BY_NAME,))]


def people(services: Services) -> Offered:
    """Everyone."""
    return [(one.id, one.name) for one in services.people.rows(order=(BY_NAME,))]


def units(services: Services) -> Offered:
    """All units."""
    return [(one.id, one.name) for one in services.units.rows(order=(BY_NAME,))]
