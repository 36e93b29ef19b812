"""Indicators: the numbers that goals are judged by, with outcome and target year by year."""

from __future__ import annotations

from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.indicator import ARROWS, Gender, Indicator, IndicatorValue, ValueKind, shown
from styrdesk.services.codes import next_code
from styrdesk.services.register import Register
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.pieces.planning.indicators_form import IndicatorForm


class IndicatorsPage(RecordsPage[Indicator]):
    """Every indicator of the file, with the outcome before and the target of the year."""

    def __init__(self, context: PageContext) -> None:
        self._values: dict[tuple[str, ValueKind, int], IndicatorValue] = {}
        super().__init__(context)

    @property
    def register(self) -> Register[Indicator]:
        return self.context.services.indicators

    def spec(self) -> ListSpec[Indicator]:
        return ListSpec(
            name="indicators",
            title=N_("Indicators"),
            explain=N_("What is measured, which way it should go, and its values year by year."),
            hint=N_("Filter indicators"),
            empty=(
                N_("Indicators stand here"),
                N_("Begin with one that is followed already: two minutes, and paste its values."),
            ),
            columns=(
                Column("code", N_("No."), kind="code", width=64),
                Column("title", N_("Indicator")),
                Column("unit", N_("Unit"), width=72, spare=1),
                Column("", N_("Outcome"), self._outcome, "num", 84, spare=1, sortable=False),
                Column("", N_("Target value"), self._target, "num", 96, spare=2, sortable=False),
            ),
            topics=frozenset({"indicator", "indicator_value", "goal", "committee"}),
            filters=(
                Filter("own", N_("This committee's")),
                Filter("gender", N_("By gender")),
                Filter("aimless", N_("Without a target")),
            ),
            sort="code",
            form_width=640,
        )

    def form(self, key: str) -> IndicatorForm:
        return IndicatorForm(self.context, key)

    def fresh(self) -> Indicator:
        return Indicator(
            new_id(),
            committee_id=self.context.shell.where().committee_id or None,
            code=next_code("I", [row.code for row in self.register.rows()]),
            title=self.new_name,
        )

    def load(self, query: Query) -> PagedSource[Indicator]:
        self._values = self._of_the_year()
        return super().load(query)

    def _of_the_year(self) -> dict[tuple[str, ValueKind, int], IndicatorValue]:
        year = self.context.year()
        wanted = {"year": [year - 2, year - 1, year], "gender": Gender.ALL}
        rows = self.context.services.indicator_values.rows(wanted)
        return {(row.indicator_id, row.kind, row.year): row for row in rows}

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {}
        if "own" in chips:
            where["committee_id"] = self.context.shell.where().committee_id or None
        if "gender" in chips:
            where["by_gender"] = True
        if "aimless" in chips:
            where["id"] = [row.id for row in self.register.rows(where) if not self._aims(row)]
        return where

    def _aims(self, indicator: Indicator) -> bool:
        year = self.context.year()
        found = self._values.get((indicator.id, ValueKind.TARGET, year))
        return found is not None and found.value is not None

    def _outcome(self, indicator: Indicator) -> str:
        """The newest outcome of the two years before."""
        year = self.context.year()
        found = (
            self._values.get((indicator.id, ValueKind.OUTCOME, at)) for at in (year - 1, year - 2)
        )
        newest = next((value for value in found if value and value.value is not None), None)
        return shown(newest, indicator.decimals)

    def _target(self, indicator: Indicator) -> str:
        found = self._values.get((indicator.id, ValueKind.TARGET, self.context.year()))
        return f"{ARROWS[indicator.direction]} {shown(found, indicator.decimals)}"
