"""A rubric that several registers share: what belongs there, and a way to each of them."""

from __future__ import annotations

from collections.abc import Sequence

from styrdesk.base.i18n import _
from styrdesk.services.styrmodell import Rubric
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.lead_row import Lead, LeadRow
from styrdesk.ui.pieces.quality.leads_page import LeadsPage
from styrdesk.ui.pieces.quality.part import Part
from styrdesk.ui.pieces.quality.parts import PARTS, topics
from styrdesk.ui.pieces.quality.rubrics import TELLS

_READ = 640


class RubricPage(LeadsPage):
    """A rubric of the styrmodell, its name word for word."""

    def __init__(self, context: PageContext, rubric: Rubric, number: int) -> None:
        super().__init__()
        self._context = context
        told = text(_(TELLS.get(rubric.key, "")), "body", wrap=True)
        told.setMaximumWidth(px(_READ))
        kicker = quiet(_("Rubric {number} of quality management").format(number=number), "dense")
        head = col(kicker, text(rubric.title, "h1", wrap=True), gap=2)
        self._rubric = rubric.key
        page = box(
            col(head, told, 4, self._leads(PARTS[rubric.key]), None, gap=12, pad=(32, 24, 32, 32))
        )
        page.setMaximumWidth(px(900))
        self.setLayout(col((scroller(box(row((page, 100), None, gap=0))), 1), gap=0))
        self.follow(context, topics(rubric.key))

    def tell(self) -> None:
        for part, line in zip(PARTS[self._rubric], self.rows, strict=True):
            if part.urgent is not None:
                line.show_note(*part.urgent(self._context))

    def _leads(self, parts: Sequence[Part]) -> Card:
        lines = col(gap=0)
        for n, part in enumerate(parts):
            row = LeadRow(_lead(part), f"part_{part.page.key}")
            row.wanted.connect(self._context.shell.go)
            self.rows.append(row)
            if n:
                lines.addWidget(Rule())
            lines.addWidget(row)
        return Card(lines, pad=0)


def _lead(part: Part) -> Lead:
    return Lead(Target("quality", part.page.key), _(part.page.title), _(part.tells))
