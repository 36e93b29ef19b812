"""Words on the screen: always plain text, in a role of the type scale, in an ink of the palette."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel

from styrdesk.ui.kit.paint import elide
from styrdesk.ui.kit.theme import font, px

PLAIN: Final = QPalette.ColorRole.WindowText
QUIET: Final = QPalette.ColorRole.PlaceholderText
ERROR: Final = QPalette.ColorRole.BrightText
LINK: Final = QPalette.ColorRole.Link


class Label(QLabel):
    """One line that gives way with an ellipsis; the whole of it is then in the tool tip."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(40), self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = elide(QFontMetrics(self.font()), self.text(), self.width() + 1)
        if not self.toolTip() and shown != self.text():
            self.setToolTip(tip(self.text()))
        painter.drawText(self.rect(), int(self.alignment()), shown)


class Words(QLabel):
    """Lines that wrap, and never get less room than they need at the width they have.

    Qt guesses the height of a narrower label, which leaves gaps in dialogs.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        laid_out = self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        tall = self.heightForWidth(self.width()) if laid_out else self.fontMetrics().height()
        return QSize(super().minimumSizeHint().width(), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def key_words(keys: str) -> str:
    """Keys as they are called in the language shown ("Ctrl+Skift+P")."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def tip(words: str) -> str:
    """A tool tip that Qt cannot take for HTML."""
    if GuiQt.mightBeRichText(words):
        from html import escape  # noqa: PLC0415  # seldom needed, and it brings a large table

        return f"<span>{escape(words)}</span>"  # the tag makes Qt read what is escaped
    return words


def text(
    words: str, role: str = "body", ink: QPalette.ColorRole = PLAIN, *, wrap: bool = False
) -> QLabel:
    """A label. The ink is a palette role, so a change of scheme needs nothing more."""
    made = Words() if wrap else Label()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setFont(font(role))
    made.setForegroundRole(ink)
    return made


def quiet(words: str, role: str = "meta", *, wrap: bool = False) -> QLabel:
    """Second line, help, count: words that stand back."""
    return text(words, role, QUIET, wrap=wrap)
