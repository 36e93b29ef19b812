"""Files used lately, to choose among; one that cannot be found says so, and can be taken off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from styrdesk.base.i18n import _
from styrdesk.services.settings import SettingsService
from styrdesk.ui.kit.missing import MissingFiles
from styrdesk.ui.kit.text import tip
from styrdesk.ui.kit.theme import px
from styrdesk.ui.shell.file_rows import MISSING, PATH, FileRows

_SEEN = 4  # rows


class RecentList(QListWidget):
    """The files, newest first.

    Args:
        kept: This machine's settings, which remember them.

    Attributes:
        wanted: A file is to be opened (its Path).
        shown: Other files are shown than before.
    """

    wanted = Signal(Path)
    shown = Signal()

    def __init__(self, kept: SettingsService) -> None:
        super().__init__()
        self._kept = kept
        self._rows = FileRows()  # the view does not keep it alive
        self._look = MissingFiles(self)
        self._look.lacking.connect(self._say_missing)
        self.setItemDelegate(self._rows)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Used lately"))
        self.setObjectName("recent")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self.open_chosen)
        self.refresh()

    def refresh(self) -> None:
        """Show what the settings remember now."""
        names = list(self._kept.current.recent)
        self.clear()
        for name in names:
            item = QListWidgetItem(Path(name).stem, self)
            item.setData(PATH, name)
            item.setToolTip(tip(name))
        self.setCurrentRow(0)
        self.setFixedHeight(px(52) * min(_SEEN, max(1, len(names))) + px(2))
        self._look.begin(names)
        self.shown.emit()

    def chosen(self) -> Path | None:
        """The file that is chosen."""
        return Path(str(self.currentItem().data(PATH))) if self.currentRow() >= 0 else None

    def open_chosen(self) -> None:
        """Ask for the file that is chosen to be opened."""
        path = self.chosen()
        if path is not None:
            self.wanted.emit(path)

    def forget_chosen(self) -> None:
        """Take the chosen file off the list; the file itself is not touched."""
        path, row = self.chosen(), self.currentRow()
        if path is not None:
            self._kept.forget(path)
            self.refresh()
            self.setCurrentRow(min(row, self.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forget_chosen()
        else:
            super().keyPressEvent(event)

    def _say_missing(self, name: str) -> None:
        for item in [self.item(n) for n in range(self.count())]:
            if item.data(PATH) == name:
                item.setData(MISSING, True)  # noqa: FBT003  # Qt
                words = _("{name}, cannot be found").format(name=Path(name).stem)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
