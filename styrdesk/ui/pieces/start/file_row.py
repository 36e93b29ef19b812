"""A file used lately, on Start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import link
from styrdesk.ui.kit.layout import col, hide_unless, row
from styrdesk.ui.kit.piece import PageContext, Target
from styrdesk.ui.kit.status import StatusMark
from styrdesk.ui.kit.text import quiet


class FileRow(QWidget):
    """Its name leads to it, its folder stands under; one that cannot be found says so."""

    chosen = Signal(object)

    def __init__(self, name: str, context: PageContext) -> None:
        super().__init__()
        self._name = name
        self._target = Target("file", "open", record=name)
        self.chosen.connect(context.shell.go)
        path = Path(name)
        self.open = link(path.stem, name="recent_file")
        self.open.clicked.connect(self._go)
        self.missing = StatusMark("warn", _("Cannot be found"), tinted=False)
        hide_unless(self.missing, shown=False)
        folder = quiet(str(path.parent))
        self.setLayout(col(row(self.open, None), folder, self.missing, gap=0))

    def say_missing(self, name: str) -> None:
        """Say that the file cannot be found, if this is it. Opening it offers to forget it."""
        if name == self._name:
            self.missing.show()
            words = _("{name}, cannot be found").format(name=Path(name).stem)
            self.open.setAccessibleName(words)

    def _go(self) -> None:
        self.chosen.emit(self._target)
