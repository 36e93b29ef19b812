"""The year's internal control: the controls of the nämnd's plan, and what each came to."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.risk import Control
from styrdesk.reports.internal_control import SPEC
from styrdesk.services.internal_control import Awaited
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.cards import EmptyState
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.other_year import OtherYear
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Target
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.follow_up.control_card import ControlCard
from styrdesk.ui.pieces.quality.follow_up.decide_sheet import DecideSheet
from styrdesk.ui.pieces.quality.follow_up.decided_reports import DecidedReports
from styrdesk.ui.preview.page_prints import PagePrints


class ControlsPage(Page):
    """The plan tells what is controlled; here it is noted how it went, also when it is decided."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._plan = ""
        self._built: tuple[str, tuple[Control, ...]] = ("", ())
        self._title, self._explain = text("", "h1"), quiet("", "dense", wrap=True)
        self._prints = PagePrints(context, self, SPEC, self._choice)
        self.save = button(_("Save as PDF …"), name="save_controls")
        self.save.clicked.connect(self._prints.as_pdf)
        self.decide = button(_("Decide …"), name="decide_controls")
        self.decide.clicked.connect(self._decide)
        self._decided = DecidedReports(context, DecidedKind.INTERNAL_CONTROL)
        self.elsewhere = OtherYear(context)
        self.plan = button(_("Show the plan"), "primary", name="to_plan")
        self.plan.clicked.connect(self._to_plan)
        self.nothing = EmptyState("", "", self.plan, pad=0)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self.cards: list[ControlCard] = []
        inner = box(
            col(
                col(self._title, self._explain, gap=2), box(FlowLayout(self.save, self.decide)),
                self._prints.told, self.elsewhere, self.nothing, self._decided, self._cards, None,
                gap=12, pad=(24, 24, 24, 24),
            )
        )  # fmt: skip
        inner.setMaximumWidth(px(1180))
        self.setLayout(col((scroller(box(row((inner, 100), None, gap=0))), 1), gap=0))
        self.setAccessibleName(_("Results of internal control"))
        topics = (
            "plan", "plan_version", "control", "risk", "person", "decided_report", "committee",
        )  # fmt: skip
        context.operations.subscribe(self, topics, self.refresh)
        context.operations.subscribe(self, ("control_result",), self._reload)
        self.refresh()

    def place_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show the controls of the plan of the nämnd and year chosen now."""
        services, year = self._context.services, self._context.year()
        committee = self._context.shell.where().committee_id
        plans = services.plans.plans(committee, year) if committee else ()
        self._plan = plans[0].id if plans else ""
        controls = services.controls.rows({"plan_id": self._plan}) if plans else ()
        self._title.setText(_("Internal control {year}").format(year=year))
        self.save.setVisible(bool(controls))
        decided = bool(controls) and (
            plans[0].is_final or bool(services.versions.newest(self._plan))
        )
        self.decide.setVisible(decided)
        self.decide.setEnabled(not services.file.read_only)
        self._decided.show_of(self._plan)
        self._explain.setText(
            _("Write one row for each reporting. A decided plan stays as it is.")
            if controls
            else _("What each control of the committee's plan came to. Written at each reporting.")
        )
        self.nothing.say(
            _("The plan for {year} has no controls yet").format(year=year)
            if plans
            else _("There is no plan for {year} yet").format(year=year),
            _("The controls are planned in the risk analysis of the committee's plan."),
        )
        built = (self._plan, tuple(controls))
        if built != self._built:
            self._built = built
            self._build(controls, year)
        self._tell_elsewhere()

    def _build(self, controls: tuple[Control, ...], year: int) -> None:
        self.flush()
        empty(self._cards)
        risks = {one.id: one.title for one in self._context.services.risks.rows(
            {"plan_id": self._plan})}  # fmt: skip
        self.cards = [
            ControlCard(self._context, control, risks.get(control.risk_id, ""), year)
            for control in controls
        ]
        for card in self.cards:
            self._cards.addWidget(card)

    def _reload(self) -> None:
        self._tell_elsewhere()
        for card in self.cards:
            card.reload()

    def _tell_elsewhere(self) -> None:
        """What is late of another year, which the badge counts too; else a year with something."""
        year, control = self._context.year(), self._context.services.internal_control
        others = tuple(one for one in late(self._context) if one.year != year)
        self.nothing.setVisible(not self.cards)
        if others:
            count, other = len(others), others[0].year
            words = ngettext(
                "{count} control of {year} has a result that is late",
                "{count} controls of {year} have results that are late",
                count,
            )
            self.elsewhere.offer("warn", other, words.format(count=count, year=other))
            return
        coming = year > self._context.services.clock.today().year
        waits = coming and not control.occasions(self._plan)
        committee = self._context.shell.where().committee_id
        self.elsewhere.offer_one_of(
            control.years(committee) if waits or not self.cards else (),
            _("{year} has no controls").format(year=year),
            _("Results are written as the controls are made.")
            if self.cards
            else _("The controls are planned in the risk analysis of the committee's plan."),
        )
        self.nothing.setVisible(not self.cards and self.elsewhere.isHidden())

    def _to_plan(self) -> None:
        self._context.shell.go(Target("planning", "plan"))

    def _choice(self) -> str:
        return self._plan if self.flush() else ""

    def _decide(self) -> None:
        if self._plan and self.flush():
            occasions = self._context.services.internal_control.occasions(self._plan)
            kind = DecidedKind.INTERNAL_CONTROL
            self._context.dialogs.fill(DecideSheet(self._context, kind, self._plan, occasions))

    # ---- what the window asks ----------------------------------------------------------------

    def prints(self) -> Prints | None:
        return self._prints if self.cards else None

    def flush(self) -> bool:
        for card in self.cards:
            card.results.flush()
        return not self.is_wrong()

    def is_wrong(self) -> bool:
        return any(card.results.wrong() is not None for card in self.cards)

    def take_back(self) -> bool:
        return any(card.results.take_back() for card in self.cards)

    def show_record(self, target: Target) -> None:
        """Go to the results of a control, by its id or by that of a result of it."""
        results = self._context.services.control_results
        found = {one.control_id for one in results.rows({"id": target.record})} or {target.record}
        for card in self.cards:
            if card.control.id in found:
                card.results.setFocus()

    def focus_first(self) -> None:
        first = [card.results for card in self.cards[:1]]
        ways = (*first, self.elsewhere.lead, self.plan)
        next(way for way in ways if way.isVisibleTo(self)).setFocus()


def late(context: PageContext) -> tuple[Awaited, ...]:
    """The controls of the nämnd's decided plans that have a result that is late."""
    yesterday = context.services.clock.today() - timedelta(days=1)
    committee = context.shell.where().committee_id
    return context.services.internal_control.awaited(committee, yesterday)


def badge(context: PageContext) -> str:
    """How many they are."""
    found = late(context)
    return f"!{len(found)}" if found else ""
