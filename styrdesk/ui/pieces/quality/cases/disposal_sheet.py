"""Gallring: what would go today and why, the decision it rests on, and the step itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.errors import FileProblem
from styrdesk.domain.retention import MATTERS, in_words
from styrdesk.services.retention import Due
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.text_fields import TextField

_SHOWN = 12


class DisposalSheet(Sheet):
    """Shows what each rule would take away, and asks for the decision.

    Attributes:
        problem: Why some backup still holds it; None when nothing is left.
    """

    def __init__(self, context: PageContext, due: Sequence[Due]) -> None:
        super().__init__(_("Take away by rule"), _("Take away for good"))
        self._context, self._due = context, tuple(due)
        self.problem: FileProblem | None = None
        self.form.add(
            TextField(
                _("Decision"), name="decision", required=True,
                help=_("Its section and who decided: § 41 Omsorgsnämnden."),
            )
        )  # fmt: skip
        clock = context.services.clock
        self.form.add(DateField(_("Decided on"), clock.today, name="decided_on", required=True))
        told = _(
            "This cannot be undone. The content goes from the file, its history, its trash and the "
            "search. A new backup is made, and then all earlier ones the program made are taken "
            "away. Copies you have saved yourself are yours to take away."
        )
        lines = [part for one in self._due for part in _lines(one)]
        self.setLayout(col(*lines, text(told, wrap=True), self.form, gap=12))

    def go_on(self) -> bool:
        act = partial(
            self._context.services.retention.dispose, self._due,
            self.form["decision"].value(), self.form["decided_on"].value(),
        )  # fmt: skip

        def told() -> bool:
            self.problem = act()
            return True

        run = self._context.operations.run(told, broken=self.form.show_broken)
        return run is not None


def _lines(due: Due) -> tuple[QLabel, ...]:
    count = len(due.records)
    what = _(MATTERS[due.rule.matter])
    head = ngettext("{what}: {count} would go", "{what}: {count} would go", count)
    why = _("{rule}. Closed on {day} or earlier.").format(rule=in_words(due.rule), day=due.until)
    names = ", ".join(due.names[:_SHOWN])
    if count > _SHOWN:
        names = _("{names} and {count} more").format(names=names, count=count - _SHOWN)
    return (
        text(head.format(what=what, count=count), "h2"),
        quiet(why, wrap=True),
        quiet(names, wrap=True),
    )
