"""What the form of a case chooses among: (id, words)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from styrdesk.base.i18n import N_, _
from styrdesk.domain.case import Case
from styrdesk.services.catalogue import Services
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.offers import Offered

_UNTIL_THEN = N_("not assessed")


@dataclass(frozen=True)
class Choices:
    """Of the case that a form shows; None while it shows none."""

    services: Services
    case: Callable[[], Case | None]

    def types(self) -> Offered:
        """The kinds in use, and the one it has."""
        case = self.case()
        here = case.type_id if case is not None else ""
        every = self.services.case_types.rows()
        return [(one.id, one.name) for one in every if one.in_use or one.id == here]

    def units(self) -> Offered:
        """The units of its nämnd."""
        case = self.case()
        where = {"committee_id": case.committee_id if case is not None else ""}
        return [(one.id, one.name) for one in self.services.units.rows(where, order=(BY_NAME,))]

    def people(self) -> Offered:
        """Everyone."""
        return offers.people(self.services)

    def categories(self) -> Offered:
        """What cases are due to, in order."""
        return [(one.id, one.name) for one in self.services.cause_categories.rows()]


def grades(words: Mapping[int, str]) -> list[tuple[int, str]]:
    """Severity or likelihood, each with its number; 0 until it is assessed."""
    return [(0, _(_UNTIL_THEN)), *((grade, f"{grade} {_(said)}") for grade, said in words.items())]
