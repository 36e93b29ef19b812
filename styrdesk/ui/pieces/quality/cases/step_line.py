"""A case's way as a line of steps: done, here, to come; with days under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.moments import locale
from styrdesk.ui.kit.paint import elide
from styrdesk.ui.kit.theme import colour, colours, font, px

_ROUND: Final = 20  # of a step's mark
_NARROW: Final = 84  # a step with less room tells its name only where the case stands
_TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Stop:
    """One step.

    Attributes:
        day: When it was left, or its last day.
        state: "done", "here" or "coming".
    """

    name: str
    state: str
    day: date | None = None


def short_day(day: date) -> str:
    """A day as the line tells it: 20 nov."""
    words = str(locale().toString(QDate(day.year, day.month, day.day), "d MMM"))
    return words.replace(".", "")


class StepLine(QWidget):
    """The steps from left to right. It only tells; the button under it acts."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("steps")
        self._stops: tuple[Stop, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(64))

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show a case's steps."""
        self._stops = tuple(stops)
        self.setAccessibleName(_("Steps of the case"))
        self.setAccessibleDescription(told(self._stops))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._stops)
        if not count:
            return
        step = self.width() / count
        states = [stop.state for stop in self._stops]
        at = states.index("here") if "here" in states else count - 1
        for n, stop in enumerate(self._stops):
            left = n * step
            if n + 1 < count:
                self._line(painter, left, step, done=stop.state == "done")
            self._mark(painter, QRectF(left, 1, px(_ROUND), px(_ROUND)), stop.state)
            if step >= px(_NARROW) or n == at:
                self._words(painter, left, step, stop, n)

    def _line(self, painter: QPainter, left: float, step: float, *, done: bool) -> None:
        ink = colours().accent if done else colours().border
        painter.setPen(QPen(QColor(ink), px(2) if done else px(1)))
        middle = 1 + px(_ROUND) / 2
        painter.drawLine(
            QPointF(left + px(_ROUND + 4), middle), QPointF(left + step - px(4), middle)
        )

    def _mark(self, painter: QPainter, place: QRectF, state: str) -> None:
        now = colours()
        painter.setPen(QPen(QColor(now.border if state == "coming" else now.accent), px(2)))
        painter.setBrush(QColor(now.accent) if state == "done" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if state == "done":
            inner = place.adjusted(px(4), px(4), -px(4), -px(4))
            draw_icon(painter, "check", inner, now.onaccent, width=3)
        elif state == "here":
            painter.setBrush(QColor(now.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(place.center(), px(4), px(4))

    def _words(self, painter: QPainter, left: float, step: float, stop: Stop, n: int) -> None:
        narrow = step < px(_NARROW)
        width = px(140) if narrow else int(step) - px(4)
        at = min(int(left), self.width() - width) if narrow else int(left)
        top = px(_ROUND + 4)
        for role, words, ink in (
            ("meta_strong" if stop.state == "here" else "meta", stop.name, "text"),
            ("meta", _day(stop), "muted"),
        ):
            painter.setFont(font(role))
            face = QFontMetrics(painter.font())
            painter.setPen(colour(ink))
            room = QRect(at, top, width, face.height())
            painter.drawText(room, int(_TOP), elide(face, words, width))
            top += face.height()


def _day(stop: Stop) -> str:
    if stop.day is None:
        return ""
    day = short_day(stop.day)
    return day if stop.state == "done" else _("by {day}").format(day=day)


def told(stops: Sequence[Stop]) -> str:
    """The line in words, for those who hear it."""
    states = {"done": _("done"), "here": _("here now"), "coming": _("to come")}
    parts = (
        " ".join(part for part in (stop.name, states[stop.state], _day(stop)) if part)
        for stop in stops
    )
    return ", ".join(parts)
