"""Kvalitetsledning at a glance: what it is in the styrmodell's words, and its seven rubrics."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from styrdesk.base.i18n import _
from styrdesk.services.styrmodell import Rubric, styrmodell
from styrdesk.ui.kit.cards import Card
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import Rule, box, col, row, scroller
from styrdesk.ui.kit.paint import LEFT, paint_status, ring, rrect
from styrdesk.ui.kit.piece import Page, PageContext, Target
from styrdesk.ui.kit.text import text
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.pieces.quality.rubrics import HERE, TELLS

_WRAP = int(Qt.TextFlag.TextWordWrap)
_READ = 680  # pixels of running text


class RubricRow(QAbstractButton):
    """Numeral, rubric, what it holds; leads to its page.

    Attributes:
        wanted: It was pressed (a Target).
    """

    wanted = Signal(object)

    def __init__(self, number: int, rubric: Rubric) -> None:
        super().__init__()
        self._number, self._key = number, rubric.key
        self._told = _(TELLS.get(rubric.key, ""))
        self._later = "" if rubric.key in HERE else _("In a later version")
        self.setText(rubric.title)
        self.setObjectName(f"rubric_{rubric.key}")
        self.setAccessibleName(f"{number} {rubric.title}")
        self.setAccessibleDescription(" ".join(part for part in (self._told, self._later) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self.wanted.emit(Target("quality", self._key))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def _room(self, width: int) -> int:
        return max(px(120), width - px(72) - px(48))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tall = px(32)
        for role, words in (("h3", self.text()), ("dense", self._told)):
            face = QFontMetrics(font(role))
            tall += face.boundingRect(0, 0, self._room(width), 4000, _WRAP, words).height()
        return tall + (px(24) if self._later else 0)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(px(240), self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            rrect(painter, self.rect().adjusted(px(4), 1, -px(4), -1), fill=now.hover)
        painter.setFont(font("h1"))
        painter.setPen(colour("quality"))
        numeral = QRectF(px(24), px(11), px(40), px(28))
        painter.drawText(numeral, int(LEFT), str(self._number))
        top, left, width = px(15), px(72), self._room(self.width())
        for role, words, ink in (("h3", self.text(), "text"), ("dense", self._told, "muted")):
            painter.setFont(font(role))
            painter.setPen(colour(ink))
            room = painter.boundingRect(left, top, width, 4000, _WRAP, words)
            painter.drawText(room, _WRAP, words)
            top = room.bottom() + px(3)
        if self._later:
            line = self.rect().adjusted(left, top + px(2), -px(48), 0)
            line.setHeight(px(20))
            paint_status(painter, line, "draft", self._later, "meta")
        arrow = QRectF(self.width() - px(36), self.height() / 2 - px(8), px(16), px(16))
        draw_icon(painter, "chevron-right", arrow, now.muted)
        if self.hasFocus():
            ring(painter, self.rect().adjusted(px(4), 1, -px(4), -1))


class OverviewPage(Page):
    """Worth reading once, and a table of contents ever after."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        model = styrmodell()
        words = [text(part, "body", wrap=True) for part in model.pieces.get("quality", ())]
        for each in words:
            each.setMaximumWidth(px(_READ))
        self.rows = [RubricRow(n, rubric) for n, rubric in enumerate(model.rubrics, 1)]
        lines = col(gap=0)
        for n, line in enumerate(self.rows):
            line.wanted.connect(context.shell.go)
            if n:
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

    def focus_first(self) -> None:
        self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
