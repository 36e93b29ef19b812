"""A large card to choose one of a few ways to begin; behaves as a radio button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import ring, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.kit.tokens import RADIUS_CARD

_WRAP = int(Qt.TextFlag.TextWordWrap)


class ChoiceCard(QAbstractButton):
    """Icon, head, a line or two, and a ring that is filled when it is the one chosen.

    Args:
        glyph: The icon.
        head: What one chooses.
        body: What then happens.
        name: Object name, for tests.
    """

    def __init__(self, glyph: str, head: str, body: str, *, name: str = "") -> None:
        super().__init__()
        self._glyph, self._body = glyph, body
        self.setText(head)
        self.setObjectName(name)
        self.setAccessibleName(head)
        self.setAccessibleDescription(body)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:  # noqa: FBT001  # Qt
        """Tab comes to the one that is chosen; arrows go to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.update()

    def _room(self, width: int) -> int:
        return max(px(80), width - px(48) - px(52))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        head, body = QFontMetrics(font("strong")), QFontMetrics(font("dense"))
        tall = sum(
            face.boundingRect(0, 0, self._room(width), 4000, _WRAP, words).height()
            for face, words in ((head, self.text()), (body, self._body))
        )
        return tall + px(24)

    def sizeHint(self) -> QSize:
        return QSize(px(480), self.heightForWidth(px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(px(240), self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, on = QPainter(self), colours(), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = now.tint if on else now.hover if self.underMouse() else now.surface
        rrect(painter, self.rect(), px(RADIUS_CARD), ground, now.accent if on else now.border)
        draw_icon(
            painter, self._glyph, QRectF(px(16), px(14), px(20), px(20)),
            now.accent if on else now.muted,
        )  # fmt: skip
        room = self.rect().adjusted(px(48), px(11), -px(52), 0)
        painter.setPen(colour("text"))
        painter.setFont(font("strong"))
        used = painter.boundingRect(room, _WRAP, self.text())
        painter.drawText(room, _WRAP, self.text())
        painter.setPen(colour("muted"))
        painter.setFont(font("dense"))
        painter.drawText(room.adjusted(0, used.height() + px(2), 0, 0), _WRAP, self._body)
        size = px(18)
        dot = QRectF(self.width() - px(34), (self.height() - size) / 2, size, size)
        rrect(painter, dot, size / 2, now.surface, now.accent if on else now.border, 1.5)
        if on:
            inset = px(4)
            rrect(painter, dot.adjusted(inset, inset, -inset, -inset), size / 2, now.accent)
        if self.hasFocus():
            ring(painter, self.rect(), px(RADIUS_CARD))
