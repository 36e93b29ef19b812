"""Kvalitetsledning at a glance: what it is in the styrmodell's words, and its seven rubrics."""

from __future__ import annotations

from styrdesk.base.i18n import _
from styrdesk.services.styrmodell import styrmodell
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import px
from styrdesk.ui.pieces.quality.lead_row import Lead, LeadRow
from styrdesk.ui.pieces.quality.leads_page import LeadsPage
from styrdesk.ui.pieces.quality.parts import topics, urgent
from styrdesk.ui.pieces.quality.rubrics import TELLS

_READ = 680  # pixels of running text


class OverviewPage(LeadsPage):
    """Worth reading once, and a table of contents ever after."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        model = styrmodell()
        words = [text(part, "body", wrap=True) for part in model.pieces.get("quality", ())]
        for each in words:
            each.setMaximumWidth(px(_READ))
        self._context = context
        lines = col(gap=0)
        for n, rubric in enumerate(model.rubrics, 1):
            target, told = Target("quality", rubric.key), _(TELLS.get(rubric.key, ""))
            lead = Lead(target, rubric.title, told, str(n))
            line = LeadRow(lead, f"rubric_{rubric.key}")
            line.wanted.connect(context.shell.go)
            self.rows.append(line)
            if n > 1:
                lines.addWidget(Rule())
            lines.addWidget(line)
        rubrics = Card(lines, pad=0)
        rubrics.setContentsMargins(0, px(4), 0, px(4))
        page = box(
            col(text(_("Quality management"), "h1"), *words, 4, rubrics, None, gap=12,
                pad=(32, 24, 32, 32))
        )  # fmt: skip
        page.setMaximumWidth(px(900))
        self.setLayout(col((scroller(box(row((page, 100), None, gap=0))), 1), gap=0))
        every = frozenset().union(*(topics(rubric.key) for rubric in model.rubrics))
        self.follow(context, every)

    def tell(self) -> None:
        for rubric, line in zip(styrmodell().rubrics, self.rows, strict=True):
            line.show_note(*urgent(self._context, rubric.key))
