"""People: those with a part in the work, and the roles they hold."""

from __future__ import annotations

from operator import attrgetter

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Person
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit.list_spec import ListSpec
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning.people_form import PersonForm


class PeoplePage(RecordsPage[Person]):
    """Everyone in the file."""

    @property
    def register(self) -> Register[Person]:
        return self.context.services.people

    def spec(self) -> ListSpec[Person]:
        return ListSpec(
            name="people",
            title=N_("People"),
            explain=N_("Elected and employed, with their roles from one day to another."),
            hint=N_("Filter people"),
            empty=(
                N_("People stand here"),
                N_(
                    "Begin with yourself, the chair and the head of administration. Only work data."
                ),
            ),
            columns=(
                Column(BY_NAME, N_("Name"), attrgetter("name")),
                Column("title", N_("Title"), width=224),
                Column("email", N_("E-mail"), kind="quiet", width=220, spare=1),
            ),
            topics=frozenset({"person", "role", "committee", "unit"}),
            sort=BY_NAME,
            form_width=584,
        )

    def form(self, key: str) -> PersonForm:
        return PersonForm(self.context, key)

    def fresh(self) -> Person:
        return Person(new_id(), name=self.new_name)
