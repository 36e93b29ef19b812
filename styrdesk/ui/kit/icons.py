"""Lucide's drawings in the palette's colours: dark mode, disabled and zoom need no other file."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from styrdesk.base.paths import resource
from styrdesk.ui.kit.look import colours


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, ink: str, width: float, *, filled: bool) -> QSvgRenderer:
    text = _svg(name).replace("currentColor", ink)
    text = text.replace('stroke-width="2"', f'stroke-width="{width}"')
    if filled:
        text = text.replace('fill="none"', f'fill="{ink}"', 1)
    return QSvgRenderer(QByteArray(text.encode()))


def draw_icon(
    painter: QPainter,
    name: str,
    rect: QRectF | QRect,
    ink: str,
    *,
    filled: bool = False,
    width: float = 2,
) -> None:
    """Draw an icon as vectors, so it is sharp at every zoom."""
    _renderer(name, ink, width, filled=filled).render(painter, QRectF(rect))


class _Tinted(QIconEngine):
    def __init__(self, name: str, token: str, *, filled: bool) -> None:
        super().__init__()
        self._name, self._token, self._filled = name, token, filled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scheme = colours()
        ink = scheme.disabled if mode == QIcon.Mode.Disabled else scheme.ink(self._token or "text")
        draw_icon(painter, self._name, rect, ink, filled=self._filled)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        made = self.pixmap(size * scale, mode, state)  # size is logical: else blurred at 200 %
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._token, filled=self._filled)


def icon(name: str, token: str = "", *, filled: bool = False) -> QIcon:
    """An icon by Lucide's name, in a token's colour (the text's when none is named)."""
    return QIcon(_Tinted(name, token, filled=filled))
