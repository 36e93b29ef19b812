"""Where a case stands, and what has happened. Each step and row is a thing a reader can reach."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.paint import LEFT, elide, rrect
from styrdesk.ui.kit.text import quiet, text, tip
from styrdesk.ui.kit.theme import colour, colours, font, px
from styrdesk.ui.kit.wrapping import wrapped

_LINE, _LINES = 16, 2  # pixels at zoom 1 from line to line; lines of a step's words at the most
DONE, NOW, AHEAD = "done", "now", "ahead"


class _Step(QWidget):
    """One step: a tick, a filled ring or a hollow one, its word and date."""

    def __init__(self, words: str, when: str, state: str, *, last: bool) -> None:
        super().__init__()
        self.words, self._when, self.state, self._last = words, when, state, last
        self.shows_words = True
        self.lines = [words]
        says = {DONE: _("done"), NOW: _("now"), AHEAD: _("to come")}[state]
        self.setAccessibleName(", ".join(part for part in (words, says, when) if part))
        self.setToolTip(tip(self.accessibleName()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(28), px(60))

    def wanted(self) -> int:
        """Width at which each of its words is whole."""
        face = QFontMetrics(font("meta_strong"))
        parts = [*self.words.split(), self._when]
        return max(map(face.horizontalAdvance, parts)) + px(10)

    def fit(self, width: int) -> int:
        """Lay its words out in a width; the lines they fill."""
        self.lines = wrapped(self.words, font("meta_strong"), width - px(10), _LINES)
        return len(self.lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now = QPainter(self), colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, middle = px(20), px(12)
        if not self._last:
            ink = now.accent if self.state == DONE else now.border
            painter.setPen(QPen(QColor(ink), px(2)))
            end = QPointF(self.width() - px(4), middle)
            painter.drawLine(QPointF(size + px(4), middle), end)
        self._ring(painter, QRectF(0, middle - size / 2, size, size))
        if self.shows_words:
            for n, words in enumerate(self.lines):
                self._line(painter, words, n, "text", strong=self.state == NOW)
            self._line(painter, self._when, len(self.lines), "muted", strong=False)

    def _ring(self, painter: QPainter, circle: QRectF) -> None:
        now, half = colours(), circle.width() / 2
        if self.state == DONE:
            rrect(painter, circle, half, now.accent)
            draw_icon(painter, "check", circle.adjusted(4, 4, -4, -4), now.onaccent, width=3.2)
        elif self.state == NOW:
            rrect(painter, circle, half, now.surface, now.accent, 2.5)
            inset = circle.width() * 0.3
            rrect(painter, circle.adjusted(inset, inset, -inset, -inset), half, now.accent)
        else:
            rrect(painter, circle, half, now.surface, now.border, 1.5)

    def _line(self, painter: QPainter, words: str, number: int, ink: str, *, strong: bool) -> None:
        painter.setFont(font("meta_strong" if strong else "meta"))
        painter.setPen(colour("muted" if self.state == AHEAD else ink))
        room = QRectF(0, px(25 + _LINE * number), self.width() - px(4), px(17))
        painter.drawText(
            room, LEFT, elide(QFontMetrics(painter.font()), words, int(room.width()) + 1)
        )


class Steps(QWidget):
    """Up to eight steps, with their words on two lines where that is needed.

    Where a word has no room at all, only the step that is on has its words.

    Args:
        steps: (words, date or empty) in order.
        now: Index of the step that is on; len(steps) when all are done.
    """

    def __init__(self, steps: Sequence[tuple[str, str]], now: int) -> None:
        super().__init__()
        self._now = now
        states = [DONE if n < now else NOW if n == now else AHEAD for n in range(len(steps))]
        self.marks = [
            _Step(words, when, state, last=n == len(steps) - 1)
            for n, ((words, when), state) in enumerate(zip(steps, states, strict=True))
        ]
        self._row: QHBoxLayout = row(*[(mark, 1) for mark in self.marks], gap=0)
        self.setLayout(self._row)
        spoken = _("Step {now} of {count}").format(now=min(now + 1, len(steps)), count=len(steps))
        self.setAccessibleName(spoken)
        self._stand(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        share = self.width() / max(1, len(self.marks))
        narrow = any(mark.wanted() > share for mark in self.marks)
        for n, mark in enumerate(self.marks):
            on = mark.state == NOW
            mark.shows_words = on or not narrow
            mark.lines = [mark.words]
            mark.setMinimumWidth(min(mark.wanted(), self.width() // 2) if on and narrow else 0)
            self._row.setStretch(n, 1)
            mark.update()
        self._stand(1 if narrow else max(mark.fit(int(share)) for mark in self.marks))
        super().resizeEvent(event)

    def _stand(self, lines: int) -> None:
        """Be as tall as so many lines of words."""
        tall = px(60 + _LINE * (lines - 1))
        for part in (self, *self.marks):
            part.setFixedHeight(tall)


class _Sign(QLabel):
    """The icon of a timeline row, with the line down to the next."""

    def __init__(self, glyph: str, *, last: bool) -> None:
        super().__init__()
        self._glyph, self._last = glyph, last
        self.setFixedWidth(px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(px(3), px(2), px(16), px(16))
        draw_icon(painter, self._glyph, place, colours().muted)
        if not self._last:
            line = QRectF(px(11), px(24), 1, max(0, self.height() - px(26)))
            painter.fillRect(line, colour("border"))


class Timeline(QWidget):
    """History, newest first: what, and on a second line who and when.

    Args:
        rows: (icon, what, who and when).
    """

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(_("History"))
        column = col(gap=0)
        for n, (glyph, what, who) in enumerate(rows):
            words = col(
                text(what, "dense", wrap=True), quiet(who, wrap=True), gap=2, pad=(0, 0, 0, 14)
            )
            line = row(_Sign(glyph, last=n == len(rows) - 1), gap=8)
            line.addLayout(words, 1)
            column.addLayout(line)
        column.addStretch(1)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
