"""Self-checks of the chosen nämnd and of the whole municipality."""

from __future__ import annotations

from datetime import date, timedelta

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.base.ids import new_id
from styrdesk.domain.criteria import Between, Other, UpTo
from styrdesk.domain.self_check import (
    CHECK_RESULTS,
    CHECK_STATES,
    SOON,
    CheckResult,
    CheckState,
    SelfCheck,
    state,
)
from styrdesk.services.catalogue import Services
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource
from styrdesk.ui.pieces.quality.follow_up.self_check_form import SelfCheckForm

_MARKS = {
    CheckState.PLANNED: "draft",
    CheckState.DUE: "warn",
    CheckState.LATE: "bad",
    CheckState.MEASURES: "warn",
    CheckState.DONE: "done",
}


class SelfChecksPage(RecordsPage[SelfCheck]):
    """What is to be checked comes first to be done first."""

    @property
    def register(self) -> Register[SelfCheck]:
        return self.context.services.self_checks

    def spec(self) -> ListSpec[SelfCheck]:
        return ListSpec(
            name="self_checks",
            title=N_("Self-checks"),
            explain=N_("Whether the work is as it is required to be, and what is done if not."),
            hint=N_("Filter self-checks"),
            empty=(
                N_("The self-checks stand here"),
                N_("Begin with a requirement where something has gone wrong before."),
            ),
            columns=(
                Column("planned_for", N_("To be done by"), kind="date", width=120),
                Column(BY_NAME, N_("What is checked"), _title),
                Column("", N_("Unit"), self._unit, "text", 208, spare=2, sortable=False),
                Column("result", N_("Result"), _result, "text", 148, spare=1),
                Column("", N_("State"), self._state, "status", 140, sortable=False),
            ),
            topics=frozenset({"self_check", "self_check_measure", "unit"}),
            filters=(
                Filter("year", N_("Of the year")),
                Filter("due", N_("Soon due")),
                Filter("late", N_("Late")),
                Filter("measures", N_("Measures left")),
                Filter("done", N_("Carried out")),
            ),
            sort="planned_for",
            form_width=664,
        )

    def form(self, key: str) -> SelfCheckForm:
        return SelfCheckForm(self.context, key)

    def fresh(self) -> SelfCheck:
        committee = self.context.shell.where().committee_id or None
        return SelfCheck(new_id(), committee_id=committee, title=self.new_name)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        """Those of the chosen nämnd and of the whole municipality; in days, what all chips ask."""
        services, year = self.context.services, self.context.year()
        today, first, last = services.clock.today(), date.min, date.max
        where: Wanted = whose(self.context)
        if "year" in chips:
            first, last = date(year, 1, 1), date(year, 12, 31)
        if "due" in chips:
            first, last = max(first, today), min(last, today + SOON)
        if "late" in chips:
            last = min(last, today - timedelta(days=1))
        if (first, last) != (date.min, date.max):
            where["planned_for"] = Between(first, last)
        if chips & {"due", "late"}:
            where["done_on"] = None
        if "measures" in chips:
            where |= {"done_on": Other(None), "id": unfinished(services)}
        if "done" in chips:
            where["done_on"] = Other(None)
        return where

    def load(self, query: Query) -> PagedSource[SelfCheck]:
        """The rows of a query, with their units and which of them have measures left."""
        self._units = dict(offers.units(self.context.services))
        self._open = unfinished(self.context.services)
        return super().load(query)

    def _unit(self, check: SelfCheck) -> str:
        return self._units.get(check.unit_id or "", "")

    def _state(self, check: SelfCheck) -> Mark:
        today = self.context.services.clock.today()
        now = state(check, today, measures_left=check.id in self._open)
        return Mark(_MARKS[now], _(CHECK_STATES[now]))


def _title(check: SelfCheck) -> str:
    return check.title


def _result(check: SelfCheck) -> str:
    return "" if check.result is CheckResult.NONE else _(CHECK_RESULTS[check.result])


def whose(context: PageContext) -> Wanted:
    """What a self-check is that concerns the chosen nämnd: its own, or the municipality's."""
    return {"committee_id": {context.shell.where().committee_id, None}}


def unfinished(services: Services) -> frozenset[str]:
    """Ids of the self-checks with a measure that is not done: as few as the measures are."""
    rows = services.self_check_measures.rows({"done_on": None})
    return frozenset(measure.self_check_id for measure in rows)


def _late(context: PageContext) -> int:
    """How many self-checks that concern the chosen nämnd were to be done before today."""
    yesterday = context.services.clock.today() - timedelta(days=1)
    late = {"done_on": None, "planned_for": UpTo(yesterday)}
    return context.services.self_checks.count(whose(context) | late)


def badge(context: PageContext) -> str:
    """How many of them there are, beside the page's name."""
    number = _late(context)
    return f"!{number}" if number else ""


def urgent(context: PageContext) -> tuple[str, str]:
    """The same in words."""
    number = _late(context)
    words = ngettext("{count} late", "{count} late", number).format(count=number)
    return "warn", words if number else ""
