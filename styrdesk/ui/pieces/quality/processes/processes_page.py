"""Processes of the chosen nämnd and of the whole municipality."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_, _
from styrdesk.base.ids import new_id
from styrdesk.domain.process import PROCESS_KINDS, Process
from styrdesk.reports.catalogue import PROCESS
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.list_spec import Filter, ListAction, ListSpec, Query
from styrdesk.ui.kit.piece import Prints
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.pieces.quality.processes.process_form import ProcessForm
from styrdesk.ui.preview.print_window import InWindow


class ProcessesPage(RecordsPage[Process]):
    """What is done for whom, step by step."""

    @property
    def register(self) -> Register[Process]:
        return self.context.services.processes

    def spec(self) -> ListSpec[Process]:
        return ListSpec(
            name="processes",
            title=N_("Processes"),
            explain=N_("How the work is done, step by step, drawn as a picture."),
            hint=N_("Filter processes"),
            empty=(
                N_("The processes stand here"),
                N_(
                    "Begin with one that many take part in: what sets it going, its steps, its end."
                ),
            ),
            columns=(
                Column(BY_NAME, N_("Process"), _title),
                Column("kind", N_("Kind"), _kind, width=120),
                Column("", N_("Process owner"), self._owner, "text", 180, spare=1, sortable=False),
            ),
            topics=frozenset({"process", "process_step", "person", "committee"}),
            filters=(
                *(Filter(kind, words) for kind, words in PROCESS_KINDS.items()),
                Filter("nobody", N_("Without an owner")),
            ),
            sort=BY_NAME,
            actions=(ListAction(N_("Print the process …"), self._print),),
            form_width=584,
        )

    def prints(self) -> Prints | None:
        """The open process; of the list, the list."""
        key = self.here()
        return self._paper(key) if key else super().prints()

    def _paper(self, key: str) -> InWindow:
        return InWindow(self.context, PROCESS, key, self.register.get(key).title, self)

    def _print(self, _keys: Sequence[str]) -> None:
        subject = self.in_hand()
        if subject is not None and self.flush():
            self._paper(subject.record).show()

    def form(self, key: str) -> ProcessForm:
        return ProcessForm(self.context, key)

    def fresh(self) -> Process:
        committee = self.context.shell.where().committee_id or None
        return Process(new_id(), committee_id=committee, title=self.new_name)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {}
        kinds = sorted(chips - {"nobody"})
        if kinds:
            where["kind"] = kinds
        if "nobody" in chips:
            where["owner_id"] = None
        return where

    def load(self, query: Query) -> PagedSource[Process]:
        """The rows of a query, and the names that stand in them."""
        self._people = dict(offers.people(self.context.services))
        return super().load(query)

    def _owner(self, process: Process) -> str:
        return self._people.get(process.owner_id or "", "")


def _title(process: Process) -> str:
    return process.title


def _kind(process: Process) -> str:
    return _(PROCESS_KINDS[process.kind])
