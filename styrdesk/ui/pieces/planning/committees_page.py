"""Committees: the nämnder, from one day to another, with the names they had before."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Committee
from styrdesk.services.register import Register
from styrdesk.ui.kit.cell_words import shown_day
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.register_spec import RegisterSpec
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning.committees_form import CommitteeForm


class CommitteesPage(RecordsPage[Committee]):
    """Every nämnd of the file."""

    @property
    def register(self) -> Register[Committee]:
        return self.context.services.committees

    def spec(self) -> RegisterSpec[Committee]:
        return RegisterSpec(
            name="committees",
            title=N_("Committees"),
            explain=N_("The municipality's committees. Choose one in the window's head."),
            hint=N_("Filter committees"),
            empty=(
                N_("The municipality's committees stand here"),
                N_("Begin with your own: its name is all that is needed."),
            ),
            columns=(
                Column("sort_key", N_("Name"), _name),
                Column("short_name", N_("Short name"), _short, "text", 120),
                Column("valid_from", N_("From"), _from, "date", 120, spare=True),
                Column("valid_to", N_("To"), _to, "date", 120, spare=True),
            ),
            key=self.key,
            load=self.load,
            topics=frozenset({"committee", "committee_name"}),
            form=self._form,
            new=N_("New committee"),
            create=self.create_record,
            duplicate=self.duplicate_record,
            delete=self.delete_records,
            sort="sort_key",
            form_width=440,
        )

    def _form(self, key: str) -> CommitteeForm:
        return CommitteeForm(self.context, key)

    def fresh(self) -> Committee:
        return Committee(new_id(), name=_("New committee"))


def _name(committee: Committee) -> str:
    return committee.name


def _short(committee: Committee) -> str:
    return committee.short_name


def _from(committee: Committee) -> str:
    return shown_day(committee.valid_from)


def _to(committee: Committee) -> str:
    return shown_day(committee.valid_to)
