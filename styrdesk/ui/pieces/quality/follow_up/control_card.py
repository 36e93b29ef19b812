"""A control of the plan, and what it came to at each reporting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.control_result import CONTROL_STATES, ControlResult, ControlState, state
from styrdesk.domain.risk import Control
from styrdesk.domain.self_check import CHECK_RESULTS
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.choice_fields import kinds
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.owned_columns import (
    OwnedColumn,
    choice_column,
    count_column,
    day_column,
    text_column,
)
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet, text

_MARKS = {
    ControlState.WAITING: "draft",
    ControlState.LATE: "bad",
    ControlState.NOTED: "done",
}


class ControlCard(Card):
    """What the plan says of a control is read; its results are written.

    Args:
        context: Of the page.
        control: As the plan has it.
        risk: What it watches, in words.
        year: Of the plan.
    """

    def __init__(self, context: PageContext, control: Control, risk: str, year: int) -> None:
        self._context, self.control, self._year = context, control, year
        self.mark = StatusMark("draft", "")
        told = (risk, control.method, control.frequency, control.responsible)
        self.results = OwnedGrid(
            context.services.control_results,
            context.operations,
            _columns(context),
            name=_("Results of {control}").format(control=control.title or risk),
            fresh=partial(_fresh, control.id),
            lines=self._lines,
        )
        head = row((text(control.title or risk, "h2", wrap=True), 1), self.mark)
        words = quiet(" · ".join(part for part in told if part), "dense", wrap=True)
        super().__init__(col(head, words, self.results, gap=8))
        self.reload()

    def reload(self) -> None:
        """Show what is noted now."""
        self.results.reload()
        today = self._context.services.clock.today()
        now = state(self.control, self._year, self._lines(), today)
        self.mark.show_status(_MARKS[now], _(CONTROL_STATES[now]))

    def _lines(self) -> Sequence[ControlResult]:
        return self._context.services.control_results.rows({"control_id": self.control.id})


def _fresh(control_id: str) -> ControlResult:
    return ControlResult(new_id(), control_id=control_id)


def _columns(context: PageContext) -> tuple[OwnedColumn[ControlResult], ...]:
    services = context.services
    return (
        text_column(_("Reporting"), "occasion", 104),
        day_column(_("Date"), "noted_on", services.clock.today),
        choice_column(_("By"), "person_id", offers.people(services), 120),
        choice_column(_("Result"), "result", kinds(CHECK_RESULTS), 160),
        count_column(_("Deviations"), "deviations", 88),
        text_column(_("Comment"), "comment"),
        text_column(_("What is done"), "measure"),
    )
