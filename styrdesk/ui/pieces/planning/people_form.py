"""The form of a person, with roles from one day to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import ROLE_KINDS, Person, Role
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import kinds
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column, chosen, day_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_MEDIUM

Place = tuple[str | None, str | None]  # a nämnd's id or a unit's


class PersonForm(SavedForm[Person]):
    """Name, title, address, and the roles."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.people, context.operations, key, head="name")
        self._context = context
        self.form.add(TextField(_("Name"), name="name", required=True, width=W_MEDIUM))
        self.form.add(TextField(_("Title"), name="title", width=W_MEDIUM))
        self.form.add(TextField(_("E-mail"), name="email", width=W_MEDIUM))
        self.form.add_head(_("Roles"))
        self._places = places(context)
        self.roles = OwnedGrid(
            context.services.roles,
            context.operations,
            self._columns(),
            name=_("Roles"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.roles)
        self.form.add_widget(self.roles)
        self.form.add_widget(
            quiet(_("Choose or write in the empty row. An empty day is no limit."), wrap=True)
        )
        self.finish()

    def called(self, record: Person) -> str:
        return record.name

    def shown(self, record: Person) -> None:
        self.roles.reload()

    def _fresh(self) -> Role:
        committee = self._context.shell.where().committee_id or None
        return Role(new_id(), person_id=self.key, committee_id=committee)

    def _lines(self) -> Sequence[Role]:
        return self._context.services.roles.rows({"person_id": self.key}, order=("valid_from",))

    def _columns(self) -> tuple[OwnedColumn[Role], ...]:
        names = tuple(self._places)
        today = self._context.services.clock.today
        return (
            choice_column(_("Role"), "kind", kinds(ROLE_KINDS), width=148),
            OwnedColumn(_("Committee or unit"), self._place, self._put_place, choices=names),
            day_column(_("From"), "valid_from", today),
            day_column(_("To"), "valid_to", today),
        )

    def _place(self, role: Role) -> str:
        at = (role.committee_id if role.unit_id is None else None, role.unit_id)
        return next((name for name, place in self._places.items() if place == at), "")

    def _put_place(self, role: Role, words: str) -> Role:
        names = list(self._places)
        committee, unit = self._places[names[chosen(words, names)]]
        return replace(role, committee_id=committee, unit_id=unit)


def places(context: PageContext) -> dict[str, Place]:
    """Where one may have a role, by name: the nämnder, then the units."""
    found: dict[str, Place] = {
        name: (key, None) for key, name in offers.committees(context.services)
    }
    owners = {key: name for name, (key, _unit) in found.items()}
    for unit in context.services.units.rows(order=(BY_NAME,)):
        owner = owners.get(unit.committee_id, "")
        name = unit.name if unit.name not in found else f"{unit.name} ({owner})"
        found.setdefault(name, (None, unit.id))
    return found
