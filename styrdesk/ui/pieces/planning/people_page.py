"""People: those with a part in the work, and the roles they hold."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Person
from styrdesk.services.register import Register
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.register_spec import RegisterSpec
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning.people_form import PersonForm


class PeoplePage(RecordsPage[Person]):
    """Everyone in the file."""

    @property
    def register(self) -> Register[Person]:
        return self.context.services.people

    def spec(self) -> RegisterSpec[Person]:
        return RegisterSpec(
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
                Column("sort_key", N_("Name"), _name),
                Column("title", N_("Title"), _title, "text", 200),
                Column("email", N_("E-mail"), _email, "date", 220, spare=True),
            ),
            key=self.key,
            load=self.load,
            topics=frozenset({"person", "role", "committee", "unit"}),
            form=self._form,
            new=N_("New person"),
            create=self.create_record,
            duplicate=self.duplicate_record,
            delete=self.delete_records,
            sort="sort_key",
            form_width=584,
        )

    def _form(self, key: str) -> PersonForm:
        return PersonForm(self.context, key)

    def fresh(self) -> Person:
        return Person(new_id(), name=_("New person"))


def _name(person: Person) -> str:
    return person.name


def _title(person: Person) -> str:
    return person.title


def _email(person: Person) -> str:
    return person.email
