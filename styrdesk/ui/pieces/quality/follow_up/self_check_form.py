"""The form of a self-check: the plan, how it went, and what is done about what was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from styrdesk.base.i18n import _
from styrdesk.base.ids import new_id
from styrdesk.domain.self_check import CHECK_RESULTS, SelfCheck, SelfCheckMeasure
from styrdesk.services.register import BY_NAME
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.choice_fields import ChoiceField, kinds
from styrdesk.ui.kit.owned_columns import OwnedColumn, choice_column, day_column, text_column
from styrdesk.ui.kit.owned_grid import OwnedGrid
from styrdesk.ui.kit.parsed_fields import CountField, DateField
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.saved_form import SavedForm
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.text_fields import LongTextField, SentenceField, TextField
from styrdesk.ui.kit.tokens import W_MEDIUM


class SelfCheckForm(SavedForm[SelfCheck]):
    """Planned above, carried out below, and last its measures."""

    def __init__(self, context: PageContext, key: str) -> None:
        super().__init__(context.services.self_checks, context.operations, key)
        self._context = context
        self._plan()
        self._carried_out()
        self.form.add_head(_("Measures"))
        self.measures = OwnedGrid(
            context.services.self_check_measures,
            context.operations,
            self._columns(),
            name=_("Measures"),
            fresh=self._fresh,
            lines=self._lines,
        )
        self.parts.append(self.measures)
        self.form.add_widget(self.measures)
        self.form.add_widget(
            quiet(_("One row for each deviation. It is done when it has a day."), wrap=True)
        )
        self.finish()

    def _plan(self) -> None:
        services = self._context.services
        people = partial(offers.people, services)
        none = _("none")
        add = self.form.add
        add(SentenceField(_("What is checked"), name="title", required=True))
        add(
            self.choice(
                _("Committee"), partial(offers.committees, services), name="committee_id",
                none=_("the whole municipality"),
            )
        )  # fmt: skip
        add(
            self.choice(
                _("Unit"), partial(offers.units, services), name="unit_id", none=_("all units")
            )
        )
        self.form.add_head(_("Against what"))
        add(LongTextField(_("What is required"), name="requirement"))
        add(
            self.choice(
                _("Law or regulation"), partial(offers.regulations, services),
                name="regulation_id", none=none,
            )
        )  # fmt: skip
        add(
            self.choice(
                _("Governing document"), self._documents, name="governing_document_id", none=none
            )
        )
        add(self.choice(_("Routine"), self._routines, name="routine_id", none=none))
        self.form.add_head(_("How it is done"))
        add(TextField(_("Period"), name="period", help=_("The time that is looked at.")))
        add(LongTextField(_("Method"), name="method"))
        add(TextField(_("Sample"), name="sample", help=_("How much is looked at, and which.")))
        add(
            self.choice(_("Responsible"), people, name="responsible_id", none=_("nobody")),
            DateField(_("To be done by"), services.clock.today, name="planned_for"),
        )

    def _carried_out(self) -> None:
        services = self._context.services
        people = partial(offers.people, services)
        add = self.form.add
        self.form.add_head(_("Carried out"))
        add(
            self.choice(_("Carried out by"), people, name="done_by_id", none=_("nobody")),
            DateField(_("Carried out on"), services.clock.today, name="done_on"),
        )
        add(TextField(_("Looked at"), name="looked_at", help=_("The sample as it became.")))
        add(
            ChoiceField(
                _("Result"), kinds(CHECK_RESULTS), name="result", required=True, width=W_MEDIUM
            )
        )
        add(
            CountField(_("Deviations"), name="deviations"),
        )
        add(LongTextField(_("What the check showed"), name="outcome"))

    def shown(self, record: SelfCheck) -> None:
        self.measures.reload()

    def _documents(self) -> list[tuple[str, str]]:
        rows = self._context.services.governing_documents.rows(order=(BY_NAME,))
        return [(one.id, _version(one.title, one.version)) for one in rows]

    def _routines(self) -> list[tuple[str, str]]:
        rows = self._context.services.routines.rows(order=(BY_NAME,))
        return [(one.id, _version(one.title, one.version)) for one in rows]

    def _fresh(self) -> SelfCheckMeasure:
        return SelfCheckMeasure(new_id(), self_check_id=self.key)

    def _lines(self) -> Sequence[SelfCheckMeasure]:
        return self._context.services.self_check_measures.rows({"self_check_id": self.key})

    def _columns(self) -> tuple[OwnedColumn[SelfCheckMeasure], ...]:
        services = self._context.services
        today = services.clock.today
        return (
            text_column(_("Deviation"), "deviation"),
            text_column(_("What is done"), "title"),
            choice_column(_("Who"), "person_id", offers.people(services), 120),
            day_column(_("Last day"), "due", today),
            day_column(_("Done"), "done_on", today),
            text_column(_("Effect"), "effect", 120),
        )


def _version(title: str, number: int) -> str:
    return title if number == 1 else _("{title}, version {number}").format(
        title=title, number=number
    )  # fmt: skip
