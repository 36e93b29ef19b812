"""A row that leads to a page: its name, what it holds, and what is told of it now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from styrdesk.ui.kit.buttons import entered
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, paint_status, ring, rrect
from styrdesk.ui.kit.piece import Target
from styrdesk.ui.kit.theme import colour, colours, font, px

_WRAP = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Lead:
    """What a row says.

    Attributes:
        target: The page it leads to.
        title: Its name.
        told: What it holds, in a sentence.
        numeral: Before the name ("5"), or empty.
        note: A line with a mark under it: a status kind and words; empty words for none.
    """

    target: Target
    title: str
    told: str
    numeral: str = ""
    note: tuple[str, str] = ("", "")


class LeadRow(QAbstractButton):
    """Numeral, name, what it holds; leads to its page.

    Attributes:
        wanted: It was pressed (a Target).
    """

    wanted = Signal(object)

    def __init__(self, lead: Lead, name: str) -> None:
        super().__init__()
        self._lead = lead
        self.setText(lead.title)
        self.setObjectName(name)
        self.setAccessibleName(" ".join(part for part in (lead.numeral, lead.title) if part))
        self._speak()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._go)

    def _speak(self) -> None:
        said = (self._lead.told, self._lead.note[1])
        self.setAccessibleDescription(" ".join(part for part in said if part))

    def show_note(self, kind: str, words: str) -> None:
        """Tell something else of it now; empty words tell nothing."""
        self._lead = replace(self._lead, note=(kind, words))
        self._speak()
        self.updateGeometry()
        self.update()

    def _go(self) -> None:
        self.wanted.emit(self._lead.target)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not entered(self, e):
            super().keyPressEvent(e)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @property
    def _left(self) -> int:
        return px(72) if self._lead.numeral else px(24)

    def _room(self, width: int) -> int:
        return max(px(120), width - self._left - px(48))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tall = px(32)
        for role, words in (("h3", self._lead.title), ("dense", self._lead.told)):
            face = QFontMetrics(font(role))
            tall += face.boundingRect(0, 0, self._room(width), 4000, _WRAP, words).height()
        return tall + (px(24) if self._lead.note[1] else 0)

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
        painter.drawText(numeral, int(LEFT), self._lead.numeral)
        top, left, width = px(15), self._left, self._room(self.width())
        for role, words, ink in (
            ("h3", self._lead.title, "text"),
            ("dense", self._lead.told, "muted"),
        ):
            painter.setFont(font(role))
            painter.setPen(colour(ink))
            room = painter.boundingRect(left, top, width, 4000, _WRAP, words)
            painter.drawText(room, _WRAP, words)
            top = room.bottom() + px(3)
        kind, note = self._lead.note
        if note:
            line = self.rect().adjusted(left, top + px(2), -px(48), 0)
            line.setHeight(px(20))
            paint_status(painter, line, kind, note, "meta")
        arrow = QRectF(self.width() - px(36), self.height() / 2 - px(8), px(16), px(16))
        draw_icon(painter, "chevron-right", arrow, now.muted)
        if self.hasFocus():
            ring(painter, self.rect().adjusted(px(4), 1, -px(4), -1))
