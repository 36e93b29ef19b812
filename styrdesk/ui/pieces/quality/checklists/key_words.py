"""The keys that answer a point, drawn as keys with their words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _, language
from styrdesk.ui.kit.layout import FlowLayout
from styrdesk.ui.kit.paint import LEFT, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px


class _Key(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self._key, self._words = key, words
        self.setAccessibleName(f"{key}: {words}")

    def _widths(self) -> tuple[int, int]:
        metrics = QFontMetrics(font("meta_strong"))
        key = max(px(20), metrics.horizontalAdvance(self._key) + px(10))
        return key, QFontMetrics(font("meta")).horizontalAdvance(self._words)

    def sizeHint(self) -> QSize:
        key, words = self._widths()
        return QSize(key + px(8) + words + px(10), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours()
        key, words = self._widths()
        cap = self.rect().adjusted(0, px(2), 0, -px(2))
        cap.setWidth(key)
        rrect(painter, cap, fill=now.surface, line=now.border)
        painter.setFont(font("meta_strong"))
        painter.setPen(colour("text"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)
        painter.setFont(font("meta"))
        painter.setPen(colour("muted"))
        place = self.rect().adjusted(key + px(8), 0, 0, 0)
        place.setWidth(words + px(4))
        painter.drawText(place, LEFT, self._words)


class KeyWords(QWidget):
    """The keys of filling in."""

    def __init__(self) -> None:
        super().__init__()
        yes = "Y" if language() == "en" else "J"
        keys = (
            (yes, _("Yes")),
            ("N", _("No")),
            ("E", _("Not applicable")),
            ("↑ ↓", _("Move")),
            ("Enter", _("Next")),
            ("K", _("Comment")),
            ("F", _("Photo or file")),
            ("Del", _("Take the answer away")),
        )
        self.setLayout(FlowLayout(*(_Key(key, words) for key, words in keys)))
