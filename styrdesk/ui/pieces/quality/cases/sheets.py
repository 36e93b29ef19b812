"""Dialogs of a case: why it is opened again, and which one it is a duplicate of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.domain.errors import RuleBroken
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.sheet import Sheet
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.text_fields import LongTextField, TextField
from styrdesk.ui.kit.tokens import W_SHORT


class ReasonSheet(Sheet):
    """Asks why, and does it.

    Args:
        context: The page's.
        words: Head, the button's word, and what is told of it.
        act: The use case, called with the reason.
    """

    def __init__(
        self, context: PageContext, words: tuple[str, str, str], act: Callable[[str], object]
    ) -> None:
        head, yes, told = words
        super().__init__(head, yes)
        self._context, self._act = context, act
        self.form.add(LongTextField(_("Why"), name="reason", required=True, lines=(2, 6)))
        self.setLayout(col(text(told, wrap=True), self.form, gap=12))

    def go_on(self) -> bool:
        run = partial(self._act, self.form["reason"].value())
        return self._context.operations.run(run, broken=self.form.show_broken) is not None


class MergeSheet(Sheet):
    """Asks for the number of the case that goes on."""

    def __init__(self, context: PageContext, case_id: str) -> None:
        super().__init__(_("Merge with another case"), _("Merge"))
        self._context, self._case_id = context, case_id
        self.form.add(
            TextField(
                _("The number of the case that goes on"), name="main_id", required=True,
                width=W_SHORT, hint="2026-017",
            )
        )  # fmt: skip
        told = _(
            "This case is closed as a duplicate and points at the other. Both tell of it, and "
            "the statistics count one."
        )
        self.setLayout(col(text(told, wrap=True), self.form, gap=12))

    def go_on(self) -> bool:
        return self._context.operations.run(self._merge, broken=self.form.show_broken) is not None

    def _merge(self) -> object:
        services = self._context.services
        case = services.cases.get(self._case_id)
        where = {"committee_id": case.committee_id, "code": self.form["main_id"].value().strip()}
        found = services.cases.rows(where)
        if not found:
            raise RuleBroken(_("There is no case with that number."), "main_id")
        return services.case_flow.merge(self._case_id, found[0].id)
