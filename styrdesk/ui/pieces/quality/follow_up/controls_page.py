"""The year's internal control: the controls of the nämnd's plan, and what each came to."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.decided import DecidedKind
from styrdesk.domain.risk import Control
from styrdesk.reports.internal_control import SPEC
from styrdesk.services.internal_control import Awaited
from styrdesk.ui.kit.banner import Banner
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.piece import Page, PageContext, Prints, Target, Where
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
        self.other_year = button(_("Show the other year"), "quiet", name="other_year")
        self.other_year.clicked.connect(self._to_other_year)
        self._late: tuple[Awaited, ...] = ()
        self.elsewhere = Banner("warn", "", "", [self.other_year])
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self.cards: list[ControlCard] = []
        inner = box(
            col(
                self._title, self._explain, box(FlowLayout(self.save, self.decide)),
                self._prints.told, self.elsewhere, self._decided, self._cards, None,
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
        self._tell_elsewhere()
        if controls:
            told = _("Write one row for each reporting. A decided plan stays as it is.")
        elif plans:
            told = _("The committee's plan for the year has no controls.")
        else:
            told = _("The committee has no plan for the year. Its controls are planned there.")
        self._explain.setText(told)
        built = (self._plan, tuple(controls))
        if built != self._built:
            self._built = built
            self._build(controls, year)

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
        """What is late of a year that is not the one shown: the badge counts it too."""
        year = self._context.year()
        self._late = tuple(one for one in late(self._context) if one.year != year)
        self.elsewhere.setVisible(bool(self._late))
        if self._late:
            count, other = len(self._late), self._late[0].year
            words = ngettext(
                "{count} control of {year} has a result that is late",
                "{count} controls of {year} have results that are late",
                count,
            )
            self.other_year.setText(_("Show {year}").format(year=other))
            self.elsewhere.say("warn", words.format(count=count, year=other))

    def _to_other_year(self) -> None:
        if self._late:
            where = self._context.shell.where()
            self._context.shell.choose(Where(where.committee_id, self._late[0].year))

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
        if self.cards:
            self.cards[0].results.setFocus()
        else:
            self.setFocus()


def late(context: PageContext) -> tuple[Awaited, ...]:
    """The controls of the nämnd's decided plans that have a result that is late."""
    yesterday = context.services.clock.today() - timedelta(days=1)
    committee = context.shell.where().committee_id
    return context.services.internal_control.awaited(committee, yesterday)


def badge(context: PageContext) -> str:
    """How many they are."""
    found = late(context)
    return f"!{len(found)}" if found else ""
