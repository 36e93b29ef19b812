"""The shape of the windows that lie over the main window: head, body, what can be done, close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import FlowLayout, Item, Rule, box, col, row, scroller
from styrdesk.ui.kit.theme import px


class OverWindow(QDialog):
    """Lies over the window until it is closed, and is let go then.

    Args:
        parent: What it lies over.
        title: What the desktop calls it.
        size: Width and height at zoom 1, where the screen has room for them.
    """

    def __init__(self, parent: QWidget, title: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(*map(px, size)).boundedTo(room))

    def hold(self, name: str, *body: Item, ways: Sequence[QWidget] = ()) -> QPushButton:
        """Lay it out: with large letters the body scrolls, and what can be done is always seen.

        Args:
            name: The button that closes it is called "close_" and this.
            body: Its parts, as for `col`; the head first.
            ways: The buttons for what can be done here.

        Returns:
            The button that closes it.
        """
        close = button(_("Close"), "plain" if ways else "primary", name=f"close_{name}")
        close.clicked.connect(self.close)
        inside = box(col(*body, gap=12, pad=(24, 20, 24, 8)))
        foot = row((box(FlowLayout(*ways)), 1), close, pad=(24, 12, 24, 16))
        self.setLayout(col((scroller(inside), 1), Rule(), foot, gap=0))
        return close
