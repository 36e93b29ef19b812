"""Routines: how things are done here, in force and drafted."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.routine import Routine
from styrdesk.reports.catalogue import ROUTINE
from styrdesk.services.register import Register
from styrdesk.ui.kit import editions_page
from styrdesk.ui.kit.editions_page import EditionsPage, badge
from styrdesk.ui.kit.list_spec import ListAction, ListSpec
from styrdesk.ui.kit.piece import PageContext, Prints
from styrdesk.ui.pieces.quality.processes.routine_form import RoutineForm
from styrdesk.ui.preview.print_window import InWindow


class RoutinesPage(EditionsPage[Routine]):
    """Those of every nämnd and unit."""

    @property
    def register(self) -> Register[Routine]:
        return self.context.services.routines

    def spec(self) -> ListSpec[Routine]:
        return ListSpec(
            name="routines",
            title=N_("Routines"),
            explain=N_("How it is done, who answers for it, and who has read it."),
            hint=N_("Filter routines"),
            empty=(
                N_("The routines stand here"),
                N_("Begin with what goes wrong most easily, or what a new colleague asks for."),
            ),
            columns=self.columns(),
            topics=frozenset(
                {
                    *("routine", "routine_regulation", "regulation", "attachment"),
                    *("person", "receipt", "role"),
                }
            ),
            filters=self.own_chips,
            actions=(ListAction(N_("Print the routine …"), self._print), *self.ways()),
            sort="sort_key",
            form_width=584,
        )

    def prints(self) -> Prints | None:
        """The open routine; of the list, the list."""
        key = self.here()
        return self._paper(key) if key else super().prints()

    def _paper(self, key: str) -> InWindow:
        return InWindow(self.context, ROUTINE, key, self.register.get(key).title, self)

    def _print(self, _keys: Sequence[str]) -> None:
        subject = self.in_hand()
        if subject is not None and self.flush():
            self._paper(subject.record).show()

    def form(self, key: str) -> RoutineForm:
        return RoutineForm(self.context, key)

    def fresh(self) -> Routine:
        committee = self.context.shell.where().committee_id or None
        return Routine(new_id(), title=self.new_name, committee_id=committee)


def urgent(context: PageContext) -> tuple[str, str]:
    """What most wants doing with the routines."""
    return editions_page.urgent(context.services.routines, context.services.clock.today())


def due(context: PageContext) -> str:
    """How many routines are to be reviewed by now."""
    return badge(context.services.routines, context.services.clock.today())
