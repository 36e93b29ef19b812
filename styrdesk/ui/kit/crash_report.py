"""The report of a bug, to read, copy or save before it is sent: by hand, as nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from styrdesk.base import atomic
from styrdesk.base.i18n import _
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import as_field, box, col, row
from styrdesk.ui.kit.text import quiet
from styrdesk.ui.kit.theme import font, px


class CrashReport(QWidget):
    """The words of the report, and two buttons that do not close it.

    Args:
        report: The words.
        ask: Asks where a file is to lie: title, suggestion, patterns.
    """

    def __init__(self, report: str, ask: Callable[[str, Path, str], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.area = QPlainTextEdit(report)
        self.area.setReadOnly(True)
        as_field(self.area)
        self.area.setFont(font("dense"))
        self.area.setAccessibleName(_("Error report"))
        self.area.setMinimumHeight(px(160))
        self.copy = button(_("Copy"), glyph="copy", name="copy_report")
        self.save = button(_("Save …"), glyph="save", name="save_report")
        self.said = quiet("", "dense", wrap=True)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        buttons = row(self.copy, self.save, (box(row((self.said, 1))), 1))
        self.setLayout(col((self.area, 1), buttons, gap=8))
        self.setFocusProxy(self.area)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.area.toPlainText())
        self._say(_("Copied. Paste it in a mail."))

    def _save(self) -> None:
        name = _("Error report")
        suggestion = Path.home() / f"{name} Styrdesk.txt"
        path = self._ask(_("Save the error report"), suggestion, _("Text (*.txt)"))
        if path is None:
            return
        try:
            atomic.write(path, self.area.toPlainText().encode())
        except OSError:
            self._say(_("It could not be saved there. Choose another place, or copy it."))
        else:
            self._say(_("Saved as {name}.").format(name=path.name))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setAccessibleName(words)
