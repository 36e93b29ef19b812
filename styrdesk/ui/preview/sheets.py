"""The pages of a PDF under each other, painted as they come into view. Paper stays white."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from styrdesk.base.i18n import _
from styrdesk.reports.worker import Painted
from styrdesk.ui.kit.paint import ring
from styrdesk.ui.kit.theme import colour, px
from styrdesk.ui.kit.tokens import S3, S4

WHOLE, WIDTH, DOUBLE = "whole", "width", "double"
_PAPER: Final = "#FFFFFF"
_A4: Final = (595.0, 842.0)  # points


def image_of(painted: Painted) -> QImage:
    """A painted page as an image of its own: the bytes it came in are Python's."""
    form = QImage.Format.Format_RGB888
    size = painted.width, painted.height, painted.stride
    return QImage(painted.pixels, *size, form).copy()


class _Pages(QWidget):
    """Draws what there is; what has not come yet is white."""

    def __init__(self) -> None:
        super().__init__()
        self.places: list[QRect] = []
        self.images: dict[int, QImage] = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, place in enumerate(self.places):
            if not place.intersects(event.rect()):
                continue
            painter.fillRect(place, QColor(_PAPER))
            if page in self.images:
                painter.drawImage(place, self.images[page])
            painter.setPen(colour("border"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))


class Sheets(QScrollArea):
    """Scrolls over the pages.

    Attributes:
        wanted: Pages are in view whose images are missing or old: (pages, pixels per point).
        turned: Another page is the first in view, from 0.
    """

    wanted = Signal(list, float)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Pages of the print"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setProperty("on_canvas", 1)
        self._pages = _Pages()
        self.setWidget(self._pages)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._zoom, self._scale = WHOLE, 1.0
        self._fresh: set[int] = set()
        self._page = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(30)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ---- what is shown -----------------------------------------------------------------------

    def set_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Another PDF. Its pages' old images stay until the new ones come."""
        self._sizes = tuple(sizes)
        self._fresh.clear()
        count = len(self._sizes)
        self._pages.images = {n: i for n, i in self._pages.images.items() if n < count}
        self._lay()

    def set_zoom(self, zoom: str) -> None:
        """The whole page, the panel's width, or twice that."""
        at = self.page
        self._zoom = zoom
        self._lay()
        self.show_page(at)

    def take(self, painted: Painted) -> None:
        """A page's image has come."""
        if painted.page >= len(self._sizes):
            return
        self._pages.images[painted.page] = image_of(painted)
        self._fresh.add(painted.page)
        self._pages.update(self._pages.places[painted.page])

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The first page in view, from 0."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        at = [n for n, place in enumerate(self._pages.places) if place.top() <= top]
        return at[-1] if at else 0

    def show_page(self, page: int) -> None:
        """Turn to a page."""
        if 0 <= page < len(self._pages.places):
            self.verticalScrollBar().setValue(self._pages.places[page].top() - px(S3))
            self._scrolled()

    # ---- laying out --------------------------------------------------------------------------

    def _lay(self) -> None:
        room = self.viewport().size() - QSize(2 * px(S4), 2 * px(S3))
        wide, tall = self._sizes[0] if self._sizes else _A4
        scale = max(0.1, room.width() / wide)
        if self._zoom == WHOLE:
            scale = max(0.1, min(scale, room.height() / tall))
        elif self._zoom == DOUBLE:
            scale *= 2
        if scale != self._scale:
            self._scale = scale
            self._fresh.clear()
        full = max(self.viewport().width(), round(wide * scale) + 2 * px(S4))
        top, places = px(S3), []
        for width, height in self._sizes:
            size = QSize(round(width * scale), round(height * scale))
            places.append(QRect((full - size.width()) // 2, top, size.width(), size.height()))
            top += size.height() + px(S3)
        self._pages.places = places
        self._pages.resize(full, max(top, 1))
        self._pages.update()
        self._scrolled()

    def _scrolled(self) -> None:
        self._soon.start()
        if self.page != self._page:
            self._page = self.page
            self.turned.emit(self._page)

    def missing(self) -> list[int]:
        """Pages in view that do not show the latest PDF."""
        top = self.verticalScrollBar().value()
        view = QRect(0, top, self._pages.width(), self.viewport().height())
        seen = [n for n, place in enumerate(self._pages.places) if place.intersects(view)]
        return [n for n in seen if n not in self._fresh]

    def _ask(self) -> None:
        missing = self.missing()
        if missing and self.isVisible():
            self.wanted.emit(missing, self._scale * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = self.page
        self._lay()
        self.show_page(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.show_page(min(max(self.page + step, 0), self.count - 1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_page(0 if event.key() == Qt.Key.Key_Home else self.count - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("canvas"))
        if self.hasFocus():
            ring(painter, self.viewport().rect())
        painter.end()
