"""The årshjul on Start: the ring of this year, and in words what comes next."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from styrdesk.base.i18n import _, ngettext
from styrdesk.domain.agenda import Coming, coming, months
from styrdesk.domain.document import PlanDocument
from styrdesk.domain.plan import BlockKind
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import box, col, empty, row
from styrdesk.ui.kit.moments import locale
from styrdesk.ui.kit.piece import PageContext, Target, Where
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.year_ring import YearRing
from styrdesk.ui.pieces.start.todo import Reader, chapter_target

_NEXT: Final = 3


class YearCard(Card):
    """Hidden while no plan says what the year holds."""

    def __init__(self, context: PageContext) -> None:
        self.ring = YearRing()
        self._words = QVBoxLayout()
        self._words.setContentsMargins(0, 0, 0, 0)
        show = link(_("Show in the plan"), name="show_year")
        show.clicked.connect(self._go)
        head = row((text(_("Annual cycle"), "h2"), 1), show)
        words = box(self._words)
        super().__init__(col(head, row(self.ring, (words, 1), gap=16), gap=8))
        self._context = context
        self._document: PlanDocument | None = None

    def refresh(self, reader: Reader, committee_id: str) -> None:
        """Show the year of today, and what comes in it and the next."""
        today = self._context.services.clock.today()
        found = {
            year: document
            for year in (today.year, today.year + 1)
            if (document := reader.standing(committee_id, year)) is not None
            and any(event.month for event in document.cycle_event)
        }
        year = min(found, default=0)
        self.setVisible(bool(found))
        self._document = found.get(year)
        empty(self._words)
        if self._document is None:
            return
        counts = months(self._document.cycle_event)
        week = today.isocalendar().week
        this = year == today.year
        under = _("week {number}").format(number=week) if this else ""
        said = ngettext(
            "Annual cycle {year}: {count} event", "Annual cycle {year}: {count} events", sum(counts)
        ).format(year=year, count=sum(counts))
        self.ring.show_year(year, counts, today.month if this else 0, under, said)
        events = [(one, document.cycle_event) for one, document in found.items()]
        for one in coming(events, today)[:_NEXT]:
            month = locale().standaloneMonthName(one.event.month)
            self._words.addWidget(quiet(_when(one, month, year)))
            self._words.addWidget(
                text(one.event.title, "dense_strong" if one.event.important else "dense", wrap=True)
            )
            self._words.addSpacing(8)
        self._words.addStretch(1)

    def _go(self) -> None:
        if self._document is None:
            return
        plan = self._document.the_plan
        blocks = (b for b in self._document.block if b.kind is BlockKind.ANNUAL_CYCLE)
        block = next(blocks, None)
        self._context.shell.choose(Where(plan.committee_id, plan.year))
        self._context.shell.go(
            chapter_target(block.chapter_id)
            if block is not None
            else Target("planning", "plan", record=plan.id, table="plan")
        )


def _when(one: Coming, month: str, year: int) -> str:
    said = month if one.year == year else f"{month} {one.year}"
    return said[:1].upper() + said[1:]
