"""Routines: how something is done, in a fixed order of headings, in versions that are approved."""

from __future__ import annotations

from dataclasses import dataclass

from styrdesk.base.i18n import N_, _
from styrdesk.domain import richtext
from styrdesk.domain.edition import Edition
from styrdesk.domain.organisation import check_dates, required
from styrdesk.domain.record import link, maybe, owner, rich

# The headings of a routine, in the order in which it is read and printed.
HEADINGS = {
    "purpose": N_("Purpose"),
    "scope": N_("Scope and who it concerns"),
    "background": N_("Background and legal basis"),
    "duties": N_("Responsibility"),
    "how": N_("How it is done, step by step"),
    "documentation": N_("Documentation"),
    "follow_up": N_("Follow-up and self-checks"),
    "related": N_("Related documents"),
    "revision": N_("Revision"),
}


@dataclass(frozen=True, slots=True)
class Routine(Edition):
    """A version of a routine; what stands under each heading is rich text."""

    replaces_id: str | None = maybe("routine")
    purpose: str = rich()
    scope: str = rich()
    background: str = rich()
    duties: str = rich()
    how: str = rich()
    documentation: str = rich()
    follow_up: str = rich()
    related: str = rich()
    revision: str = rich()


@dataclass(frozen=True, slots=True)
class RoutineRegulation:
    """A law that a routine rests on.

    Attributes:
        sections: Which of it, in words ("4 kap. 3–8 §§").
    """

    id: str
    routine_id: str = owner("routine")
    regulation_id: str = link("regulation")
    sections: str = ""


def check_routine(routine: Routine) -> None:
    """Rules of a routine; what stands under a heading must be rich text that can be read."""
    required(routine.title, "title", _("Write what the routine is called."))
    check_dates(routine.valid_from, routine.valid_to)
    for field in HEADINGS:
        richtext.parse(getattr(routine, field))


def check_routine_regulation(basis: RoutineRegulation) -> None:
    """Rules of a legal basis."""
    required(basis.regulation_id, "regulation_id", _("Choose a law."))
