"""What the forms of every tab choose among: (id, words) of a register, in Swedish order."""

from __future__ import annotations

from collections import Counter

from styrdesk.domain.edition import OVER, Standing
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
    """All units; where two have the same name, with their nämnd."""
    owners = dict(committees(services))
    rows = services.units.rows(order=(BY_NAME,))
    many = Counter(one.name for one in rows)
    return [
        (one.id, one.name if many[one.name] == 1 else f"{one.name} ({owners[one.committee_id]})")
        for one in rows
    ]


def regulations(services: Services) -> Offered:
    """All laws, by what they are called."""
    return [(one.id, one.title) for one in services.regulations.rows(order=(BY_NAME,))]


def routines(services: Services) -> Offered:
    """Every routine that is in force or drafted, by its title; the newest version of each."""
    where = {"standing": sorted(set(Standing) - OVER)}
    rows = services.routines.rows(where, order=("sort_key", "version"))
    newest = {row.title: row.id for row in rows}
    return [(key, title) for title, key in newest.items()]
