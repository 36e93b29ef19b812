"""Small signs: the status mark, the filter chip, the thin bar of progress."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from styrdesk.ui.kit.buttons import entered
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.paint import LEFT, elide, paint_status, ring, rrect, status_width
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import colour, colours, font, px

_STEP: Final = 40  # milliseconds
_STEPS: Final = 50  # from the left of a bar that goes on to its right


class StatusMark(QLabel):
    """Symbol + word. Tinted = a pill for a page's head, plain = inside rows.

    Args:
        kind: A key of `paint.STATUS`.
        words: The status in words.
    """

    def __init__(
        self, kind: str, words: str, *, tinted: bool = True, role: str = "dense_strong"
    ) -> None:
        super().__init__()
        self.kind, self._tinted, self._role = kind, tinted, role
        self._room = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_status(kind, words)

    def show_status(self, kind: str, words: str) -> None:
        """Change what it says."""
        self.kind = kind
        self.setText(words)
        self._tell_what_is_cut()
        self.updateGeometry()

    def reserve(self, *words: str) -> None:
        """Keep the room that any of these takes, so that what stands beside it does not move."""
        self._room = max(map(self._width, words))

    def _width(self, words: str) -> int:
        return px(2) + status_width(words, self._role, tinted=self._tinted)

    def _tell_what_is_cut(self) -> None:
        cut = status_width(self.text(), self._role, tinted=self._tinted) > self.width()
        self.setToolTip(tip(self.text()) if cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_what_is_cut()

    def sizeHint(self) -> QSize:
        return QSize(max(self._room, self._width(self.text())), px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(64), self.sizeHint().width()), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().adjusted(0, -1, 0, -1)
        paint_status(painter, rect, self.kind, self.text(), self._role, tinted=self._tinted)


class Chip(QAbstractButton):
    """A filter that is on or off. On = tick + tint + accent line; off = a line alone."""

    def __init__(self, label: str, *, count: int | None = None, on: bool = False) -> None:
        super().__init__()
        self._count: int | None = None
        self.setText(label)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_count(count)
        self.toggled.connect(self._resized)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if not entered(self, e):
            super().keyPressEvent(e)

    def set_count(self, count: int | None) -> None:
        """Show how many there are."""
        self._count = count
        self.setAccessibleName(self._label().replace("  ", " "))
        self._resized()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _label(self) -> str:
        return self.text() + (f"  {self._count}" if self._count is not None else "")

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("dense")).horizontalAdvance(self._label())
        return QSize(width + px(26) + (px(18) if self.isChecked() else 0), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(72), self.sizeHint().width()), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, now, rect = QPainter(self), colours(), QRectF(self.rect())
        on, half = self.isChecked(), self.height() / 2
        fill = now.tint if on else now.hover if self.underMouse() else now.surface
        rrect(painter, rect, half, fill, now.accent if on else now.border)
        if self.hasFocus():
            ring(painter, rect, half)
        left = px(12)
        if on:
            tick = QRectF(left - 3, half - px(7), px(14), px(14))
            draw_icon(painter, "check", tick, now.accent, width=2.6)
            left += px(16)
        painter.setFont(font("dense"))
        metrics = QFontMetrics(painter.font())
        number = "" if self._count is None else str(self._count)
        room = self.width() - left - px(10) - metrics.horizontalAdvance(number)
        shown = elide(metrics, self.text(), room)
        painter.setPen(colour("accent" if on else "text"))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), LEFT, shown)
        left += metrics.horizontalAdvance(shown + "  ")
        painter.setPen(colour("accent" if on else "muted"))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), LEFT, number)


class Bar(QWidget):
    """Progress as a thin bar. The same is always said in words beside it, and to a screen reader.

    Args:
        share: 0 to 1.
        words: "10 of 16 chapters", spoken.
    """

    def __init__(self, share: float, words: str, *, ink: str = "accent", height: int = 6) -> None:
        super().__init__()
        self._ink, self._share = ink, 0.0
        self.setFixedHeight(px(height))
        self.show_share(share, words)

    def show_share(self, share: float, words: str) -> None:
        """Change how much is done."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        rrect(painter, rect, rect.height() / 2, colours().line)
        if self._share:
            rect.setWidth(max(rect.height(), rect.width() * self._share))
            rrect(painter, rect, rect.height() / 2, colours().ink(self._ink))


class Going(QWidget):
    """A thin bar along which a piece of it wanders: work goes on, for nobody knows how long.

    Args:
        words: What goes on, spoken.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setFixedHeight(px(6))
        self.setAccessibleName(words)
        self._at = 0
        steps = QTimer(self)
        steps.timeout.connect(self._step)
        steps.start(_STEP)

    def _step(self) -> None:
        self._at = (self._at + 1) % _STEPS
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        rrect(painter, rect, rect.height() / 2, colours().line)
        piece = rect.width() / 4
        left = (rect.width() - piece) * self._at / (_STEPS - 1)
        rrect(painter, QRectF(left, 0, piece, rect.height()), rect.height() / 2, colours().accent)
