"""What planning and follow-up have led to: each with its print and its proof."""

from __future__ import annotations

from functools import partial

from styrdesk.base.i18n import N_, _
from styrdesk.domain.decided import DECIDED_KINDS, DecidedKind, DecidedLine
from styrdesk.domain.paragraph import decision
from styrdesk.domain.plan import PLAN_STATUSES
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.list_spec import Filter, ListAction, ListSpec, Need, Query
from styrdesk.ui.kit.piece import Page, PageContext, Target
from styrdesk.ui.kit.register_page import RegisterPage
from styrdesk.ui.kit.table_model import Column, Mark, PagedSource
from styrdesk.ui.pieces.quality.results.result_form import ResultForm, called
from styrdesk.ui.pieces.quality.results.verifying import VerifyAll
from styrdesk.ui.preview.paper_check import check_paper

_CHIPS = {
    DecidedKind.PLAN: N_("Committee plans"),
    DecidedKind.INTERNAL_CONTROL: N_("Internal control"),
    DecidedKind.QUALITY_REPORT: N_("Reports on quality"),
}


class ResultsPage(Page):
    """It fills itself: a decision puts a document here, and nothing takes one away."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.page = RegisterPage(self._spec(), context.operations)
        self.verifying = VerifyAll(context)
        self.verify_all = button(_("Verify all"), glyph="badge-check", name="verify_all")
        self.verify_all.clicked.connect(self.verifying.begin)
        self.paper = button(_("Check a paper …"), glyph="shield-check", name="check_paper")
        self.paper.clicked.connect(self._check_paper)
        self.page.put_beside(self.verify_all)
        self.page.put_beside(self.paper)
        self.page.put_above(self.verifying)
        self.setLayout(col((self.page, 1), gap=0))
        self.setFocusProxy(self.page.table)

    def _spec(self) -> ListSpec[DecidedLine]:
        return ListSpec(
            name="results",
            title=N_("Results and documents from the planning process"),
            explain=N_("What is decided stands here by itself, and can be verified."),
            hint=N_("Filter what is decided"),
            need=Need(
                _("Nothing is decided yet"),
                _(
                    "A decided committee plan, a report on internal control or a report on quality "
                    "stands here, with its date and paragraph."
                ),
                _("Show the plan"),
                partial(self.context.shell.go, Target("planning", "plan")),
            ),
            columns=(
                Column("", N_("Document"), called, sortable=False),
                Column("", N_("Kind"), _kind, "text", 144, spare=1, sortable=False),
                Column("", N_("Committee"), _committee, "text", 144, spare=3, sortable=False),
                Column("", N_("Year"), _year, "text", 56, spare=2, sortable=False),
                Column("", N_("Decision"), _decision, "text", 140, sortable=False),
                Column("", N_("Control code"), _code, "text", 156, sortable=False),
                Column("", N_("State"), _state, "status", 124, sortable=False),
            ),
            topics=frozenset(
                {"plan", "plan_version", "version_minutes", "decided_report", "committee"}
            ),
            filters=tuple(Filter(kind.value, title) for kind, title in _CHIPS.items()),
            counts=self._counts,
            load=self._load,
            form=lambda key: ResultForm(self.context, key),
            actions=(ListAction(N_("Verify all"), lambda _keys: self.verifying.begin()),),
        )

    def _load(self, query: Query) -> PagedSource[DecidedLine]:
        kinds = [DecidedKind(key) for key in query.filters]
        return self.context.services.decided.lines(query.search, kinds)

    def _counts(self) -> dict[str, int]:
        lines = self.context.services.decided.lines
        return {kind.value: lines(kinds=(kind,)).count() for kind in _CHIPS}

    def _check_paper(self) -> None:
        check_paper(self.context, self)

    def show_record(self, target: Target) -> None:
        self.page.table.choose(target.record)
        self.page.open_record(target.record, focus=True)

    def focus_first(self) -> None:
        self.page.focus_first()


def _kind(line: DecidedLine) -> str:
    return _(DECIDED_KINDS[line.kind])


def _committee(line: DecidedLine) -> str:
    return line.committee


def _year(line: DecidedLine) -> str:
    return str(line.year)


def _decision(line: DecidedLine) -> str:
    return decision(line.decided_on, line.paragraph)


def _code(line: DecidedLine) -> str:
    return line.code


def _state(line: DecidedLine) -> Mark:
    return Mark("locked" if line.is_replaced else "done", _(PLAN_STATUSES[line.status]))
