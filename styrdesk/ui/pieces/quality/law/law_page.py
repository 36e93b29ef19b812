"""Laws and regulations: what each demands of us, and whether somebody has looked lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from styrdesk.base.i18n import N_, _, ngettext
from styrdesk.base.ids import new_id
from styrdesk.domain.criteria import UpTo
from styrdesk.domain.regulation import (
    REGULATION_STATES,
    Regulation,
    RegulationState,
    state,
)
from styrdesk.services.register import BY_NAME, Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.list_spec import Filter, ListAction, ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource
from styrdesk.ui.pieces.quality.law.law_form import LawForm

_MARKS = {
    RegulationState.UNCHECKED: "draft",
    RegulationState.DUE: "warn",
    RegulationState.CHECKED: "done",
}


class LawPage(RecordsPage[Regulation]):
    """The laws of the whole municipality; they are not of one nämnd."""

    @property
    def register(self) -> Register[Regulation]:
        return self.context.services.regulations

    def spec(self) -> ListSpec[Regulation]:
        return ListSpec(
            name="law",
            title=N_("Laws and regulations"),
            explain=N_(
                "What each demands of us, which units it concerns, and who watches over it."
            ),
            hint=N_("Filter laws"),
            empty=(
                N_("The laws that the work rests on stand here"),
                N_(
                    "Begin with a set of common laws: number and title. "
                    "What each demands of you, you write when you have read it."
                ),
            ),
            columns=(
                Column("number", N_("Designation"), kind="code", width=132),
                Column(BY_NAME, N_("Name"), _title),
                Column(
                    "",
                    N_("Responsible"),
                    self._responsible,
                    "text",
                    160,
                    spare=1,
                    sortable=False,
                ),
                Column("next_check", N_("Next check"), kind="date", width=120),
                Column("", N_("State"), self._state, "status", 148, sortable=False),
            ),
            topics=frozenset({"regulation", "regulation_unit", "person", "unit"}),
            filters=(
                Filter("unchecked", N_("To check")),
                Filter("due", N_("Check again")),
                Filter("nobody", N_("Nobody responsible")),
            ),
            actions=(ListAction(N_("Checked today"), self._check),),
            begin=ListAction(N_("Begin with common laws"), self._begin),
            sort=BY_NAME,
        )

    def form(self, key: str) -> LawForm:
        return LawForm(self.context, key)

    def fresh(self) -> Regulation:
        return Regulation(new_id(), title=self.new_name)

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {}
        if "unchecked" in chips:
            where["checked_on"] = None
        if "due" in chips:
            where["next_check"] = UpTo(self._today())
        if "nobody" in chips:
            where["responsible_id"] = None
        return where

    def load(self, query: Query) -> PagedSource[Regulation]:
        """The rows of a query, and the names that stand in them."""
        self._people = dict(offers.people(self.context.services))
        return super().load(query)

    def _today(self) -> date:
        return self.context.services.clock.today()

    def _state(self, regulation: Regulation) -> Mark:
        now = state(regulation, self._today())
        return Mark(_MARKS[now], _(REGULATION_STATES[now]))

    def _responsible(self, regulation: Regulation) -> str:
        return self._people.get(regulation.responsible_id or "", "")

    def _begin(self, _keys: Sequence[str]) -> None:
        self.context.operations.run(self.context.services.laws.begin)

    def _check(self, keys: Sequence[str]) -> None:
        if keys:
            self.context.operations.run(partial(self.context.services.laws.check_now, *keys))


def _title(regulation: Regulation) -> str:
    return regulation.title


def _due(context: PageContext) -> int:
    register = context.services.regulations
    return register.count({"next_check": UpTo(context.services.clock.today())})


def badge(context: PageContext) -> str:
    """How many laws somebody must look at again."""
    due = _due(context)
    return f"!{due}" if due else ""


def urgent(context: PageContext) -> tuple[str, str]:
    """What most wants doing: those to look at again, or those that nobody has looked at."""
    due = _due(context)
    if due:
        words = ngettext("{count} to be checked again", "{count} to be checked again", due)
        return "warn", words.format(count=due)
    new = context.services.regulations.count({"checked_on": None})
    words = ngettext("{count} not checked yet", "{count} not checked yet", new)
    return "info", words.format(count=new) if new else ""
