"""The year's internal control: the controls of the nämnd's plan, and what each came to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _
from styrdesk.domain.risk import Control
from styrdesk.reports.internal_control import SPEC
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, box, col, empty, row, scroller
from styrdesk.ui.kit.piece import Page, PageContext, Prints
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.follow_up.control_card import ControlCard
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
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(12))
        self.cards: list[ControlCard] = []
        inner = box(
            col(
                self._title, self._explain, box(FlowLayout(self.save)), self._prints.told,
                self._cards, None, gap=12, pad=(24, 24, 24, 24),
            )
        )  # fmt: skip
        inner.setMaximumWidth(px(1180))
        self.setLayout(col((scroller(box(row((inner, 100), None, gap=0))), 1), gap=0))
        self.setAccessibleName(_("Results of internal control"))
        context.operations.subscribe(self, ("plan", "control", "risk", "person"), self.refresh)
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
        for card in self.cards:
            card.reload()

    def _choice(self) -> str:
        return self._plan if self.flush() else ""

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

    def focus_first(self) -> None:
        if self.cards:
            self.cards[0].results.setFocus()
        else:
            self.setFocus()
