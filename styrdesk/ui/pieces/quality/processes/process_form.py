"""The form of a process: what it is for, its steps, and the picture of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.process import PROCESS_KINDS, Process, ProcessStep
from styrdesk.services.catalogue import Services
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.owned_columns import OwnedColumn, chosen, text_column
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
        self.picture = FlowPicture()  # first: it is what one comes to see
        self.form.add_widget(self.picture)
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
            _columns(context.services),
            name=_("Steps"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.steps)
        self.form.add_widget(self.steps)
        said = _("Write in the empty row. Drag a step by its handle, or press Alt and an arrow.")
        self.form.add_widget(quiet(said, wrap=True))
        self.finish()

    def shown(self, record: Process) -> None:
        self.steps.reload()
        lines = self._lines()
        self.picture.show_process(record, lines, self._routines(lines))

    def focus_first(self) -> None:
        """At the picture, which lies over the fields; a process without one is to be written."""
        if self.picture.isHidden() or self.form.first_error() is not None:
            super().focus_first()
        else:
            self.picture.setFocus(Qt.FocusReason.OtherFocusReason)

    def _routines(self, lines: Sequence[ProcessStep]) -> dict[str, str]:
        ids = [line.routine_id for line in lines if line.routine_id]
        return {row.id: row.title for row in self._context.services.routines.rows({"id": ids})}

    def _fresh(self) -> ProcessStep:
        return ProcessStep(new_id(), process_id=self.key)

    def _lines(self) -> Sequence[ProcessStep]:
        return self._context.services.process_steps.rows({"process_id": self.key})


def _columns(services: Services) -> tuple[OwnedColumn[ProcessStep], ...]:
    return (
        text_column(_("What is done"), "title"),
        text_column(_("Who"), "who", 112),
        text_column(_("Takes in"), "takes", 112),
        text_column(_("Gives"), "gives", 112),
        _routine_column(services),
    )


def _routine_column(services: Services) -> OwnedColumn[ProcessStep]:
    """The newest version is chosen; a step of an older one still says which routine it is."""
    titles = {row.id: row.title for row in services.routines.rows()}
    offered = [(None, ""), *offers.routines(services)]
    words = [title for _key, title in offered]

    def show(step: ProcessStep) -> str:
        return titles.get(step.routine_id or "", "")

    def put(step: ProcessStep, typed: str) -> ProcessStep:
        return replace(step, routine_id=offered[chosen(typed, words)][0])

    return OwnedColumn(_("Routine"), show, put, width=112, choices=words)
