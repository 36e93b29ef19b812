"""What the window shows before its file is read: head and tabs, where they will stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.head import Head
from styrdesk.ui.kit.layout import col
from styrdesk.ui.kit.piece import PieceSpec
from styrdesk.ui.kit.tabs import PieceTabs

PATIENCE: Final = 1_000  # milliseconds for the first paint


class Opening(QWidget):
    """The frame of a desk, with nothing in it and nothing to press.

    Attributes:
        seen: It has been painted, or cannot be, as in a window that is started minimised or on
            another desktop. Connect it queued, so that the paint reaches the screen first.
    """

    seen = Signal()

    def __init__(self, path: Path, pieces: Sequence[PieceSpec], kept: SettingsService) -> None:
        super().__init__()
        self.path = path
        self._told = False
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.timeout.connect(self._tell)
        head = Head()
        head.saved.show_status("doing", _("Opening …"))
        head.saved.setAccessibleName(head.saved.text())
        glyphs = [(_(spec.title), spec.key, spec.icon) for spec in pieces]
        tabs = PieceTabs(glyphs, _("Parts of the program"))
        keys = [spec.key for spec in pieces]
        last = kept.current.place.get(str(path.resolve()), "").rpartition("|")[2].partition("/")[0]
        tabs.setCurrentIndex(keys.index(last) if last in keys else 0)
        self.setLayout(col(head, tabs, None, gap=0))
        self.setEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._unseen.start(PATIENCE)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._tell()

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.seen.emit()
