"""F1: a short text on the place where one stands, beside the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from styrdesk.base.i18n import _, language
from styrdesk.base.paths import resource
from styrdesk.ui.kit.buttons import button
from styrdesk.ui.kit.layout import col, row
from styrdesk.ui.kit.theme import font, px

GENERAL: Final = "window"
_LEADING: Final = 135  # per cent
_PER_CENT: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


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
        self._set_type()
        self.words.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_type(self) -> None:
        """Our own sizes and air; what Qt makes of Markdown is too large and too tight."""
        cursor = QTextCursor(self.words.document())
        block = self.words.document().begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            shape, level = block.blockFormat(), block.blockFormat().headingLevel()
            listed = block.textList() is not None
            shape.setTopMargin(px(16 if level > 1 else 0))
            shape.setBottomMargin(px(4 if listed else 8))
            shape.setLineHeight(_LEADING, _PER_CENT)
            cursor.setBlockFormat(shape)
            if level:
                kind = QTextCharFormat()
                kind.setFont(font("h1" if level == 1 else "h3"))
                cursor.setCharFormat(kind)
            block = block.next()
