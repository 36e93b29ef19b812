"""Tab strips: the five pieces of the window, and the second level inside a panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, elide, ring, rrect
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colour, colours, font, px

_AIR: Final = 16  # pixels at zoom 1 that a tab can do without


def shared(widths: Sequence[int], room: int) -> int:
    """The most a tab may take so that all fit: the short keep their words, the long give way."""
    if sum(widths) <= room:
        return max(widths, default=0)
    for n, width in enumerate(sorted(widths)):
        share = room // (len(widths) - n)
        if width > share:
            return share
        room -= width
    return room


class _Strip(QTabBar):
    """A tab bar that shares its width out fairly when the words do not fit.

    Args:
        titles: The tabs' words.
        name: What the strip is, spoken.
        room: Pixels at zoom 1 beside the words.
        role: The heaviest font the words are drawn in.
    """

    def __init__(self, titles: Sequence[str], name: str, room: int, role: str) -> None:
        super().__init__()
        self._titles, self._room = list(titles), px(room)
        self._metrics = QFontMetrics(font(role))
        self._wanted = [self._width(title) for title in titles]  # Qt asks for them many times
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFixedHeight(px(40))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for title in titles:
            self.setTabToolTip(self.addTab(title.replace("&", "&&")), tip(title))

    def _width(self, title: str) -> int:
        return self._metrics.horizontalAdvance(title) + self._room

    def wanted(self, index: int) -> int:
        """The width at which every letter of a tab is seen."""
        return self._wanted[index]

    def rename(self, index: int, title: str) -> None:
        """Change a tab's words ("Control  3")."""
        self._titles[index], self._wanted[index] = title, self._width(title)
        self.setTabText(index, title.replace("&", "&&"))

    def tabSizeHint(self, index: int) -> QSize:
        widths = self._wanted
        room = max(self.width(), px(200))
        if sum(widths) > room:  # the air goes before the letters do
            widths = [width - px(_AIR) for width in widths]
        return QSize(min(widths[index], shared(widths, room)), px(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(sum(self._wanted), px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt caches the tabs' sizes: a harmless setter makes it ask again.
        self.setIconSize(QSize(self.width() % 2 + 16, 16))
        super().resizeEvent(event)


class PieceTabs(_Strip):
    """The tabs of the window. The chosen one has a line under it and a heavier word as well.

    The puzzle mark carries the piece's hue.

    Args:
        pieces: (title, hue token, icon) of each; an empty icon means the puzzle mark.
        name: What the strip is, spoken.
    """

    def __init__(self, pieces: Sequence[tuple[str, str, str]], name: str) -> None:
        super().__init__([title for title, _hue, _glyph in pieces], name, 52, "strong")
        self._pieces = list(pieces)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        for index in range(self.count()):
            self._paint(painter, index, self.tabRect(index))

    def _paint(self, painter: QPainter, index: int, rect: QRect) -> None:
        title, hue, glyph = self._pieces[index]
        on, ink = index == self.currentIndex(), colours().ink(hue)
        tight = rect.width() < self.wanted(index)
        left = rect.left() + px(8 if tight else 20)
        place = QRectF(left, rect.center().y() - px(8), px(16), px(16))
        draw_icon(painter, glyph or "puzzle", place, ink, filled=not glyph)
        painter.setFont(font("strong" if on else "body"))
        painter.setPen(colour("text" if on else "muted"))
        words = QRect(left + px(22), rect.top(), rect.right() - left - px(22), rect.height())
        shown = elide(QFontMetrics(painter.font()), title, words.width())
        painter.drawText(words, LEFT, shown)
        if on:
            width = px(22) + QFontMetrics(painter.font()).horizontalAdvance(shown)
            rrect(painter, QRectF(left, rect.bottom() - px(2), width, px(3)), 1.5, ink)
            if self.hasFocus():
                ring(painter, rect.adjusted(2, 4, -2, -5))


class LineTabs(_Strip):
    """Second-level tabs: words with a line under them in the accent."""

    def __init__(self, titles: Sequence[str], name: str) -> None:
        super().__init__(titles, name, 14, "dense_strong")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, title in enumerate(self._titles):
            rect, on = self.tabRect(index), index == self.currentIndex()
            painter.setFont(font("dense_strong" if on else "dense"))
            painter.setPen(colour("text" if on else "muted"))
            shown = elide(QFontMetrics(painter.font()), title, rect.width() - px(4))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
            if on:
                line = QRectF(
                    rect.left() + px(6), rect.bottom() - px(2), rect.width() - px(12), px(3)
                )
                rrect(painter, line, 1.5, colours().accent)
                if self.hasFocus():
                    ring(painter, rect.adjusted(2, 6, -2, -6))
