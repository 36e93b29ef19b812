"""A routine: its headings in the order they are read, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain import richtext
from styrdesk.domain.regulation import Regulation
from styrdesk.domain.richtext import RichText
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
        self.finish()

    def fields(self) -> None:
        context, services = self.context, self.context.services
        self.add_title(_("Routine"))
        self.form.section()
        self.add_owners()
        self.add_adopted(_("What the routine says"))
        for field, heading in HEADINGS.items():
            self.form.add(RichTextField(_(heading), context.dialogs, name=field))
        self.add_adopted(_("Legal basis"))
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

    def facts(self, record: Routine) -> Sequence[tuple[str, str]]:
        lines = self._lines()
        ids = [line.regulation_id for line in lines]
        laws = {law.id: law for law in self.context.services.regulations.rows({"id": ids})}
        told = (_basis(laws[line.regulation_id], line) for line in lines)
        return (*super().facts(record), (_("Legal basis"), "\n".join(told)))

    def texts(self, record: Routine) -> Sequence[tuple[str, str, RichText]]:
        return [
            (field, _(heading), richtext.parse(getattr(record, field)))
            for field, heading in HEADINGS.items()
        ]

    def _fresh(self) -> RoutineRegulation:
        return RoutineRegulation(new_id(), routine_id=self.key)

    def _lines(self) -> Sequence[RoutineRegulation]:
        return self.context.services.routine_regulations.rows({"routine_id": self.key})


def _basis(law: Regulation, line: RoutineRegulation) -> str:
    called = f"{law.title} ({law.number})" if law.number else law.title
    return ", ".join(part for part in (called, line.sections) if part)
