"""The municipality itself: the one record every file has, and its logo."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain import organisation
from styrdesk.domain.errors import RuleBroken
from styrdesk.domain.organisation import Committee, CommitteeName, Municipality, Person, RoleKind
from styrdesk.services.changes import Changes
from styrdesk.services.image import check_image
from styrdesk.services.work import Work
from styrdesk.storage.file import File


class OrganisationService:
    """Use cases around the municipality."""

    def __init__(self, file: File, work: Work) -> None:
        self._file = file
        self._work = work

    def municipality(self) -> Municipality:
        """The file's municipality; an empty one with a new id while none is saved."""
        rows = self._file.store.rows(Municipality)
        return rows[0] if rows else Municipality(new_id())

    def save(self, municipality: Municipality, visit: str = "") -> Changes:
        """Save the municipality's name, number and colours."""
        organisation.check_municipality(municipality)
        with self._work.step(N_("Change municipality"), visit):
            self._file.store.save(municipality)
        return self._work.last

    def set_logo(self, content: bytes) -> Changes:
        """Set the logo (PNG or JPEG, bounded); empty bytes take it away."""
        media_type = check_image(content, "logo") if content else ""
        with self._work.step(N_("Change logo")):
            digest = self._file.blobs.add(content, media_type) if content else ""
            self._file.store.save(replace(self.municipality(), logo=digest))
        return self._work.last

    def image(self, digest: str) -> bytes:
        """An image kept in the file; FileProblem where there is none."""
        return self._file.blobs.get(digest)[1]

    def name_at(self, committee: Committee, day: date) -> str:
        """What the nämnd was called on a day."""
        names = self._file.store.rows(CommitteeName, {"committee_id": committee.id})
        return organisation.name_at(committee, names, day)

    def people_with(self, kind: RoleKind, committee_id: str, day: date) -> tuple[Person, ...]:
        """Those who hold a role in a nämnd on a day."""
        roles = self._file.store.rows(
            organisation.Role, {"committee_id": committee_id, "kind": kind}
        )
        held = [r.person_id for r in roles if organisation.in_force(r.valid_from, r.valid_to, day)]
        return self._file.store.rows(Person, {"id": held}) if held else ()

    def check_unit(self, unit: organisation.Unit) -> None:
        """Rules of a unit among the others; a parent must be of the same nämnd."""
        units = self._file.store.rows(organisation.Unit)
        organisation.check_unit(unit, units)
        parent = next((u for u in units if u.id == unit.parent_id), None)
        if parent and parent.committee_id != unit.committee_id:
            raise RuleBroken(_("The unit above must be of the same committee."), "parent_id")

    def check_units_go(self, unit_ids: Collection[str]) -> None:
        """Rules of deleting units: what lies under one goes with it, or is moved first."""
        below = self._file.store.rows(organisation.Unit, {"parent_id": list(unit_ids)})
        left = [unit.name for unit in below if unit.id not in unit_ids]
        if left:
            message = _("Move or delete what lies under it first: {names}.")
            raise RuleBroken(message.format(names=", ".join(left)))

    def move_unit(self, unit_id: str, by: int) -> None:
        """Put a unit before (-1) or after (1) its neighbour under the same parent, if any."""
        store = self._file.store
        unit = store.get(organisation.Unit, unit_id)
        units = store.rows(organisation.Unit, {"committee_id": unit.committee_id})
        order = [each for _depth, each in organisation.tree(units)]
        beside = [each for each in order if each.parent_id == unit.parent_id]
        to = beside.index(unit) + by
        if not 0 <= to < len(beside):
            return
        order.remove(unit)
        order.insert(order.index(beside[to]) + max(by, 0), unit)
        with self._work.step(N_("Move unit")):
            for place, each in enumerate(order):
                if each.position != place:
                    store.save(replace(each, position=place))
