"""The drop-down of chapters that stands in for the outline where that has no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.drop_down import DropDown
from styrdesk.ui.kit.layout import row
from styrdesk.ui.pieces.planning.editor.outline import Outline


class ChapterPick(QWidget):
    """Shown while the outline is not; what is chosen here is chosen there.

    Args:
        outline: The chapters.
    """

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline
        self.combo = DropDown()
        self.combo.setAccessibleName(_("Chapter"))
        self.combo.setObjectName("pick_chapter")
        self.combo.activated.connect(self._picked)
        self.setLayout(row((self.combo, 1), pad=(24, 12, 24, 0)))
        self.hide()
        outline.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.setVisible(not self._outline.isVisible())
            self.sync()
        return False

    def sync(self) -> None:
        """Show the chapters as they are now, and which of them is chosen."""
        self.combo.clear()
        for section in self._outline.sections():
            said = ", ".join(part for part in (section.title, section.count) if part)
            self.combo.addItem("    " * section.level + said, section.key)
        self.combo.setCurrentIndex(self.combo.findData(self._outline.key()))

    def _picked(self) -> None:
        self._outline.choose(str(self.combo.currentData()))
