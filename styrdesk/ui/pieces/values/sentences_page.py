"""The värdegrund word for word: three sentences, what each means, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from styrdesk.base.i18n import _
from styrdesk.services.styrmodell import Value, styrmodell
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.layout import Rule, box, col, row
from styrdesk.ui.kit.numeral import Numeral
from styrdesk.ui.kit.piece import PageContext
from styrdesk.ui.kit.reading import ReadingPage, running, turn
from styrdesk.ui.kit.text import quiet, text
from styrdesk.ui.kit.theme import px

_BESIDE = 680  # from here the reason stands beside the sentence


class SentenceCard(Card):
    """One sentence with its meaning, and its reason beside or under."""

    def __init__(self, number: int, value: Value) -> None:
        said = box(
            col(
                text(value.sentence, "h1", wrap=True), text(value.meaning, "body", wrap=True), gap=8
            )
        )
        self._left = row(Numeral(number, "values"), (said, 1), gap=0)
        self._left.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why = box(
            col(text(_("Why"), "meta_strong"), text(value.reason, "dense", wrap=True), None, gap=4)
        )
        self._rule = Rule(vertical=True)
        self._way: QBoxLayout = row((box(self._left), 3), self._rule, (self._why, 2), gap=24)
        super().__init__(self._way, pad=24)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        beside = self.width() >= px(_BESIDE)
        if turn(self._way, beside=beside):
            self._rule.setVisible(beside)
            self._way.setSpacing(px(24 if beside else 12))
        lay = self._why.layout()
        if lay is not None:
            lay.setContentsMargins(0 if beside else px(40), 0, 0, 0)
        super().resizeEvent(event)


class SentencesPage(ReadingPage):
    """To be read together, at a workplace meeting."""

    def __init__(self, context: PageContext) -> None:
        model = styrmodell()
        cards = [SentenceCard(n, value) for n, value in enumerate(model.values, 1)]
        later = quiet(
            _("Dilemmas to talk about, and what you agree on, come in a later version."),
            "dense",
            wrap=True,
        )
        intro = running(model.pieces.get("values", ()))
        parts = box(col(*cards, later, gap=16))
        super().__init__(_("Our three sentences"), *intro, 4, parts, width=1064)
