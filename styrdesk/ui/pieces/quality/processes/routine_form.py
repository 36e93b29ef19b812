"""The form of a routine: its headings in the order they are read, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.routine import HEADINGS, Routine, RoutineRegulation
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.edition_form import EditionForm
from styrdesk.ui.kit.owned_columns import choice_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.richtext_field import RichTextField


class RoutineForm(EditionForm[Routine]):
    """Whose it is, what it says, the laws under it, and who has read it."""

    def __init__(self, context: PageContext, key: str) -> None:
        services = context.services
        super().__init__(context, services.routines, services.routine_versions, key, "routines")
        self.add_title(_("Routine"))
        self.add_owners()
        self.form.add_head(_("What the routine says"))
        for field, heading in HEADINGS.items():
            self.form.add(RichTextField(_(heading), context.dialogs, name=field))
        self.form.add_head(_("Legal basis"))
        self.laws = OwnedGrid(
            services.routine_regulations,
            context.operations,
            (
                choice_column(
                    _("Law or regulation"), "regulation_id", offers.regulations(services)
                ),
                text_column(_("Which of it"), "sections", 200),
            ),
            name=_("Legal basis"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.laws)
        self.form.add_widget(self.laws)
        self.add_decision(minutes=False)
        self.add_validity()
        self.add_files()
        self.add_readers()
        self.finish()

    def _fresh(self) -> RoutineRegulation:
        return RoutineRegulation(new_id(), routine_id=self.key)

    def _lines(self) -> Sequence[RoutineRegulation]:
        return self.context.services.routine_regulations.rows({"routine_id": self.key})
