"""What planning has led to: each decided version, with its print, its code and its proof."""

from __future__ import annotations

from styrdesk.base.i18n import N_, _
from styrdesk.domain.paragraph import decision
from styrdesk.domain.plan import PLAN_STATUSES, PlanStatus
from styrdesk.domain.version import DecidedLine
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import ListSpec, Query
from styrdesk.ui.kit.piece import Page, PageContext, Target
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource
from styrdesk.ui.pieces.quality.results.result_form import ResultForm, called


class ResultsPage(Page):
    """It fills itself: a decision puts a version here, and nothing takes one away."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.page = RegisterPage(self._spec(), context.operations)
        self.setLayout(col((self.page, 1), gap=0))
        self.setFocusProxy(self.page.table)

    def _spec(self) -> ListSpec[DecidedLine]:
        return ListSpec(
            name="results",
            title=N_("Results and documents from the planning process"),
            explain=N_("Every decided version stands here by itself, and can be verified."),
            hint=N_("Filter decided plans"),
            empty=(
                N_("No plan is decided yet"),
                N_("A decided committee plan stands here, with its date and paragraph."),
            ),
            columns=(
                Column("", N_("Plan"), called, sortable=False),
                Column("", N_("Committee"), _committee, "text", 200, spare=2, sortable=False),
                Column("", N_("Decision"), _decision, "text", 148, sortable=False),
                Column("", N_("Control code"), _code, "text", 148, spare=1, sortable=False),
                Column("", N_("State"), _state, "status", 148, sortable=False),
            ),
            topics=frozenset({"plan", "plan_version", "version_minutes", "committee"}),
            load=self._load,
            form=lambda key: ResultForm(self.context, key),
        )

    def _load(self, query: Query) -> PagedSource[DecidedLine]:
        return self.context.services.versions.lines(query.search)

    def show_record(self, target: Target) -> None:
        self.page.table.choose(target.record)
        self.page.open_record(target.record, focus=True)

    def focus_first(self) -> None:
        self.page.focus_first()


def _committee(line: DecidedLine) -> str:
    return line.committee


def _decision(line: DecidedLine) -> str:
    return decision(line.decided_on, line.paragraph)


def _code(line: DecidedLine) -> str:
    return line.code


def _state(line: DecidedLine) -> Mark:
    kind = "locked" if line.status is PlanStatus.REPLACED else "done"
    return Mark(kind, _(PLAN_STATUSES[line.status]))
