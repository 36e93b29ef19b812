"""One's own units: those chosen on this computer, otherwise those that one's roles tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from styrdesk.domain.agenda import Whose
from styrdesk.domain.organisation import Role, RoleKind, Unit, held_by, tree, with_below
from styrdesk.services.catalogue import Services
from styrdesk.services.settings import SettingsService

_OF_A_UNIT: Final = frozenset({RoleKind.MANAGER, RoleKind.OFFICER})


@dataclass(frozen=True, slots=True)
class Own:
    """What is one's own in a nämnd.

    Attributes:
        units: The units, in the order of the tree; none that lies under another of them.
        below: The same with all that lies under them.
        whose: These, and whether only what is of them is shown.
    """

    units: tuple[Unit, ...]
    below: tuple[Unit, ...]
    whose: Whose


class OwnUnits:
    """The units of who sits here, and whether Start shows only these.

    Args:
        services: Of the open file.
        settings: This machine's.
    """

    def __init__(self, services: Services, settings: SettingsService) -> None:
        self._services, self._settings = services, settings

    def of(self, committee_id: str) -> Own:
        """What is one's own in a nämnd. Until one says, a chef of units is shown only these."""
        services, path = self._services, self._services.file.path
        person = self._settings.person(path)
        every = services.units.rows({"committee_id": committee_id})
        all_units = [unit for _depth, unit in tree(every)]
        roles = held_by(person, services.roles.rows({"person_id": person}), services.clock.today())
        told = {role.unit_id for role in roles if role.unit_id}
        chosen = set(self._settings.units(path, committee_id))
        known = chosen & {unit.id for unit in all_units}  # one that is deleted is nobody's
        theirs = with_below(known or told, all_units)
        below = tuple(unit for unit in all_units if unit.id in theirs)
        units = tuple(unit for unit in below if unit.parent_id not in theirs)
        said = self._settings.own_only(path, committee_id)
        only = bool(units) and (_is_of_units(roles, committee_id) if said is None else said)
        held = services.people.rows({"id": person})
        who = [words for one in held for words in (one.name, one.title)]
        names = (*who, *(unit.name for unit in below))
        return Own(units, below, Whose(person, theirs, names, only))

    def choose(self, committee_id: str, unit_ids: Iterable[str]) -> None:
        """Say which units are one's own; none leaves it to one's roles."""
        self._settings.set_units(self._services.file.path, committee_id, unit_ids)

    def show_only(self, committee_id: str, *, on: bool) -> None:
        """Say whether Start shows only what is of one's own units."""
        self._settings.set_own_only(self._services.file.path, committee_id, on=on)


def _is_of_units(roles: Iterable[Role], committee_id: str) -> bool:
    """Whether one works in units alone, with no part in what is the whole nämnd's."""
    return all(
        role.kind in _OF_A_UNIT and (role.unit_id or role.committee_id != committee_id)
        for role in roles
    )
