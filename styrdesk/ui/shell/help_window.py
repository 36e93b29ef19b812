"""F1: a short text on the place where one stands, beside the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from styrdesk.base.i18n import _, language
from styrdesk.base.paths import resource
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.theme import font, px

GENERAL: Final = "window"


def help_text(*names: str) -> str:
    """The first of these texts that exists in the language shown, in Markdown."""
    for name in (*names, GENERAL):
        for code in (language(), "sv"):
            path = resource("help", code, f"{name}.md")
            if name and path.is_file():
                return path.read_text(encoding="utf-8")
    return ""


class HelpWindow(QDialog):
    """Stands beside the work, follows it from page to page, and closes with Esc."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self.setModal(False)
        self.words = QTextBrowser()
        self.words.setAccessibleName(_("Help"))
        self.words.setOpenLinks(False)
        self.words.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.words.document().setDocumentMargin(px(24))
        self.words.document().setDefaultFont(font("body"))
        close = button(_("Close"), name="close_help")
        close.clicked.connect(self.close)
        self.setLayout(col((self.words, 1), row(None, close, pad=(16, 0, 16, 12)), gap=8))
        again = QShortcut(QKeySequence(Qt.Key.Key_F1), self)
        again.activated.connect(self.close)
        self.resize(px(440), px(560))

    def show_text(self, *names: str) -> None:
        """Show the text of the first of these names that has one."""
        self.words.document().setMarkdown(
            help_text(*names), QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.words.moveCursor(self.words.textCursor().MoveOperation.Start)
