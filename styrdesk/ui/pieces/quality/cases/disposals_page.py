"""What has been taken away by rule: each time, with its record to print."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import N_, _
from styrdesk.domain.disposal import Disposal
from styrdesk.reports.disposal import SPEC
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import ListSpec, Need, Query
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Target
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column, PagedSource, Rows
from styrdesk.ui.pieces.quality.cases.disposal_form import DisposalForm
from styrdesk.ui.preview.print_window import InWindow


class DisposalsPage(Page):
    """It fills itself: a gallring puts its record here, and nothing takes it away."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.page = RegisterPage(self._spec(), context.operations)
        self.setLayout(col((self.page, 1), gap=0))
        self.setFocusProxy(self.page.table)

    def _spec(self) -> ListSpec[Disposal]:
        return ListSpec(
            name="disposals",
            title=N_("Records of disposal"),
            explain=N_("What has been taken away, by which decision. None of its content is kept."),
            hint=N_("Filter records"),
            need=Need(
                _("Nothing has been taken away yet"),
                _("Each disposal stands here afterwards, with its record to print."),
                _("Show the rules of disposal"),
                partial(self.context.shell.go, Target("quality", "retention_rules")),
            ),
            columns=(
                Column("", N_("Decision"), _decision, sortable=False),
                Column("", N_("Committee"), _committee, "text", 232, spare=2, sortable=False),
                Column("", N_("Carried out"), _day, "date", 120, sortable=False),
                Column("", N_("By"), _by, "text", 160, spare=1, sortable=False),
                Column("", N_("Number"), _number, "num", 88, sortable=False),
            ),
            topics=frozenset({"disposal"}),
            load=self._load,
            form=lambda key: DisposalForm(self.context, key),
        )

    def _load(self, query: Query) -> PagedSource[Disposal]:
        return Rows(self.context.services.disposals.log(query.search))

    def prints(self) -> Prints | None:
        """The record of the row one stands in."""
        key = self.page.panel.key or self.page.table.key()
        return InWindow(self.context, SPEC, key, _(SPEC.title), self) if key else None

    def show_record(self, target: Target) -> None:
        self.page.table.choose(target.record)
        self.page.open_record(target.record, focus=True)

    def focus_first(self) -> None:
        self.page.focus_first()


def _decision(one: Disposal) -> str:
    return one.decision


def _committee(one: Disposal) -> str:
    return one.committee or _("All committees")


def _day(one: Disposal) -> str:
    return one.at[:10]


def _by(one: Disposal) -> str:
    return one.by


def _number(one: Disposal) -> str:
    return str(one.number)
