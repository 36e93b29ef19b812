"""The form of a nämnd, with its former names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.organisation import Committee, CommitteeName
from styrdesk.ui.kit.owned_columns import OwnedColumn, day_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import TextField
from styrdesk.ui.kit.tokens import W_SHORT


class CommitteeForm(SavedForm[Committee]):
    """Name, short name, the days it exists, and what it was called before."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.committees, context.operations, key, head="name")
        self._context = context
        today = context.services.clock.today
        self.form.add(TextField(_("Name"), name="name", required=True))
        self.form.add(
            TextField(
                _("Short name"), name="short_name", width=W_SHORT, help=_("Such as BUN, for lists.")
            )
        )
        self.form.add(
            DateField(_("From"), today, name="valid_from"),
            DateField(_("To"), today, name="valid_to"),
        )
        self.form.add_head(_("Former names"))
        self.names = OwnedGrid(
            context.services.committee_names,
            context.operations,
            columns(today),
            name=_("Former names"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.names)
        self.form.add_widget(self.names)
        self.form.add_widget(
            quiet(_("Older plans are printed with the name of their day."), wrap=True)
        )
        self.finish()

    def called(self, record: Committee) -> str:
        return record.name

    def shown(self, record: Committee) -> None:
        self.names.reload()

    def _fresh(self) -> CommitteeName:
        return CommitteeName(new_id(), committee_id=self.key)

    def _lines(self) -> Sequence[CommitteeName]:
        names = self._context.services.committee_names
        return names.rows({"committee_id": self.key}, order=("valid_from",))


def columns(today: Callable[[], date]) -> tuple[OwnedColumn[CommitteeName], ...]:
    """A name and its days."""
    return (
        text_column(_("Name"), "name"),
        day_column(_("From"), "valid_from", today),
        day_column(_("To"), "valid_to", today),
    )
