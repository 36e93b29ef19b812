"""The few strokes everything is drawn with: rounded box, chevron, status symbol with its word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from styrdesk.ui.kit.icons import draw_icon
from styrdesk.ui.kit.look import colour, colours, font, px, zoom
from styrdesk.ui.kit.tokens import RADIUS

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# kind: (icon, ink, ground). Each has a shape of its own, so it survives print and colour blindness.
STATUS: Final[dict[str, tuple[str, str, str]]] = {
    "ok": ("circle-check", "ok", "ok_tint"),
    "done": ("circle-check", "ok", "ok_tint"),
    "warn": ("triangle-alert", "warn", "warn_tint"),
    "bad": ("octagon-alert", "bad", "bad_tint"),
    "info": ("info", "accent", "tint"),
    "draft": ("circle-dashed", "muted", "hover"),
    "doing": ("circle-dot", "accent", "tint"),
    "empty": ("circle", "muted", "hover"),
    "locked": ("lock", "muted", "hover"),
}


def rrect(
    painter: QPainter,
    rect: QRectF | QRect,
    radius: float | None = None,
    fill: str | None = None,
    line: str | None = None,
    width: float = 1,
) -> None:
    """A rounded box whose line lies wholly inside, so it is sharp at 100 % and 200 %."""
    bend = px(RADIUS) if radius is None else radius
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line else 0
    painter.setPen(QPen(QColor(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), bend, bend)
    painter.restore()


def ring(painter: QPainter, rect: QRectF | QRect, radius: float | None = None) -> None:
    """The focus ring: 2 px of accent inside the control, never cut off."""
    rrect(painter, rect, radius, None, colours().accent, 2)


def chevron(painter: QPainter, centre: QPointF, ink: str, *, turned: int = 0) -> None:
    """A small arrow head, down, or turned clockwise by so many degrees."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.rotate(turned)
    painter.scale(zoom(), zoom())
    painter.setPen(
        QPen(
            QColor(ink),
            1.6,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    path = QPainterPath()
    path.moveTo(-4, -2)
    path.lineTo(0, 2)
    path.lineTo(4, -2)
    painter.drawPath(path)
    painter.restore()


def elide(metrics: QFontMetrics, words: str, width: int) -> str:
    """Words that fit the width, with an ellipsis where they do not."""
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, width))


def status_width(words: str, role: str = "dense", *, tinted: bool = False) -> int:
    """Pixels of width that a symbol and its words take."""
    return px(21) + QFontMetrics(font(role)).horizontalAdvance(words) + (px(16) if tinted else 0)


def paint_status(
    painter: QPainter,
    rect: QRect,
    kind: str,
    words: str,
    role: str = "dense",
    *,
    tinted: bool = False,
) -> None:
    """Draw symbol and word in the rectangle; with no words only the symbol, at its left edge."""
    name, ink, ground = STATUS[kind]
    face = font(role)
    metrics = QFontMetrics(face)
    size, gap = px(15), px(6)
    left, middle = rect.left(), rect.center().y() + 1
    if tinted:
        height = px(24)
        width = status_width(words, role, tinted=True)
        box = QRectF(left, middle - height / 2, min(width, rect.width()), height)
        rrect(painter, box, height / 2, colours().ink(ground))
        left += px(8)
    draw_icon(
        painter, name, QRectF(left, middle - size / 2, size, size), colours().ink(ink), width=2.2
    )
    painter.setFont(face)
    painter.setPen(colour(ink))
    start = left + size + gap
    room = QRect(start, rect.top(), rect.right() - start + 1, rect.height())
    painter.drawText(room, LEFT, elide(metrics, words, room.width()))
