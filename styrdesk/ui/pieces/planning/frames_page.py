"""Budget frames: what kommunfullmäktige gives each nämnd for a year and the two after."""

from __future__ import annotations

from styrdesk.base.formats import amount
from styrdesk.base.i18n import N_
from styrdesk.base.ids import new_id
from styrdesk.domain.budget import BudgetFrame, FrameItem, closing
from styrdesk.domain.paragraph import decision
from styrdesk.services.register import Register
from styrdesk.ui.kit import offers
from styrdesk.ui.kit.list_spec import Filter, ListSpec, Query
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.records_page import Found, RecordsPage, Wanted
from styrdesk.ui.kit.table_model import Column, PagedSource
from styrdesk.ui.pieces.planning import choices, needs
from styrdesk.ui.pieces.planning.frames_form import FrameForm


class FramesPage(RecordsPage[BudgetFrame]):
    """Every frame of the file, the newest year first."""

    def __init__(self, context: PageContext) -> None:
        self._names: dict[str, str] = {}
        self._out: dict[str, int] = {}
        super().__init__(context)

    @property
    def register(self) -> Register[BudgetFrame]:
        return self.context.services.budget_frames

    def spec(self) -> ListSpec[BudgetFrame]:
        return ListSpec(
            name="budget_frames",
            title=N_("Budget frames"),
            explain=N_("What the council gives each committee, for the year and the two after."),
            hint=N_("Filter by committee"),
            empty=(
                N_("The council's frames stand here"),
                N_("Make one for the year and paste its lines from the budget: five minutes."),
            ),
            need=needs.a_committee(self.context),
            columns=(
                Column("year", N_("Year"), kind="code", width=72),
                Column("", N_("Committee"), self._name, sortable=False),
                Column("decided_on", N_("Decided on"), _decided, "quiet", 148, spare=1),
                Column("", N_("Frame, tkr"), self._sum, "num", 112, sortable=False),
            ),
            topics=frozenset({"budget_frame", "frame_item", "committee"}),
            filters=(Filter("own", N_("This committee's")), Filter("year", N_("This year's"))),
            sort="year",
            descending=True,
            form_width=640,
        )

    def form(self, key: str) -> FrameForm:
        return FrameForm(self.context, key)

    def fresh(self) -> BudgetFrame:
        committee = choices.the_committee(self.context)
        year = self.context.services.frames.free_year(committee, self.context.year())
        return BudgetFrame(new_id(), committee_id=committee, year=year)

    def duplicate_record(self, key: str) -> str:
        """The frame of the next year."""
        return self.context.services.frames.make_next(key)

    def load(self, query: Query) -> PagedSource[BudgetFrame]:
        self._names = dict(offers.committees(self.context.services))
        where = self.wanted(query.filters)
        if query.search:
            rows = self.context.services.committees.rows(words=query.search)
            found = {committee.id for committee in rows}
            where["committee_id"] = sorted(
                found & {str(where.get("committee_id", one)) for one in found}
            )
        frames = self.register.rows(where)
        self._out = self._closing({frame.id for frame in frames})
        order = (("-" if query.descending else "") + (query.sort or "year"),)
        return Found(self.register, where, order=order)

    def _closing(self, frames: set[str]) -> dict[str, int]:
        lines: dict[str, list[FrameItem]] = {}
        for item in self.context.services.frame_items.rows({"frame_id": frames}):
            lines.setdefault(item.frame_id, []).append(item)
        return {key: closing(items)[0] for key, items in lines.items()}

    def wanted(self, chips: frozenset[str]) -> Wanted:
        where: Wanted = {}
        if "own" in chips:
            where["committee_id"] = self.context.shell.where().committee_id
        if "year" in chips:
            where["year"] = self.context.year()
        return where

    def _name(self, frame: BudgetFrame) -> str:
        return self._names.get(frame.committee_id, "")

    def _sum(self, frame: BudgetFrame) -> str:
        return amount(self._out.get(frame.id, 0))


def _decided(frame: BudgetFrame) -> str:
    return decision(frame.decided_on, frame.paragraph)
