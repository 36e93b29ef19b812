"""A line to write in: it leaves files to the window, and takes the words of a page without any."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from styrdesk.ui.kit.copied import has_files, words_of


class Line(QLineEdit):
    """Qt's line, which would write the path of a file that is dropped on it."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_files(event.mimeData()):
            event.ignore()  # the window takes it
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        source = QGuiApplication.clipboard().mimeData()
        bare = event.matches(QKeySequence.StandardKey.Paste) and not source.hasText()
        if bare and source.hasHtml() and not self.isReadOnly():
            self.insert(" ".join(words_of(source).split()))
            self.textEdited.emit(self.text())
        else:
            super().keyPressEvent(event)
