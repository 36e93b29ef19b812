"""The ledarfilosofi word for word: why it matters, five roles, thirteen statements."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from styrdesk.base.i18n import _
from styrdesk.services.styrmodell import LeaderRole, styrmodell
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.numeral import Numeral
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.reading import ReadingPage, running, turn
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

_BESIDE = 560  # from here the role stands beside its statements


class RoleCard(Card):
    """One role and what a leader says in it."""

    def __init__(self, number: int, role: LeaderRole) -> None:
        title = text(role.title, "h2", wrap=True)
        numeral = Numeral(number, "leadership")
        head = row(numeral, (box(col(title, None, pad=(0, 4, 0, 0))), 1), gap=0)
        head.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._head = box(head)
        self._head.setAccessibleName(role.title)
        lines = col(gap=8)
        for n, statement in enumerate(role.statements):
            if n:
                lines.addWidget(Rule())
            lines.addWidget(text(statement, "body", wrap=True))
        self._lines: QBoxLayout = row((self._head, 0), (box(lines), 1), gap=16)
        super().__init__(self._lines, pad=24)
        self._lines.setAlignment(self._head, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= px(_BESIDE)
        turn(self._lines, beside=beside)
        self._head.setFixedWidth(px(216) if beside else max(px(120), self.width() - px(48)))
        super().resizeEvent(event)


class PhilosophyPage(ReadingPage):
    """To be read, and read again before a difficult decision."""

    def __init__(self, context: PageContext) -> None:
        model = styrmodell()
        roles = [RoleCard(n, role) for n, role in enumerate(model.roles, 1)]
        later = quiet(
            _("Your own self-assessment, seen by you alone, comes in a later version."),
            "dense",
            wrap=True,
        )
        intro = running(model.pieces.get("leadership", ()))
        leads_on = running((model.leadership_intro,), "strong")
        parts = box(col(*roles, later, gap=16))
        title = _("Leadership philosophy")
        super().__init__(title, *intro, 4, *leads_on, 4, parts, width=964)
