"""Committees: the nämnder, from one day to another, with the names they had before."""

from __future__ import annotations

from operator import attrgetter

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Committee
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit.list_spec import ListSpec
from styrdesk.ui.kit.records_page import RecordsPage
from styrdesk.ui.kit.table_model import Column
from styrdesk.ui.pieces.planning.committees_form import CommitteeForm


class CommitteesPage(RecordsPage[Committee]):
    """Every nämnd of the file."""

    @property
    def register(self) -> Register[Committee]:
        return self.context.services.committees

    def spec(self) -> ListSpec[Committee]:
        return ListSpec(
            name="committees",
            title=N_("Committees"),
            explain=N_("The municipality's committees. Choose one in the window's head."),
            hint=N_("Filter committees"),
            empty=(
                N_("The municipality's committees stand here"),
                N_("Begin with your own: its name is all that is needed."),
            ),
            columns=(
                Column(BY_NAME, N_("Name"), attrgetter("name")),
                Column("short_name", N_("Short name"), width=120),
                Column("valid_from", N_("From"), kind="date", width=120, spare=1),
                Column("valid_to", N_("To"), kind="date", width=120, spare=1),
            ),
            topics=frozenset({"committee", "committee_name"}),
            sort=BY_NAME,
            form_width=440,
        )

    def form(self, key: str) -> CommitteeForm:
        return CommitteeForm(self.context, key)

    def fresh(self) -> Committee:
        return Committee(new_id(), name=self.new_name)
