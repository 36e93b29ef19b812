"""The points of a form under the heads of their sections, on a card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from styrdesk.domain.checklist import ItemKind
from styrdesk.domain.checklist_form import Form
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col
from styrdesk.ui.kit.text import text
from styrdesk.ui.pieces.quality.checklists.point import Point


class Points(Card):
    """A form as it is filled in.

    Attributes:
        points: By their place in the form.
    """

    def __init__(self, form: Form) -> None:
        self.points: dict[int, Point] = {}
        lines = col(gap=0)
        for place, item in enumerate(form.items, 1):
            if item.kind is ItemKind.HEADING:
                head: QWidget = box(col(text(item.title, "h3", wrap=True), pad=(24, 16, 24, 8)))
                lines.addWidget(head)
                continue
            if self.points:
                lines.addWidget(Rule())
            point = Point(len(self.points) + 1, place, item)
            self.points[place] = point
            lines.addWidget(point)
        super().__init__(lines, pad=0)
