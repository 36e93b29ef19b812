"""The form of a process: what it is for, its steps, and the picture of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.process import PROCESS_KINDS, Process, ProcessStep
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.owned_columns import OwnedColumn, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, SentenceField, TextField
from styrdesk.ui.pieces.quality.processes.flow_picture import FlowPicture


class ProcessForm(SavedForm[Process]):
    """The picture follows the steps as they are written."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.processes, context.operations, key)
        self._context = context
        services = context.services
        self.form.add(SentenceField(_("Process"), name="title", required=True))
        self.form.add(
            ChoiceField(_("Kind"), kinds(PROCESS_KINDS), name="kind", required=True),
        )
        self.form.add(LongTextField(_("Purpose"), name="purpose", help=_("For whom, and why.")))
        self.form.add(
            self.choice(
                _("Process owner"), partial(offers.people, services), name="owner_id",
                none=_("nobody"),
            )
        )  # fmt: skip
        self.form.add(
            self.choice(
                _("Committee"), partial(offers.committees, services), name="committee_id",
                none=_("the whole municipality"),
            )
        )  # fmt: skip
        self.form.add(TextField(_("Begins with"), name="begins"))
        self.form.add(TextField(_("Ends with"), name="ends"))
        self.form.add_head(_("Steps"))
        self.steps = OwnedGrid(
            services.process_steps,
            context.operations,
            _columns(),
            name=_("Steps"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.steps)
        self.form.add_widget(self.steps)
        self.form.add_widget(quiet(_("Write in the empty row. Alt+arrows move a step."), wrap=True))
        self.picture = FlowPicture()
        self.form.add_widget(self.picture)
        self.finish()

    def shown(self, record: Process) -> None:
        self.steps.reload()
        self.picture.show_process(record, self._lines())

    def _fresh(self) -> ProcessStep:
        return ProcessStep(new_id(), process_id=self.key)

    def _lines(self) -> Sequence[ProcessStep]:
        return self._context.services.process_steps.rows({"process_id": self.key})


def _columns() -> tuple[OwnedColumn[ProcessStep], ...]:
    return (
        text_column(_("What is done"), "title"),
        text_column(_("Who"), "who", 112),
        text_column(_("Takes in"), "takes", 112),
        text_column(_("Gives"), "gives", 112),
    )
