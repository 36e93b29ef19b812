"""The picture of a process: what sets it going, its steps one under the other, how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from styrdesk.base.i18n import _
from styrdesk.domain.process import Process, ProcessStep, between, told
from styrdesk.ui.kit.paint import ring, rrect
from styrdesk.ui.kit.theme import colour, colours, font, px

_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_GAP: Final = 24  # between two boxes: an arrow
_PAD: Final = 10
_NUMBER: Final = 32
_ENDLESS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture.

    Attributes:
        number: Of a step; empty for the beginning and the end.
        lines: Words with the role of their font and the token of their colour.
    """

    number: str
    lines: tuple[tuple[str, str, str], ...]


def nodes(
    process: Process, steps: Sequence[ProcessStep], routines: Mapping[str, str]
) -> tuple[Node, ...]:
    """The boxes of a process, from its beginning to its end; none where nothing is written."""
    if not steps:
        return ()
    return (
        *_edge(process.begins),
        *(Node(str(n), _lines(step, routines)) for n, step in enumerate(steps, 1)),
        *_edge(process.ends),
    )


def _edge(words: str) -> tuple[Node, ...]:
    return (Node("", ((words, "dense", "text"),)),) if words else ()


def _lines(step: ProcessStep, routines: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    routine = routines.get(step.routine_id or "", "")
    found = (
        (step.title, "strong", "text"),
        (step.who, "dense", "muted"),
        (between(step), "meta", "muted"),
        (_("Routine: {title}").format(title=routine) if routine else "", "meta", "muted"),
    )
    return tuple(line for line in found if line[0])


class FlowPicture(QWidget):
    """Boxes with arrows between them, as tall as their words need."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("flow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that its words are heard
        self._nodes: tuple[Node, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_process(
        self, process: Process, steps: Sequence[ProcessStep], routines: Mapping[str, str]
    ) -> None:
        """Show a process, with what the routines of its steps are called by their ids.

        Without steps there is no picture.
        """
        self._nodes = nodes(process, steps, routines)
        self.setAccessibleName(_("Picture of the process"))
        self.setAccessibleDescription(told(process, steps, routines))
        self.setVisible(bool(self._nodes))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        tall = sum(self._tall(node, width) for node in self._nodes)
        return tall + px(_GAP) * max(0, len(self._nodes) - 1) + 2

    def sizeHint(self) -> QSize:
        return QSize(px(400), self.heightForWidth(px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(px(200), self.width())))

    def _words(self, node: Node, width: int) -> int:
        """Pixels that the words of a box may take across."""
        return max(px(80), width - 2 * px(_PAD) - (px(_NUMBER) if node.number else 0))

    def _tall(self, node: Node, width: int) -> int:
        room = QRect(0, 0, self._words(node, width), _ENDLESS)
        inside = sum(
            QFontMetrics(font(role)).boundingRect(room, _WRAP, words).height()
            for words, role, _ink in node.lines
        )
        return inside + 2 * px(_PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 1
        for n, node in enumerate(self._nodes):
            if n:
                self._arrow(painter, top)
                top += px(_GAP)
            tall = self._tall(node, self.width())
            self._box(painter, node, QRect(0, top, self.width(), tall))
            top += tall
        if self.hasFocus():
            ring(painter, self.rect())

    def _box(self, painter: QPainter, node: Node, rect: QRect) -> None:
        now = colours()
        bend = None if node.number else rect.height() / 2
        fill = now.surface if node.number else now.hover
        rrect(painter, rect, bend, fill, now.border)
        left = rect.left() + px(_PAD)
        if node.number:
            painter.setFont(font("h3"))
            painter.setPen(colour("quality"))
            place = QRectF(left, rect.top(), px(_NUMBER), rect.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), node.number)
            left += px(_NUMBER)
        top, width = rect.top() + px(_PAD), self._words(node, rect.width())
        across = _WRAP if node.number else _WRAP | int(Qt.AlignmentFlag.AlignHCenter)
        for words, role, ink in node.lines:
            painter.setFont(font(role))
            painter.setPen(colour(ink))
            room = QRect(left, top, width, _ENDLESS)
            tall = QFontMetrics(painter.font()).boundingRect(room, _WRAP, words).height()
            painter.drawText(QRect(left, top, width, tall), across, words)
            top += tall

    def _arrow(self, painter: QPainter, top: int) -> None:
        middle, foot = self.width() // 2, top + px(_GAP) - px(3)
        painter.setPen(colour("muted"))
        painter.drawLine(QPoint(middle, top + px(3)), QPoint(middle, foot - px(3)))
        painter.setBrush(colour("muted"))
        head = [
            QPointF(middle - px(4), foot - px(6)),
            QPointF(middle + px(4), foot - px(6)),
            QPointF(middle, foot),
        ]
        painter.drawPolygon(QPolygonF(head))
