"""Filters of lists under a name, kept in the file so that everyone who uses it has them."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import required
from styrdesk.domain.record import named

LONGEST = 60


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What a list was filtered by, and how it was sorted.

    Attributes:
        register: Name of the list ("goals").
        words: As they were typed.
        chips: Keys of the chips that were on, in order, with spaces between.
        sort: Key of a column; empty for the list's own order.
    """

    id: str
    register: str = ""
    name: str = named()
    words: str = ""
    chips: str = ""
    sort: str = ""
    descending: bool = False


def check_saved_filter(kept: SavedFilter) -> None:
    """Rules of a saved filter."""
    required(kept.name, "name", _("Write a name for the filter."))
    if len(kept.name) > LONGEST:
        message = _("Write a shorter name, at most {count} letters.")
        raise RuleBroken(message.format(count=LONGEST), "name")
