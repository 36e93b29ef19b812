"""The figures of cases: how many of each, answered in time, open and late, against last year."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import N_, _
from styrdesk.domain.case_numbers import CaseNumbers
from styrdesk.reports.cases import FIGURES
from styrdesk.reports.cases.figures import choice_of, share_of
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import Card, EmptyState
from styrdesk.ui.kit.desktop import QtDesktop
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.other_year import OtherYear
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Target
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.cases.chart_view import ChartView, told
from styrdesk.ui.preview.export import Export
from styrdesk.ui.preview.paper import Paper
from styrdesk.ui.preview.press import Press

CHARTS = {
    "months": N_("By month"),
    "types": N_("By kind of case"),
    "units": N_("By unit"),
    "causes": N_("By cause"),
}


class FiguresPage(Page):
    """Charts of the chosen nämnd and year; each can be copied, and all of it printed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._title, self._explain = text("", "h1"), quiet("", "dense", wrap=True)
        self.summary = FlowLayout(gap=24, top=True)
        self.charts = {key: ChartView(_(words), key) for key, words in CHARTS.items()}
        self.public = button(_("Save for the committee …"), "primary", name="figures_pdf")
        self.public.clicked.connect(partial(self._save, public=True))
        self.whole = button(_("Save with all numbers …"), name="figures_whole_pdf")
        self.whole.clicked.connect(partial(self._save, public=False))
        self._press = Press(self)
        self._orders = QVBoxLayout()
        left_out = quiet(
            _("In what is saved for the committee, numbers from 1 to 4 are left out."),
            "dense", wrap=True,
        )  # fmt: skip
        head = box(col(self._title, self._explain, gap=2))
        self.other_year = OtherYear(context)
        self.cases = button(_("Show the cases"), "primary", name="to_cases")
        self.cases.clicked.connect(self._to_cases)
        self.nothing = EmptyState(
            _("Here stand the figures of the cases"),
            _(
                "How many arrived, were answered in time and are late: by month, kind, unit and "
                "cause, against the year before. They are counted from the cases."
            ),
            self.cases, pad=0,
        )  # fmt: skip
        ways = box(FlowLayout(self.public, self.whole))
        self.figures = box(
            col(
                Card(col(box(self.summary))), ways, left_out, self._orders,
                *(Card(col(chart)) for chart in self.charts.values()), gap=12,
            )
        )  # fmt: skip
        page = col(
            head, self.other_year, self.nothing, self.figures, None, gap=12, pad=(24, 24, 24, 24)
        )
        inner = box(page)
        inner.setMaximumWidth(px(980))
        self.setLayout(col((scroller(box(row((inner, 100), None, gap=0))), 1), gap=0))
        topics = ("case", "case_type", "unit", "cause_category", "committee")
        context.operations.subscribe(self, topics, self.refresh)
        self.refresh()

    def place_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        where, services = self._context.shell.where(), self._context.services
        year = self._context.year()
        numbers = services.case_statistics.of(where.committee_id, year)
        self._title.setText(_("Figures {year}").format(year=year))
        self._explain.setText(
            _(
                "Cases that arrived in {year}, against {before}. Duplicates are counted once."
            ).format(year=year, before=year - 1)
        )
        self._show_summary(numbers)
        years = (str(year), str(year - 1))
        for key, chart in self.charts.items():
            chart.show_table(getattr(numbers, key), years)
        begun = year <= services.clock.today().year
        has = bool(numbers.total or (begun and numbers.total_before))
        for made in (self.public, self.whole):
            made.setEnabled(has)
        self.figures.setVisible(has)
        self.other_year.offer_one_of(
            () if has else services.case_statistics.years(where.committee_id),
            _("No cases arrived in {year} or the year before").format(year=year),
            _("The figures are counted from the cases, as they arrive."),
        )
        self.nothing.setVisible(not has and self.other_year.isHidden())

    def _show_summary(self, numbers: CaseNumbers) -> None:
        while self.summary.count():
            item = self.summary.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before = _("{year}: {value}")
        last = numbers.year - 1
        for name, value, under in (
            (_("Arrived"), told(numbers.total),
             before.format(year=last, value=told(numbers.total_before))),
            (_("Answered in time"), share_of(numbers.answers),
             before.format(year=last, value=share_of(numbers.answers_before))),
            (_("Answered late"), told(numbers.answers.late), ""),
            (_("Open now"), told(numbers.open_now), ""),
            (_("Past their last day"), told(numbers.late_now), ""),
            (_("Opened again"), told(numbers.reopened), ""),
        ):  # fmt: skip
            fact = box(col(quiet(name, "dense"), text(value, "h1"), quiet(under), gap=0))
            self.summary.addWidget(fact)
            fact.show()

    # ---- the print ---------------------------------------------------------------------------

    def _choice(self, *, public: bool) -> str:
        where = self._context.shell.where()
        return choice_of(where.committee_id, self._context.year(), public=public)

    def _save(self, *, public: bool) -> None:
        empty(self._orders)
        choice = self._choice(public=public)
        order = Export(self._context, self._press, FIGURES, choice, QtDesktop())
        self._orders.addWidget(order)
        order.begin()

    def prints(self) -> Prints | None:
        """The print for the nämnd, from the window's menu."""
        return _FiguresPrints(self) if self.public.isEnabled() else None

    def on_paper(self) -> None:
        """Print what the nämnd is given."""
        empty(self._orders)
        order = Paper(self._context, FIGURES, self._choice(public=True))
        self._orders.addWidget(order)
        order.begin()

    def as_pdf(self) -> None:
        """Save what the nämnd is given."""
        self._save(public=True)

    def _to_cases(self) -> None:
        self._context.shell.go(Target("quality", "cases"))

    def focus_first(self) -> None:
        ways = (self.public, self.other_year.lead, self.cases)
        next(way for way in ways if way.isVisibleTo(self)).setFocus()


class _FiguresPrints:
    """The page's print, for the menu."""

    def __init__(self, page: FiguresPage) -> None:
        self._page = page

    def on_paper(self) -> None:
        self._page.on_paper()

    def as_pdf(self) -> None:
        self._page.as_pdf()
